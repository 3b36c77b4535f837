// The sheets that a printed page 版 goes over, parted where no article goes on from one to the next: each run of them can
// be set anew without touching the others.
import type { ArticleId, Issue } from '../../../src-core/publication/issue';
import type { PageLayout } from '../../../src-core/typesetting/model';
import type { PrintedSide } from '../../../src-core/typesetting/printed-sheets';

/** Sheets from one to before another, and the articles that stand on them alone. */
export type SheetRun = {
  readonly from: number;
  readonly to: number;
  readonly articles: ReadonlySet<ArticleId>;
};

/** Gives the shortest runs, in their order. */
export function runsOfArticles(pages: readonly PageLayout[]): readonly SheetRun[] {
  const runs: { from: number; to: number; articles: Set<ArticleId> }[] = [];
  pages.forEach(({ frames }, at) => {
    const ids = frames.map(({ articleId }) => articleId);
    const open = runs.at(-1);
    if (open !== undefined && ids.some((id) => open.articles.has(id))) {
      ids.forEach((id) => open.articles.add(id));
      open.to = at + 1;
    } else runs.push({ from: at, to: at + 1, articles: new Set(ids) });
  });
  return runs;
}

/** Gives the issue with no articles on one of its printed pages but these, and that page. */
export function onlyWith(
  issue: Issue,
  side: PrintedSide,
  articles: ReadonlySet<ArticleId>,
): { readonly issue: Issue; readonly side: PrintedSide } {
  const gone = new Set(
    side.articles.flatMap(({ articleId }) => (articles.has(articleId) ? [] : [articleId])),
  );
  const stays = (id: ArticleId): boolean => !gone.has(id);
  return {
    issue: {
      ...issue,
      articles: issue.articles.filter(({ articleId }) => stays(articleId)),
      pages: issue.pages.map((page) => ({ ...page, articleIds: page.articleIds.filter(stays) })),
    },
    side: { ...side, articles: side.articles.filter(({ articleId }) => stays(articleId)) },
  };
}
