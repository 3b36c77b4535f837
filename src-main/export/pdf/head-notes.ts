// 眉批: notes set small in the white over the columns they belong to, in 横排 beside them. Each stands as near to its mark
// as the others let it; what does not fit on a page goes on over the next. A number ties each to its place. 旁批 are the
// same in the white between the tiers: what is a page here is one tier of it then.
//
// On paper they are ink and no text, so that they never come between the words of the articles; other programs read
// them in the annotations, and at the end of the document.
import type { MarkColor } from '../../../src-core/annotation/annotation';
import { breakLines } from '../../../src-core/typesetting/line-break';
import { clusterize } from '../../../src-core/typesetting/clusterize';
import type { Em, LatinMetrics, SetLine } from '../../../src-core/typesetting/model';
import type { TypesettingStyle } from '../../../src-core/typesetting/page-spec';
import type { Direction } from './page-geometry';
import type { NoteBand } from './paper';
import type { PlacedMark } from './place-marks';

/** Lines of one note that stand together over a page. `block` is where they begin along it, in em of the body. */
export type HeadNote = {
  readonly number: number;
  /** Of its mark. */
  readonly color: MarkColor;
  readonly page: number;
  readonly block: Em;
  /** Of which `block` and `inline` are counted from the note's own corner. */
  readonly lines: readonly SetLine[];
};

export type HeadNotes = {
  readonly notes: readonly HeadNote[];
  /** Marks whose notes found no room, or not enough: to be read at the end of the document in full. */
  readonly left: readonly PlacedMark[];
};

/** The pages on which notes may stand: so many, of such a length from line to line in em of the body. */
export type NoteRoom = {
  readonly direction: Direction;
  readonly pages: number;
  readonly blockSize: Em;
  readonly band: NoteBand;
  readonly metrics: LatinMetrics;
  readonly style: TypesettingStyle;
  /** Says where a note is that has no room. */
  readonly elsewhere: string;
  /** Whether each note says who wrote it. */
  readonly isSigned: boolean;
};

/** A mark with a note, and where on the pages it begins: in em of the body along the page. */
export type NotedMark = { readonly mark: PlacedMark; readonly page: number; readonly block: Em };

/** Sets the notes of marks that are given in the order of their pages. */
export function setHeadNotes(marks: readonly NotedMark[], room: NoteRoom): HeadNotes {
  const most = linesPerPage(room);
  const set = marks.map((marked) => ({
    ...marked,
    lines: setNote(noteWords(marked.mark, room.isSigned), room),
  }));
  // The longest give way to the others: as few of them as will do, found by halving.
  const byLength = [...set].sort((one, other) => other.lines.length - one.lines.length);
  const stub = setNote(room.elsewhere, room);
  const placeWithout = (
    count: number,
  ): { readonly placed: Placement; readonly away: ReadonlySet<SetNote> } => {
    const away = new Set(byLength.slice(0, count));
    const placed = place(
      set.map((note) => (away.has(note) ? { ...note, lines: stub } : note)),
      room,
    );
    return { placed, away };
  };
  let least = set.filter(({ lines }) => lines.length > most).length;
  let enough = set.length;
  while (least < enough) {
    const middle = Math.floor((least + enough) / 2);
    if (placeWithout(middle).placed.isComplete) enough = middle;
    else least = middle + 1;
  }
  const { placed, away } = placeWithout(enough);
  return { notes: placed.notes, left: set.filter((note) => away.has(note)).map(({ mark }) => mark) };
}

/** What is printed of a mark's note: its words and, where it is signed, who wrote them. */
export function noteWords({ annotation: { note, author } }: PlacedMark, isSigned: boolean): string {
  return author === '' || !isSigned ? note : `${note}（${author}）`;
}

type SetNote = NotedMark & { readonly lines: readonly SetLine[] };

/** White between two notes, in em of the body. */
const parting: Em = 0.5;

function linesPerPage({ blockSize, band }: NoteRoom): number {
  return Math.max(1, Math.floor(blockSize / band.pitch));
}

type Placement = { readonly notes: readonly HeadNote[]; readonly isComplete: boolean };

/** Places notes page by page, each where its mark is or as near behind or before as the others allow. */
function place(marked: readonly SetNote[], { pages, blockSize, band }: NoteRoom): Placement {
  const notes: HeadNote[] = [];
  const byPage = new Map<number, SetNote[]>();
  for (const note of marked) {
    const known = byPage.get(note.page);
    if (known === undefined) byPage.set(note.page, [note]);
    else known.push(note);
  }
  let waiting: readonly SetNote[] = [];
  for (let page = 0; page < pages; page++) {
    const here = [...waiting, ...sortedByBlock(byPage.get(page) ?? [])];
    const chosen: SetNote[] = [];
    let free = blockSize;
    waiting = [];
    for (const note of here) {
      const count = Math.floor((free + 1e-9) / band.pitch);
      if (waiting.length > 0 || count <= 0) {
        waiting = [...waiting, { ...note, block: 0 }];
        continue;
      }
      const fitting = note.lines.slice(0, count);
      const rest = note.lines.slice(count);
      chosen.push({ ...note, lines: fitting });
      free -= fitting.length * band.pitch + parting;
      if (rest.length > 0) waiting = [{ ...note, block: 0, lines: rest }];
    }
    notes.push(...spread(chosen, page, blockSize, band));
  }
  return { notes, isComplete: waiting.length === 0 };
}

function sortedByBlock(notes: readonly SetNote[]): readonly SetNote[] {
  return [...notes].sort((one, other) => one.block - other.block);
}

/** Notes in a row: none before the end of the last, and all within the page. */
function spread(notes: readonly SetNote[], page: number, blockSize: Em, band: NoteBand): readonly HeadNote[] {
  const lengths = notes.map(({ lines }) => lines.length * band.pitch);
  const starts: Em[] = [];
  let end = -Infinity;
  notes.forEach(({ block }, at) => {
    const start = Math.max(block - band.pitch / 2, 0, end);
    starts.push(start);
    end = start + (lengths[at] ?? 0) + parting;
  });
  let limit = blockSize;
  for (let at = notes.length - 1; at >= 0; at--) {
    const start = Math.min(starts[at] ?? 0, limit - (lengths[at] ?? 0));
    starts[at] = start;
    limit = start - parting;
  }
  return notes.map(({ mark, lines }, at) => ({
    number: mark.number,
    color: mark.annotation.color,
    page,
    block: starts[at] ?? 0,
    lines: lines.map((line, index) => ({ ...line, block: index * band.pitch })),
  }));
}

type BrokenLine = ReturnType<typeof breakLines>[number];

/** So many lines of a note are made alike in length, as in the window. */
const mostBalanced = 4;

/** A short note in lines of like length, rather than with a last one of a single character. */
function balanced(broken: (measure: Em) => readonly BrokenLine[], longest: Em): readonly BrokenLine[] {
  let lines = broken(longest);
  if (lines.length < 2 || lines.length > mostBalanced) return lines;
  for (let measure = longest - 1; measure >= 2; measure--) {
    const shorter = broken(measure);
    if (shorter.length > lines.length) break;
    lines = shorter;
  }
  return lines;
}

/** Sets a note's paragraphs in lines of the band. */
function setNote(words: string, { direction, band, metrics, style }: NoteRoom): readonly SetLine[] {
  const face = 'kai';
  return words.split(/\s*[\r\n\u2028\u2029]+\s*/u).flatMap((paragraph) => {
    const clusters = clusterize(paragraph, 0, paragraph.length, 'paragraph', {
      ...style,
      direction,
      latinAdvance: (run) => metrics.latinAdvance(face, run),
    });
    const broken = (measure: Em): readonly BrokenLine[] =>
      breakLines(clusters, { measure, firstIndent: 0, indent: 0, region: style.region });
    return balanced(broken, band.measure).map((line) => ({
      ...line,
      block: 0,
      blockSize: band.pitch,
      inline: 0,
      measure: band.measure,
      face,
      size: band.size,
    }));
  });
}
