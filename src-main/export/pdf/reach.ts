// How far a line is drawn out by unseen spaces, and where poppler sees it then.
import { seenExtent, type ShownLine } from './text-object';

/** A line of a page as it will be shown, and the tier it stands in, counted from the first. */
export type TierLine = {
  readonly tier: number;
  readonly line: ShownLine;
  /** Whether it is of the text; else it only fills white. */
  readonly isText: boolean;
};

/** How far a line is to be drawn out, in points from its start: the places of a space before it and of one behind it. */
export type Reach = { readonly before: number | null; readonly behind: number | null };

/** The lines of a page that are drawn out. */
export type Reaches = ReadonlyMap<ShownLine, Reach>;

/** Where a line starts and ends, in points from the page's edge where lines start. */
export type Extent = { readonly start: number; readonly end: number };

/** Gives where poppler sees a line that is not drawn out; null for one without text. */
export function extentOf(line: ShownLine): Extent | null {
  const extents = line.shown.map((shown) => seenExtent(line, shown));
  if (extents.length === 0) return null;
  const origin = startOf(line);
  return {
    start: origin + Math.min(...extents.map(({ start }) => start)),
    end: origin + Math.max(...extents.map(({ end }) => end)),
  };
}

/** Gives the start of a line's own measure, in points from the page's edge where lines start. */
export function startOf({ direction, origin }: ShownLine): number {
  return direction === 'vertical' ? -origin.y : origin.x;
}

/** Gives the reaches with one line's changed. */
export function withReach(reaches: Reaches, line: ShownLine, reach: Partial<Reach>): Reaches {
  return new Map(reaches).set(line, { before: null, behind: null, ...reaches.get(line), ...reach });
}
