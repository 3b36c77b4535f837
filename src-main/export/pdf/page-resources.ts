// Names what a page's content refers to, and enters it in the page's resources.
import type { PdfDocument } from './pdf-document';
import type { Glyph, PdfFont } from './pdf-font';
import type { Direction } from './page-geometry';

export class PageResources {
  readonly #document: PdfDocument;

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  /** The name of a face in the page being made. */
  font(font: PdfFont, direction: Direction): string {
    const name = font.names[direction];
    this.#document.page.fonts[name] = font.references[direction];
    return name;
  }

  /** The name of a glyph's outline; null for a glyph without ink. */
  outline(font: PdfFont, glyph: Glyph): string | null {
    const outline = font.outline(glyph);
    if (outline === null) return null;
    this.#document.page.xobjects[outline.name] = outline.form;
    return outline.name;
  }
}
