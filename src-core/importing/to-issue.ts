// A parsed page becomes an issue of the library: every block an article with its canonical text.
import {
  articleIdSchema,
  type Article,
  type ArticleId,
  type Block,
  type Issue,
  type IssueId,
  type Source,
} from '../publication/issue';
import type { ParsedBlock, ParsedPage, ParsedPiece } from './format';

export type IssueMaking = {
  readonly issueId: IssueId;
  readonly source: Source;
  /** ISO 8601 instant. */
  readonly imported: string;
  /** What the user states; it goes before what the pages state. */
  readonly publication?: string;
  readonly date?: string;
};

/** Makes an issue of one parsed page; its articles are named a1, a2, … in reading order. */
export function toIssue(page: ParsedPage, making: IssueMaking): Issue {
  const articles = page.blocks
    .filter(hasText)
    .map((block, index) => toArticle(block, articleIdSchema.parse(`a${String(index + 1)}`)));
  const publication = making.publication ?? page.publication;
  const date = making.date ?? page.publicationDate;
  const editors = page.furniture
    .filter(({ kind }) => kind === 'editor-line')
    .map(({ text }) => text.trim().slice(0, longestEditorLine));
  const issueNumber = issueNumberOf(page);
  return {
    issueId: making.issueId,
    ...(publication === undefined ? {} : { publication }),
    ...(date === undefined ? {} : { date }),
    ...(issueNumber === undefined ? {} : { issueNumber }),
    pages: [
      {
        ...(page.pageNumber === undefined ? {} : { number: page.pageNumber }),
        ...(page.pageName === undefined ? {} : { name: page.pageName }),
        ...(editors.length === 0 ? {} : { editors }),
        articleIds: articles.map((article) => article.articleId),
      },
    ],
    articles,
    source: making.source,
    imported: making.imported,
  };
}

/** A page's head has room for no more. */
const longestEditorLine = 40;

/** 第24567期, 总第1203期: the number that the page line states. */
function issueNumberOf({ furniture }: ParsedPage): string | undefined {
  const lines = furniture.filter(({ kind }) => kind === 'page-line').map(({ text }) => text);
  return /(?:总第|總第|第)\s?(\d{1,6})\s?[期号號]/u.exec(lines.join('\n'))?.[1];
}

/** Whether a block becomes an article. */
export function hasText(block: ParsedBlock): boolean {
  return block.pieces.some((piece) => piece.text !== '');
}

function toArticle(block: ParsedBlock, articleId: ArticleId): Article {
  const { text, blocks } = layOut(block.pieces);
  return {
    articleId,
    type: block.type,
    text,
    blocks: [...blocks],
    ...(block.byline === undefined
      ? {}
      : { byline: { ...block.byline, reporters: [...block.byline.reporters] } }),
    ...(block.credits === undefined ? {} : { credits: [...block.credits] }),
    ...(block.date === undefined ? {} : { date: block.date }),
  };
}

/** The canonical text: the pieces in reading order joined by line feeds. */
function layOut(pieces: readonly ParsedPiece[]): {
  readonly text: string;
  readonly blocks: readonly Block[];
} {
  const blocks: Block[] = [];
  let text = '';
  for (const piece of pieces) {
    if (piece.text === '') continue;
    if (text !== '') text += '\n';
    blocks.push({ role: piece.role, start: text.length, end: text.length + piece.text.length });
    text += piece.text;
  }
  return { text, blocks };
}
