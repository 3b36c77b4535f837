// The export dialog, by keyboard alone: choose, look, save, keep the choices under a name, and find them again.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { importedSample } from '../builders/imported-sample';
import { extractByPoppler, openWithPdfJs, withoutWhiteSpace } from '../extract/extract-text';
import { expect, test } from './launch';
import { ImportDialog } from './pages/import-dialog';
import { JianbaoWindow } from './pages/jianbao-window';

const counted = /^第 \d+ 页，共 \d+ 页$/u;

test('an export is chosen, looked at, saved and remembered', async ({ launch, folder }) => {
  const first = await launch();
  const { window } = first;
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await desk.reader.select('生态文明思想');
  await desk.reader.mark('1');
  await desk.press('Control+e');
  const dialog = window.getByRole('dialog', { name: '导出 PDF' });
  const preview = dialog.getByRole('region', { name: '预览' });
  await expect(dialog.getByRole('button', { name: '导出…' })).toBeFocused();

  await test.step('the first page shows; other paper makes other pages', async () => {
    await expect(preview.getByRole('img', { name: '第 1 页的样子' })).toBeVisible({ timeout: 30_000 });
    const before = await preview.getByText(counted).innerText();
    await tabTo(window, dialog.getByRole('radio', { name: 'A4' }));
    // So quick a stroke that it is over before the focus has moved.
    await dialog.getByRole('radio', { name: 'A4' }).evaluate((radio) => {
      for (const type of ['keydown', 'keyup']) {
        radio.dispatchEvent(new KeyboardEvent(type, { key: 'ArrowRight', bubbles: true, cancelable: true }));
      }
    });
    await expect(dialog.getByRole('radio', { name: 'A5' })).toBeChecked();
    await expect(preview.getByText(counted)).not.toHaveText(before, { timeout: 30_000 });
    await window.keyboard.press('PageDown');
    await expect(preview.getByRole('img', { name: '第 2 页的样子' })).toBeVisible();
  });

  await test.step('axe finds nothing serious', async () => {
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });

  await test.step('the choices are kept under a name', async () => {
    await tabTo(window, dialog.getByRole('button', { name: '存为预设…' }));
    await window.keyboard.press('Enter');
    await window.keyboard.insertText('小册子');
    await window.keyboard.press('Enter');
    await expect(dialog.getByRole('combobox', { name: '预设' })).toHaveValue('own/小册子');
  });

  await test.step('a target that cannot be written is said, and can be chosen again', async () => {
    await first.answerDialogs({ save: join(folder, 'nowhere', '小册子.pdf') });
    await tabTo(window, dialog.getByRole('button', { name: '导出…' }));
    await window.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('小册子.pdf');
  });

  await test.step('the file has the pages that were shown', async () => {
    const shown = /共 (\d+) 页/.exec(await preview.getByText(counted).innerText())?.[1];
    const file = join(folder, '小册子.pdf');
    await first.answerDialogs({ save: file });
    await tabTo(window, dialog.getByRole('button', { name: '导出…' }));
    await window.keyboard.press('Enter');
    await expect(dialog.getByText('已导出')).toBeVisible({ timeout: 60_000 });
    const document = await openWithPdfJs(file);
    expect(String(document.numPages)).toBe(shown);
    await document.loadingTask.destroy();
    await window.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  });
  await first.close();

  const second = await launch();
  const again = new JianbaoWindow(second.window);
  await again.reader.isReadable();
  await again.press('Control+e');
  const reopened = second.window.getByRole('dialog', { name: '导出 PDF' });
  await expect(reopened.getByRole('combobox', { name: '预设' })).toHaveValue('own/小册子');
  await expect(reopened.getByRole('radio', { name: 'A5' })).toBeChecked();

  await test.step('whole pages say where they print notes that have no room beside their passages', async () => {
    await reopened.getByRole('combobox', { name: '预设' }).selectOption('报纸版面 A3');
    const notes = reopened.getByRole('radiogroup', { name: '批注印在' });
    await expect(notes).not.toHaveAccessibleDescription(/./);
    await notes.getByRole('radio', { name: '旁批' }).click();
    await expect(notes).toHaveAccessibleDescription(/旁批印在版心上方/);
    await reopened.getByRole('combobox', { name: '预设' }).selectOption('报纸版面 A3');
  });

  await test.step('the preset of whole pages makes one sheet, whose text is the issue’s', async () => {
    const file = join(folder, '版面.pdf');
    await second.answerDialogs({ save: file });
    await reopened.getByRole('button', { name: '导出…' }).click();
    await expect(reopened.getByText('已导出')).toBeVisible({ timeout: 60_000 });
    const document = await openWithPdfJs(file);
    expect(document.numPages).toBe(1);
    const [, , width, height] = (await document.getPage(1)).view;
    expect([width, height].map((points) => Math.round((Number(points) / 72) * 25.4))).toEqual([297, 420]);
    await document.loadingTask.destroy();
    const text = importedSample().articles.map((article) => article.text);
    expect(withoutWhiteSpace(await extractByPoppler(file))).toBe(withoutWhiteSpace(text.join('\n')));
    await second.window.keyboard.press('Enter');
    await expect(reopened).toBeHidden();
  });
  await second.close();
});

test('an export under way is cancelled at once, and the old file stays', async ({ launch, folder }) => {
  const { window, answerDialogs, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  const sample = await readFile(resolve('resources/samples/wujin-2022-10-11.txt'), 'utf8');
  const long = join(folder, '合订本.txt');
  await writeFile(long, `${sample}\n`.repeat(40));
  await answerDialogs({ open: [long] });
  await desk.shelf.importFiles();
  await expect(desk.shelf.issues).toHaveCount(2);
  // The issue stands on the shelf before the report does, which would lie over the page.
  const imported = new ImportDialog(window);
  await expect(imported.report).toContainText('导入了 1 个文件');
  await window.keyboard.press('Escape');
  await expect(imported.dialog).toBeHidden();
  const file = join(folder, '旧.pdf');
  await writeFile(file, 'the old file');
  await answerDialogs({ save: file });
  await desk.press('Control+e');
  const dialog = window.getByRole('dialog', { name: '导出 PDF' });
  await dialog.getByRole('button', { name: '导出…' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/正在写第 \d+ 页/, { timeout: 60_000 });
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog.getByRole('button', { name: '导出…' })).toBeVisible();
  expect(await readFile(file, 'utf8')).toBe('the old file');
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  await close();
});

/** Presses Tab until the element has the focus. */
async function tabTo(window: Page, element: Locator): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await element.evaluate((shown) => shown === shown.ownerDocument.activeElement)) return;
    await window.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}
