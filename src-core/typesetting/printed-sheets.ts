// The pages 版面 of an issue as wholes, on the screen and on paper: each printed page is set on one sheet of a given shape, as
// small or as large as its text needs, the articles arranged over all of it.
import type { Article, ArticleId, Issue } from '../publication/issue';
import type { TextFace } from './faces';
import { layoutIssue } from './layout-issue';
import type { Em, LatinMetrics, PageLayout } from './model';
import type { PageSpec, TypesettingStyle } from './page-spec';
import { scalePage } from './scale-page';

/** What decides how whole pages are set. */
export type SheetOptions = {
  readonly direction: PageSpec['direction'];
  /** Width to height. */
  readonly shape: number;
  readonly style: TypesettingStyle;
  readonly face: { readonly textFace: TextFace; readonly metrics: LatinMetrics };
  /** A sheet holds no more than this, in square em of the body: what is more goes on to another. */
  readonly largestArea?: number;
  /** Its height in em is no less than this. */
  readonly smallestHeight?: Em;
  /** From line to line, and white between tiers; as on the screen where they are left out. */
  readonly linePitch?: Em;
  readonly tierGap?: Em;
  /** Articles whose headlines do not span the tiers. */
  readonly headsInTier?: ReadonlySet<ArticleId>;
  /** How many sheets stand before; where it is not known yet, as many as printed pages. */
  readonly sheetsBefore?: number;
};

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

const screenPitch: Em = 1.5;
/** The area that a character takes, in square em, headlines and the white about them included: where the search begins. */
const areaOfCharacter = 2.2;
/** A broadsheet page holds some 12,000 characters; what is more than this area, in square em, goes on to another sheet. */
const screenArea = 30_000;
const screenGap: Em = 2;
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
  const {
    direction,
    shape,
    style,
    face,
    largestArea = screenArea,
    smallestHeight = smallestSide,
    linePitch = screenPitch,
    tierGap = screenGap,
    sheetsBefore = printedPage,
    headsInTier,
  } = options;
  const set = (asked: Em): readonly PageLayout[] => {
    const isVertical = direction === 'vertical';
    const [along, across] = isVertical ? [asked, asked * shape] : [asked * shape, asked];
    const spec: PageSpec = {
      direction,
      inlineSize: Math.round(along),
      blockSize: Math.round(across / linePitch) * linePitch,
      linePitch,
      interlinear: linePitch < screenPitch ? 'none' : 'one-sided',
      tierGap,
      measure: isVertical ? { min: 10, max: 20 } : { min: 14, max: 24 },
      style,
      textFace: face.textFace,
      arrangement: 'page',
      order: 'placed',
      printedPage,
      masthead: true,
      sheetsBefore,
      ...(headsInTier === undefined ? {} : { headsInTier }),
    };
    const { pages } = layoutIssue(issue, spec, face.metrics);
    return withOwnFrames(pages, printedPage);
  };
  const characters = articles.reduce((sum, { text }) => sum + text.length, 0);
  const wanted = Math.sqrt((characters * areaOfCharacter) / shape);
  const largest = Math.sqrt(largestArea / shape);
  let height = Math.min(largest, Math.max(smallestHeight, wanted));
  let pages = set(height);
  while (pages.length > 1 && height < largest) {
    // What stands on the pages behind the first says how much is missing, white between the articles aside.
    height = Math.min(largest, height * Math.max(leastGrowth, Math.sqrt(1 + (filled(pages) - 1) / 2)));
    pages = set(height);
  }
  const fill = filled(pages);
  if (pages.length > 1 || fill > fullEnough || height <= smallestHeight) return { pages, height, set };
  const less = Math.max(smallestHeight, height * Math.sqrt((1 + fill) / 2));
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

/** Each printed page is set for itself; its frames get names that no others have. */
function withOwnFrames(pages: readonly PageLayout[], printedPage: number): readonly PageLayout[] {
  return pages.map((page) => ({
    ...page,
    frames: page.frames.map((frame) => ({ ...frame, frameId: `${printedPage}-${frame.frameId}` })),
  }));
}
