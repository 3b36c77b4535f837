// One annotation as the exports speak of it: its place as it stands now, and where it comes from.
import { anchorSelectors } from '../../../src-core/anchoring/anchor';
import type { Annotation } from '../../../src-core/annotation/annotation';
import { articleTitle } from '../../../src-core/publication/article-text';
import type { Issue } from '../../../src-core/publication/issue';

export type AnnotationRow = {
  readonly annotation: Annotation;
  /** UTF-16 code units of the article's text; the stored position where the passage was not found. */
  readonly start: number;
  readonly end: number;
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
    const range = anchorSelectors(text, annotation.target)?.range ?? annotation.target.position;
    const page = issue.pages.find((candidate) => candidate.articleIds.includes(annotation.articleId));
    return {
      annotation,
      start: range.start,
      end: range.end,
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
