// Walls of unseen spaces in the white between the columns of a page in 横排.
//
// poppler draws a block of text out from side to side as far as nothing stands beside it, and reads it after all that
// stands above the wider block; and of blocks in two columns whose edges agree it makes a table, to be read row by row. A
// wall from the head of the page to its foot bars both: nothing is drawn out through it, and what stands nearest beside
// any block is the wall, which is no cell of a table. Vertical pages need no walls: tiers lie below one another.
import type { PageLayout } from '../../../src-core/typesetting/model';
import type { TierPlan } from './impose';
import type { LineSetting } from './paint-line';
import { toPoint, type PageGeometry } from './page-geometry';
import type { ShownLine } from './text-object';
import { inkCarrier } from './unseen-spaces';

/** So small, in em of the body, that poppler never takes a wall and text beside it for one block. */
const wallSize = 0.2;

/** From one row of a wall to the next, in its own size: a little less than would part it for poppler. */
const pitch = 1.4;

/** Gives the rows of a wall behind each column that another one follows. */
export function columnWalls(
  { faces, resources, geometry, tiers }: LineSetting & { geometry: PageGeometry; tiers: TierPlan },
  { frames, blockSize }: PageLayout,
): readonly ShownLine[] {
  const furthest = Math.max(...frames.map(({ rect }) => rect.inline));
  const behind = Array.from({ length: tiers.count - 1 }, (_, tier) => tier * (tiers.measure + tiers.gap))
    .map((start) => start + tiers.measure + tiers.gap / 2)
    .filter((place) => place < furthest);
  const { font, glyph } = faces.findCarrier('song', inkCarrier);
  const size = wallSize * geometry.body;
  // Doubled, since a single space is nothing to poppler.
  const space = {
    font,
    code: font.code(glyph, '  ', null),
    isVisible: false,
    reach: size,
    at: -size / 2,
    after: NaN,
  };
  const count = Math.ceil((blockSize + 1) / (pitch * wallSize));
  return behind.flatMap((place) =>
    Array.from({ length: count }, (_, row) => ({
      direction: geometry.direction,
      resources,
      size,
      origin: toPoint(geometry, place, row * pitch * wallSize - 0.5),
      shown: [space],
    })),
  );
}
