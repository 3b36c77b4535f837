// The structure tree of a tagged PDF: the document, its articles, and their blocks in reading order, so that the text
// can be read aloud and reflowed.
import type { Article, ArticleId, BlockRole } from '../../../src-core/publication/issue';
import { articleTitle } from '../../../src-core/publication/article-text';
import { firstIndex } from '../../../src-core/typesetting/layout-index';
import type { PdfDocument, PdfStructure } from './pdf-document';

/** The standard structure type of each role (ISO 32000-1, 14.8.4). */
const structureTypes: { readonly [R in BlockRole]: string } = {
  kicker: 'P',
  headline: 'H1',
  deck: 'P',
  byline: 'P',
  paragraph: 'P',
  subhead: 'H2',
  verse: 'P',
  caption: 'Caption',
  credit: 'P',
  label: 'P',
  issuer: 'P',
  date: 'P',
};

/** How an article and its paragraphs are called in lists that lead elsewhere. */
const listTypes = {
  text: null,
  contents: { article: 'TOC', paragraph: 'TOCI' },
  index: { article: 'Index', paragraph: 'P' },
} as const;

export type BlockStructure = { readonly type: string; readonly element: PdfStructure };

/** Begins the structure of a document; the caller ends it. */
export function documentStructure(document: PdfDocument, title: string): PdfStructure {
  const root = document.struct('Document', { title });
  document.addStructure(root);
  return root;
}

/** The structure of one part of a document: of an issue, or of what follows. */
export class IssueStructure {
  readonly #document: PdfDocument;
  readonly #parent: PdfStructure;
  readonly #list: (typeof listTypes)[keyof typeof listTypes];
  readonly #articles = new Map<ArticleId, PdfStructure>();
  readonly #blocks = new Map<ArticleId, BlockStructure[]>();

  constructor(document: PdfDocument, parent: PdfStructure, kind: keyof typeof listTypes) {
    this.#document = document;
    this.#parent = parent;
    this.#list = listTypes[kind];
  }

  article(article: Article): PdfStructure {
    let element = this.#articles.get(article.articleId);
    if (element === undefined) {
      element = this.#document.struct(this.#list?.article ?? 'Art', { title: articleTitle(article) });
      this.#parent.add(element);
      this.#articles.set(article.articleId, element);
    }
    return element;
  }

  /** The element for a line from `start` to `end`. Blocks that share a line, as a byline and its paragraph, share one. */
  block(article: Article, start: number, end: number): BlockStructure {
    const { blocks } = article;
    const elements = this.#blocks.get(article.articleId) ?? [];
    this.#blocks.set(article.articleId, elements);
    const first = firstIndex(blocks, (block) => block.end > start);
    let structure = elements[first];
    if (structure === undefined) {
      const role = blocks[first]?.role ?? 'paragraph';
      const type = role === 'paragraph' && this.#list !== null ? this.#list.paragraph : structureTypes[role];
      const element = this.#document.struct(type);
      this.article(article).add(element);
      structure = { type, element };
      elements[first] = structure;
    }
    for (let index = first + 1; (blocks[index]?.start ?? Infinity) < end; index++) {
      elements[index] ??= structure;
    }
    return structure;
  }
}
