// Where a note beside the text stands on paper: its number, and its lines before a tier in 竖排, behind one in 横排.
import type { TierPlan } from './impose';
import { toPaperRect, toPoint, type PageGeometry, type PaperRect, type Point } from './page-geometry';
import type { NoteBand } from './paper';
import type { PlannedNote } from './planned';

export type NotePlace = {
  /** The middle of the number, and its size in points. */
  readonly number: { readonly centre: Point; readonly size: number };
  /** Where the middle axis of each line starts. */
  readonly lines: readonly Point[];
  /** What number and lines take. */
  readonly rects: readonly PaperRect[];
};

/** Digits are so wide, in their own size. */
const digitWidth = 0.62;

/** Gives the place of a note. */
export function notePlace(
  { number, block, lines, tier }: PlannedNote,
  { geometry, tiers, band }: { geometry: PageGeometry; tiers: TierPlan; band: NoteBand },
): NotePlace {
  const isVertical = geometry.direction === 'vertical';
  const start = tier * (tiers.measure + tiers.gap);
  const inline = isVertical
    ? start - (band.gap + band.measure * band.size)
    : start + tiers.measure + band.gap;
  const centre = toPoint(geometry, inline - (isVertical ? 0.5 : 0.75), block + band.pitch / 2);
  const size = 0.6 * geometry.body;
  const half = { width: (String(number).length * digitWidth * size) / 2, height: size / 2 };
  return {
    number: { centre, size },
    lines: lines.map((line) => toPoint(geometry, inline, block + line.block + line.blockSize / 2)),
    rects: [
      {
        left: centre.x - half.width,
        right: centre.x + half.width,
        bottom: centre.y - half.height,
        top: centre.y + half.height,
      },
      ...lines.map((line) =>
        toPaperRect(geometry, {
          inline,
          block: block + line.block + (line.blockSize - band.size) / 2,
          inlineSize: (line.cells.at(-1)?.boxEnd ?? 0) * band.size,
          blockSize: band.size,
        }),
      ),
    ],
  };
}
