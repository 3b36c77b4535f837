// The outline of a document: its issues where there are several, their articles, and the marks of each.
import { articleTitle } from '../../../src-core/publication/article-text';
import type { ArticleId } from '../../../src-core/publication/issue';
import { quotedBriefly } from './mark-index';
import { toPaperRect, type PageGeometry } from './page-geometry';
import type { PdfDocument, PdfOutline } from './pdf-document';
import type { ExportPlan, PlannedPage, PlannedPart } from './planned';

export class Bookmarks {
  readonly #document: PdfDocument;
  readonly #plan: ExportPlan;
  readonly #parts = new Map<PlannedPart, PdfOutline>();
  readonly #articles = new Map<PlannedPart, Map<ArticleId, PdfOutline>>();
  readonly #hasSeveral: boolean;

  constructor(document: PdfDocument, plan: ExportPlan) {
    this.#document = document;
    this.#plan = plan;
    this.#hasSeveral = plan.parts.filter(({ kind }) => kind === 'issue').length > 1;
  }

  /** Adds what begins on a page, which must be the document's last; `index` counts from 0. */
  add(page: PlannedPage, index: number): void {
    const { geometry } = page.part.sheet;
    const articles = this.#articles.get(page.part) ?? new Map<ArticleId, PdfOutline>();
    this.#articles.set(page.part, articles);
    for (const frame of page.layout.frames) {
      const article = page.part.articles.find(({ articleId }) => articleId === frame.articleId);
      if (article === undefined || articles.has(frame.articleId)) continue;
      const { top } = toPaperRect(geometry, frame.rect);
      const title = page.part.kind === 'issue' ? articleTitle(article) : page.part.title;
      const item = this.#addItem(this.#parentOf(page.part, index), title, index, geometry, top);
      articles.set(frame.articleId, item);
    }
    for (const { mark, piece } of page.marks) {
      const parent = articles.get(mark.article.articleId);
      const [line] = piece.lines;
      if (!piece.isFirst || parent === undefined || line === undefined) continue;
      const title = `${this.#plan.isNumbered ? `${mark.number} ` : ''}${quotedBriefly(mark.annotation)}`;
      this.#addItem(parent, title, index, geometry, line.quad.top);
    }
  }

  /** States how many bookmarks are open; pdfkit leaves it out, and readers then take the outline for closed. */
  count(): void {
    const { outline } = this.#document;
    const isOpen = (item: PdfOutline): boolean => item === outline || item.options.expanded === true;
    const shown = (item: PdfOutline): number =>
      item.children.reduce((sum, child) => sum + 1 + (isOpen(child) ? shown(child) : 0), 0);
    const state = (item: PdfOutline): void => {
      // A negative number is a closed bookmark's (ISO 32000-1, 12.3.3).
      if (item.children.length > 0) item.outlineData['Count'] = isOpen(item) ? shown(item) : -shown(item);
      item.children.forEach(state);
    };
    state(outline);
  }

  #parentOf(part: PlannedPart, index: number): PdfOutline {
    const { outline } = this.#document;
    if (!this.#hasSeveral || part.kind !== 'issue') return outline;
    let item = this.#parts.get(part);
    if (item === undefined) {
      item = outline.addItem(part.title, {
        pageNumber: index,
        top: 0,
        left: part.sheet.geometry.width,
        expanded: true,
      });
      this.#parts.set(part, item);
    }
    return item;
  }

  #addItem(
    parent: PdfOutline,
    title: string,
    pageNumber: number,
    geometry: PageGeometry,
    top: number,
  ): PdfOutline {
    return parent.addItem(title, {
      pageNumber,
      // pdfkit counts both from the far edges; this is the left edge, a little above the place.
      top: Math.max(0, geometry.height - top - geometry.body),
      left: geometry.width,
    });
  }
}
