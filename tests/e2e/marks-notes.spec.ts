// What goes beyond one mark on one passage: several passages as one mark, notes on a whole, links, the own colour.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Launched } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';

async function openForReading(launched: Launched): Promise<JianbaoWindow> {
  const desk = new JianbaoWindow(launched.window);
  await desk.reader.isReadable();
  await launched.window.getByRole('banner').getByText('通读').click();
  await desk.reader.page.focus();
  await desk.reader.isReadable();
  return desk;
}

async function seriousFaults(window: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

test('separate passages become one mark by a key, read as one quotation, and come apart again', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, electron, close } = launched;
  const desk = await openForReading(launched);
  await desk.reader.select('生态环境');
  await desk.reader.mark('9');
  await expect(desk.marks.mark('自调')).toHaveCount(1);
  await desk.reader.select('幸福感');
  await expect(desk.reader.selectionBar.getByRole('button', { name: '加入当前标记' })).toBeVisible();
  await desk.press('j');
  await expect(desk.marks.mark('生态环境……幸福感')).toHaveCount(1);
  await expect(desk.marks.marks).toHaveCount(1);
  await expect(desk.undo).toHaveAccessibleName('撤销：改所标文字');
  await expect(window.locator('.mark-custom')).toHaveCount(2);

  await electron.evaluate(({ clipboard }) => clipboard.clear());
  await desk.press('Control+Shift+c');
  await expect
    .poll(() => electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/^生态环境……幸福感\n/u);

  await test.step('each passage picks the mark', async () => {
    await desk.press('Escape');
    await desk.reader.click('幸福感');
    await expect(desk.card.card.getByRole('list', { name: '这个标记的 2 处文字' })).toBeVisible();
    expect(await seriousFaults(window)).toEqual([]);
  });
  await test.step('one is taken out, and undo puts it back', async () => {
    await desk.card.card.getByRole('button', { name: '从标记里去掉「生态环境」' }).press('Enter');
    await expect(desk.marks.quotes()).resolves.toEqual(['幸福感']);
    await desk.card.close();
    await desk.reader.press('Control+z');
    await expect(desk.marks.mark('生态环境……幸福感')).toHaveCount(1);
  });
  await close();
});

test('notes on the article and on the issue stand in the list and at the headline, after a restart too', async ({
  launch,
}) => {
  const first = await launch();
  const desk = await openForReading(first);
  await desk.press('Shift+N');
  await expect(desk.card.note).toBeFocused();
  await first.window.keyboard.insertText('全文要义');
  await desk.press('Control+Enter');
  await desk.press('Control+Alt+n');
  await expect(desk.card.note).toBeFocused();
  await first.window.keyboard.insertText('本期可读 #综述');
  await desk.press('Control+Enter');
  await expect(desk.marks.mark('本期批注').locator('.tag')).toHaveText(['综述']);
  await expect(desk.marks.mark('全文批注')).toContainText('全文要义');
  await expect(first.window.locator('.whole-sign')).toHaveCount(2);
  await first.close();

  const second = await launch();
  const again = new JianbaoWindow(second.window);
  await again.reader.isReadable();
  await expect(again.marks.marks).toHaveCount(2);
  await test.step('the sign at the headline opens the note, and the command finds it again', async () => {
    await second.window.locator('.whole-sign').first().click();
    await expect(again.card.note).toHaveValue('本期可读 #综述');
    await again.card.close();
    await again.reader.press('Shift+N');
    await expect(again.card.note).toHaveValue('全文要义');
    await again.card.close();
    await expect(again.marks.marks).toHaveCount(2);
  });
  await second.close();
});

test('a mark refers to another, both show it, and the link outlives the other mark', async ({ launch }) => {
  const launched = await launch();
  const { window, close } = launched;
  const desk = await openForReading(launched);
  await desk.reader.select('生态环境');
  await desk.reader.mark('1');
  await desk.reader.select('幸福感');
  await desk.reader.mark('2');
  await desk.press('l');
  const field = desk.card.card.getByRole('combobox', { name: '参见另一处标记' });
  await expect(field).toBeFocused();
  await window.keyboard.insertText('生態');
  await expect(desk.card.card.getByRole('option', { name: '「生态环境」' })).toBeVisible();
  expect(await seriousFaults(window)).toEqual([]);
  await desk.press('Enter');
  await desk.card.card.getByRole('button', { name: '参见 「生态环境」', exact: true }).press('Enter');
  const back = desk.card.card.getByRole('button', { name: '被 「幸福感」 参见' });
  await expect(back).toBeVisible();
  await desk.card.delete();
  await desk.reader.click('幸福感');
  await expect(desk.card.card.getByText('「生态环境」（已删除）')).toBeVisible();
  await close();
});

test('a tag is completed by its reading and its alias, and shows its colour', async ({ launch }) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await window.getByRole('banner').getByText('通读').click();
  await desk.reader.page.focus();
  await desk.reader.select('生态环境');
  await desk.reader.mark('1');
  await desk.press('t');
  await desk.card.addTag('学科/历史地理');
  await desk.press('Escape');

  await desk.press('Control+Shift+t');
  const dialog = window.getByRole('dialog', { name: '管理标签' });
  await dialog.getByRole('button', { name: '标签 学科/历史地理 的别名与颜色' }).press('Enter');
  await expect(dialog.getByRole('textbox', { name: '学科/历史地理 的别名' })).toBeFocused();
  await window.keyboard.insertText('沿革、舆地');
  await dialog.getByRole('combobox', { name: '学科/历史地理 的颜色' }).selectOption('花青');
  expect(await seriousFaults(window)).toEqual([]);
  await dialog.getByRole('button', { name: '改好' }).press('Enter');
  await expect(dialog.getByRole('img', { name: '花青' })).toBeVisible();
  await desk.press('Escape');
  await expect(desk.marks.zone.locator('.tag.stroke-indigo')).toHaveCount(1);

  await desk.reader.select('幸福感');
  await desk.reader.mark('2');
  await desk.press('t');
  await expect(desk.card.tagField).toBeFocused();
  for (const typed of ['lsdl', 'lishid', '舆地']) {
    await desk.card.tagField.fill(typed);
    await expect(desk.card.card.getByRole('option', { name: '学科/历史地理' })).toBeVisible();
  }
  await desk.press('Enter');
  await expect(desk.marks.zone.locator('.tag.stroke-indigo')).toHaveCount(2);
  await close();
});
