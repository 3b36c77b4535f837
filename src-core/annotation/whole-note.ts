// Notes on a whole article or a whole issue: about no passage, and shown at a headline.
import { describeRange } from '../anchoring/describe-range';
import type { Article, Issue } from '../publication/issue';
import type { TextRange } from '../text/offsets';
import type { MarkScope, Target } from './annotation';

/** Where a note on a whole article is shown: its headline, or the first thing printed of it; null where it has no text. */
export function headlineRange({ blocks }: Article): TextRange | null {
  const printed = blocks.filter(({ start, end }) => end > start);
  const block = printed.find(({ role }) => role === 'headline') ?? printed[0];
  return block === undefined ? null : { start: block.start, end: block.end };
}

/** The article and target of a note on one article, or on the issue, at whose first headline it is shown; null where the issue has no text. */
export function wholeTarget(
  issue: Issue,
  scope: MarkScope,
  articleId: Article['articleId'] | null,
): { readonly articleId: Article['articleId']; readonly target: Target } | null {
  const order = issue.pages.flatMap((page) => page.articleIds);
  const wanted = scope === 'issue' ? order : articleId === null ? [] : [articleId];
  for (const candidate of wanted) {
    const article = issue.articles.find((each) => each.articleId === candidate);
    const range = article === undefined ? null : headlineRange(article);
    if (article !== undefined && range !== null) {
      return { articleId: candidate, target: describeRange(article.text, range) };
    }
  }
  return null;
}
