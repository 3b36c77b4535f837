// Issues built from the parts of their articles, for tests that need a valid one. Nothing is parsed here.
import {
  articleIdSchema,
  issueSchema,
  type Article,
  type ArticleId,
  type ArticleType,
  type Block,
  type BlockRole,
  type Issue,
} from '../../src-core/publication/issue';

/** A block's role and its text. */
export type Part = readonly [role: BlockRole, text: string];

export type ArticleParts = {
  readonly articleId?: string;
  readonly type?: ArticleType;
  readonly parts: readonly Part[];
};

/** Names an article. */
export function articleIdOf(name: string): ArticleId {
  return articleIdSchema.parse(name);
}

/** Joins parts to an article whose canonical text is the parts joined by line feeds. */
export function buildArticle({ articleId = 'a1', type = 'article', parts }: ArticleParts): Article {
  const blocks: Block[] = [];
  let text = '';
  for (const [role, words] of parts) {
    if (blocks.length > 0) text += '\n';
    blocks.push({ role, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { articleId: articleIdOf(articleId), type, text, blocks };
}

/** Builds an issue of one page with these articles, named a1, a2 … where they have no name. */
export function buildIssue(
  articles: readonly ArticleParts[],
  overrides: { readonly publication?: string; readonly date?: string } = {},
): Issue {
  const built = articles.map((article, at) => buildArticle({ articleId: `a${at + 1}`, ...article }));
  return issueSchema.parse({
    issueId: 'issue-1',
    ...overrides,
    pages: [{ articleIds: built.map((article) => article.articleId) }],
    articles: built,
    source: { fileName: 'page.txt', sha256: '0'.repeat(64), encoding: 'utf-8' },
    imported: '2026-01-01T00:00:00.000Z',
  });
}
