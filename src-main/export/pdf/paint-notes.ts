// Paints the notes beside a page's text, and the number of each.
import type { PlannedNote } from './planned';
import { outlineRun } from './outline-run';
import { paintLine } from './paint-line';
import type { PagePainting } from './paint-page';
import { notePlace } from './note-place';
import type { NoteBand } from './paper';
import { pdfNumber } from './pdf-document';
import { vermilion, type Pigments } from './pigments';

/**
 * Paints notes on the document's current page, each in the colour of its mark as in the window. Its number is vermilion,
 * as the one at the mark is: on paper, where nothing can be pressed, it leads from one to the other.
 */
export function paintNotes(
  painting: PagePainting,
  notes: readonly PlannedNote[],
  { band, pigments }: { readonly band: NoteBand; readonly pigments: Pigments },
): void {
  if (notes.length === 0) return;
  const { document, geometry } = painting;
  const ink = notes.map((note) => noteOperators(painting, note, band, pigments)).join('\n');
  document.addContent(
    `q 1 0 0 -1 0 ${pdfNumber(geometry.height)} cm /Artifact <</Type /Layout>> BDC\n${ink}\nEMC Q`,
  );
}

/** How much of a note's ink is its mark's colour; the rest is black, so that small type stays legible. */
const shareOfColor = 0.6;

function noteOperators(
  painting: PagePainting,
  note: PlannedNote,
  band: NoteBand,
  pigments: Pigments,
): string {
  const { number, lines } = notePlace(note, { ...painting, band });
  const { body } = painting.geometry;
  const set = note.lines.map((line, at) => {
    const origin = lines[at];
    if (origin === undefined) throw new Error('each line of a note has a place');
    return paintLine({ ...painting, isInkOnly: true }, line, { origin, body, previous: null }).ink;
  });
  const color = pigments[note.color].stroke.map((part) => part * shareOfColor);
  return [
    inColor(vermilion),
    outlineRun(painting, String(note.number), 'hei-bold', number.size, number.centre),
    inColor(color),
    ...set,
  ].join('\n');
}

function inColor(color: readonly number[]): string {
  return `${color.map(pdfNumber).join(' ')} rg`;
}
