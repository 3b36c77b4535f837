// The main job, as its user does it: import a page, read it set vertically, mark it, come back to find everything, and
// hand over a PDF that other programs can read.
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { z } from 'zod';
import type { Issue } from '../../src-core/publication/issue';
import { openLibrary } from '../../src-main/library/open-library';
import { extractors, openWithPdfJs, presentationForms, withoutWhiteSpace } from '../extract/extract-text';
import { runTool } from '../extract/run-tool';
import { expect, test } from './launch';
import { ImportDialog } from './pages/import-dialog';
import { JianbaoWindow } from './pages/jianbao-window';

const sample = resolve('resources/samples/wujin-2022-10-11.txt');

test('marks made in the window are there after a restart and in the PDF', async ({ launch, folder }) => {
  const first = await launch();
  const desk = new JianbaoWindow(first.window);
  await desk.reader.isReadable();

  await test.step('a page is imported and opens', async () => {
    const file = join(folder, '武进日报.txt');
    // Not the very file of the sample, which the shelf has already.
    await writeFile(file, `${await readFile(sample, 'utf8')}\n`);
    await first.answerDialogs({ open: [file] });
    await desk.shelf.importFiles();
    // The other issue is the sample that a first start brings.
    await expect(desk.shelf.issues).toHaveCount(2);
    // The issue stands on the shelf before the report does, which would lie over the page.
    const imported = new ImportDialog(first.window);
    await expect(imported.report).toContainText('导入了 1 个文件');
    await first.window.keyboard.press('Escape');
    await expect(imported.dialog).toBeHidden();
    await desk.reader.isReadable();
  });

  await test.step('a passage is marked with a key, and gets a note and a tag', async () => {
    await desk.reader.select('生态文明思想');
    await desk.reader.mark('1');
    await expect(desk.marks.marks).toHaveCount(1);
    await desk.press('n');
    await desk.card.writeNote('关键词：生态文明');
    await desk.card.addTag('规划');
    await desk.card.close();
    await expect(desk.marks.mark('关键词：生态文明')).toContainText('规划');
  });

  await test.step('another is marked from the bar, taken back and made again', async () => {
    await desk.reader.select('资源优配增效');
    await desk.reader.selectionBar.getByRole('button', { name: '石绿' }).click();
    await expect(desk.marks.marks).toHaveCount(2);
    await desk.press('Control+z');
    await expect(desk.marks.marks).toHaveCount(1);
    await desk.press('Control+Shift+z');
    await expect(desk.marks.marks).toHaveCount(2);
  });
  await first.close();

  const second = await launch();
  const again = new JianbaoWindow(second.window);
  await again.reader.isReadable();
  await test.step('everything is there, and what was done before the restart can be undone', async () => {
    expect(await again.marks.quotes()).toEqual(['生态文明思想', '资源优配增效']);
    await expect(again.marks.marks.first()).toContainText('关键词：生态文明');
    await again.reader.press('Control+z');
    await expect(again.marks.marks).toHaveCount(1);
    await again.reader.press('Control+y');
    await expect(again.marks.marks).toHaveCount(2);
  });
  await test.step('the marks go into a file for other programs', async () => {
    const table = join(folder, '标记.csv');
    await second.answerDialogs({ save: table });
    await again.reader.press('Control+Alt+e');
    await expect(second.window.getByRole('log', { name: '通知' })).toContainText('标记.csv');
    expect(await readFile(table, 'utf8')).toContain('关键词：生态文明');
  });
  const files = { 竖排: join(folder, 'vertical.pdf'), 横排: join(folder, 'horizontal.pdf') };
  for (const direction of ['竖排', '横排'] as const) {
    await second.answerDialogs({ save: files[direction] });
    const dialog = await again.openExport();
    await dialog.export({ direction, annotations: true, index: false });
    await dialog.close();
  }
  await second.close();

  const issue = await newestIssue(second.libraryFolder);
  for (const file of Object.values(files)) {
    await expectIssueText(file, issue);
    expect(await highlightNotes(file)).toEqual(['关键词：生态文明\n标签：规划', '']);
  }
});

test('the page opens vertically, moves the natural way, and keeps its place in 横排', async ({ launch }) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  expect(await desk.reader.direction()).toBe('vertical');
  await expect(desk.reader.page).toBeFocused();
  await expect(desk.reader.page).toHaveCSS('box-shadow', 'none');
  await expect.poll(() => desk.reader.shows('乔俊杰调研')).toBe(true);

  await test.step('a dialog gives the focus back to what had it', async () => {
    await desk.press('F1');
    await expect(window.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible();
    await desk.press('Escape');
    await expect(desk.reader.page).toBeFocused();
    const button = window.getByRole('button', { name: '导出 PDF' });
    await button.focus();
    await desk.press('Enter');
    await expect(desk.exportDialog.dialog).toBeVisible();
    await desk.press('Escape');
    await expect(button).toBeFocused();
  });

  await desk.shelf.goTo('市委联动巡察组进驻武进召开动员会');
  await expect.poll(() => desk.reader.shows('市委联动巡察组')).toBe(true);
  await desk.toggleDirection();
  await expect.poll(() => desk.reader.direction()).toBe('horizontal');
  await expect.poll(() => desk.reader.shows('市委联动巡察组')).toBe(true);
  await desk.reader.press('Control+t');
  await expect.poll(() => desk.reader.direction()).toBe('vertical');
  await expect.poll(() => desk.reader.shows('市委联动巡察组')).toBe(true);

  await desk.press('Alt+3');
  for (const [away, back] of [
    ['PageDown', 'Home'],
    ['Space', 'PageUp'],
    ['End', 'Home'],
  ] as const) {
    await desk.reader.press('Home');
    await expect.poll(() => desk.reader.position()).toBeLessThan(1);
    await desk.reader.press(away);
    await expect.poll(() => desk.reader.shows('乔俊杰调研')).toBe(false);
    await desk.reader.press(back);
    await expect.poll(() => desk.reader.shows('乔俊杰调研')).toBe(true);
  }
  await desk.reader.press('ArrowLeft');
  await expect.poll(() => desk.reader.position()).toBeGreaterThan(0);
  const onwards = await desk.reader.position();
  await desk.reader.page.hover();
  await window.mouse.wheel(0, 600);
  await expect.poll(() => desk.reader.position()).toBeGreaterThan(onwards);
  await close();
});

test('Enter that ends an input method’s composition submits nothing', async ({ launch }) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await desk.reader.select('生态文明思想');
  await desk.reader.mark('2');
  await desk.press('n');
  const { note, card } = desk.card;
  await expect(note).toBeFocused();
  const input = await window.context().newCDPSession(window);
  await input.send('Input.imeSetComposition', { text: 'gui hua', selectionStart: 7, selectionEnd: 7 });
  await input.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    windowsVirtualKeyCode: 229,
    modifiers: 2,
  });
  await expect(note).toBeFocused();
  await input.send('Input.insertText', { text: '规划' });
  await expect(note).toHaveValue('规划');
  await expect(card).toBeVisible();
  await desk.press('Control+Enter');
  await expect(desk.marks.mark('规划')).toHaveCount(1);

  await test.step('nor do keys of commands in the field of tags; what was composed is one tag', async () => {
    await desk.press('t');
    const { tagField } = desk.card;
    await expect(tagField).toBeFocused();
    await input.send('Input.imeSetComposition', { text: 'hu', selectionStart: 2, selectionEnd: 2 });
    for (const key of ['Enter', 'Delete', '1', 'Escape', 'z']) {
      await input.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key,
        windowsVirtualKeyCode: 229,
        modifiers: key === 'z' ? 2 : 0,
      });
    }
    await expect(tagField).toBeFocused();
    await input.send('Input.insertText', { text: '湖' });
    await expect(tagField).toHaveValue('湖');
    await desk.press('Enter');
    await expect(desk.marks.mark('规划').locator('.tag')).toHaveText(['湖']);
    await expect(desk.marks.mark('朱砂')).toHaveCount(1);
  });
  await close();
});

test('axe finds nothing serious on the desk, in both directions', async ({ launch }) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await desk.reader.select('生态文明思想');
  await desk.reader.mark('1');
  for (const direction of ['vertical', 'horizontal'] as const) {
    await expect.poll(() => desk.reader.direction()).toBe(direction);
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    await desk.toggleDirection();
  }
  await close();
});

/** Five programs must read the articles' text, in reading order, as the source has it. */
async function expectIssueText(file: string, issue: Issue): Promise<void> {
  const source = withoutWhiteSpace(issue.articles.map((article) => article.text).join('\n'));
  for (const { name, extract } of extractors) {
    const text = withoutWhiteSpace(await extract(file));
    // The page numbers stand outside the articles.
    expect(text.replace(/第\d+页/gu, ''), name).toBe(source);
    expect(text, name).not.toMatch(presentationForms);
  }
  expect((await runTool('qpdf', ['--check', file])).toString()).toContain(
    'No syntax or stream encoding errors found',
  );
}

const pageAnnotations = z.array(
  z.object({ subtype: z.string(), contentsObj: z.object({ str: z.string() }).optional() }),
);

async function highlightNotes(file: string): Promise<readonly string[]> {
  const document = await openWithPdfJs(file);
  const notes: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const annotations = pageAnnotations.parse(await (await document.getPage(number)).getAnnotations());
    for (const { subtype, contentsObj } of annotations) {
      if (subtype === 'Highlight') notes.push(contentsObj?.str ?? '');
    }
  }
  await document.loadingTask.destroy();
  return notes;
}

async function newestIssue(libraryFolder: string): Promise<Issue> {
  const opened = await openLibrary(libraryFolder, {
    now: () => '2026-01-01T00:00:00.000Z',
    newId: () => 'reader',
    holder: 'cli',
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const library = opened.value;
  try {
    const listed = await library.issues();
    const summaries = listed.ok ? [...listed.value] : [];
    const newest = summaries.sort((a, b) => a.imported.localeCompare(b.imported)).at(-1);
    const issue = newest === undefined ? undefined : await library.readIssue(newest.issueId);
    if (issue?.ok !== true) throw new Error('the library has no issue that can be read');
    return issue.value;
  } finally {
    await library.close();
  }
}
