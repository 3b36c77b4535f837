// Pieces of an article's text by what they are to its reader.
import { withoutLetterSpacing } from '../text/han';
import type { Article, BlockRole } from './issue';

/** Gives the text of the article's blocks of one role, each as it stands, in reading order. */
export function blockTexts(article: Article, role: BlockRole): readonly string[] {
  return article.blocks
    .filter((block) => block.role === role)
    .map((block) => article.text.slice(block.start, block.end));
}

/** The words by which an article is listed: its headline, or what stands in for one; never empty. */
export function articleTitle(article: Article): string {
  for (const role of ['headline', 'kicker', 'label', 'caption', 'paragraph'] as const) {
    const text = withoutLetterSpacing(blockTexts(article, role).join(' ').trim());
    if (text !== '') return text.length > 40 ? `${text.slice(0, 39)}…` : text;
  }
  return article.articleId;
}
