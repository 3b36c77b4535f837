// Where 旁批 stand: in the white to the right of a column, each beginning beside its passage. A long one goes on beside the
// next columns of its article; none stands on another. One for which there is no room near its passage is left to the
// list. Lengths are em of the body size along the line.

/** The white beside one column. */
export type SideLane = {
  readonly length: number;
  /** Notes go on only beside columns of the same article. */
  readonly article: string;
};

export type WantedSideNote = {
  /** The lane beside which the passage begins, and how far along it. */
  readonly lane: number;
  readonly start: number;
  /** How far each character of the note reaches. */
  readonly advances: readonly number[];
};

/** Some characters of a note beside one column. */
export type SideNotePiece = {
  readonly lane: number;
  readonly start: number;
  readonly from: number;
  readonly to: number;
  /** Whether there is more of the note than has room: an ellipsis stands in place of the rest. */
  readonly isCut: boolean;
};

/** White between two notes beside one column. */
const gap = 0.7;
/** How many columns a note may go on along, and how many it may begin behind its passage. */
const mostLanes = 5;
const farthest = 2;
/** The fewest characters that are set apart from the rest of their note. */
const fewest = 3;

/** Places notes that come in the order of their passages; none of a note that is left to the list. */
export function placeSideNotes(
  notes: readonly WantedSideNote[],
  lanes: readonly SideLane[],
): readonly (readonly SideNotePiece[])[] {
  let free = { lane: 0, start: 0 };
  return notes.map((note) => {
    const pieces = place(note, lanes, free);
    const last = pieces.at(-1);
    if (last !== undefined) {
      const end = last.start + lengthOf(note, last.from, last.to) + gap;
      free = { lane: last.lane, start: end };
    }
    return pieces;
  });
}

function place(
  note: WantedSideNote,
  lanes: readonly SideLane[],
  free: { readonly lane: number; readonly start: number },
): readonly SideNotePiece[] {
  const pieces: SideNotePiece[] = [];
  const article = lanes[note.lane]?.article;
  let lane = Math.max(note.lane, free.lane);
  let from = 0;
  for (; from < note.advances.length && pieces.length < mostLanes; lane++) {
    const here = lanes[lane];
    if (here === undefined || here.article !== article) break;
    if (pieces.length === 0 && lane - note.lane > farthest) break;
    const open = lane === free.lane ? free.start : 0;
    const wanted = pieces.length === 0 && lane === note.lane ? note.start : 0;
    // Where the article ends, a note that would not fit behind the beginning of its passage begins before it.
    const isLast = lanes[lane + 1]?.article !== article;
    const rest = lengthOf(note, from, note.advances.length);
    const start = Math.max(open, isLast ? Math.min(wanted, here.length - rest) : wanted);
    const to = fitting(note, from, here.length - start);
    if (to - from < Math.min(fewest, note.advances.length - from)) continue;
    pieces.push({ lane, start, from, to, isCut: false });
    from = to;
  }
  const last = pieces.at(-1);
  if (last === undefined || from === note.advances.length) return pieces;
  return [...pieces.slice(0, -1), { ...last, isCut: true }];
}

/** How many characters, from one on, reach no farther than there is room. */
function fitting({ advances }: WantedSideNote, from: number, room: number): number {
  let to = from;
  let length = 0;
  while (to < advances.length) {
    length += advances[to] ?? 0;
    if (length > room + 1e-6) break;
    to++;
  }
  return to;
}

function lengthOf({ advances }: WantedSideNote, from: number, to: number): number {
  return advances.slice(from, to).reduce((sum, advance) => sum + advance, 0);
}
