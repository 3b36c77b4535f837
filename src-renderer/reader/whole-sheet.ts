// What to show in the middle after sheets were set anew, in another direction or size.
import type { IssueLayout } from '../../src-core/typesetting/model';
import type { Point, Strip } from './strip';

/** A point told from the sheet it stands on, so that it stays where it is when the sheets before it change. */
export type SheetPoint = Point & { readonly page: number };

/** Gives the point to show in the middle: of a sheet that the view holds whole, its own middle, so that nothing of it is cut off. */
export function wholeSheet(
  { clientWidth, clientHeight }: Pick<HTMLElement, 'clientWidth' | 'clientHeight'>,
  { pages }: IssueLayout,
  { direction, body }: Pick<Strip, 'direction' | 'body'>,
  point: SheetPoint,
): SheetPoint {
  const sheet = pages[point.page];
  if (sheet === undefined) return point;
  const [inline, block] =
    direction === 'vertical' ? [clientHeight, clientWidth] : [clientWidth, clientHeight];
  return {
    page: point.page,
    inline: sheet.inlineSize * body <= inline ? sheet.inlineSize / 2 : point.inline,
    block: sheet.blockSize * body <= block ? sheet.blockSize / 2 : point.block,
  };
}
