// Matter that follows the issues, set by the same engine through the same fonts, as one more article each.
import {
  articleIdSchema,
  type Article,
  type Block,
  type BlockRole,
} from '../../../src-core/publication/issue';
import type { TextRange } from '../../../src-core/text/offsets';

/** A paragraph, or a heading; with the number of the mark that it begins with, if it is about one. */
export type MatterPiece = { readonly role: BlockRole; readonly text: string; readonly mark?: number };

export type BackMatter = {
  readonly article: Article;
  /** The numbers in it, each with its mark. */
  readonly entries: readonly { readonly mark: number; readonly range: TextRange }[];
};

/** Makes an article of pieces in order. */
export function backMatter(articleId: string, pieces: readonly MatterPiece[]): BackMatter {
  const blocks: Block[] = [];
  const entries: { mark: number; range: TextRange }[] = [];
  let text = '';
  for (const { role, text: words, mark } of pieces) {
    if (text !== '') text += '\n';
    const start = text.length;
    blocks.push({ role, start, end: start + words.length });
    if (mark !== undefined) entries.push({ mark, range: { start, end: start + String(mark).length } });
    text += words;
  }
  return {
    article: { articleId: articleIdSchema.parse(articleId), type: 'article', text, blocks },
    entries,
  };
}
