// How much of a scroller's box text and sheets have for themselves. Which scroll bars will stand in it is reckoned rather
// than measured: a view that is measured before its bars come or go is set and painted a second time.
import type { Direction } from '../../src-core/ipc/contract';
import type { ViewSize } from './page-spec';

/** How thick the scroll bars are, in CSS pixels; a test holds it against the style sheet. */
export const barThickness = 10;

/** The view of text for reading, along which a bar stands always. */
export function readingView(box: ViewSize, direction: Direction): ViewSize {
  return without(box, direction === 'vertical', direction === 'horizontal');
}

/** The view of sheets in the size in which one fits: a bar stands along a row of several. */
export function fittingView(box: ViewSize, direction: Direction, isRow: boolean): ViewSize {
  return isRow ? readingView(box, direction) : box;
}

/** The view of something of a size of its own: what is too large for the box brings a bar, which takes room across it. */
export function viewOver(box: ViewSize, content: ViewSize): ViewSize {
  const isWide = content.width > box.width;
  const hasRight = content.height > without(box, isWide, false).height;
  return without(box, content.width > without(box, false, hasRight).width, hasRight);
}

function without({ width, height }: ViewSize, hasBottom: boolean, hasRight: boolean): ViewSize {
  return {
    width: Math.max(0, width - (hasRight ? barThickness : 0)),
    height: Math.max(0, height - (hasBottom ? barThickness : 0)),
  };
}
