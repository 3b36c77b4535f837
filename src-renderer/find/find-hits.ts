// Where words stand in an issue: in any of their printed forms, over the ends of lines and of paragraphs. Hits are ranges
// of the articles' printed text, in the order in which the articles are listed.
import type { ArticleId, Issue } from '../../src-core/publication/issue';
import { findFolded, foldText, type FoldedText } from '../../src-core/search/fold';
import type { TextRange } from '../../src-core/text/offsets';

export type FindHit = { readonly articleId: ArticleId; readonly range: TextRange };

type FoldedArticle = { readonly articleId: ArticleId; readonly folded: FoldedText };

/** Folded once for each issue, and forgotten with it. */
const foldedIssues = new WeakMap<Issue, readonly FoldedArticle[]>();

/** Gives every place of the words, none of which lies over another; words of white space alone stand nowhere. */
export function findHits(issue: Issue, words: string): readonly FindHit[] {
  return foldedArticles(issue).flatMap(({ articleId, folded }) => {
    let end = 0;
    const hits: FindHit[] = [];
    for (const range of findFolded(folded, words)) {
      if (range.start < end) continue;
      end = range.end;
      hits.push({ articleId, range });
    }
    return hits;
  });
}

/**
 * Gives the number of the first hit at or behind a place in the issue, or of the first of all where none is; -1 where
 * there are no hits.
 */
export function hitFrom(
  issue: Issue,
  hits: readonly FindHit[],
  place: { readonly articleId: ArticleId; readonly offset: number },
): number {
  const order = new Map(issue.articles.map(({ articleId }, index) => [articleId, index]));
  const article = order.get(place.articleId) ?? 0;
  const found = hits.findIndex((hit) => {
    const at = order.get(hit.articleId) ?? 0;
    return at > article || (at === article && hit.range.end > place.offset);
  });
  return found < 0 && hits.length > 0 ? 0 : found;
}

function foldedArticles(issue: Issue): readonly FoldedArticle[] {
  const known = foldedIssues.get(issue);
  if (known !== undefined) return known;
  const folded = issue.articles.map(({ articleId, text }) => ({ articleId, folded: foldText(text) }));
  foldedIssues.set(issue, folded);
  return folded;
}
