// A mark painted into the page itself, for prints and for readers that know no annotations: all but highlights, which
// lie under the text.
import { markShape, noteSign, type MarkSetting } from './mark-shape';
import type { PdfDocument } from './pdf-document';
import type { MarkPiece } from './place-marks';
import type { Annotation } from '../../../src-core/annotation/annotation';

/** Paints a mark that lies over the text on the document's current page. */
export function paintMark(
  document: PdfDocument,
  annotation: Pick<Annotation, 'style' | 'color' | 'scope'>,
  piece: MarkPiece,
  setting: MarkSetting,
): void {
  const isWhole = annotation.scope !== undefined;
  if (isWhole && !piece.isFirst) return;
  if (annotation.style === 'highlight' && !isWhole) return;
  const { operators } = isWhole
    ? noteSign(annotation, piece, setting)
    : markShape(annotation, piece, setting);
  document.addContent(
    `q 1 0 0 -1 0 ${document.page.height} cm /Artifact <</Type /Layout>> BDC\n${operators}\nEMC Q`,
  );
}
