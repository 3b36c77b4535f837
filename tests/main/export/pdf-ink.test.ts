// Points 23 to 26 and 28 of the acceptance list, as far as fonts decide them: where the ink of a sign lies in its cell on
// the finished page, painted by another program.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Direction } from '../../../src-core/ipc/contract';
import type { TextFace } from '../../../src-core/typesetting/faces';
import { metricsFromTable } from '../../../src-core/typesetting/latin-table';
import { layoutSheets } from '../../../src-main/export/pdf/impose';
import { toPoint } from '../../../src-main/export/pdf/page-geometry';
import { planSheet } from '../../../src-main/export/pdf/paper';
import { latinAdvanceTable } from '../../../src-main/fonts/latin-metrics';
import { buildIssue } from '../../builders/issue';
import { renderPage, type RenderedPage } from '../../extract/render-page';
import { exported, fontsFolder, makeFolder } from './exporting';

/** Every sign between two characters that reach to no edge of their cells. */
const signs = ['，', '。', '、', '——', '……', '（', '）', '～', '“', '12', '100', '？！'] as const;
const issue = buildIssue([{ parts: [['paragraph', signs.map((sign) => `小${sign}小`).join('')]] }]);

const resolution = 576;

const settings = (['vertical', 'horizontal'] as const).flatMap((direction) =>
  (['song', 'hei', 'kai'] as const).map((textFace) => [direction, textFace] as const),
);

/** The ink within a cell: its bounds in em from the cell's start and from the middle of the line. */
type Ink = {
  readonly from: number;
  readonly to: number;
  /** Along the line, each piece of ink between two stretches of white. */
  readonly blobs: readonly { readonly from: number; readonly to: number; readonly across: number }[];
  /** To the left in 竖排, downwards in 横排, as the next line lies. */
  readonly least: number;
  readonly most: number;
};

let folder: Awaited<ReturnType<typeof makeFolder>>;
const pages = new Map<string, { page: RenderedPage; inkOf: (sign: string) => Ink }>();

beforeAll(async () => {
  folder = await makeFolder();
  const table = await latinAdvanceTable(fontsFolder);
  if (!table.ok) throw new Error('the fonts are missing');
  for (const [direction, textFace] of settings) {
    const target = join(folder.path, `${direction}-${textFace}.pdf`);
    await exported({ issue, direction, textFace, target });
    const page = await renderPage(target, 1, resolution);
    const { spec, tiers, geometry } = planSheet('A4', direction);
    const layout = layoutSheets(issue, { ...spec, textFace }, tiers, metricsFromTable(table.value), 0);
    const frames = layout.pages[0]?.frames ?? [];
    const pixels = resolution / 72;
    const inkOf = (sign: string): Ink => {
      for (const frame of frames) {
        for (const line of frame.lines) {
          const cell = line.cells.find(({ text }) => text === sign);
          if (cell === undefined) continue;
          const block = frame.rect.block + line.block + line.blockSize / 2;
          const start = toPoint(geometry, frame.rect.inline + line.inline + cell.inline, block);
          const em = geometry.body * pixels;
          const origin = { x: start.x * pixels, y: (geometry.height - start.y) * pixels };
          const isDark = (along: number, across: number): boolean => {
            const [x, y] =
              direction === 'vertical'
                ? [origin.x - across, origin.y + along]
                : [origin.x + along, origin.y + across];
            return page.pixel(Math.floor(x), Math.floor(y))[0] < 128;
          };
          // White that was cut from the cell belongs to the next.
          return measure(Math.min(cell.advance, cell.boxEnd - cell.inline) * em, em, isDark);
        }
      }
      throw new Error(`no cell holds ${sign}`);
    };
    pages.set(`${direction} ${textFace}`, { page, inkOf });
  }
}, 120_000);
afterAll(() => folder.remove());

function measure(length: number, em: number, isDark: (along: number, across: number) => boolean): Ink {
  const blobs: { from: number; to: number; least: number; most: number }[] = [];
  let isOpen = false;
  for (let along = 0.5; along < length; along++) {
    let least = Infinity;
    let most = -Infinity;
    for (let across = -em / 2 + 0.5; across < em / 2; across++) {
      if (!isDark(along, across)) continue;
      least = Math.min(least, across - 0.5);
      most = Math.max(most, across + 0.5);
    }
    if (least > most) {
      isOpen = false;
      continue;
    }
    const blob = isOpen ? blobs.at(-1) : undefined;
    if (blob === undefined) blobs.push({ from: along - 0.5, to: along + 0.5, least, most });
    else {
      blob.to = along + 0.5;
      blob.least = Math.min(blob.least, least);
      blob.most = Math.max(blob.most, most);
    }
    isOpen = true;
  }
  return {
    from: (blobs[0]?.from ?? NaN) / em,
    to: (blobs.at(-1)?.to ?? NaN) / em,
    least: Math.min(...blobs.map(({ least }) => least)) / em,
    most: Math.max(...blobs.map(({ most }) => most)) / em,
    blobs: blobs.map(({ from, to, least, most }) => ({
      from: from / em,
      to: to / em,
      across: (least + most) / 2 / em,
    })),
  };
}

function inkOf(direction: Direction, sign: string, textFace: TextFace = 'song'): Ink {
  const measured = pages.get(`${direction} ${textFace}`);
  if (measured === undefined) throw new Error('the page was not painted');
  return measured.inkOf(sign);
}

describe('point 23: Mainland marks', () => {
  it.each(['，', '。', '、'])('%s stands at the top right of its cell in 竖排', (mark) => {
    const { to, most } = inkOf('vertical', mark);
    expect(to).toBeLessThan(0.45);
    // Across is counted to the left.
    expect(most).toBeLessThan(0);
  });

  it.each(['，', '。', '、'])('%s stands at the foot left of its cell in 横排', (mark) => {
    const { to, least } = inkOf('horizontal', mark);
    expect(to).toBeLessThan(0.45);
    expect(least).toBeGreaterThan(0);
  });
});

describe('point 24: what turns with the line', () => {
  it.each(['（', '）'])('%s is wider than tall in 竖排', (bracket) => {
    const { from, to, least, most } = inkOf('vertical', bracket);
    expect(most - least).toBeGreaterThan(to - from);
  });

  it('～ is taller than wide in 竖排', () => {
    const { from, to, least, most } = inkOf('vertical', '～');
    expect(to - from).toBeGreaterThan(most - least);
  });
});

describe.each(settings)('%s, %s', (direction, textFace) => {
  it('point 25: —— is one unbroken stroke on the axis', () => {
    const { blobs, from, to, least, most } = inkOf(direction, '——', textFace);
    expect(blobs).toHaveLength(1);
    expect(Math.abs(blobs[0]?.across ?? NaN)).toBeLessThan(0.02);
    expect(to - from).toBeGreaterThan(1.85);
    // Of one thickness: nothing is wider where its halves meet.
    expect(most - least).toBeLessThan(0.12);
  });

  it('point 26: …… is six dots on the axis, as far from each other', () => {
    const { blobs } = inkOf(direction, '……', textFace);
    expect(blobs).toHaveLength(6);
    for (const { across } of blobs) expect(Math.abs(across)).toBeLessThan(0.02);
    const middles = blobs.map(({ from, to }) => (from + to) / 2);
    const steps = middles.slice(1).map((middle, at) => middle - (middles[at] ?? NaN));
    for (const step of steps) expect(step).toBeCloseTo(1 / 3, 1);
    expect((Math.min(...middles) + Math.max(...middles)) / 2).toBeCloseTo(1, 1);
  });
});

describe('point 28: figures set across', () => {
  it.each(['12', '100'])('%s is no wider than its cell, in the middle of the line', (figure) => {
    const { least, most, from, to } = inkOf('vertical', figure);
    expect(most - least).toBeLessThan(1);
    expect(Math.abs(least + most) / 2).toBeLessThan(0.04);
    expect(Math.abs((from + to) / 2 - 0.5)).toBeLessThan(0.04);
  });
});

describe('point 20: quotes', () => {
  it('“ is a corner bracket in 竖排: at the foot left of its cell', () => {
    const { from, least, most } = inkOf('vertical', '“');
    expect(from).toBeGreaterThan(0.4);
    expect(most - least).toBeGreaterThan(0.25);
  });
});
