// Links within a document: from the number beside a mark to what is said of it at the end, and back.
import type { ArticleId } from '../../../src-core/publication/issue';
import type { PageGeometry, PaperRect } from './page-geometry';
import { pdfText, type PdfDocument, type PdfStructure } from './pdf-document';
import type { MarkPiece, PlacedMark } from './place-marks';

/** The name of the place where a mark begins. */
export function markName(number: number): string {
  return `mark-${number}`;
}

/** The name of the place at the end where a mark is spoken of. */
export function entryName(number: number): string {
  return `entry-${number}`;
}

/** The name of the place where an article begins; both are counted from 0. */
export function articleName(issue: number, article: number): string {
  return `article-${issue}-${article}`;
}

/** The name of the place where what is not of the issues begins. */
export function matterName(articleId: ArticleId): string {
  return `matter-${articleId}`;
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

/** Names a place on the document's current page, to be shown a little below the head of the view. */
export function namePlace(
  document: PdfDocument,
  geometry: PageGeometry,
  name: string,
  rect: PaperRect,
): void {
  const top = Math.max(0, geometry.height - rect.top - geometry.body);
  document.addNamedDestination(name, 'XYZ', rect.left, top, null);
}

export type Link = { readonly rect: PaperRect; readonly destination: string };

/** What belongs to all links of a document. */
export type LinkSetting = {
  readonly geometry: PageGeometry;
  /** The element of the structure that takes them. */
  readonly structure: PdfStructure;
  /** Says where a link leads, for those who hear the page. */
  readonly words: string;
};

/**
 * Makes places on the document's current page lead to named ones. Nothing of it is seen; each is an element of the
 * structure, with words, as PDF/UA asks for (ISO 14289-1, 7.18.5).
 */
export function paintLinks(
  document: PdfDocument,
  links: readonly Link[],
  { geometry, structure, words }: LinkSetting,
): void {
  for (const { rect, destination } of links) {
    const element = document.struct('Link', { alt: words });
    structure.add(element);
    document.annotate(rect.left, geometry.height - rect.top, rect.right - rect.left, rect.top - rect.bottom, {
      Subtype: 'Link',
      Border: [0, 0, 0],
      F: 4,
      A: { S: 'GoTo', D: Buffer.from(destination, 'latin1') },
      Contents: pdfText(words),
      structParent: element,
    });
    // Ended while its page is the current one, which pdfkit takes for the annotation's.
    element.end();
  }
}
