// What annotations show. A drawing counts from its own corner, as readers move it to its annotation's rectangle (ISO
// 32000-1, 12.5.5): so marks of one kind over as many characters share one, which a document with thousands needs.
import { createHash } from 'node:crypto';
import { pdfNumber, type PdfDocument, type PdfReference } from './pdf-document';
import type { PaperRect } from './page-geometry';

export type Appearance = {
  /** Operators that draw within `bounds`, in points from a corner of the drawing's own. */
  readonly operators: string;
  readonly bounds: PaperRect;
  /** Whether its colours blend with the page below, as a highlighter's do. */
  readonly blends: boolean;
};

export class Appearances {
  readonly #document: PdfDocument;
  readonly #forms = new Map<string, PdfReference>();
  #multiply: PdfReference | null = null;

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  /** The form that draws it. */
  form({ operators, bounds, blends }: Appearance): PdfReference {
    const box = [bounds.left, bounds.bottom, bounds.right, bounds.top].map((value) =>
      Number(pdfNumber(value)),
    );
    const content = blends ? `/Multiply gs\n${operators}` : operators;
    const key = createHash('sha256')
      .update(`${box.join(' ')}\n${content}`)
      .digest('base64');
    let form = this.#forms.get(key);
    if (form === undefined) {
      form = this.#document.ref({
        Type: 'XObject',
        Subtype: 'Form',
        BBox: box,
        Resources: blends ? { ExtGState: { Multiply: this.#multiplyState() } } : {},
      });
      form.end(content);
      this.#forms.set(key, form);
    }
    return form;
  }

  #multiplyState(): PdfReference {
    if (this.#multiply === null) {
      this.#multiply = this.#document.ref({ Type: 'ExtGState', BM: 'Multiply' });
      this.#multiply.end();
    }
    return this.#multiply;
  }
}
