// Marks as real annotations (ISO 32000-1, 12.5.6.10), which other programs list, show and edit. Every one carries an
// appearance of its own: without it readers draw vertical highlights as ellipses, and lines across the foot of the column.
import type { Annotation, MarkStyle } from '../../../src-core/annotation/annotation';
import type { Language } from '../../../src-core/ipc/contract';
import type { ExportMarks, ExportStandard } from '../../../src-core/ipc/export-choices';
import type { Appearances } from './appearances';
import type { IssueStructure } from './issue-structure';
import { markColor, markShape, noteSign, type MarkShape } from './mark-shape';
import type { PageGeometry, PaperRect, Point } from './page-geometry';
import { pdfText, type PdfDocument, type PdfReference, type PdfValue } from './pdf-document';
import type { Pigments } from './pigments';
import type { MarkPiece, PlacedMark } from './place-marks';
import { indexWords, styleNames } from './words';

/**
 * The kind of annotation that comes nearest to each style; `JBStyle` states the style itself. A box is no highlight:
 * poppler and Adobe's readers redraw highlights which do not blend with the page.
 */
const subtypes: { readonly [S in MarkStyle]: string } = {
  highlight: 'Highlight',
  underline: 'Underline',
  wavy: 'Squiggly',
  emphasis: 'Underline',
  circle: 'Underline',
  strike: 'StrikeOut',
  box: 'Square',
};

const popupSize = { width: 200, height: 110 };

/** Prints; neither zooms nor turns with the page. */
const printFlag = 4;
const popupFlags = 28;

export type AnnotationOptions = {
  readonly language: Language;
  /** With `both` the marks are painted into the page, and the annotations show nothing over them. */
  readonly marks: ExportMarks;
  readonly standard: ExportStandard;
  readonly pigments: Pigments;
  /** Shared by all pages of the document. */
  readonly appearances: Appearances;
};

export class MarkAnnotations {
  readonly #document: PdfDocument;
  readonly #geometry: PageGeometry;
  readonly #structure: IssueStructure;
  readonly #options: AnnotationOptions;

  constructor(
    document: PdfDocument,
    geometry: PageGeometry,
    structure: IssueStructure,
    options: AnnotationOptions,
  ) {
    this.#document = document;
    this.#geometry = geometry;
    this.#structure = structure;
    this.#options = options;
  }

  /** Adds the annotation for the piece of a mark that lies on the document's current page. */
  add(mark: PlacedMark, piece: MarkPiece): void {
    const document = this.#document;
    const { annotation } = mark;
    const isWhole = annotation.scope !== undefined;
    // A note on the whole marks no words: it shows as a sign where the headline starts, on its first page alone.
    if (isWhole && !piece.isFirst) return;
    const { pigments } = this.#options;
    const corner = cornerOf(piece);
    const shape = this.#shape(annotation, movedBy(piece, -corner.x, -corner.y));
    const bounds = rectBy(shape.bounds, corner.x, corner.y);
    const popup = this.#contents(annotation) === '' ? null : document.ref({});
    const element = document.struct('Annot', {
      alt: mark.ranges.map(({ start, end }) => mark.article.text.slice(start, end)).join('……'),
    });
    this.#structure.article(mark.article).add(element);
    document.annotate(
      bounds.left,
      this.#geometry.height - bounds.top,
      bounds.right - bounds.left,
      bounds.top - bounds.bottom,
      {
        Subtype: isWhole ? 'Text' : subtypes[annotation.style],
        Name: isWhole ? 'Comment' : undefined,
        F: printFlag,
        C: markColor(annotation, pigments),
        CA: 1,
        QuadPoints: isWhole ? undefined : piece.lines.flatMap(({ quad }) => this.#quadPoints(quad)),
        AP: { N: this.#appearance(annotation.style === 'highlight' && !isWhole, shape) },
        // A mark that runs over several pages is an annotation on each; the name must be that page's own.
        NM: pdfText(piece.isFirst ? annotation.annotationId : `${annotation.annotationId}.${piece.page + 1}`),
        T: pdfText(annotation.author),
        Contents: pdfText(this.#contents(annotation)),
        Subj: pdfText([styleNames[this.#options.language][annotation.style], ...annotation.tags].join(' · ')),
        CreationDate: instant(annotation.created),
        M: instant(annotation.modified),
        JBStyle: annotation.style,
        JBColor: annotation.color,
        JBTags: annotation.tags.map(pdfText),
        JBScope: annotation.scope,
        Popup: popup ?? undefined,
        structParent: element,
      },
    );
    // Ended while its page is the current one, which pdfkit takes for the annotation's.
    element.end();
    const parent = document.page.annotations.at(-1);
    if (popup !== null && parent !== undefined) this.#endPopup(popup, parent, bounds);
  }

  #quadPoints({ left, bottom, right, top }: PaperRect): readonly number[] {
    // The first edge runs in the reading direction: readers that draw from the quads get the box right.
    return this.#geometry.direction === 'vertical'
      ? [right, top, right, bottom, left, top, left, bottom]
      : [left, top, right, top, left, bottom, right, bottom];
  }

  /** The note, and below it the tags, which other programs would not show else. */
  #contents({ note, tags }: Annotation): string {
    const tagged = tags.length === 0 ? '' : indexWords[this.#options.language].tags(tags);
    return [note, tagged].filter((words) => words !== '').join('\n');
  }

  #shape(annotation: Annotation, piece: MarkPiece): MarkShape {
    const setting = { direction: this.#geometry.direction, pigments: this.#options.pigments };
    return annotation.scope === undefined
      ? markShape(annotation, piece, setting)
      : noteSign(annotation, piece, setting);
  }

  /** Where marks are painted into the page as well, it shows nothing; but an appearance without content is no stream. */
  #appearance(isHighlight: boolean, { bounds, operators }: MarkShape): PdfReference {
    const { marks, standard, appearances } = this.#options;
    return appearances.form({
      operators: marks === 'both' ? 'q Q' : operators,
      bounds,
      // A highlight that does not blend with the page is redrawn by poppler; in PDF/A-1 nothing may blend.
      blends: isHighlight && standard !== 'pdfa-1b',
    });
  }

  #endPopup(popup: PdfReference, parent: PdfReference, { left, right, top }: PaperRect): void {
    const { page } = this.#document;
    const x = Math.max(0, right + popupSize.width <= page.width ? right : left - popupSize.width);
    const y = Math.max(0, top - popupSize.height);
    Object.assign(popup.data, {
      Type: 'Annot',
      Subtype: 'Popup',
      Rect: [x, y, x + popupSize.width, y + popupSize.height],
      F: popupFlags,
      Open: false,
      Parent: parent,
    } satisfies Record<string, PdfValue>);
    page.annotations.push(popup);
    popup.end();
  }
}

/** The corner from which a piece's drawing counts: where its first line stands. */
function cornerOf({ lines }: MarkPiece): Point {
  const [first] = lines;
  if (first === undefined) throw new Error('a piece of a mark has no line');
  return { x: first.quad.left, y: first.quad.bottom };
}

function movedBy(piece: MarkPiece, x: number, y: number): MarkPiece {
  return { ...piece, lines: piece.lines.map((line) => ({ ...line, quad: rectBy(line.quad, x, y) })) };
}

function rectBy({ left, bottom, right, top }: PaperRect, x: number, y: number): PaperRect {
  return { left: left + x, bottom: bottom + y, right: right + x, top: top + y };
}

function instant(text: string): Date | undefined {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
