// A handout as an issue whose articles the typesetting engine sets like any other: the day with its agenda and contents,
// then an article for each excerpt under its headings, then index and minutes.
import {
  articleIdSchema,
  issueIdSchema,
  type Article,
  type ArticleId,
  type Block,
  type BlockRole,
  type Issue,
} from '../../../src-core/publication/issue';
import type { HandoutLine, HandoutRole } from '../../../src-core/study/handout-lines';

/** What each line is in an article. */
const roles: { readonly [R in HandoutRole]: BlockRole } = {
  kind: 'kicker',
  title: 'headline',
  fact: 'caption',
  section: 'subhead',
  entry: 'caption',
  heading: 'label',
  excerpt: 'kicker',
  passage: 'paragraph',
  warning: 'subhead',
  citation: 'issuer',
  question: 'caption',
  notes: 'caption',
  blank: 'caption',
};

/** Low lines, as many as stand in the shortest lines that a handout is set in. */
const ruledLine = '＿'.repeat(14);

/**
 * Gives the issue. Where the pages on which articles begin are known, the contents name them.
 * @param pages the number of the page on which each excerpt or heading begins, by its anchor
 */
export function handoutIssue(
  lines: readonly HandoutLine[],
  title: string,
  made: string,
  pages: ReadonlyMap<string, number> = new Map(),
): Issue {
  const articles = partLines(lines).map((part, index) => articleOf(part, index, pages));
  return {
    issueId: issueIdSchema.parse('handout'),
    pages: [{ articleIds: articles.map(({ articleId }) => articleId) }],
    articles,
    source: { fileName: title, sha256: '0'.repeat(64), encoding: 'utf-8' },
    imported: made,
  };
}

/** The article that begins with an excerpt or a heading, by the anchor of that line; null for the others. */
export function anchorOfArticle(articleId: ArticleId): string | null {
  return articleId.startsWith('part-') ? null : articleId;
}

/** A heading, an excerpt and what follows the materials begin an article of their own. */
function partLines(lines: readonly HandoutLine[]): readonly (readonly HandoutLine[])[] {
  const parts: HandoutLine[][] = [];
  let isAmongMaterials = false;
  for (const line of lines) {
    const begins =
      line.role === 'heading' || line.role === 'excerpt' || (line.role === 'section' && isAmongMaterials);
    if (begins || parts.length === 0) parts.push([]);
    if (begins) isAmongMaterials = line.role !== 'section';
    parts.at(-1)?.push(line);
  }
  return parts;
}

function articleOf(
  lines: readonly HandoutLine[],
  index: number,
  pages: ReadonlyMap<string, number>,
): Article {
  const blocks: Block[] = [];
  let text = '';
  for (const line of lines) {
    const words = wordsOf(line, pages);
    // Without a headline of its own a part begins with a section's; it stands over it.
    const isHead = line === lines[0] && line.role === 'section';
    if (blocks.length > 0) text += '\n';
    blocks.push({
      role: isHead ? 'headline' : roles[line.role],
      start: text.length,
      end: text.length + words.length,
    });
    text += words;
  }
  const [first] = lines;
  return {
    articleId: articleIdSchema.parse(
      first?.role !== 'section' && first?.anchor !== undefined ? first.anchor : `part-${index}`,
    ),
    type: first?.role === 'heading' ? 'label' : 'article',
    text,
    blocks,
  };
}

function wordsOf({ role, text, anchor }: HandoutLine, pages: ReadonlyMap<string, number>): string {
  if (role === 'blank') return ruledLine;
  const page = role === 'entry' && anchor !== undefined ? pages.get(anchor) : undefined;
  return page === undefined ? text : `${text}……${page}`;
}
