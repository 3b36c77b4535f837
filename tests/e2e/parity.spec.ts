// The window paints what the engine decides, to half a pixel: the lines of the issue are set here once more, from the fonts
// the PDF is made with, and compared with every rectangle the browser made.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test, type Launched } from './launch';
import { JianbaoWindow } from './pages/jianbao-window';
import { paintedLines, viewSize, type PaintedLine } from './painted-lines';
import { storeIssue } from './stored-issue';
import { longIssue } from '../builders/long-issue';
import { sampleIssue } from '../builders/sample-issue';
import type { Direction, Settings } from '../../src-core/ipc/contract';
import { metricsFromTable } from '../../src-core/typesetting/latin-table';
import { layoutIssue } from '../../src-core/typesetting/layout-issue';
import type { Cell, LatinMetrics } from '../../src-core/typesetting/model';
import { pointToOffset } from '../../src-core/typesetting/point-to-offset';
import { defaultSettings } from '../../src-core/ipc/default-settings';
import { openSettingsFile } from '../../src-main/application/settings-file';
import { latinAdvanceTable } from '../../src-main/fonts/latin-metrics';
import { hitTest } from '../../src-renderer/reader/hit-test';
import { capitalsOffset } from '../../src-renderer/reader/natural-height';
import { indexLines, type LineIndex, type PlacedLine } from '../../src-renderer/reader/line-index';
import { readingLayout } from '../../src-renderer/reader/reading-layout';

const settings = [
  { fontSize: 14, zoom: 1 },
  { fontSize: 18, zoom: 1.25 },
  { fontSize: 24, zoom: 0.8 },
] as const;
/** By how many pixels a key makes the text larger. */
const sizeStep = 2;
/** CSS pixels. */
const tolerance = 0.5;

for (const [name, issueOf] of [
  ['the sample', sampleIssue],
  ['an issue of 50,000 characters', () => longIssue(50_000)],
] as const) {
  for (const direction of ['vertical', 'horizontal'] as const) {
    test(`${name} is painted where the engine sets it, ${direction}`, async ({ launch, folder }) => {
      test.setTimeout(240_000);
      const issue = issueOf();
      await storeIssue(join(folder, 'library'), issue);
      const metrics = await bundledMetrics();
      let shown: number = settings[0].fontSize;
      const first = await writeSettings(join(folder, 'user-data'), direction, shown);
      const launched = await launch();
      const desk = new JianbaoWindow(launched.window);
      await desk.reader.isReadable();
      expect(await desk.reader.direction()).toBe(direction);
      for (const { fontSize, zoom } of settings) {
        await test.step(`${fontSize} px, zoom ${zoom}`, async () => {
          for (; shown < fontSize; shown += sizeStep) await desk.press('Control+=');
          await zoomTo(launched, zoom);
          const { spec, strip } = readingLayout({ ...first, fontSize }, await viewSize(launched.window));
          const index = indexLines(layoutIssue(issue, spec, metrics));
          const length = (index.blockSize + 2 * strip.marginBlock) * fontSize;
          await expect.poll(async () => (await stripLength(desk)) - length).toBeCloseTo(0, 0);
          const report = compare(index, await paintedLines(launched.window), fontSize);
          console.log(`${name}, ${direction}, ${fontSize} px × ${zoom}: ${JSON.stringify(report.figures)}`);
          expect(report.unpainted, 'lines of the engine that were not painted').toEqual([]);
          expect(report.unknown, 'painted lines that the engine has not').toEqual([]);
          expect(report.astray.slice(-20), 'cells away from their place').toEqual([]);
          expect(report.missed.slice(0, 20), 'carets that went elsewhere').toEqual([]);
          expect(report.figures.cells).toBeGreaterThan(issue.articles.length);
        });
      }
      await launched.close();
    });
  }
}

async function bundledMetrics(): Promise<LatinMetrics> {
  const table = await latinAdvanceTable(resolve('resources/fonts'));
  if (!table.ok) throw new Error(JSON.stringify(table.error));
  return metricsFromTable(table.value);
}

/** Decides how the start shows the text: all of it in one piece. */
async function writeSettings(userData: string, direction: Direction, fontSize: number): Promise<Settings> {
  await mkdir(userData, { recursive: true });
  const file = await openSettingsFile(join(userData, 'settings.json'), defaultSettings('zh-CN', ''), () => {
    throw new Error('the settings are damaged');
  });
  return file.write({
    direction,
    fontSize,
    view: 'issue',
    flow: 'scrolled',
    noteDisplay: 'list',
    place: null,
  });
}

/** How long the strip is that the text stands on, in CSS pixels: it tells that the text is set anew. */
function stripLength({ reader }: JianbaoWindow): Promise<number> {
  return reader.page
    .locator('.sheet')
    .evaluate((sheet) => Number.parseFloat(getComputedStyle(sheet).blockSize));
}

async function zoomTo({ electron, window }: Launched, zoom: number): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, factor) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor);
  }, zoom);
  await expect.poll(() => window.evaluate(() => devicePixelRatio)).toBeCloseTo(zoom, 5);
  // The page is set anew for a smaller view; what is painted after two frames is settled.
  await window.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

type Report = {
  readonly unpainted: string[];
  readonly unknown: string[];
  readonly astray: string[];
  readonly missed: string[];
  readonly figures: { cells: number; farthest: number; carets: number };
};

function compare(index: LineIndex, painted: readonly PaintedLine[], body: number): Report {
  const report: Report = {
    unpainted: [],
    unknown: [],
    astray: [],
    missed: [],
    figures: { cells: 0, farthest: 0, carets: 0 },
  };
  const waiting = new Map<string, PlacedLine[]>();
  for (const placed of index.lines) {
    const text = textOf(placed);
    waiting.set(text, [...(waiting.get(text) ?? []), placed]);
  }
  for (const line of painted) {
    const candidates = waiting.get(line.text) ?? [];
    const middle = line.box.block + line.box.blockSize / 2;
    const at = candidates.findIndex(
      ({ rect }) => Math.abs((rect.block + rect.blockSize / 2) * body - middle) <= tolerance,
    );
    const [placed] = at < 0 ? [] : candidates.splice(at, 1);
    if (placed === undefined) report.unknown.push(line.text);
    else compareLine(report, index, placed, line, body);
  }
  for (const left of waiting.values()) report.unpainted.push(...left.map(textOf));
  return report;
}

function compareLine(
  report: Report,
  index: LineIndex,
  placed: PlacedLine,
  line: PaintedLine,
  body: number,
): void {
  const { rect } = placed;
  const size = placed.line.size * body;
  let unit = 0;
  for (const cell of placed.line.cells) {
    const length = (cell.display ?? cell.text).length;
    const boxes = line.units.slice(unit, unit + length).filter((box) => box.inlineSize > 0);
    unit += length;
    if (boxes.length === 0) continue;
    const start = Math.min(...boxes.map((box) => box.inline));
    const end = Math.max(...boxes.map((box) => box.inline + box.inlineSize));
    const expected = rect.inline * body + cell.inline * size;
    const middle = (rect.block + rect.blockSize / 2) * body;
    const top = Math.min(...boxes.map((box) => box.block));
    const bottom = Math.max(...boxes.map((box) => box.block + box.blockSize));
    const across = [(top + bottom) / 2 - middle];
    // Figures side by side are as wide as the cell at most.
    if (cell.paint === 'combine') across.push(Math.max(0, bottom - top - size));
    const lift = cell.paint === 'combine' ? capitalsOffset(placed.line.face) * size * cell.scale : 0;
    const away = [...along(cell, start - expected + lift, end - expected + lift, size), ...across].map(
      Math.abs,
    );
    const farthest = Math.max(...away);
    report.figures.cells++;
    report.figures.farthest = Math.max(report.figures.farthest, farthest);
    if (farthest > tolerance) {
      report.astray.push(
        `${cell.text} (${cell.paint}) by ${away.map((pixels) => pixels.toFixed(2)).join(', ')} in ${line.text}`,
      );
    }
    if (cell.stops === undefined && cell.paint !== 'rule' && cell.advance > 0) {
      checkCaret(report, index, placed, cell, middle / body, size / body);
    }
  }
}

/** How far a cell's painted start and end, from where its glyph should start, are from their places. */
function along(cell: Cell, start: number, end: number, size: number): readonly number[] {
  const wanted = cell.advance * size;
  switch (cell.paint) {
    case 'combine':
      return [(start + end) / 2 - wanted / 2];
    case 'rotate':
      return cell.stops === undefined ? [(start + end) / 2 - wanted / 2] : [start, end - wanted];
    case 'rule':
      // The sign is drawn over the whole cell; its characters stand unseen in the middle.
      return [(start + end) / 2 - wanted / 2];
    case 'upright':
    case 'vertical':
      // A glyph that is narrower or wider than its cell stands in its middle; spread letters carry white behind them.
      return Math.abs(start) <= tolerance ? [start] : [(start + end) / 2 - wanted / 2];
  }
}

/** The engine's and the window's own hit test at a quarter before and behind the middle of the cell. */
function checkCaret(
  report: Report,
  index: LineIndex,
  placed: PlacedLine,
  cell: Cell,
  block: number,
  size: number,
): void {
  const quarter = (cell.boxEnd - cell.boxStart) / 4;
  const middle = (cell.boxStart + cell.boxEnd) / 2;
  if (quarter < 1e-6) return;
  for (const [position, wanted] of [
    [middle - quarter, cell.start],
    [middle + quarter, cell.end],
  ] as const) {
    const inline = placed.rect.inline + position * size;
    const hit = hitTest(index, { inline, block }, null);
    const start = index.pageStarts[placed.page] ?? 0;
    const place = pointToOffset(index.layout, placed.page, { inline, block: block - start });
    report.figures.carets++;
    if (hit?.articleId !== placed.articleId || hit.boundary !== wanted || place?.offset !== wanted) {
      report.missed.push(`${cell.text} at ${wanted}: ${hit?.boundary ?? 'none'}, ${place?.offset ?? 'none'}`);
    }
  }
}

function textOf({ line }: PlacedLine): string {
  return line.cells.map((cell) => cell.display ?? cell.text).join('');
}
