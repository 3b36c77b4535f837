// Paints the notes beside a page's text, and the number of each.
import type { PlannedNote } from './planned';
import { outlineRun } from './outline-run';
import { paintLine } from './paint-line';
import type { PagePainting } from './paint-page';
import { toPoint } from './page-geometry';
import type { NoteBand } from './paper';
import { pdfNumber } from './pdf-document';
import { vermilion } from './pigments';

/** Paints notes on the document's current page, in vermilion as notes were written. */
export function paintNotes(painting: PagePainting, notes: readonly PlannedNote[], band: NoteBand): void {
  if (notes.length === 0) return;
  const { document, geometry } = painting;
  const color = vermilion.map(pdfNumber).join(' ');
  const ink = notes.map((note) => noteOperators(painting, note, band)).join('\n');
  document.addContent(
    `q 1 0 0 -1 0 ${pdfNumber(geometry.height)} cm /Artifact <</Type /Layout>> BDC ${color} rg\n${ink}\nEMC Q`,
  );
}

function noteOperators(
  painting: PagePainting,
  { number, block, lines, tier }: PlannedNote,
  band: NoteBand,
): string {
  const { geometry, tiers } = painting;
  const { direction, body } = geometry;
  const isVertical = direction === 'vertical';
  const start = tier * (tiers.measure + tiers.gap);
  const inline = isVertical
    ? start - (band.gap + band.measure * band.size)
    : start + tiers.measure + band.gap;
  const set = lines.map(
    (line) =>
      paintLine({ ...painting, isInkOnly: true }, line, {
        origin: toPoint(geometry, inline, block + line.block + line.blockSize / 2),
        body,
        inset: 0,
        previousHeight: NaN,
      }).ink,
  );
  const place = inline - (isVertical ? 0.5 : 0.75);
  const at = toPoint(geometry, place, block + band.pitch / 2);
  return [outlineRun(painting, String(number), 'hei-bold', 0.6 * body, at), ...set].join('\n');
}
