// The acceptance list of vertical typesetting in the window, held by the ink of its own pixels; pdf-points.test.ts asks the same
// of paper.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Settings } from '../../src-core/ipc/contract';
import { defaultSettings } from '../../src-core/ipc/default-settings';
import type { Issue } from '../../src-core/publication/issue';
import { openSettingsFile } from '../../src-main/application/settings-file';
import {
  inkPoints,
  measure,
  pointParagraphs,
  pointsIssue,
  pointsMarks,
  pointStyles,
} from '../builders/points-issue';
import { sampleIssue } from '../builders/sample-issue';
import type { PageInk } from '../extract/page-ink';
import { pointsOfPage } from '../extract/points-of-page';
import { expect, test, type Launched } from './launch';
import { ask } from './security/messages';
import { JianbaoWindow } from './pages/jianbao-window';
import { storeIssue } from './stored-issue';

const fontSize = 22;
const linePitch = 170;

test('the page is as the points of the list say, in two styles', async ({ launch, folder }) => {
  const issues = { plain: pointsIssue('plain'), other: pointsIssue('other') };
  for (const issue of Object.values(issues)) {
    await storeIssue(join(folder, 'library'), issue, pointsMarks(issue));
  }
  await storeIssue(join(folder, 'library'), sampleIssue());
  await writeSettings(join(folder, 'user-data'), settingsOf('plain', issues.plain));
  const launched = await launch();
  const { window, electron } = launched;
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, width: 1600, height: 1200 });
  });
  await holdsPoints(launched, 'plain');
  expect(await ask(window, 'call', 'settings.write', settingsOf('other', issues.other))).toMatchObject({
    ok: true,
  });
  await window.reload();
  const desk = new JianbaoWindow(window);
  await window.getByRole('button', { name: '显示书架' }).click();
  await desk.shelf.openIssue('10月12日');
  await window.getByRole('button', { name: '收起书架' }).click();
  await holdsPoints(launched, 'other');
  await holdsFurniture(launched);
  await knowsSameWords(launched);
  await launched.close();
});

type Style = keyof typeof pointStyles;

/** A page of text alone, as long as its article, in two tiers of twenty characters. */
function settingsOf(style: Style, { issueId, articles: [article] }: Issue): Partial<Settings> {
  if (article === undefined) throw new Error('the issue has no article');
  const { region, prohibition, fourDigits, titles } = pointStyles[style];
  return {
    view: 'issue',
    flow: 'scrolled',
    theme: 'white',
    noteDisplay: 'list',
    shelfOpen: false,
    marksOpen: false,
    fontSize,
    linePitch,
    charactersPerLine: measure,
    tiers: 2,
    punctuation: region,
    prohibition,
    digits: fourDigits,
    titles,
    place: { issueId, articleId: article.articleId, offset: 0 },
  };
}

async function writeSettings(userData: string, settings: Partial<Settings>): Promise<void> {
  await mkdir(userData, { recursive: true });
  const file = await openSettingsFile(join(userData, 'settings.json'), defaultSettings('zh-CN', ''), () => {
    throw new Error('the settings are damaged');
  });
  await file.write(settings);
}

async function holdsPoints(launched: Launched, style: Style): Promise<void> {
  const { reader } = new JianbaoWindow(launched.window);
  // The window may still be setting the page anew for its size and faces.
  await expect(async () => {
    await reader.isReadable();
    const page = { ink: await inkOf(launched), pitch: linePitch / 100, gap: 2, rows: Infinity, style };
    const { wrong, points } = pointsOfPage(page, pointParagraphs[style]);
    expect(wrong).toEqual([]);
    expect([...points].sort((one, other) => one - other)).toEqual(inkPoints[style]);
  }).toPass({ timeout: 10_000 });
  // Point 22: the author's own characters, no forms for presentation and no radicals.
  expect(await reader.page.innerText()).not.toMatch(/[\uFE10-\uFE19\uFE30-\uFE4F\u2E80-\u2FDF]/u);
}

/** Point 40: the masthead stands where reading starts, at the upper right of its page, and is in nobody's text. */
async function holdsFurniture({ window }: Launched): Promise<void> {
  const desk = new JianbaoWindow(window);
  await window.getByRole('button', { name: '显示书架' }).click();
  await desk.shelf.openIssue('武进日报');
  await window.getByRole('button', { name: '收起书架' }).click();
  await window.getByRole('radio', { name: '版面' }).click();
  const masthead = window.locator('.furniture.is-masthead');
  await expect.poll(async () => (await masthead.allInnerTexts()).join('')).toContain('武进日报');
  const beyond = await masthead.first().evaluate((name) => {
    const { right } = name.getBoundingClientRect();
    const lines = [...document.querySelectorAll('[data-zone="page"] .line')].map((line) =>
      line.getBoundingClientRect(),
    );
    return lines.filter((line) => line.left >= right).length;
  });
  expect(beyond, 'lines to the right of the masthead').toBe(0);
  expect(await desk.reader.page.ariaSnapshot()).not.toMatch(/武\s*进\s*日\s*报/u);
}

/** Headlines part between words: the window's dictionary is that of plain Node, which the command line runs on. */
async function knowsSameWords({ window }: Launched): Promise<void> {
  const text = sampleIssue()
    .articles.map((article) => article.text)
    .join('\n');
  const inWindow = await window.evaluate(
    (words) =>
      [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(words)].map(({ segment }) => segment),
    text,
  );
  const here = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)];
  expect(inWindow).toEqual(here.map(({ segment }) => segment));
}

/** The ink of the page as it stands in the window, in em from the start of its type area. */
async function inkOf({ electron, window }: Launched): Promise<PageInk> {
  const { x: right, y: top } = await window.locator('.type-area').evaluate((area) => {
    const box = area.getBoundingClientRect();
    return { x: box.right, y: box.top };
  });
  const shot = await electron.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return picture?.toPNG().toString('base64') ?? '';
  });
  const { data, width, height } = PNG.sync.read(Buffer.from(shot, 'base64'));
  const lightness = (x: number, y: number): number => {
    if (x < 0 || y < 0 || x >= width || y >= height) return 255;
    const at = (Math.floor(y) * width + Math.floor(x)) * 4;
    return Math.min(data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255);
  };
  return {
    dark: (inline, block) => 1 - lightness(right - block * fontSize, top + inline * fontSize) / 255,
    step: 1 / fontSize,
  };
}
