// Marks are drawn into a study day, or added by keys; what no longer agrees with its source says so and is mended; the day
// is planned, its excerpts trimmed and joined, exported as a calendar, removed and brought back.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

/** Parts a paragraph of the open issue within words, as a correction of its import does. */
async function splitWithin(window: Page, words: string): Promise<void> {
  await window.evaluate(async (wanted) => {
    type Reviewed = { text: string; revision: string; page: { blocks: { pieces: { text: string }[] }[] } };
    const { call } = Reflect.get(globalThis, 'jianbao') as {
      call: (name: string, input: unknown) => Promise<{ ok: boolean; value: never }>;
    };
    const [{ issueId }] = (await call('library.issues', {})).value as [{ issueId: string }];
    const review = (await call('review.open', { issueId })).value as Reviewed;
    const { blocks } = review.page;
    const block = blocks.findIndex(({ pieces }) => pieces.some(({ text }) => text.includes(wanted)));
    const piece = blocks[block]?.pieces.findIndex(({ text }) => text.includes(wanted)) ?? -1;
    const at = (blocks[block]?.pieces[piece]?.text.indexOf(wanted) ?? 0) + 2;
    const corrections = [{ type: 'split', block, piece, at }];
    const saved = await call('review.save', { issueId, revision: review.revision, corrections });
    if (!saved.ok) throw new Error(JSON.stringify(saved));
  }, words);
}

test('marks come into a study day by hand and by keys, and the day is kept by keys', async ({
  launch,
  folder,
}) => {
  const launched = await launch();
  const { window } = launched;
  const { keyboard } = window;
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  for (const words of ['资源优配增效', '提高政治站位', '空间优化重塑']) {
    await desk.reader.select(words);
    await desk.reader.mark('1');
    await expect(desk.marks.mark(words)).toHaveCount(1);
  }
  const room = window.getByRole('region', { name: '学习日', exact: true });
  const materials = room.getByRole('listbox', { name: '材料', exact: true }).getByRole('option');
  await keyboard.press('Control+Shift+D');
  await room.getByLabel('主题').fill('读报');
  await room.getByLabel('参加人员').fill('甲、乙，丙');
  await expect(room.getByText('3 人')).toBeVisible();
  await expect(room.getByText('已保存', { exact: true })).toBeVisible();
  await keyboard.press('Control+d');

  await test.step('one mark is drawn with the hand to where it can be let go', async () => {
    const target = window.getByRole('region', { name: '放到这里，加入学习日' });
    await expect(target).toHaveCount(0);
    await desk.marks.mark('提高政治站位').hover();
    await window.mouse.down();
    await desk.marks.mark('资源优配增效').hover();
    await expect(target).toContainText('读报');
    await target.hover();
    await window.mouse.up();
    await expect(target).toHaveCount(0);
    await expect(window.getByText('已把 1 段加入「读报」')).toBeVisible();
  });

  await test.step('two are chosen and added by keys', async () => {
    await desk.marks.mark('资源优配增效').click({ modifiers: ['Control'] });
    await desk.marks.mark('空间优化重塑').click({ modifiers: ['Control'] });
    await keyboard.press('Control+Alt+d');
    const dialog = window.getByRole('dialog', { name: '加入学习日' });
    await expect(dialog.getByLabel('把 2 处标记加入')).toContainText('读报');
    await dialog.getByRole('button', { name: '加入', exact: true }).press('Enter');
    await expect(window.getByText('已把 2 段加入「读报」')).toBeVisible();
  });

  await test.step('those of one article are joined; one is trimmed, and gets lines to write on', async () => {
    await keyboard.press('Control+d');
    await room.getByRole('tab', { name: '材料 3' }).click();
    await expect(materials).toHaveText([/提高政治站位/, /资源优配增效/, /空间优化重塑/]);
    await room.getByRole('listbox', { name: '材料', exact: true }).focus();
    await keyboard.press('End');
    await keyboard.press('j');
    await expect(materials).toHaveText([/提高政治站位/, /资源优配增效……空间优化重塑/]);
    await keyboard.press('Home');
    await keyboard.press('Enter');
    const inspector = room.getByRole('complementary', { name: '这段材料' });
    await expect(inspector.getByRole('button', { name: '裁剪' })).toBeFocused();
    await keyboard.press('Enter');
    const source = window.getByRole('textbox', { name: '原文' });
    await expect(source).toBeFocused();
    await expect(window.getByText('已选 6 字')).toBeVisible();
    await keyboard.press('Shift+ArrowLeft');
    await keyboard.press('Shift+ArrowLeft');
    await window.getByRole('button', { name: '取所选文字' }).press('Enter');
    await expect(inspector.locator('blockquote')).toHaveText('提高政治');
    await inspector.getByLabel('留空行手写').fill('3');
    await expect(room.getByText('已保存', { exact: true })).toBeVisible();
  });

  await test.step('a corrected source makes its excerpt say so and no other, and gives its words', async () => {
    await splitWithin(window, '空间优化重塑');
    await expect(room.getByRole('status').filter({ hasText: '1 段与原文不符' })).toBeVisible();
    await expect(materials.first()).not.toContainText('与原文不符');
    await room.getByRole('button', { name: '看下一段' }).press('Enter');
    const fault = room.getByRole('note');
    await expect(fault).toContainText('摘录作「（无）」，原文作「／」');
    await fault.getByRole('button', { name: '改用原文' }).press('Enter');
    await expect(fault).toHaveCount(0);
    await expect(room.getByText('1 段与原文不符')).toHaveCount(0);
    await expect(room.getByText('已保存', { exact: true })).toBeVisible();
  });

  await test.step('the day goes into a calendar file, is removed, and brought back', async () => {
    const file = join(folder, 'day.ics');
    await launched.answerDialogs({ save: file });
    await room.getByRole('button', { name: '导出日历文件（iCalendar）' }).press('Enter');
    await expect(window.getByText(/day\.ics/)).toBeVisible();
    expect(await readFile(file, 'utf8')).toContain('SUMMARY:');
    await room.getByRole('button', { name: '删除学习日' }).press('Enter');
    await expect(room.getByRole('heading', { level: 2, name: '读报' })).toHaveCount(0);
    await room.getByRole('radio', { name: '列表' }).click();
    await room.getByRole('button', { name: /恢复学习日.*读报/ }).press('Enter');
    await expect(room.getByRole('heading', { level: 2, name: '读报' })).toBeVisible();
    await room.getByRole('tab', { name: '安排' }).click();
    await expect(room.getByLabel('参加人员')).toHaveValue('甲、乙、丙');
  });
});
