// Lines and blocks of text as poppler sees them. Points; y runs downwards from the head of the page.

/** A line. */
export type SeenLine = {
  /** Where it starts and ends on its axis: x in 横排, y in 竖排. */
  readonly start: number;
  readonly end: number;
  /** Where it stands across: y of the baseline in 横排, x of the middle axis in 竖排. */
  readonly base: number;
  readonly size: number;
  /** Whether it stands upside down: it then starts and ends in x, and `base` is a y, in both directions. */
  readonly isTurned?: boolean;
};

/** A block: its lines by their places in the list given, and its box. */
export type SeenBlock = {
  readonly lines: readonly number[];
  readonly size: number;
  readonly isTurned: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** A box on the page. */
export type SeenBox = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Whether two boxes share a place from side to side. */
export function meetsInWidth(one: SeenBox, other: SeenBox): boolean {
  return one.left <= other.right && one.right >= other.left;
}

/** Whether two boxes share a place from top to bottom. */
export function meetsInHeight(one: SeenBox, other: SeenBox): boolean {
  return one.top <= other.bottom && one.bottom >= other.top;
}
