// One annotation as the exports speak of it: its place as it stands now, and where it comes from.
import { anchorSelectors } from '../../../src-core/anchoring/anchor';
import type { TextQuoteSelector } from '../../../src-core/anchoring/selector';
import type { Annotation } from '../../../src-core/annotation/annotation';
import { passagesOf } from '../../../src-core/annotation/passages';
import { articleTitle } from '../../../src-core/publication/article-text';
import type { Issue } from '../../../src-core/publication/issue';

/** A passage with its place in UTF-16 code units of the article's text; the stored one where it was not found. */
export type RowPassage = { readonly start: number; readonly end: number; readonly quote: TextQuoteSelector };

export type AnnotationRow = {
  readonly annotation: Annotation;
  /** The place of its first passage; of a note on a whole article or issue, of the headline at which it is shown. */
  readonly start: number;
  readonly end: number;
  /** All its passages, in the order of the text. */
  readonly passages: readonly RowPassage[];
  readonly articleText: string;
  readonly articleTitle: string;
  readonly publication: string | undefined;
  readonly date: string | undefined;
  readonly page: string | undefined;
};

/** Joins annotations with their issue, in reading order: by article, then by place. */
export function annotationRows(issue: Issue, annotations: readonly Annotation[]): readonly AnnotationRow[] {
  const order = new Map(issue.articles.map((article, index) => [article.articleId, index]));
  const articles = new Map(issue.articles.map((article) => [article.articleId, article]));
  const rows = annotations.map((annotation): AnnotationRow => {
    const article = articles.get(annotation.articleId);
    const text = article?.text ?? '';
    const passages = passagesOf(annotation.target).map((selectors): RowPassage => {
      const { start, end } = anchorSelectors(text, selectors)?.range ?? selectors.position;
      return { start, end, quote: selectors.quote };
    });
    const [first = annotation.target.position] = passages;
    const page = issue.pages.find((candidate) => candidate.articleIds.includes(annotation.articleId));
    return {
      annotation,
      start: first.start,
      end: first.end,
      passages,
      articleText: text,
      articleTitle: article === undefined ? annotation.articleId : articleTitle(article),
      publication: issue.publication,
      date: issue.date,
      page: page?.number ?? page?.name,
    };
  });
  const place = (row: AnnotationRow): number => order.get(row.annotation.articleId) ?? order.size;
  return rows.sort((a, b) => place(a) - place(b) || a.start - b.start || a.end - b.end);
}
