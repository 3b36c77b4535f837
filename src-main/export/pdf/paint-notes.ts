// Paints the notes beside a page's text, and the number of each.
import type { PlannedNote } from './planned';
import { outlineRun } from './outline-run';
import { paintLine } from './paint-line';
import type { PagePainting } from './paint-page';
import { notePlace } from './note-place';
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

function noteOperators(painting: PagePainting, note: PlannedNote, band: NoteBand): string {
  const { number, lines } = notePlace(note, { ...painting, band });
  const { body } = painting.geometry;
  const set = note.lines.map((line, at) => {
    const origin = lines[at];
    if (origin === undefined) throw new Error('each line of a note has a place');
    return paintLine({ ...painting, isInkOnly: true }, line, { origin, body, previousHeight: NaN }).ink;
  });
  return [outlineRun(painting, String(note.number), 'hei-bold', number.size, number.centre), ...set].join(
    '\n',
  );
}
