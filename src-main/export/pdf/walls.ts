// Rows and walls of unseen words that part a horizontal page for poppler, one made up as a whole 版面 and one in columns. A
// row as long as both stands between what follows each other: else a column beside what stands lower would be read before
// the rest of what stands higher. A wall stands between what is side by side: poppler draws each block out as far as nothing
// is beside it, and makes a table, to be read row by row, of blocks in two columns whose edges agree; nothing is drawn out
// through a wall, and what stands nearest beside any block is the wall, which is no cell of a table.
import type { PageLayout } from '../../../src-core/typesetting/model';
import type { TierPlan } from './impose';
import { toPoint, type PageGeometry } from './page-geometry';
import { leastOf, mostOf, type SeenFrame, type SpaceWord } from './seen-frames';

/**
 * Gives the words that part the frames of a page, which are in reading order; null where the frames cannot be parted one
 * after the other. `em` is the size of the body type.
 */
export function wallsOf(frames: readonly SeenFrame[], em: number): readonly SpaceWord[] | null {
  if (frames.length < 2) return [];
  for (let count = 1; count < frames.length; count++) {
    const [before, after] = [frames.slice(0, count), frames.slice(count)];
    const [end, start] = [mostOf(before, 'bottom'), leastOf(after, 'top')];
    if (end > start) continue;
    const [upper, lower] = [wallsOf(before, em), wallsOf(after, em)];
    if (upper === null || lower === null) return null;
    const size = 0.35 * em;
    const row = {
      left: leastOf(frames, 'left'),
      right: mostOf(frames, 'right'),
      base: (end + start) / 2 + 0.38 * size,
      size,
      isTurned: false,
    };
    return [row, ...upper, ...lower];
  }
  for (let count = 1; count < frames.length; count++) {
    const [before, after] = [frames.slice(0, count), frames.slice(count)];
    const [end, start] = [mostOf(before, 'right'), leastOf(after, 'left')];
    if (end > start) continue;
    const [upper, lower] = [wallsOf(before, em), wallsOf(after, em)];
    if (upper === null || lower === null) return null;
    return [...wallBetween(frames, (end + start) / 2), ...upper, ...lower];
  }
  return null;
}

/** Gives the words of a wall from the head of a page in columns to its foot, behind each column that another follows. */
export function columnWalls(
  { frames, blockSize }: Pick<PageLayout, 'frames' | 'blockSize'>,
  { tiers, geometry }: { readonly tiers: TierPlan; readonly geometry: PageGeometry },
): readonly SpaceWord[] {
  const furthest = Math.max(...frames.map(({ rect }) => rect.inline));
  return Array.from({ length: tiers.count - 1 }, (_, tier) => tier * (tiers.measure + tiers.gap))
    .map((start) => start + tiers.measure + tiers.gap / 2)
    .filter((place) => place < furthest)
    .flatMap((place) => {
      const [head, foot] = [toPoint(geometry, place, -beyond), toPoint(geometry, place, blockSize + beyond)];
      return wall(head.x, { top: geometry.height - head.y, bottom: geometry.height - foot.y });
    });
}

/** How far a wall reaches out of the type area, in em of the body. */
const beyond = 0.5;

/** A wall in the white between what stands side by side. */
function wallBetween(frames: readonly SeenFrame[], middle: number): readonly SpaceWord[] {
  return wall(middle, { top: leastOf(frames, 'top'), bottom: mostOf(frames, 'bottom') });
}

function wall(
  middle: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): readonly SpaceWord[] {
  const size = wallSize;
  const count = Math.max(1, Math.ceil((bottom - top - size) / (pitch * size)));
  return Array.from({ length: count + 1 }, (_, at) => ({
    left: middle - 0.1,
    right: middle + 0.1,
    base: top + 0.88 * size + ((bottom - top - size) * at) / count,
    size,
    isTurned: false,
  }));
}

/** Smaller than any type, and with gaps that poppler takes for none. Points. */
const wallSize = 2.3;
const pitch = 1.45;
