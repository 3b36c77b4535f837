// The pages 版面 of an issue as wholes: each printed page is set on one sheet of the window's shape, as small or as large
// as its text needs, the articles arranged over all of it.
import type { Direction } from '../../src-core/ipc/contract';
import type { Article, Issue } from '../../src-core/publication/issue';
import { furnitureDepth } from '../../src-core/typesetting/furniture';
import { layoutIssue } from '../../src-core/typesetting/layout-issue';
import type { Em, IssueLayout, LatinMetrics, PageLayout } from '../../src-core/typesetting/model';
import type { PageSpec, TypesettingStyle } from '../../src-core/typesetting/page-spec';
import { scalePage } from '../../src-core/typesetting/scale-page';
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

/** Sets the issue's pages, one after the other. */
export function layoutSheets(
  issue: Issue,
  direction: Direction,
  shape: number,
  style: TypesettingStyle,
  metrics: LatinMetrics,
): IssueLayout {
  let sheetsBefore = 0;
  const sides = sidesOf(issue).flatMap((articles, printedPage) => {
    if (articles.length === 0) return [];
    const characters = articles.reduce((sum, { text }) => sum + text.length, 0);
    const before = sheetsBefore;
    const set: SetSide = (height) => {
      const spec = specOf(direction, height * shape, height, style);
      return layoutIssue(issue, { ...spec, printedPage, sheetsBefore: before }, metrics).pages;
    };
    const side = layoutSide(set, characters, shape);
    sheetsBefore += side.pages.length;
    return [{ ...side, set }];
  });
  const paper = sides.reduce<Paper>(
    (largest, { height, pages: [page] }) =>
      page !== undefined && height > largest.height ? { height, ...sizeOf({ height, ...page }) } : largest,
    { height: 0, inlineSize: 0, blockSize: 0 },
  );
  const pages = sides.flatMap((side) => onPaper(side, paper));
  return { direction, pages: withOwnFrames(pages) };
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

/** The articles of each printed page; those that stand on none come last. */
function sidesOf(issue: Issue): readonly (readonly Article[])[] {
  const byId = new Map(issue.articles.map((article) => [article.articleId, article]));
  const sides = issue.pages.map((page) =>
    page.articleIds.flatMap((articleId) => {
      const article = byId.get(articleId);
      byId.delete(articleId);
      return article === undefined ? [] : [article];
    }),
  );
  return [...sides, [...byId.values()]];
}

const linePitch: Em = 1.5;
/** The area that a character takes, in square em, headlines and the white about them included: where the search begins. */
const areaOfCharacter = 2.2;
/** A broadsheet page holds some 12,000 characters; what is more than this area, in square em, goes on to another sheet. */
const largestArea = 30_000;
const smallestSide: Em = 24;
/** A sheet grows by at least this much, and one that is fuller than this is not looked for in a smaller size. */
const leastGrowth = 1.02;
const fullEnough = 0.95;

/** Sets a printed page on sheets of a height. */
type SetSide = (height: Em) => readonly PageLayout[];

/** The pages of a side at the height at which it was set. */
type Side = { readonly pages: readonly PageLayout[]; readonly height: Em };

/** A side with the way to set it at other heights. */
type SetSheets = Side & { readonly set: SetSide };

/** The size of all sheets of an issue, and the height that was asked for to set them. */
type Paper = { readonly height: Em; readonly inlineSize: Em; readonly blockSize: Em };

/** Type is no more than so much larger on a page with less to hold. */
const mostEnlarged = 1.25;

/** All sheets of an issue are alike: a side with less text is set in larger type, as far as that looks well. */
function onPaper({ pages, height, set }: SetSheets, paper: Paper): readonly PageLayout[] {
  const least = paper.height / mostEnlarged;
  const side = height >= least ? pages : set(least);
  return side.map((page) => {
    const factor = Math.min(paper.inlineSize / page.inlineSize, paper.blockSize / page.blockSize);
    return factor > 1 ? scalePage(page, factor, paper) : { ...page, ...sizeOf(paper) };
  });
}

function sizeOf({ inlineSize, blockSize }: Paper): Pick<PageLayout, 'inlineSize' | 'blockSize'> {
  return { inlineSize, blockSize };
}

/** The smallest sheet that holds all of a printed page, or as many of the largest as it takes. */
function layoutSide(set: SetSide, characters: number, shape: number): Side {
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
  if (pages.length > 1 || fill > fullEnough || height <= smallestSide) return { pages, height };
  const less = Math.max(smallestSide, height * Math.sqrt((1 + fill) / 2));
  const smaller = set(less);
  return smaller.length > 1 ? { pages, height } : { pages: smaller, height: less };
}

/** How many pages are filled, the last one as far as its frames reach. */
function filled(pages: readonly PageLayout[]): number {
  const last = pages.at(-1);
  if (last === undefined) return 0;
  const reached = Math.max(0, ...last.frames.map(({ rect }) => rect.block + rect.blockSize));
  return pages.length - 1 + Math.min(1, reached / last.blockSize);
}

function specOf(direction: Direction, width: Em, height: Em, style: TypesettingStyle): PageSpec {
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
    arrangement: 'page',
    order: 'placed',
    masthead: true,
  };
}

/** Frames are counted through all pages, although each was set for itself. */
function withOwnFrames(pages: readonly PageLayout[]): readonly PageLayout[] {
  return pages.map((page, number) => ({
    ...page,
    frames: page.frames.map((frame) => ({ ...frame, frameId: `${number}-${frame.frameId}` })),
  }));
}
