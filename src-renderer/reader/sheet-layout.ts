// The sheets of an issue in the window: their shape, their size, their numbers. How each is set is the engine's matter.
import type { Direction } from '../../src-core/ipc/contract';
import { furnitureDepth } from '../../src-core/typesetting/furniture';
import type { Em, IssueLayout, PageLayout } from '../../src-core/typesetting/model';
import type { SheetOptions as EngineOptions } from '../../src-core/typesetting/printed-sheets';
import type { TypeFace } from './latin-metrics';
import type { LineIndex } from './line-index';
import type { ViewSize } from './page-spec';
import type { Strip } from './strip';

/** From the type area to the edge of the paper, and from there to the edge of the view or half way to the next sheet. */
export const paperMargin: Em = furnitureDepth + 0.75;
const deskMargin: Em = 1;
const margin = paperMargin + deskMargin;

/** Em between the type areas of two sheets. */
export const sheetGap: Em = 2 * margin;

/** Sheets are no narrower and no wider than this against their height. */
const narrowest = 0.62;
const widest = 1.6;
/** A window that is drawn a little wider sets nothing anew. */
const shapeStep = 0.08;

/** Gives the shape of sheets, width to height, for a view. */
export function sheetShape(view: ViewSize): number {
  const shape = Math.min(widest, Math.max(narrowest, view.width / Math.max(1, view.height)));
  return Math.round(shape / shapeStep) * shapeStep;
}

/** What decides how whole pages are set in the window. */
export type SheetOptions = EngineOptions & { readonly face: TypeFace };

/** Puts the sheets of the printed pages together to one layout, and numbers them through. */
export function joinSheets(direction: Direction, sheets: readonly (readonly PageLayout[])[]): IssueLayout {
  return { direction, pages: sheets.flat().map(numbered) };
}

/** The body size in CSS pixels at which one sheet fits the view. */
export function fittingBody(layout: IssueLayout, view: ViewSize): number {
  const [first] = layout.pages;
  if (first === undefined) return 1;
  const isVertical = layout.direction === 'vertical';
  const width = (isVertical ? first.blockSize : first.inlineSize) + 2 * margin;
  const height = (isVertical ? first.inlineSize : first.blockSize) + 2 * margin;
  return Math.floor(Math.min((view.width - 1) / width, (view.height - 1) / height) * 100) / 100;
}

/** How large the sheets lie on the desk at a body size, in CSS pixels. */
export function sheetsExtent({ layout, inlineSize, blockSize }: SheetsSize, body: number): ViewSize {
  const inline = (inlineSize + 2 * margin) * body;
  const block = (blockSize + 2 * margin) * body;
  return layout.direction === 'vertical'
    ? { width: block, height: inline }
    : { width: inline, height: block };
}

type SheetsSize = Pick<LineIndex, 'layout' | 'inlineSize' | 'blockSize'>;

/** Gives the strip of the sheets at a body size, in the middle of the view where it is smaller. */
export function sheetStrip(layout: IssueLayout, body: number, view: ViewSize): Strip {
  const [first] = layout.pages;
  const isVertical = layout.direction === 'vertical';
  const inline = (isVertical ? view.height : view.width) / body;
  const block = (isVertical ? view.width : view.height) / body;
  return {
    direction: layout.direction,
    body,
    marginInline: Math.max(margin, (inline - (first?.inlineSize ?? 0)) / 2),
    marginBlock: Math.max(margin, (block - (first?.blockSize ?? 0)) / 2),
  };
}

/** The page with its number among all; the same value as long as it keeps its number. */
function numbered(page: PageLayout, number: number): PageLayout {
  const known = numberedPages.get(page);
  if (known?.number === number) return known.page;
  const furniture = page.furniture.map((piece) => ({
    ...piece,
    text: piece.text.replace(/^第\d+页$/u, `第${number + 1}页`),
  }));
  const made = { ...page, furniture };
  numberedPages.set(page, { number, page: made });
  return made;
}

const numberedPages = new WeakMap<PageLayout, { readonly number: number; readonly page: PageLayout }>();
