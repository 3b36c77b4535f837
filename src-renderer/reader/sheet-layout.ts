// The pages 版面 of an issue as wholes: each printed page is set on one sheet of the window's shape, as small or as large
// as its text needs, the articles arranged over all of it.
import type { Direction } from '../../src-core/ipc/contract';
import type { Article, Issue } from '../../src-core/publication/issue';
import { furnitureDepth } from '../../src-core/typesetting/furniture';
import { layoutIssue } from '../../src-core/typesetting/layout-issue';
import type { TextFace } from '../../src-core/typesetting/faces';
import type { Em, IssueLayout, PageLayout } from '../../src-core/typesetting/model';
import type { PageSpec, TypesettingStyle } from '../../src-core/typesetting/page-spec';
import { scalePage } from '../../src-core/typesetting/scale-page';
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

/** What decides how whole pages are set. */
export type SheetOptions = {
  readonly direction: Direction;
  readonly shape: number;
  readonly style: TypesettingStyle;
  readonly face: TypeFace;
};

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

/** A printed page 版 with its articles; what stands on none comes last, under the number after the last. */
export type PrintedSide = { readonly printedPage: number; readonly articles: readonly Article[] };

/** Gives the printed pages of an issue that have articles. */
export function sidesOf(issue: Issue): readonly PrintedSide[] {
  const byId = new Map(issue.articles.map((article) => [article.articleId, article]));
  const sides = issue.pages.map((page) =>
    page.articleIds.flatMap((articleId) => {
      const article = byId.get(articleId);
      byId.delete(articleId);
      return article === undefined ? [] : [article];
    }),
  );
  return [...sides, [...byId.values()]]
    .map((articles, printedPage) => ({ printedPage, articles }))
    .filter(({ articles }) => articles.length > 0);
}

/** Gives about how much a printed page has to hold, in characters: an article's headline takes room too. */
export function loadOf({ articles }: PrintedSide): number {
  return articles.reduce((sum, { text }) => sum + text.length + headlineLoad, 0);
}

const headlineLoad = 60;

const linePitch: Em = 1.5;
/** The area that a character takes, in square em, headlines and the white about them included: where the search begins. */
const areaOfCharacter = 2.2;
/** A broadsheet page holds some 12,000 characters; what is more than this area, in square em, goes on to another sheet. */
const largestArea = 30_000;
const smallestSide: Em = 24;
/** A sheet grows by at least this much, and one that is fuller than this is not looked for in a smaller size. */
const leastGrowth = 1.02;
const fullEnough = 0.95;

/** A printed page as it is set by itself: the height that was asked for, and the way to set it at others. */
export type SetSide = {
  readonly pages: readonly PageLayout[];
  readonly height: Em;
  readonly set: (height: Em) => readonly PageLayout[];
};

/** The size of all sheets of an issue, and the height that was asked for to set them. */
export type Paper = { readonly height: Em; readonly inlineSize: Em; readonly blockSize: Em };

/** Gives the paper that a printed page takes by itself. */
export function paperOf({ pages: [page], height }: SetSide): Paper {
  return { height, inlineSize: page?.inlineSize ?? height, blockSize: page?.blockSize ?? height };
}

/** Gives a sheet without text. */
export function emptySheet(paper: Paper): PageLayout {
  return { ...sizeOf(paper), frames: [], rules: [], furniture: [] };
}

/** Type is no more than so much larger on a page with less to hold. */
const mostEnlarged = 1.25;

/** Puts a side on the issue's paper: with less text than others it is set in larger type, as far as that looks well. */
export function onPaper({ pages, height, set }: SetSide, paper: Paper): readonly PageLayout[] {
  const least = paper.height / mostEnlarged;
  const side = height >= least ? pages : set(least);
  return side.map((page) => {
    const factor = Math.min(paper.inlineSize / page.inlineSize, paper.blockSize / page.blockSize);
    return factor === 1 ? { ...page, ...sizeOf(paper) } : scalePage(page, factor, paper);
  });
}

function sizeOf({ inlineSize, blockSize }: Paper): Pick<PageLayout, 'inlineSize' | 'blockSize'> {
  return { inlineSize, blockSize };
}

/** Sets a printed page on the smallest sheet that holds all of it, or on as many of the largest as it takes. */
export function setSide(issue: Issue, side: PrintedSide, options: SheetOptions): SetSide {
  const { printedPage, articles } = side;
  const { direction, shape, style, face } = options;
  const set = (asked: Em): readonly PageLayout[] => {
    const spec = specOf(direction, asked * shape, asked, style, face.textFace);
    // How many sheets stand before it may not be known yet: they are numbered when all are put together.
    const { pages } = layoutIssue(issue, { ...spec, printedPage, sheetsBefore: printedPage }, face.metrics);
    return withOwnFrames(pages, printedPage);
  };
  const characters = articles.reduce((sum, { text }) => sum + text.length, 0);
  const wanted = Math.sqrt((characters * areaOfCharacter) / shape);
  const largest = Math.sqrt(largestArea / shape);
  let height = Math.min(largest, Math.max(smallestSide, wanted));
  let pages = set(height);
  while (pages.length > 1 && height < largest) {
    // What stands on the pages behind the first says how much is missing, white between the articles aside.
    height = Math.min(largest, height * Math.max(leastGrowth, Math.sqrt(1 + (filled(pages) - 1) / 2)));
    pages = set(height);
  }
  const fill = filled(pages);
  if (pages.length > 1 || fill > fullEnough || height <= smallestSide) return { pages, height, set };
  const less = Math.max(smallestSide, height * Math.sqrt((1 + fill) / 2));
  const smaller = set(less);
  return smaller.length > 1 ? { pages, height, set } : { pages: smaller, height: less, set };
}

/** How many pages are filled, the last one as far as its frames reach. */
function filled(pages: readonly PageLayout[]): number {
  const last = pages.at(-1);
  if (last === undefined) return 0;
  const reached = Math.max(0, ...last.frames.map(({ rect }) => rect.block + rect.blockSize));
  return pages.length - 1 + Math.min(1, reached / last.blockSize);
}

function specOf(
  direction: Direction,
  width: Em,
  height: Em,
  style: TypesettingStyle,
  textFace: TextFace,
): PageSpec {
  const isVertical = direction === 'vertical';
  return {
    direction,
    inlineSize: Math.round(isVertical ? height : width),
    blockSize: Math.round((isVertical ? width : height) / linePitch) * linePitch,
    linePitch,
    interlinear: 'one-sided',
    tierGap: 2,
    measure: isVertical ? { min: 10, max: 20 } : { min: 14, max: 24 },
    style,
    textFace,
    arrangement: 'page',
    order: 'placed',
    masthead: true,
  };
}

/** Each printed page is set for itself; its frames get names that no others have. */
function withOwnFrames(pages: readonly PageLayout[], printedPage: number): readonly PageLayout[] {
  return pages.map((page) => ({
    ...page,
    frames: page.frames.map((frame) => ({ ...frame, frameId: `${printedPage}-${frame.frameId}` })),
  }));
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
