// Links within a document: from the number beside a mark to what is said of it at the end, and back.
import type { PageGeometry, PaperRect } from './page-geometry';
import type { PdfDocument } from './pdf-document';
import type { MarkPiece, PlacedMark } from './place-marks';

/** The name of the place where a mark begins. */
export function markName(number: number): string {
  return `mark-${number}`;
}

/** The name of the place at the end where a mark is spoken of. */
export function entryName(number: number): string {
  return `entry-${number}`;
}

/** Names the place of a mark on the document's current page. */
export function nameMark(
  document: PdfDocument,
  geometry: PageGeometry,
  { number }: PlacedMark,
  { lines }: MarkPiece,
): void {
  const [first] = lines;
  if (first === undefined) return;
  const { left, top } = first.quad;
  document.addNamedDestination(
    markName(number),
    'XYZ',
    Math.max(0, left - geometry.width / 4),
    Math.max(0, geometry.height - top - 2 * geometry.body),
    null,
  );
}

export type Link = { readonly rect: PaperRect; readonly destination: string };

/** Makes places on the document's current page lead to named ones. Nothing of it is seen. */
export function paintLinks(document: PdfDocument, geometry: PageGeometry, links: readonly Link[]): void {
  for (const { rect, destination } of links) {
    document.annotate(rect.left, geometry.height - rect.top, rect.right - rect.left, rect.top - rect.bottom, {
      Subtype: 'Link',
      Border: [0, 0, 0],
      F: 4,
      A: { S: 'GoTo', D: Buffer.from(destination, 'latin1') },
    });
  }
}
