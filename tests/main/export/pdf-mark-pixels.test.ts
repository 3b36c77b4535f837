// Highlights lie on their characters and nowhere else, in every program that shows the page: where they overlap, too,
// and whether they are annotations or painted into the page.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MarkColor } from '../../../src-core/annotation/annotation';
import type { Direction } from '../../../src-core/ipc/contract';
import { metricsFromTable } from '../../../src-core/typesetting/latin-table';
import { layoutSheets } from '../../../src-main/export/pdf/impose';
import { planSheet } from '../../../src-main/export/pdf/paper';
import { placeMarks } from '../../../src-main/export/pdf/place-marks';
import { latinAdvanceTable } from '../../../src-main/fonts/latin-metrics';
import { renderers, type RenderedPage } from '../../extract/render-page';
import { exported, fontsFolder, makeFolder, markWords } from './exporting';
import { tryingIssue } from './trying-issue';

const resolution = 72;
const issue = tryingIssue();
/** Over several lines, with digits and Latin of every kind in it, and one half in, half out of another. */
const marks = (
  [
    ['malachite', '这是第12次——要在1949年至2022年间，把“GDP”与“人均收入”一并考虑……同比增长3.5%，其中Boeing'],
    ['gamboge', '这是第19次——要在1949年至2022年间'],
    [
      'indigo',
      '2022年间，把“GDP”与“人均收入”一并考虑……同比增长3.5%，其中Boeing公司占12.75%，约￥1,250万元。《书》（注）',
    ],
  ] as const
).map(([color, words], at) => markWords(issue, words, { id: `m${at}`, color, author: '王小明' }));
const pigments: { readonly [C in MarkColor]?: readonly [number, number, number] } = {
  malachite: [0xb9, 0xdd, 0xbe],
  gamboge: [0xf5, 0xde, 0x7a],
  indigo: [0xb3, 0xd3, 0xe6],
};

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
type Highlight = { readonly color: readonly [number, number, number]; readonly boxes: readonly Box[] };

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

/** Where the marks on the first page must lie, in pixels. */
async function highlightsOn(direction: Direction): Promise<readonly Highlight[]> {
  const table = await latinAdvanceTable(fontsFolder);
  if (!table.ok) throw new Error('the fonts are missing');
  const { spec, tiers, geometry } = planSheet('A4', direction);
  const layout = layoutSheets(issue, spec, tiers, metricsFromTable(table.value), 0);
  const scale = resolution / 72;
  return placeMarks(issue, marks, layout, geometry).placed.map(({ annotation, pieces }) => ({
    color: pigments[annotation.color] ?? [0, 0, 0],
    boxes: pieces
      .filter(({ page }) => page === 0)
      .flatMap(({ lines }) => lines)
      .map(({ quad }) => ({
        left: quad.left * scale,
        right: quad.right * scale,
        top: (geometry.height - quad.top) * scale,
        bottom: (geometry.height - quad.bottom) * scale,
      })),
  }));
}

function lies(boxes: readonly Box[], x: number, y: number, margin: number): boolean {
  return boxes.some(
    (box) =>
      x > box.left + margin &&
      x + 1 < box.right - margin &&
      y > box.top + margin &&
      y + 1 < box.bottom - margin,
  );
}

/** Which part of what changed is on the characters, and which part of the characters' white has its colour. */
function measure(before: RenderedPage, after: RenderedPage, highlights: readonly Highlight[]) {
  const all = highlights.flatMap(({ boxes }) => boxes);
  let changed = 0;
  let inside = 0;
  let white = 0;
  let covered = 0;
  for (let y = 0; y < before.height; y++) {
    for (let x = 0; x < before.width; x++) {
      const old = before.pixel(x, y);
      const now = after.pixel(x, y);
      if (old.some((value, part) => Math.abs(value - (now[part] ?? 0)) > 1)) {
        changed++;
        // An edge may be drawn to the next whole pixel.
        if (lies(all, x, y, -1.5)) inside++;
      }
      const over = highlights.filter(({ boxes }) => lies(boxes, x, y, 0.5));
      // At the edge of one highlight within another it is open which colour a pixel has.
      const isEdge = highlights.some((one) => !over.includes(one) && lies(one.boxes, x, y, -1.5));
      if (over.length === 0 || isEdge || old.some((value) => value !== 255)) continue;
      white++;
      const wanted = [0, 1, 2].map((part) =>
        over.reduce((value, { color }) => (value * (color[part] ?? 0)) / 255, 255),
      );
      if (wanted.every((value, part) => Math.abs(value - (now[part] ?? 0)) <= 4)) covered++;
    }
  }
  return { changed, inside: inside / changed, covered: covered / white };
}

describe.each(['vertical', 'horizontal'] as const)('a highlight in %s setting', (direction) => {
  it('covers its characters and nothing else, as an annotation, painted, and both', async () => {
    const bare = join(folder.path, `${direction}.pdf`);
    await exported({ issue, direction, target: bare });
    const files: [string, string][] = [];
    for (const made of ['live', 'painted', 'both'] as const) {
      const target = join(folder.path, `${direction}-${made}.pdf`);
      await exported({ issue, direction, annotations: marks, marks: made, target });
      files.push([made, target]);
    }
    const highlights = await highlightsOn(direction);
    for (const { boxes } of highlights) expect(boxes.length).toBeGreaterThan(0);
    for (const { name, render } of renderers) {
      const before = await render(bare, 1, resolution);
      for (const [made, file] of files) {
        const found = measure(before, await render(file, 1, resolution), highlights);
        expect(found.changed, `${name}, ${made}`).toBeGreaterThan(2000);
        expect(found.inside, `${name}, ${made}: the changed is on the characters`).toBeGreaterThanOrEqual(
          0.99,
        );
        expect(found.covered, `${name}, ${made}: the characters are covered`).toBeGreaterThanOrEqual(0.99);
      }
    }
  });
});
