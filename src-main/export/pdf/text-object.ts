// The characters of one line as a PDF text object. Found by measuring what readers make of a page:
//
// - each line is one text object, and each character its own Tj, in reading order, or PDFium takes vertical columns
//   from left to right;
// - all characters of a line have one size: poppler tears smaller ones out of it;
// - the pen is moved by Td alone; Tz is ignored by some readers and obeyed by others.
import type { Direction, Point } from './page-geometry';
import type { PageResources } from './page-resources';
import { pdfNumber } from './pdf-document';
import { emBoxCentre, type PdfFont } from './pdf-font';

/** A character ready to be shown. Lengths in points from the line's start. */
export type Shown = {
  readonly font: PdfFont;
  readonly code: string;
  readonly isVisible: boolean;
  /** How far beyond `at` readers see it reach along the line. */
  readonly reach: number;
  /** Where the pen must stand for it, and where showing it leaves the pen; NaN where readers do not agree. */
  readonly at: number;
  readonly after: number;
};

export type ShownLine = {
  readonly direction: Direction;
  readonly resources: PageResources;
  /** The type's size in points. */
  readonly size: number;
  /** The start of the line on its middle axis. */
  readonly origin: Point;
  readonly shown: readonly Shown[];
};

/** Gives the operators; none for a line without characters. */
export function textObject(line: ShownLine): string {
  if (line.shown.length === 0) return '';
  const operators = ['BT'];
  let fontName = '';
  let isVisible = true;
  let moved: number | null = null;
  let pen = NaN;
  for (const shown of line.shown) {
    const name = line.resources.font(shown.font, line.direction);
    if (name !== fontName) operators.push(`/${name} ${pdfNumber(line.size)} Tf`);
    fontName = name;
    if (shown.isVisible !== isVisible) operators.push(shown.isVisible ? '0 Tr' : '3 Tr');
    isVisible = shown.isVisible;
    if (moved === null) {
      operators.push(`1 0 0 1 ${penAt(line, shown.at)} Tm`);
      moved = shown.at;
    } else if (!(Math.abs(pen - shown.at) < 0.005)) {
      const step = pdfNumber(shown.at - moved);
      operators.push(line.direction === 'vertical' ? `0 ${negated(step)} Td` : `${step} 0 Td`);
      // The step as written, so that rounding does not add up along the line.
      moved += Number(step);
    }
    operators.push(`<${shown.code}> Tj`);
    pen = shown.after;
  }
  if (!isVisible) operators.push('0 Tr');
  operators.push('ET');
  return operators.join('\n');
}

/** Where poppler sees a character on its line: in 竖排 it begins an em too high. */
export function seenExtent(
  { direction, size }: Pick<ShownLine, 'direction' | 'size'>,
  { at, reach }: Shown,
): { readonly start: number; readonly end: number } {
  return { start: direction === 'vertical' ? at - size : at, end: at + reach };
}

/** The place of the pen: on the axis in 竖排, on the baseline in 横排. */
function penAt({ direction, origin, size }: ShownLine, at: number): string {
  return direction === 'vertical'
    ? `${pdfNumber(origin.x)} ${pdfNumber(origin.y - at)}`
    : `${pdfNumber(origin.x + at)} ${pdfNumber(origin.y - (emBoxCentre / 1000) * size)}`;
}

function negated(number: string): string {
  if (number === '0') return number;
  return number.startsWith('-') ? number.slice(1) : `-${number}`;
}
