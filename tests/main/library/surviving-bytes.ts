// What a loss of power may leave of the bytes of a file that were not synced: those that were written over others, those
// that made it longer, and a cut.
import type { Random, Survival } from './memory-files';

/** How much of a disk is written at once, in bytes: less than of real ones, so that records lie over several. */
const sector = 32;

/**
 * What might be left of a file.
 * @param cut the shortest length that it was cut to since it was synced
 */
export function survivingBytes(
  { written, synced, cut }: { readonly written: Buffer; readonly synced: Buffer; readonly cut: number },
  survival: Survival,
  random: Random,
): Buffer {
  if (survival === 'synced-only') return synced;
  if (survival === 'everything') return written;
  const isCut = cut < synced.length;
  // The cut is on the disk, or nothing that came after it is.
  if (isCut && (survival === 'names-first' || random() < 0.5)) return synced;
  const before = isCut ? synced.subarray(0, cut) : synced;
  const over = survivingOver(before, written.subarray(0, before.length), survival, random);
  const grown = written.subarray(before.length);
  if (survival === 'names-first') return Buffer.concat([over, Buffer.alloc(grown.length)]);
  return Buffer.concat([over, grown.subarray(0, Math.floor(random() * (grown.length + 1)))]);
}

/** What is left of bytes that were written over others: up to a place, or sector by sector. */
function survivingOver(before: Buffer, after: Buffer, survival: Survival, random: Random): Buffer {
  if (survival === 'names-first' || before.equals(after)) return before;
  const first = before.findIndex((byte, index) => byte !== after[index]);
  const last = before.findLastIndex((byte, index) => byte !== after[index]);
  const left = Buffer.from(before);
  if (survival === 'torn') {
    after.copy(left, first, first, first + Math.floor(random() * (last + 2 - first)));
    return left;
  }
  for (let start = first; start <= last; start += sector) {
    if (random() < 0.5) after.copy(left, start, start, start + sector);
  }
  return left;
}
