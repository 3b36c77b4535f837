// A booklet: sheets that are printed on both sides, laid into each other and folded in the middle. Each side of a sheet has
// two pages beside each other; those of the first sheet are the first and last of all. What is read from the right, as
// 竖排 is, is bound at the right.
import type { Direction } from './page-geometry';

/** The pages of one side, from left to right, counted from 0; null where nothing is printed. */
export type BookletSide = readonly [left: number | null, right: number | null];

/** Gives the sides in the order in which they are printed, front and back of each sheet. */
export function bookletSides(pages: number, direction: Direction): readonly BookletSide[] {
  const room = Math.ceil(pages / 4) * 4;
  const printed = (page: number): number | null => (page < pages ? page : null);
  return Array.from({ length: room / 2 }, (_, side): BookletSide => {
    const [lower, higher] = [printed(side), printed(room - 1 - side)];
    // On a front the lower page is the one that opens to the reader: at the right where lines run across.
    const isLowerRight = (side % 2 === 0) === (direction === 'horizontal');
    return isLowerRight ? [higher, lower] : [lower, higher];
  });
}
