// Where each mark lies on paper: its passage is found in the text, and the engine's layout tells the lines it runs
// through.
import type { Annotation } from '../../../src-core/annotation/annotation';
import { levelMarks, type PieceLevel } from '../../../src-core/annotation/mark-levels';
import { anchorTarget } from '../../../src-core/annotation/passages';
import { headlineRange } from '../../../src-core/annotation/whole-note';
import type { Article, ArticleId, Issue } from '../../../src-core/publication/issue';
import type { TextRange } from '../../../src-core/text/offsets';
import { firstIndex, linesOfArticle, type PlacedLine } from '../../../src-core/typesetting/layout-index';
import { signMiddles } from '../../../src-core/typesetting/mark-drawing';
import type { Em, IssueLayout, Quad } from '../../../src-core/typesetting/model';
import { rangeToQuads } from '../../../src-core/typesetting/range-to-quads';
import { toPaperRect, type PageGeometry, type PaperRect } from './page-geometry';

/** A piece of a mark within one line. */
export type MarkedLine = {
  readonly quad: PaperRect;
  /** Size of the line's type in points. */
  readonly em: number;
  /** Where the characters stand that take a sign of their own, a dot or circle: in em from the quad's start. */
  readonly signs: readonly Em[];
  /** Whether a passage of the mark begins and ends in this line. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** How deep the passage lies among others that are drawn in the same place. */
  readonly level: number;
};

/** The piece of a mark that lies on one page, line by line. */
export type MarkPiece = {
  /** Counted from 0 through all sheets. */
  readonly page: number;
  readonly lines: readonly MarkedLine[];
  readonly isFirst: boolean;
};

export type PlacedMark = {
  readonly annotation: Annotation;
  readonly article: Article;
  /** The passages, in the order of the text; for a note on the whole, the headline at which it stands. */
  readonly ranges: readonly [TextRange, ...TextRange[]];
  /** Counted from 1, in reading order, through all issues. */
  readonly number: number;
  readonly pieces: readonly MarkPiece[];
};

export type PlacedMarks = {
  readonly placed: readonly PlacedMark[];
  /** Marks whose words are no longer in the issue. */
  readonly orphans: readonly Annotation[];
};

/** From where on sheets and marks are counted, where other issues come before. */
export type MarkCount = { readonly sheet: number; readonly number: number };

/** Places all marks, in reading order. */
export function placeMarks(
  issue: Issue,
  annotations: readonly Annotation[],
  layout: IssueLayout,
  geometry: PageGeometry,
  from: MarkCount = { sheet: 0, number: 1 },
): PlacedMarks {
  const orphans: Annotation[] = [];
  const anchored = annotations.flatMap((annotation) => {
    const order = issue.articles.findIndex(({ articleId }) => articleId === annotation.articleId);
    const article = issue.articles[order];
    const ranges = article === undefined ? null : rangesOf(annotation, article);
    if (article !== undefined && ranges !== null) return [{ annotation, article, order, ranges }];
    orphans.push(annotation);
    return [];
  });
  anchored.sort(
    (a, b) =>
      a.order - b.order ||
      rankOf(a.annotation) - rankOf(b.annotation) ||
      a.ranges[0].start - b.ranges[0].start ||
      a.ranges[0].end - b.ranges[0].end,
  );
  const levels = levelsOf(anchored);
  const placed = anchored.map(({ annotation, article, ranges }, index) => ({
    annotation,
    article,
    ranges,
    number: from.number + index,
    pieces: piecesOf(layout, geometry, article.articleId, ranges, levels.get(annotation)).map((piece) => ({
      ...piece,
      page: piece.page + from.sheet,
    })),
  }));
  return { placed, orphans };
}

function rangesOf(annotation: Annotation, article: Article): PlacedMark['ranges'] | null {
  if (annotation.scope === undefined) return anchorTarget(article.text, annotation.target)?.ranges ?? null;
  const headline = headlineRange(article);
  return [headline ?? { start: 0, end: Math.min(1, article.text.length) }];
}

type Anchored = Pick<PlacedMark, 'annotation' | 'article' | 'ranges'>;

/** How deep the passages of marks lie among those of the same article; notes on the whole are not drawn over text. */
function levelsOf(marks: readonly Anchored[]): ReadonlyMap<Annotation, readonly PieceLevel[]> {
  const levels = new Map<Annotation, readonly PieceLevel[]>();
  const onText = marks.filter(({ annotation }) => annotation.scope === undefined);
  for (const article of new Set(onText.map((mark) => mark.article))) {
    const own = onText.filter((mark) => mark.article === article);
    const leveled = levelMarks(
      own.map(({ annotation: { style, created }, ranges }) => ({ style, created, ranges })),
    );
    own.forEach(({ annotation }, at) => levels.set(annotation, leveled[at] ?? []));
  }
  return levels;
}

/** Notes on the whole come before the marks on its words. */
function rankOf({ scope }: Annotation): number {
  return scope === 'issue' ? 0 : scope === 'article' ? 1 : 2;
}

/** The pieces of ranges of an article's text, one for each page they lie on; without levels they lie over nothing. */
export function piecesOf(
  layout: IssueLayout,
  geometry: PageGeometry,
  articleId: ArticleId,
  ranges: readonly TextRange[],
  levels: readonly PieceLevel[] = [],
): readonly MarkPiece[] {
  const articleLines = linesOfArticle(layout, articleId);
  const pages = new Map<number, MarkedLine[]>();
  for (const [at, range] of ranges.entries()) {
    const quads = rangeToQuads(layout, articleId, range);
    quads.forEach((quad, index) => {
      const lines = pages.get(quad.page) ?? [];
      pages.set(quad.page, lines);
      const placed = articleLines[firstIndex(articleLines, ({ line }) => line.end > quad.range.start)];
      if (placed === undefined) throw new Error('a quad lies on no line of its article');
      lines.push({
        quad: toPaperRect(geometry, quad),
        em: placed.line.size * geometry.body,
        signs: signsOf(placed, quad),
        opens: index === 0,
        closes: index === quads.length - 1,
        level: levels[at]?.level[layout.direction] ?? 0,
      });
    });
  }
  return [...pages].map(([page, lines], index) => ({ page, lines, isFirst: index === 0 }));
}

function signsOf({ frame, line }: PlacedLine, quad: Quad): readonly Em[] {
  const start = (quad.inline - frame.rect.inline - line.inline) / line.size;
  return signMiddles(line, quad.range).map((middle) => middle - start);
}
