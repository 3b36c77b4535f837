// From the engine's logical lengths to points on paper. PDF counts y from the foot of the page.
import type { Frame, Rect, SetLine } from '../../../src-core/typesetting/model';

export type Direction = 'vertical' | 'horizontal';

export type Point = { readonly x: number; readonly y: number };

/** A rectangle in points, with its foot at `bottom`. */
export type PaperRect = {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
};

export type PageGeometry = {
  readonly direction: Direction;
  /** The paper, in points. */
  readonly width: number;
  readonly height: number;
  /** White space around the type area, in points: above it, and on the side where reading starts. */
  readonly marginTop: number;
  readonly marginStart: number;
  /** Size of the body type in points. */
  readonly body: number;
};

/** Gives the place on paper that lies so many em of body type along the line and from line to line. */
export function toPoint(geometry: PageGeometry, inline: number, block: number): Point {
  const { direction, width, height, marginTop, marginStart, body } = geometry;
  return direction === 'vertical'
    ? { x: width - marginStart - block * body, y: height - marginTop - inline * body }
    : { x: marginStart + inline * body, y: height - marginTop - block * body };
}

/** Gives the rectangle on paper which a logical rectangle covers. */
export function toPaperRect(geometry: PageGeometry, rect: Rect): PaperRect {
  const start = toPoint(geometry, rect.inline, rect.block);
  const end = toPoint(geometry, rect.inline + rect.inlineSize, rect.block + rect.blockSize);
  return {
    left: Math.min(start.x, end.x),
    right: Math.max(start.x, end.x),
    bottom: Math.min(start.y, end.y),
    top: Math.max(start.y, end.y),
  };
}

/** Gives the place on paper where a line's middle axis starts. */
export function lineOrigin(geometry: PageGeometry, { rect }: Frame, line: SetLine): Point {
  return toPoint(geometry, rect.inline + line.inline, rect.block + line.block + line.blockSize / 2);
}
