// No mark enters the library that does not stand where it says: its article exists, its range lies in the text, and its
// quote is what the text has there; so does each of several passages, in order and apart.
import type { Annotation, Target } from '../../src-core/annotation/annotation';
import { passagesOf } from '../../src-core/annotation/passages';
import type { Edit, SingleEdit } from '../../src-core/annotation/edit';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Article, ArticleId, IssueId } from '../../src-core/publication/issue';

/** The texts of an issue's articles. */
export type Texts = { readonly issueId: IssueId; readonly articles: ReadonlyMap<ArticleId, Article> };

/** Says why an annotation does not stand in the issue; null where it does. */
export function anchorFault(
  texts: Texts,
  annotation: Pick<Annotation, 'issueId' | 'articleId' | 'target'>,
): AppError | null {
  if (annotation.issueId !== texts.issueId) {
    return {
      code: 'invalid-input',
      where: 'annotation.issueId',
      detail: { code: 'of-other-issue', issueId: annotation.issueId },
    };
  }
  return targetFault(texts, annotation.articleId, annotation.target);
}

/** Says why an edit would leave a mark that does not stand in the issue; null where it would not. */
export function editFault(
  texts: Texts,
  edit: Edit,
  articleOf: (annotationId: Annotation['annotationId']) => ArticleId | undefined,
): AppError | null {
  const added = new Map<Annotation['annotationId'], ArticleId>();
  for (const single of edit.type === 'batch' ? edit.edits : [edit]) {
    const fault = singleFault(
      texts,
      single,
      (annotationId) => added.get(annotationId) ?? articleOf(annotationId),
    );
    if (fault !== null) return fault;
    if (single.type === 'add') added.set(single.annotation.annotationId, single.annotation.articleId);
  }
  return null;
}

function singleFault(
  texts: Texts,
  edit: SingleEdit,
  articleOf: (annotationId: Annotation['annotationId']) => ArticleId | undefined,
): AppError | null {
  if (edit.type === 'add') return anchorFault(texts, edit.annotation);
  if (edit.type !== 'update' || edit.changes.target === undefined) return null;
  const articleId = articleOf(edit.annotationId);
  // An unknown annotation is refused by the edit itself.
  return articleId === undefined ? null : targetFault(texts, articleId, edit.changes.target);
}

function targetFault(texts: Texts, articleId: ArticleId, target: Target): AppError | null {
  const article = texts.articles.get(articleId);
  if (article === undefined) return { code: 'article-unknown', articleId };
  const { length } = article.text;
  let last = -1;
  for (const { position, quote } of passagesOf(target)) {
    const { start, end } = position;
    if (start >= end || end > length) return { code: 'range-outside-text', start, end, length };
    // Passages of one mark stand in order, and do not touch.
    if (start <= last)
      return {
        code: 'invalid-input',
        where: 'target.more',
        detail: { code: 'passages-overlap', start, end: last },
      };
    if (article.text.slice(start, end) !== quote.exact)
      return { code: 'quote-not-found', quote: quote.exact };
    last = end;
  }
  return null;
}
