// A study day by the keyboard alone: from the notice in the paper, through the marks, to the printed handout.
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { withoutWhiteSpace } from '../extract/extract-text';
import { runTool } from '../extract/run-tool';
import { expect, test } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

const theme = '深入学习《习近平谈治国理政》第四卷，迎接党的二十大';
const farthest = 60;

/** Goes on with the Tab key until a control has the focus. */
async function tabTo(window: Page, control: Locator): Promise<void> {
  for (let steps = 0; steps < farthest; steps++) {
    if (
      (await control.count()) > 0 &&
      (await control.first().evaluate((own) => own === document.activeElement))
    )
      return;
    await window.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}

/** Marks words by finding them. */
async function markByKeys(desk: JianbaoWindow, window: Page, words: string, tag: string): Promise<void> {
  await desk.press('Control+f');
  await window.keyboard.press('Control+a');
  await window.keyboard.insertText(words);
  await desk.press('Control+Enter');
  await desk.press('1');
  await expect(desk.marks.mark(words)).toHaveCount(1);
  await desk.press('t');
  await expect(desk.card.tagField).toBeFocused();
  await window.keyboard.insertText(tag);
  await desk.press('Enter');
  await expect(desk.marks.mark(words)).toContainText(tag);
  await desk.press('Escape');
}

/** Looks at the room, or at a dialog over it; the page below is looked at elsewhere. */
async function expectAccessible(
  window: Page,
  where: string,
  within: '.study-room' | 'dialog[open]' = '.study-room',
): Promise<void> {
  const axe = new AxeBuilder({ page: window }).setLegacyMode(true).include(within);
  const { violations, passes } = await axe.analyze();
  expect(passes.length, where).toBeGreaterThan(0);
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
    where,
  ).toEqual([]);
}

test('from the notice in the paper to the printed handout, by keyboard alone', async ({ launch, folder }) => {
  const launched = await launch();
  const { window } = launched;
  const desk = new JianbaoWindow(window);
  const room = window.getByRole('region', { name: '学习日', exact: true });
  const { keyboard } = window;
  await desk.reader.isReadable();

  await test.step('two passages get a tag, another does not', async () => {
    await markByKeys(desk, window, '资源优配增效', '研讨');
    await markByKeys(desk, window, '提高政治站位', '研讨');
    await desk.press('Control+f');
    await keyboard.insertText('生态文明思想');
    await desk.press('Control+Enter');
    await desk.press('1');
    await expect(desk.marks.marks).toHaveCount(3);
    await desk.press('Escape');
  });

  await test.step('the notice of the paper becomes the study day after one yes', async () => {
    const offer = window
      .getByRole('navigation', { name: '书架' })
      .getByRole('region', { name: '学习日预告' });
    await expect(offer).toContainText('2022年10月14日');
    await expect(offer).toContainText('今年第5个');
    await expect(offer).toContainText(theme);
    await tabTo(window, offer.getByRole('button', { name: '记入学习日' }));
    await keyboard.press('Enter');
    await expect(room.getByRole('heading', { level: 2, name: theme })).toBeVisible();
    await expect(room.getByLabel('日期', { exact: true })).toHaveValue('2022-10-14');
    await expect(room.getByLabel('今年第几个')).toHaveValue('5');
    await expect(room.getByLabel('主题')).toHaveValue(theme);
    await expect(window.getByRole('region', { name: '学习日预告' })).toHaveCount(0);
    await expectAccessible(window, 'the plan');
  });

  const materials = room.getByRole('listbox', { name: '材料', exact: true }).getByRole('option');
  await test.step('what has the tag is collected, and put in another order', async () => {
    await keyboard.press('Control+Shift+K');
    await tabTo(window, room.getByRole('combobox', { name: '标签' }));
    await keyboard.press('ArrowDown');
    await expect(room.getByRole('listbox', { name: '找到的材料' }).getByRole('option')).toHaveCount(2);
    await tabTo(window, room.getByRole('button', { name: '全部加入（2）' }));
    await keyboard.press('Enter');
    await expect(materials).toHaveText([/资源优配增效/, /提高政治站位/]);
    await expectAccessible(window, 'the collector');
    await tabTo(window, room.getByRole('listbox', { name: '材料', exact: true }));
    await keyboard.press('End');
    await keyboard.press('Alt+ArrowUp');
    await expect(materials).toHaveText([/提高政治站位/, /资源优配增效/]);
  });

  await test.step('a question is asked about the first', async () => {
    await keyboard.press('Enter');
    const inspector = room.getByRole('complementary', { name: '这段材料' });
    await expect(inspector).toContainText('与原文一致');
    await tabTo(window, inspector.getByRole('button', { name: '加一题' }));
    await keyboard.press('Enter');
    await expect(inspector.getByRole('textbox', { name: '讨论题 1' })).toBeFocused();
    await keyboard.insertText('怎样提高政治站位？');
    await expect(materials.first()).toContainText('讨论题 1');
    await expect(room.getByText('已保存', { exact: true })).toBeVisible();
    await expectAccessible(window, 'the inspector');
  });

  await test.step('the handout is looked at and written', async () => {
    const file = join(folder, 'handout.pdf');
    await launched.answerDialogs({ save: file });
    await keyboard.press('Control+Shift+E');
    const dialog = window.getByRole('dialog', { name: '参考材料' });
    await expect(dialog.getByRole('img')).toBeVisible({ timeout: 30_000 });
    await expectAccessible(window, 'the handout', 'dialog[open]');
    await expect(dialog.getByRole('button', { name: '导出…' })).toBeFocused();
    // What another program sets is looked at as it will be in the file.
    const formats = dialog.getByRole('radiogroup', { name: '格式' });
    await tabTo(window, formats.getByRole('radio', { name: 'PDF' }));
    const chooseFormat = async (key: 'ArrowLeft' | 'ArrowRight', name: string): Promise<void> => {
      await keyboard.press(key);
      await expect(formats.getByRole('radio', { name })).toBeFocused();
      await keyboard.press('Space');
      await expect(formats.getByRole('radio', { name })).toBeChecked();
    };
    await chooseFormat('ArrowRight', 'Word');
    await chooseFormat('ArrowRight', '网页');
    const draft = dialog.getByRole('group', { name: '预览' });
    await expect(draft.locator('h3')).toHaveText([/提高政治站位|市委/, /./]);
    await expect(draft.locator('h3').first()).toHaveCSS('writing-mode', 'vertical-rl');
    await expectAccessible(window, 'the draft', 'dialog[open]');
    await chooseFormat('ArrowRight', 'Markdown');
    await expect(draft).toContainText('# 深入学习');
    await chooseFormat('ArrowRight', '纯文本');
    await chooseFormat('ArrowRight', 'PDF');
    await expect(dialog.getByRole('img')).toBeVisible({ timeout: 30_000 });
    await dialog.getByRole('button', { name: '导出…' }).focus();
    await keyboard.press('Enter');
    await expect(dialog.getByText(/已导出/)).toBeVisible({ timeout: 60_000 });
    const text = withoutWhiteSpace((await runTool('pdftotext', ['-enc', 'UTF-8', file, '-'])).toString());
    const places = ['提高政治站位', '怎样提高政治站位？', '资源优配增效'].map((words) =>
      text.indexOf(words, text.indexOf('目录')),
    );
    expect(places.every((place, at) => place > (places[at - 1] ?? 0))).toBe(true);
    expect(text).not.toContain('生态文明思想');
    await keyboard.press('Escape');
  });

  await test.step('the excerpts are presented one after the other', async () => {
    await room.getByRole('button', { name: '放映' }).focus();
    await keyboard.press('Enter');
    const presentation = window.getByRole('dialog', { name: '放映' });
    await expect(presentation.getByRole('status')).toHaveText('1 / 2');
    await expect(presentation).toContainText('怎样提高政治站位？');
    await keyboard.press('ArrowLeft');
    await expect(presentation.getByRole('status')).toHaveText('2 / 2');
    await keyboard.press('Escape');
    await expect(presentation).toBeHidden();
    await expect(room.getByRole('button', { name: '放映' })).toBeFocused();
  });

  await test.step('one is back at the paper, where nothing is offered any more', async () => {
    await keyboard.press('Control+d');
    await expect(room).toBeHidden();
    await desk.reader.isReadable();
    await expect(window.getByRole('region', { name: '学习日预告' })).toHaveCount(0);
  });
});
