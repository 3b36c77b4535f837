// Rows and walls of unseen words that part a horizontal page 版面 for poppler. A row as long as both stands between what
// follows each other: else a column beside what stands lower would be read before the rest of what stands higher. A wall
// stands between what is side by side: poppler draws each block out as far as nothing is beside it.
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

/** A wall in the white between what stands side by side: poppler draws each block out as far as nothing is beside it. */
function wallBetween(frames: readonly SeenFrame[], middle: number): readonly SpaceWord[] {
  const [top, bottom] = [leastOf(frames, 'top'), mostOf(frames, 'bottom')];
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

/** Smaller than any type, and with gaps that poppler takes for none. */
const wallSize = 2.3;
const pitch = 1.45;
