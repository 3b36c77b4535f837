// What is placed on the printed pages, and in which order: an article with the label 栏题 over it is one part. The order is
// that of the print, or of the user's make-up.
import type { Article, ArticleId, Issue } from '../publication/issue';
import { inOrderOfWeight, placedArticle, type PlacedArticle } from '../publication/placement';
import { displayBlocks } from './galley';

export type PagePart = {
  /** Stands over the article's own headline. */
  readonly label: Article | null;
  readonly article: Article;
  /** Photos, notices and labels alone stand in a box. */
  readonly isBoxed: boolean;
  /** What the user has decided of it. */
  readonly placed: PlacedArticle;
};

type Parted = Pick<Issue, 'articles' | 'pages' | 'placement'>;

/**
 * The parts of each printed page in their order; those that stand on none are a page of their own, the last. Empty
 * articles are left out. Without `isPlaced` the user's make-up is left out of account.
 */
export function partsOfPages(issue: Parted, isPlaced: boolean): ReadonlyMap<number, readonly PagePart[]> {
  const pages = new Map(issue.pages.flatMap(({ articleIds }, page) => articleIds.map((id) => [id, page])));
  const decisions = new Map(
    (isPlaced ? issue.placement : undefined)?.map((placed) => [placed.articleId, placed]),
  );
  const groups = new Map<number, PagePart[]>();
  for (const { label, article, isBoxed } of joinLabels(issue.articles)) {
    const page = pages.get(article.articleId) ?? issue.pages.length;
    const placed = decisions.get(article.articleId) ?? placedArticle(undefined, article.articleId);
    const part = { label, article, isBoxed, placed };
    const group = groups.get(page);
    if (group === undefined) groups.set(page, [part]);
    else group.push(part);
  }
  return new Map([...groups].map(([page, parts]) => [page, inOrderOfWeight(parts, ({ placed }) => placed)]));
}

/**
 * The part that an article, or its label, is; its place among those of its printed page, counted from 1; how many these are,
 * and which page it is, counted from 0.
 */
export function placeOnPage(
  issue: Parted,
  articleId: ArticleId,
): {
  readonly articleId: ArticleId;
  readonly place: number;
  readonly count: number;
  readonly page: number;
} | null {
  for (const [page, parts] of partsOfPages(issue, true)) {
    const at = parts.findIndex(
      ({ label, article }) => article.articleId === articleId || label?.articleId === articleId,
    );
    const part = parts[at];
    if (part !== undefined)
      return { articleId: part.article.articleId, place: at + 1, count: parts.length, page };
  }
  return null;
}

/** Labels go with what follows them. */
function joinLabels(articles: readonly Article[]): readonly Omit<PagePart, 'placed'>[] {
  const parts: Omit<PagePart, 'placed'>[] = [];
  let label: Article | null = null;
  for (const article of articles) {
    if (article.text.trim() === '') continue;
    if (article.type === 'label' && displayBlocks(article).length === article.blocks.length) {
      if (label !== null) parts.push({ label: null, article: label, isBoxed: true });
      label = article;
      continue;
    }
    parts.push({ label, article, isBoxed: article.type !== 'article' });
    label = null;
  }
  if (label !== null) parts.push({ label: null, article: label, isBoxed: true });
  return parts;
}
