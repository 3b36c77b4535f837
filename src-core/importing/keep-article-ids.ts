// A new revision of an issue keeps the names of its articles: an article is the former one with which it has most of its
// lines in common, so that marks find their article wherever it stands now.
import { articleIdSchema, type Article, type ArticleId, type Issue } from '../publication/issue';

/** Gives the revised issue with the former names; articles that are new get names that were never used. */
export function keepArticleIds(former: Issue, revised: Issue): Issue {
  const free = new Map(former.articles.map((article) => [article.articleId, linesOf(article)]));
  let last = Math.max(
    0,
    ...former.articles.map(({ articleId }) => Number(/\d+$/u.exec(articleId)?.[0] ?? 0)),
  );
  const names = new Map<ArticleId, ArticleId>();
  for (const article of revised.articles) {
    const lines = linesOf(article);
    let best: ArticleId | null = null;
    let most = 0;
    for (const [articleId, formerLines] of free) {
      const common = [...lines].reduce((sum, line) => sum + (formerLines.has(line) ? line.length : 0), 0);
      if (common > most) [best, most] = [articleId, common];
    }
    if (best !== null) free.delete(best);
    names.set(article.articleId, best ?? articleIdSchema.parse(`a${String(++last)}`));
  }
  const named = (articleId: ArticleId): ArticleId => names.get(articleId) ?? articleId;
  return {
    ...revised,
    articles: revised.articles.map((article) => ({ ...article, articleId: named(article.articleId) })),
    pages: revised.pages.map((page) => ({ ...page, articleIds: page.articleIds.map(named) })),
  };
}

function linesOf({ text }: Article): ReadonlySet<string> {
  return new Set(text.split('\n'));
}
