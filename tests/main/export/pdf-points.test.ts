// The acceptance list of vertical typesetting on paper, held by the ink that another program paints.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toPoint, type PageGeometry } from '../../../src-main/export/pdf/page-geometry';
import { planSheet } from '../../../src-main/export/pdf/paper';
import {
  inkPoints,
  measure,
  pointParagraphs,
  pointsIssue,
  pointsMarks,
  pointStyles,
} from '../../builders/points-issue';
import { buildIssue } from '../../builders/issue';
import { blobsIn, type PageInk } from '../../extract/page-ink';
import { pointsOfPage } from '../../extract/points-of-page';
import { renderPage } from '../../extract/render-page';
import { runTool } from '../../extract/run-tool';
import { exported, makeFolder } from './exporting';

/** On which two tiers of twenty characters stand, in millimetres. */
const papers = { plain: { width: 250, height: 200 }, other: { width: 200, height: 200 } };
const resolution = 288;

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

it.each(['plain', 'other'] as const)(
  'the page is as the points of the list say, in the %s style',
  async (style) => {
    const issue = pointsIssue(style);
    const paperSize = papers[style];
    const target = join(folder.path, `${style}.pdf`);
    await exported({ issue, annotations: pointsMarks(issue), paperSize, style: pointStyles[style], target });
    const { tiers, spec, geometry } = planSheet(paperSize, 'vertical');
    expect(tiers).toMatchObject({ count: 2, measure });
    const ink = await inkOf(target, geometry);
    const rows = Math.round(spec.blockSize / spec.linePitch);
    const { wrong, points } = pointsOfPage(
      { ink, pitch: spec.linePitch, gap: tiers.gap, rows, style },
      pointParagraphs[style],
    );
    expect(wrong).toEqual([]);
    expect([...points].sort((one, other) => one - other)).toEqual(inkPoints[style]);
    const text = (await runTool('pdftotext', [target, '-'])).toString();
    // Point 22: the author's own characters, no forms for presentation and no radicals.
    expect(text).not.toMatch(/[\uFE10-\uFE19\uFE30-\uFE4F\u2E80-\u2FDF]/u);
  },
);

it('point 23: marks stand in the middle of their cells in 横排 too, where the style asks for it', async () => {
  const issue = buildIssue([{ parts: [['paragraph', '国，国。国、国']] }]);
  const target = join(folder.path, 'horizontal.pdf');
  await exported({ issue, direction: 'horizontal', style: pointStyles.other, target });
  const { spec, geometry } = planSheet('A4', 'horizontal');
  const band = { from: 2, to: 9, least: -0.5, most: 0.5 };
  const blobs = blobsIn(await inkOf(target, geometry), 0, spec.linePitch / 2, band);
  const marks = blobs.filter(({ from, to }) => to - from < 0.5);
  expect(marks).toHaveLength(3);
  for (const [at, { middle, centre }] of marks.entries()) {
    expect(Math.abs(middle - 3.5 - 2 * at)).toBeLessThan(0.13);
    expect(Math.abs(centre)).toBeLessThan(0.13);
  }
});

/** The ink of a PDF's first page in em from the start of its type area. */
async function inkOf(file: string, geometry: PageGeometry): Promise<PageInk> {
  const picture = await renderPage(file, 1, resolution);
  const pixels = resolution / 72;
  const em = geometry.body * pixels;
  const dark = (inline: number, block: number): number => {
    const { x, y } = toPoint(geometry, inline, block);
    const [red, green, blue] = picture.pixel(
      Math.floor(x * pixels),
      Math.floor((geometry.height - y) * pixels),
    );
    return 1 - Math.min(red, green, blue) / 255;
  };
  return { dark, step: 1 / em };
}
