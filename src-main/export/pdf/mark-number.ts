// The small number beside a mark by which the index finds it.
import { outlineRun } from './outline-run';
import type { PagePainting } from './paint-page';
import type { PaperRect } from './page-geometry';
import { pdfNumber } from './pdf-document';
import { vermilion } from './pigments';
import type { MarkPiece, PlacedMark } from './place-marks';

/**
 * Paints it in the white beside the mark's first character: to the right of a vertical line, over a horizontal one. Gives
 * the place it takes; null where nothing is painted.
 */
export function markNumber(
  painting: PagePainting,
  { number }: PlacedMark,
  { lines }: MarkPiece,
): PaperRect | null {
  const [first] = lines;
  if (first === undefined) return null;
  const { document, geometry } = painting;
  const { quad } = first;
  const size = 0.42 * geometry.body;
  const words = String(number);
  const centre =
    geometry.direction === 'vertical'
      ? { x: quad.right + 0.26 * geometry.body, y: quad.top - 0.16 * geometry.body }
      : { x: quad.left + (words.length * size) / 4, y: quad.top + 0.26 * geometry.body };
  const color = vermilion.map(pdfNumber).join(' ');
  document.addContent(
    `q 1 0 0 -1 0 ${pdfNumber(geometry.height)} cm /Artifact <</Type /Layout>> BDC ${color} rg\n` +
      `${outlineRun(painting, words, 'hei-bold', size, centre)}\nEMC Q`,
  );
  const half = { width: Math.max(size, (words.length * size) / 2) / 2, height: size / 2 };
  return {
    left: centre.x - half.width,
    right: centre.x + half.width,
    bottom: centre.y - half.height,
    top: centre.y + half.height,
  };
}
