// Marks over the same words are drawn apart on paper, and as far apart as in the window.
import { expect, it } from 'vitest';
import type { MarkStyle } from '../../../src-core/annotation/annotation';
import { customHue } from '../../../src-core/annotation/custom-pigment';
import { metricsFromTable } from '../../../src-core/typesetting/latin-table';
import { layoutSheets } from '../../../src-main/export/pdf/impose';
import { filledBy, markShape } from '../../../src-main/export/pdf/mark-shape';
import { planSheet } from '../../../src-main/export/pdf/paper';
import { pigmentsOf } from '../../../src-main/export/pdf/pigments';
import { placeMarks, type PlacedMarks } from '../../../src-main/export/pdf/place-marks';
import { latinAdvanceTable } from '../../../src-main/fonts/latin-metrics';
import { placeMarks as placeInWindow } from '../../../src-renderer/annotations/mark-ranges';
import { fontsFolder, markWords } from './exporting';
import { tryingIssue } from './trying-issue';

const issue = tryingIssue();
const words = '这是第12次';

async function placed(
  direction: 'vertical' | 'horizontal',
  styles: readonly MarkStyle[],
): Promise<PlacedMarks> {
  const table = await latinAdvanceTable(fontsFolder);
  if (!table.ok) throw new Error('the fonts are missing');
  const { spec, tiers, geometry } = planSheet('A4', direction);
  const layout = layoutSheets(issue, spec, tiers, metricsFromTable(table.value), 0);
  return placeMarks(issue, marksOf(styles), layout, geometry);
}

function marksOf(styles: readonly MarkStyle[]) {
  return styles.map((style, at) => markWords(issue, words, { id: `m${at}`, style }));
}

/** Where the drawing of each mark's first piece begins across its line, in em out of the middle of the type. */
function across({ placed: marks }: PlacedMarks, direction: 'vertical' | 'horizontal'): readonly number[] {
  return marks.map(({ annotation, pieces: [piece] }) => {
    const line = piece?.lines[0];
    if (piece === undefined || line === undefined) throw new Error('a mark lies on no line');
    const { operators } = markShape(annotation, piece, { direction, pigments: pigmentsOf(customHue) });
    const [, x, y] = /(-?[\d.]+) (-?[\d.]+) m/u.exec(operators) ?? [];
    const { left, right, bottom, top } = line.quad;
    const out = direction === 'vertical' ? (left + right) / 2 - Number(x) : (bottom + top) / 2 - Number(y);
    return out / line.em;
  });
}

it.each(['vertical', 'horizontal'] as const)(
  'four lines over one passage stand apart, %s',
  async (direction) => {
    const outs = across(await placed(direction, ['underline', 'underline', 'wavy', 'underline']), direction);
    outs.slice(1).forEach((out, at) => expect(out - (outs[at] ?? NaN)).toBeGreaterThan(0.1));
  },
);

it('has the levels of the window', async () => {
  const styles: readonly MarkStyle[] = ['underline', 'emphasis', 'wavy', 'circle', 'box', 'strike', 'box'];
  for (const direction of ['vertical', 'horizontal'] as const) {
    const onPaper = await placed(direction, styles);
    const marks = new Map(marksOf(styles).map((mark) => [mark.annotationId, mark]));
    const inWindow = placeInWindow(issue, marks);
    expect(onPaper.placed.map(({ pieces }) => pieces.flatMap(({ lines }) => lines[0]?.level))).toEqual(
      inWindow.placed.map(({ pieces }) => pieces.map(({ level }) => level[direction])),
    );
  }
});

it('shows a third highlight over the same words as stripes, and each further one inside of it', async () => {
  const { placed: marks } = await placed('vertical', Array<MarkStyle>(6).fill('highlight'));
  const filled = marks.map(({ pieces: [piece] }) => {
    const line = piece?.lines[0];
    if (line === undefined) throw new Error('a mark lies on no line');
    const { left, right } = line.quad;
    return filledBy(line, 'vertical').map((rect) =>
      [rect.left, rect.right].map((x) => Math.round((12 * (x - left)) / (right - left))),
    );
  });
  expect(filled).toEqual([
    [[0, 12]],
    [[0, 12]],
    [
      [2, 3],
      [9, 10],
    ],
    [
      [3, 4],
      [8, 9],
    ],
    [
      [4, 5],
      [7, 8],
    ],
    [
      [5, 6],
      [6, 7],
    ],
  ]);
});
