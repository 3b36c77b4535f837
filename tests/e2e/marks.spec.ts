// The desk of marks as scholars work at it: many marks at once, by keyboard alone.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { sampleIssue } from '../builders/sample-issue';
import { buildMark } from '../renderer/marks';
import { expect, test, type Launched } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';
import { storeIssue } from './stored-issue';

/** Marks a character here and there, by caret and keys alone. */
async function markSome(desk: JianbaoWindow, count: number): Promise<void> {
  await desk.press('F7');
  await desk.press('ArrowLeft');
  await desk.press('ArrowLeft');
  for (let at = 1; at <= count; at++) {
    await desk.press('Shift+ArrowDown');
    await desk.press('Shift+ArrowDown');
    await desk.press(String(((at - 1) % 8) + 1));
    await expect(desk.marks.marks).toHaveCount(at);
    await desk.press('Escape');
    await desk.press('ArrowDown');
  }
}

async function focusList(desk: JianbaoWindow): Promise<void> {
  await desk.marks.list.focus();
  await expect(desk.marks.list).toBeFocused();
}

function clipboardOf({ electron }: Launched): Promise<string> {
  return electron.evaluate(({ clipboard }) => clipboard.readText());
}

async function seriousFaults(window: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** The first character of each column of a note. */
async function firstOfColumns(note: Locator): Promise<readonly string[]> {
  return note.evaluate((element) => {
    const text = element.firstChild;
    if (!(text instanceof Text)) return [];
    const rights = [...text.data].map((_, at) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return Math.round(range.getBoundingClientRect().right);
    });
    return [...text.data].filter((_, at) => rights[at] !== rights[at - 1]);
  });
}

/** Whether a note or its sign covers any of the text. */
function overlapsText(note: Locator): Promise<boolean> {
  return note.evaluate((element) => {
    const own = element.getBoundingClientRect();
    return [...document.querySelectorAll('.line')].some((line) => {
      const box = line.getBoundingClientRect();
      return box.left < own.right && box.right > own.left && box.top < own.bottom && box.bottom > own.top;
    });
  });
}

test('several marks are chosen, tagged, recoloured, removed and brought back by keyboard alone', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, close } = launched;
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await markSome(desk, 5);

  await focusList(desk);
  await test.step('a stretch of the list is chosen and tagged in one go', async () => {
    await desk.press('Home');
    for (let at = 1; at < 4; at++) await desk.press('Shift+ArrowDown');
    await expect(desk.marks.bulkBar).toContainText('已选 4 处');
    await desk.press('t');
    await window.keyboard.insertText('学习/环保');
    await desk.press('Enter');
    await expect(desk.marks.mark('学习/环保')).toHaveCount(4);
  });

  await test.step('all take one colour', async () => {
    await focusList(desk);
    await desk.press('Control+a');
    await desk.press('5');
    await expect(desk.marks.mark('花青')).toHaveCount(5);
  });
  expect(await seriousFaults(window)).toEqual([]);

  await test.step('all are removed; undo takes the steps back one after the other', async () => {
    await desk.press('Delete');
    await expect(desk.marks.marks).toHaveCount(0);
    await desk.press('Control+z');
    await expect(desk.marks.marks).toHaveCount(5);
    await desk.press('Control+z');
    await expect(desk.marks.mark('花青')).toHaveCount(1);
    await desk.press('Control+z');
    await expect(desk.marks.mark('学习/环保')).toHaveCount(0);
  });
  await close();
});

test('a hundred marks take a tag at once, and after a restart one undo takes it from all of them', async ({
  launch,
  folder,
}) => {
  const issue = sampleIssue();
  const hundred = Array.from({ length: 100 }, (_, at) =>
    buildMark(`m${at}`, [40 + at * 6, 44 + at * 6], { issueId: issue.issueId }),
  );
  await storeIssue(join(folder, 'library'), issue, hundred);
  const first = await launch();
  const desk = new JianbaoWindow(first.window);
  await first.window.locator('.issue-entry').first().click();
  await desk.reader.isReadable();
  await focusList(desk);
  await desk.press('Control+a');
  await expect(desk.marks.bulkBar).toContainText('已选 100 处');
  await desk.press('t');
  await first.window.keyboard.insertText('通读/初读');
  await desk.press('Enter');
  await desk.marks.filterByText('初读');
  await expect(desk.marks.zone.getByText('100 / 100')).toBeVisible();
  await first.close();

  const second = await launch();
  const again = new JianbaoWindow(second.window);
  await again.reader.isReadable();
  await expect(again.marks.mark('通读/初读').first()).toBeVisible();
  await expect(again.undo).toHaveAccessibleName(/100/u);
  await again.reader.press('Control+z');
  await expect(again.marks.mark('通读/初读')).toHaveCount(0);
  await again.marks.filterByText('初读');
  await expect(again.marks.marks).toHaveCount(0);
  await again.reader.press('Control+Shift+z');
  await expect(again.marks.mark('通读/初读').first()).toBeVisible();
  await second.close();
});

test('a removed mark is brought back from the list of the removed, after a restart too', async ({
  launch,
}) => {
  const first = await launch();
  const desk = new JianbaoWindow(first.window);
  await desk.reader.isReadable();
  await markSome(desk, 2);
  await focusList(desk);
  await desk.press('Home');
  await desk.press('Delete');
  await expect(desk.marks.marks).toHaveCount(1);
  await first.close();

  const second = await launch();
  const again = new JianbaoWindow(second.window);
  await again.reader.isReadable();
  await expect(again.marks.marks).toHaveCount(1);
  await again.marks.face('已删除').focus();
  await again.press('Enter');
  await expect(again.marks.marks).toHaveCount(1);
  expect(await seriousFaults(second.window)).toEqual([]);
  await second.window.getByRole('listbox', { name: '已删除的标记' }).focus();
  await again.press('Home');
  await again.press('Enter');
  await expect(second.window.getByText('没有删除过的标记。')).toBeVisible();
  // The list that had the focus is gone.
  await expect(again.marks.face('已删除')).toBeFocused();
  await again.press('ArrowLeft');
  await again.press('ArrowLeft');
  await expect(again.marks.marks).toHaveCount(2);
  await second.close();
});

test('a passage is quoted with its source, in three forms, by a key', async ({ launch }) => {
  const launched = await launch();
  const { window, electron, close } = launched;
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await desk.shelf.goTo('礼嘉镇运用第三方信用报告开展招投标');
  await expect.poll(() => desk.reader.shows('礼嘉镇')).toBe(true);
  await desk.reader.select('第三方信用报告');
  for (const [key, expected] of [
    ['Control+Shift+c', /^第三方信用报告\n.*礼嘉镇运用第三方信用报告开展招投标\[N\]\./u],
    ['Control+Alt+c', /^第三方信用报告\n.*《礼嘉镇运用第三方信用报告开展招投标》/u],
    ['Control+Shift+m', /^> 第三方信用报告\n>\n> —— /u],
  ] as const) {
    await electron.evaluate(({ clipboard }) => clipboard.clear());
    await desk.press(key);
    await expect.poll(() => clipboardOf(launched)).toMatch(expected);
  }
  expect(await clipboardOf(launched)).not.toContain('undefined');
  await close();
});

test('a style is laid over another, and tags come out of a note', async ({ launch }) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await markSome(desk, 1);
  await focusList(desk);
  await desk.press('Home');
  await desk.press('Shift+W');
  await expect(desk.marks.marks).toHaveCount(2);
  await expect(desk.marks.mark('波浪线')).toHaveCount(1);
  await desk.press('n');
  await expect(desk.card.note).toBeFocused();
  await window.keyboard.insertText('参看 #二十大，再议');
  await desk.press('Control+Enter');
  await expect(desk.marks.mark('参看').locator('.tag')).toHaveText(['二十大']);
  await close();
});

test('a tag is renamed, merged and deleted in the whole library, and undo takes it back', async ({
  launch,
}) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await markSome(desk, 2);
  await focusList(desk);
  for (const [key, tag] of [
    ['Home', '历史/近代'],
    ['End', '史学'],
  ] as const) {
    await desk.press(key);
    await desk.press('t');
    await expect(desk.card.tagField).toBeFocused();
    await window.keyboard.insertText(tag);
    await desk.press('Enter');
    await desk.press('Escape');
    await focusList(desk);
  }
  await desk.press('Control+Shift+t');
  const dialog = window.getByRole('dialog', { name: '管理标签' });
  expect(await seriousFaults(window)).toEqual([]);

  await dialog.getByRole('button', { name: '改名或移动标签 历史', exact: true }).press('Enter');
  await window.keyboard.insertText('史学');
  await expect(dialog.getByText('已有标签「史学」（1 处），将与它合并。')).toBeVisible();
  await desk.press('Enter');
  await expect(dialog.getByRole('status').last()).toContainText('1 处标记');
  await expect(desk.marks.zone.locator('.tag').filter({ hasText: '史学/近代' })).toHaveCount(1);

  await test.step('a deletion is taken back as a whole', async () => {
    await dialog.getByRole('button', { name: '删除标签 史学', exact: true }).press('Enter');
    await desk.press('Enter');
    await expect(desk.marks.zone.locator('.tag')).toHaveCount(0);
    await dialog.getByRole('button', { name: '全部改回去' }).press('Enter');
    await expect(desk.marks.zone.locator('.tag')).toHaveCount(2);
  });
  await dialog.getByRole('button', { name: '删除标签 史学', exact: true }).press('Enter');
  await expect(dialog.getByText('从 2 处标记上去掉「史学」和它下面的标签？')).toBeVisible();
  await desk.press('Enter');
  await expect(desk.marks.zone.locator('.tag')).toHaveCount(0);
  await desk.press('Escape');
  await expect(dialog).toBeHidden();
  await focusList(desk);
  await desk.press('Control+z');
  await expect(desk.marks.zone.locator('.tag')).toHaveCount(2);
  await expect(desk.marks.mark('史学/近代')).toHaveCount(1);
  // What was deleted and taken back, then the renaming.
  await desk.press('Control+z');
  await expect(desk.marks.zone.locator('.tag')).toHaveCount(0);
  await desk.press('Control+z');
  await expect(desk.marks.zone.locator('.tag')).toHaveCount(2);
  await desk.press('Control+z');
  await expect(desk.marks.mark('历史/近代')).toHaveCount(1);

  await test.step('a tag is moved in the tree by keys, and by hand', async () => {
    await desk.press('Control+Shift+t');
    await dialog.getByRole('button', { name: '近代', exact: true }).focus();
    await desk.press('Alt+ArrowLeft');
    const moved = dialog.locator('[data-tag="近代"]');
    await expect(moved).toBeFocused();
    await expect(desk.marks.mark('历史/近代')).toHaveCount(0);
    await moved.dragTo(dialog.getByRole('button', { name: '史学', exact: true }));
    await expect(desk.marks.mark('史学/近代')).toHaveCount(1);
  });
  await close();
});

test('a note is written in Markdown, read, and stands above its column, beside its passage, or behind a sign', async ({
  launch,
}) => {
  const { window, close } = await launch();
  const desk = new JianbaoWindow(window);
  await desk.reader.isReadable();
  await window.getByRole('banner').getByText('通读').click();
  await desk.reader.page.focus();
  await desk.reader.isReadable();
  await markSome(desk, 2);
  await desk.marks.marks.first().click();
  await expect(desk.card.card).toBeVisible();
  await desk.press('Escape');
  await expect(desk.card.card).toBeHidden();
  await focusList(desk);
  await desk.press('Home');
  await desk.press('n');
  await expect(desk.card.note).toBeFocused();
  await window.keyboard.insertText('**要点**：绿色\n\n- 水\n- 气 <b>粗</b>');
  await desk.card.card.getByRole('button', { name: '预览批注' }).press('Enter');
  await expect(desk.card.card.locator('strong')).toHaveText('要点');
  await expect(desk.card.card.getByRole('listitem')).toHaveText(['水', '气 <b>粗</b>']);
  expect(await seriousFaults(window)).toEqual([]);
  await desk.press('Escape');

  const headNote = window.locator('.head-note');
  await expect(headNote).toHaveText('要点：绿色 水 气 <b>粗</b>');
  expect(await overlapsText(headNote)).toBe(false);

  await test.step('旁批: between the columns, then in the list alone', async () => {
    await desk.press('Control+Shift+n');
    await expect(headNote).toHaveCount(0);
    const sideNote = window.locator('.side-note').first();
    await expect(sideNote).toHaveText(/^要点：绿色/u);
    expect(await overlapsText(sideNote)).toBe(false);
    await desk.press('Control+Shift+n');
    await expect(sideNote).toHaveCount(0);
    await desk.press('Control+Shift+n');
    await expect(headNote).toHaveCount(1);
  });

  await test.step('on the whole page a sign stands at its column, and shows it by key and by pointer', async () => {
    const sign = window.locator('.column-sign');
    const leaf = window.locator('.note-leaf');
    await desk.reader.press('Alt+1');
    await expect(sign).toHaveCount(1);
    expect(await overlapsText(sign)).toBe(false);
    await desk.press('Escape');
    for (let at = 0; at < 2 && (await leaf.count()) === 0; at++) await desk.press(']');
    await expect(leaf.locator('strong')).toHaveText('要点');
    await desk.press('Escape');
    await expect(leaf).toHaveCount(0);
    await sign.hover();
    await expect(leaf).toContainText('绿色');
    await sign.click();
    await expect(desk.card.note).toBeFocused();
  });

  await test.step('no column of 眉批 begins with a mark that ends words', async () => {
    await desk.card.note.fill('春日旧报刊，与《民国旧报》对照。');
    await desk.press('Alt+3');
    await expect(headNote).toHaveText('春日旧报刊，与《民国旧报》对照。');
    expect((await firstOfColumns(headNote)).filter((sign) => '，。》'.includes(sign))).toEqual([]);
  });
  await close();
});

test('an edit that was not saved when the window closed is saved when it opens again', async ({ launch }) => {
  const first = await launch();
  const desk = new JianbaoWindow(first.window);
  await desk.reader.isReadable();
  await markSome(desk, 1);
  // What the window keeps of an edit that the library refused until the end.
  const [issueFolder = ''] = await readdir(join(first.libraryFolder, 'issues'));
  await first.window.evaluate((issueId) => {
    const mark = document.querySelector('.mark-option')?.id.replace(/^mark-/u, '');
    const changes = { note: '差点丢了的批注' };
    const edit = { type: 'update', annotationId: mark, changes, at: new Date().toISOString() };
    localStorage.setItem('jianbao.unsaved-edits', JSON.stringify([{ kind: 'edit', issueId, edit }]));
  }, issueFolder);
  await first.close();

  const second = await launch();
  const again = new JianbaoWindow(second.window);
  await expect(again.marks.mark('差点丢了的批注')).toHaveCount(1);
  await expect(second.window.getByText('上次关闭时有 1 处改动没有存下')).toBeVisible();
  await second.close();
});
