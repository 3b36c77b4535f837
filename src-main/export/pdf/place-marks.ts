// Where each mark lies on paper: its passage is found in the text, and the engine's layout tells the lines it runs
// through.
import { anchorSelectors } from '../../../src-core/anchoring/anchor';
import type { Annotation } from '../../../src-core/annotation/annotation';
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
};

/** The piece of a mark that lies on one page, line by line. */
export type MarkPiece = {
  readonly page: number;
  readonly lines: readonly MarkedLine[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

export type PlacedMark = {
  readonly annotation: Annotation;
  readonly article: Article;
  readonly range: TextRange;
  /** Counted from 1, in reading order. */
  readonly number: number;
  readonly pieces: readonly MarkPiece[];
};

export type PlacedMarks = {
  readonly placed: readonly PlacedMark[];
  /** Marks whose words are no longer in the issue. */
  readonly orphans: readonly Annotation[];
};

/** Places all marks, in reading order. */
export function placeMarks(
  issue: Issue,
  annotations: readonly Annotation[],
  layout: IssueLayout,
  geometry: PageGeometry,
): PlacedMarks {
  const orphans: Annotation[] = [];
  const anchored = annotations.flatMap((annotation) => {
    const order = issue.articles.findIndex(({ articleId }) => articleId === annotation.articleId);
    const article = issue.articles[order];
    const anchor = article === undefined ? null : anchorSelectors(article.text, annotation.target);
    if (article !== undefined && anchor !== null)
      return [{ annotation, article, order, range: anchor.range }];
    orphans.push(annotation);
    return [];
  });
  anchored.sort((a, b) => a.order - b.order || a.range.start - b.range.start || a.range.end - b.range.end);
  const placed = anchored.map(({ annotation, article, range }, index) => ({
    annotation,
    article,
    range,
    number: index + 1,
    pieces: piecesOf(layout, geometry, article.articleId, range),
  }));
  return { placed, orphans };
}

function piecesOf(
  layout: IssueLayout,
  geometry: PageGeometry,
  articleId: ArticleId,
  range: TextRange,
): readonly MarkPiece[] {
  const articleLines = linesOfArticle(layout, articleId);
  const pages = new Map<number, MarkedLine[]>();
  for (const quad of rangeToQuads(layout, articleId, range)) {
    const lines = pages.get(quad.page) ?? [];
    pages.set(quad.page, lines);
    const placed = articleLines[firstIndex(articleLines, ({ line }) => line.end > quad.range.start)];
    if (placed === undefined) throw new Error('a quad lies on no line of its article');
    lines.push({
      quad: toPaperRect(geometry, quad),
      em: placed.line.size * geometry.body,
      signs: signsOf(placed, quad),
    });
  }
  const pieces = [...pages];
  return pieces.map(([page, lines], index) => ({
    page,
    lines,
    isFirst: index === 0,
    isLast: index === pieces.length - 1,
  }));
}

function signsOf({ frame, line }: PlacedLine, quad: Quad): readonly Em[] {
  const start = (quad.inline - frame.rect.inline - line.inline) / line.size;
  return signMiddles(line, quad.range).map((middle) => middle - start);
}
