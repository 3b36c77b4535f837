// A piece of the page: an article with what belongs to it (the label 栏题 over a photo), and the shapes it can take over one
// or more tiers. Every shape is set only when it is asked for, and once.
import type { Article, Issue } from '../publication/issue';
import { setBody, type Compositor, type GalleyLine } from './galley';
import { setHeadline, type HeadlineBlock } from './headline-block';
import type { Em, FrameRole } from './model';
import { partsOfPages, type PagePart } from './page-parts';
import { balanceTiers, fillBelow, longestTier, spanSize, type Filling, type TierGrid } from './tiers';

/** How a piece stands among the others. */
type Rank = { readonly isLead: boolean; readonly weight: number };

export type Piece = {
  /** Stands over the article's own headline. */
  readonly label: Article | null;
  readonly article: Article;
  readonly isBoxed: boolean;
  /** Whether it is the first of all. */
  readonly isLead: boolean;
  readonly role: FrameRole;
  /**
   * The shape over so many tiers, its headline so many steps larger than its weight asks. The headline may stand over the
   * last of the tiers only, beside something else.
   */
  readonly shape: (tiers: number, emphasis: Emphasis, headTiers?: number) => Shape;
};

/** How many steps of size headlines gain where a page would not be full. */
export type Emphasis = 0 | 1 | 2;

/** A piece over a number of tiers. */
export type Shape = {
  readonly headlines: readonly { readonly article: Article; readonly block: HeadlineBlock }[];
  /** Before the body, over all its columns; none where they stand within the first. */
  readonly headRows: number;
  readonly isHeadInTier: boolean;
  /** The body's columns within the piece: its tiers, unless it is boxed. */
  readonly columns: TierGrid;
  readonly lines: readonly GalleyLine[];
  /** The body over the columns, as short as it can be. */
  readonly balanced: Filling;
  readonly bodyRows: number;
  /** All rows, with a box's padding. */
  readonly rows: number;
  /** How many lines the longest display block breaks into. */
  readonly headlineLines: number;
};

/** How many rows its headlines take, before all of its body or of its first tier. */
export function rowsOfHeadlines({ headlines }: Pick<Shape, 'headlines'>): number {
  return headlines.reduce((rows, { block }) => rows + block.rows, 0);
}

/** White between a box's border and its text: along the line in em, and in all across the lines in rows. */
export const boxPadding = { inline: 1, rows: 1 } as const;

/** Makes the pieces of an issue, or of one of its printed pages, in the order in which they are to be placed. */
export function piecesOf(
  compositor: Compositor,
  issue: Pick<Issue, 'articles' | 'pages' | 'placement'>,
  grid: TierGrid,
): readonly Piece[] {
  const { order, printedPage } = compositor.spec;
  const pages = partsOfPages(issue, order === 'placed');
  const parts = printedPage === undefined ? [...pages.values()].flat() : (pages.get(printedPage) ?? []);
  return parts.map((part, at) => pieceOf(compositor, part, grid, at === 0));
}

function pieceOf(
  compositor: Compositor,
  { label, article, isBoxed, placed: { weight } }: PagePart,
  grid: TierGrid,
  isLead: boolean,
): Piece {
  const { headsInTier } = compositor.spec;
  const bodies = new Map<number, readonly GalleyLine[]>();
  const body = (measure: number): readonly GalleyLine[] => {
    let lines = bodies.get(measure);
    if (lines === undefined) bodies.set(measure, (lines = setBody(compositor, article, measure)));
    return lines;
  };
  const shapes = new Map<number, Shape>();
  const setShape = (tiers: number, emphasis: Emphasis, headTiers: number): Shape => {
    const padding = isBoxed ? 2 * boxPadding.inline : 0;
    const columns = isBoxed
      ? boxColumns(body, spanSize(grid, tiers) - padding, grid, tiers)
      : { ...grid, count: tiers };
    const isHeadInTier = !isBoxed && tiers > 1 && headsInTier?.has(article.articleId) === true;
    const span = spanSize(grid, isHeadInTier ? 1 : headTiers) - padding;
    const step = headlineStep(article, { isLead, weight }, span);
    const headlines = [label, article].flatMap((of) => {
      const block =
        of && emphatic(compositor, of, isBoxed ? Math.floor(span) : span, step, isBoxed ? 0 : emphasis);
      return of === null || block === null ? [] : [{ article: of, block }];
    });
    const lines = body(columns.measure);
    const blockRows = rowsOfHeadlines({ headlines });
    const balanced = isHeadInTier
      ? fillBelow(lines, blockRows, (all) => balanceTiers(all, 0, columns.count))
      : balanceTiers(lines, 0, columns.count);
    const headRows = isHeadInTier ? 0 : blockRows;
    const bodyRows = longestTier(balanced);
    return {
      headlines,
      headRows,
      isHeadInTier,
      columns,
      lines,
      balanced,
      bodyRows,
      rows: headRows + bodyRows + (isBoxed ? boxPadding.rows : 0),
      headlineLines: headlines.reduce((most, { block }) => Math.max(most, block.longest), 0),
    };
  };
  return {
    label,
    article,
    isBoxed,
    isLead,
    role: roleOf(article),
    shape: (tiers, emphasis, headTiers = tiers) => {
      const key = (tiers * 256 + headTiers) * 3 + emphasis;
      let shape = shapes.get(key);
      if (shape === undefined) shapes.set(key, (shape = setShape(tiers, emphasis, headTiers)));
      return shape;
    },
  };
}

/** The largest headline up to so many steps above its weight that breaks into no more lines than it does at its own size. */
function emphatic(
  compositor: Compositor,
  article: Article,
  span: Em,
  step: number,
  emphasis: Emphasis,
): HeadlineBlock | null {
  const own = setHeadline(compositor, article, span, step);
  for (let more: number = emphasis; more > 0 && own !== null; more--) {
    const larger = setHeadline(compositor, article, span, step + more);
    if (larger !== null && larger.longest <= own.longest) return larger;
  }
  return own;
}

function roleOf(article: Article): FrameRole {
  switch (article.type) {
    case 'article':
      return 'body';
    case 'photo':
      return 'caption';
    case 'notice':
      return 'notice';
    case 'label':
      return 'label';
  }
}

/** The lead is set largest, then by length of the text and the weight it was given; a narrow span takes a step less. */
function headlineStep(article: Article, { isLead, weight }: Rank, span: Em): number {
  const length = article.text.length;
  const own = article.type !== 'article' ? 3 : isLead ? 5 : length >= 600 ? 4 : 3;
  const step = Math.max(1, own + weight);
  return span < 20 && step > 3 ? step - 1 : step;
}

/** A box holds its text in one column while that is short, as a notice is; else in as many as it covers tiers. */
function boxColumns(
  body: (measure: number) => readonly GalleyLine[],
  span: Em,
  grid: TierGrid,
  tiers: number,
): TierGrid {
  const one = Math.max(1, Math.floor(span + 1e-9));
  if (tiers === 1 || body(one).length <= 9) return { count: 1, measure: one, gap: 0 };
  const measure = Math.max(1, Math.floor((span - (tiers - 1) * grid.gap) / tiers + 1e-9));
  return { count: tiers, measure, gap: (span - tiers * measure) / (tiers - 1) };
}
