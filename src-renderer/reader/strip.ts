// The strip: all pages of the open issue along one line, with margins, as the window scrolls it. This is the one place
// that turns the engine's logical lengths into CSS pixels, and the pointer's pixels back.
import type { Direction } from '../../src-core/ipc/contract';
import type { Em, Rect } from '../../src-core/typesetting/model';
import type { Box } from './place-beside';

export type Strip = {
  readonly direction: Direction;
  /** Size of the body text in CSS pixels: the length of one em. */
  readonly body: number;
  /** White around the type area, in em. */
  readonly marginInline: Em;
  readonly marginBlock: Em;
};

/** A point in em from the strip's type area. */
export type Point = { readonly inline: Em; readonly block: Em };

/** Gives the box of a rectangle in the window, from where the strip's element stands in it. */
export function toBox(strip: Strip, rect: Rect, element: Box): Box {
  const { body, marginBlock, marginInline } = strip;
  const inline = (marginInline + rect.inline) * body;
  const block = (marginBlock + rect.block) * body;
  const inlineSize = rect.inlineSize * body;
  const blockSize = rect.blockSize * body;
  return strip.direction === 'vertical'
    ? {
        x: element.x + element.width - block - blockSize,
        y: element.y + inline,
        width: blockSize,
        height: inlineSize,
      }
    : { x: element.x + inline, y: element.y + block, width: inlineSize, height: blockSize };
}

/** Gives the point of the strip under a point of the window. */
export function toPoint(strip: Strip, x: number, y: number, element: Box): Point {
  const { body, marginBlock, marginInline } = strip;
  return strip.direction === 'vertical'
    ? {
        inline: (y - element.y) / body - marginInline,
        block: (element.x + element.width - x) / body - marginBlock,
      }
    : { inline: (x - element.x) / body - marginInline, block: (y - element.y) / body - marginBlock };
}

/** How far an element is scrolled along the strip, in CSS pixels; 0 where reading starts. */
export function scrolledBy(element: HTMLElement, direction: Direction): number {
  return direction === 'vertical' ? -element.scrollLeft : element.scrollTop;
}

/** Scrolls an element along the strip. */
export function scrollStrip(element: HTMLElement, direction: Direction, position: number): void {
  if (direction === 'vertical') element.scrollLeft = -position;
  else element.scrollTop = position;
}

/** How much of the strip the element shows at once, in CSS pixels. */
export function visibleStretch(element: HTMLElement, direction: Direction): number {
  return direction === 'vertical' ? element.clientWidth : element.clientHeight;
}

/** How far an element can be scrolled along the strip, in CSS pixels. */
export function scrollLimit(element: HTMLElement, direction: Direction): number {
  return direction === 'vertical'
    ? element.scrollWidth - element.clientWidth
    : element.scrollHeight - element.clientHeight;
}
