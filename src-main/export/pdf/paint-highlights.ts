// Highlights painted into the page itself, under its text. Where they overlap, their colours multiply as pigments do on
// paper; the product is painted as a colour of its own, since neither PDF/A-1 nor every printer knows transparency.
import type { Annotation } from '../../../src-core/annotation/annotation';
import { filledBy, markColor, type MarkSetting } from './mark-shape';
import type { PaperRect } from './page-geometry';
import { pdfNumber, type PdfDocument } from './pdf-document';
import type { Rgb } from './pigments';
import type { MarkPiece } from './place-marks';

export type PaintedHighlight = {
  readonly annotation: Pick<Annotation, 'style' | 'color' | 'scope'>;
  readonly piece: MarkPiece;
};

/** A part of the page in one colour; what comes later lies over what came before. */
export type ColoredArea = { readonly rect: PaperRect; readonly color: Rgb };

/** Paints those of the marks that are highlights on the document's current page. */
export function paintHighlights(
  document: PdfDocument,
  marks: readonly PaintedHighlight[],
  { direction, pigments }: MarkSetting,
): void {
  const highlights = marks.filter(
    ({ annotation }) => annotation.style === 'highlight' && annotation.scope === undefined,
  );
  const areas = overlay(
    highlights.flatMap(({ annotation, piece }) =>
      piece.lines
        .flatMap((line) => filledBy(line, direction))
        .map((rect) => ({ rect, color: markColor(annotation, pigments) })),
    ),
  );
  if (areas.length === 0) return;
  const operators = areas.map(({ rect: { left, bottom, right, top }, color }) => {
    const box = [left, bottom, right - left, top - bottom];
    return `${color.map(pdfNumber).join(' ')} rg ${box.map(pdfNumber).join(' ')} re f`;
  });
  document.addContent(
    `q 1 0 0 -1 0 ${document.page.height} cm /Artifact <</Type /Layout>> BDC\n${operators.join('\n')}\nEMC Q`,
  );
}

/** Gives the areas in the order in which they are to be painted, each overlap after what it is made of. */
export function overlay(areas: readonly ColoredArea[]): readonly ColoredArea[] {
  let painted: readonly ColoredArea[] = [];
  for (const area of areas) {
    const mixed = painted.flatMap(({ rect, color }) => {
      const shared = intersection(rect, area.rect);
      return shared === null ? [] : [{ rect: shared, color: multiplied(color, area.color) }];
    });
    painted = withoutCovered(painted, [area, ...mixed]);
  }
  return painted;
}

/** Leaves out what would be painted over wholly, so that many marks on the same words stay one area. */
function withoutCovered(
  before: readonly ColoredArea[],
  added: readonly ColoredArea[],
): readonly ColoredArea[] {
  const all = [...before, ...added];
  return all.filter(
    ({ rect }, at) =>
      !all.some((later, index) => index > at && index >= before.length && covers(later.rect, rect)),
  );
}

function intersection(one: PaperRect, other: PaperRect): PaperRect | null {
  const left = Math.max(one.left, other.left);
  const right = Math.min(one.right, other.right);
  const bottom = Math.max(one.bottom, other.bottom);
  const top = Math.min(one.top, other.top);
  return left < right && bottom < top ? { left, bottom, right, top } : null;
}

function covers(one: PaperRect, other: PaperRect): boolean {
  return (
    one.left <= other.left && one.right >= other.right && one.bottom <= other.bottom && one.top >= other.top
  );
}

function multiplied(one: Rgb, other: Rgb): Rgb {
  return [one[0] * other[0], one[1] * other[1], one[2] * other[2]];
}
