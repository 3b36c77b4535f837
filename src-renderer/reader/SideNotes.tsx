// 旁批: notes in small type between the columns of 竖排, each to the right of its passage, as readers of old books wrote
// them. Pressing one opens its mark. The list of marks says the same to those who cannot see them.
import { memo, useMemo, type ComponentProps, type ReactNode } from 'react';
import type { Annotation } from '../../src-core/annotation/annotation';
import { plainNote } from '../../src-core/annotation/note-markdown';
import type { PlacedMark } from '../annotations/mark-ranges';
import { pickMark } from '../state/reader';
import { NoteSigns } from './NoteSigns';
import { inlineOf } from './hit-test';
import { lineAt, type LineIndex, type PlacedLine } from './line-index';
import { placeSideNotes, type SideNotePiece, type WantedSideNote } from './place-side-notes';

type SideNotesProps = ComponentProps<typeof NoteSigns>;

/** The type of the notes, and how far their middle is from that of the column, in em of the body size. */
const noteSize = 0.62;
const fromMiddle = 1.16;

/** Paints the notes within a stretch of the strip. */
export const SideNotes = memo(function SideNotes(props: SideNotesProps): ReactNode {
  const { index, body, from, to, marks, activeMark, onPoint } = props;
  const { notes, left } = useMemo(() => layOut(index, marks), [index, marks]);
  const painted = notes
    .filter(({ middle }) => middle < to + 1 && middle > from - 1)
    .map(({ mark, words, middle, inline, piece }) => (
      <div
        key={`${mark.annotationId} ${piece.from}`}
        className={`side-note stroke-${mark.color}${mark.annotationId === activeMark ? ' is-active' : ''}${piece.from === 0 ? ' is-first' : ''}`}
        style={{
          insetBlockStart: (middle - noteSize / 2) * body,
          insetInlineStart: inline * body,
          blockSize: noteSize * body,
          fontSize: noteSize * body,
          lineHeight: 1,
        }}
        onMouseDown={(event) => event.stopPropagation()}
        onClick={() => pickMark(mark.annotationId, true, 'note')}
      >
        {words}
      </div>
    ));
  return (
    <>
      {painted}
      <NoteSigns {...{ index, body, from, to, activeMark, onPoint }} marks={left} />
    </>
  );
});

type ShownNote = {
  readonly mark: Annotation;
  readonly words: string;
  /** Where the middle of the small column is along the strip, and where it begins along the line. */
  readonly middle: number;
  readonly inline: number;
  readonly piece: SideNotePiece;
};

function layOut(
  index: LineIndex,
  marks: readonly PlacedMark[],
): { readonly notes: readonly ShownNote[]; readonly left: readonly PlacedMark[] } {
  const lanes = lanesOf(index);
  const laneOf = new Map(lanes.map((line, at) => [line.index, at]));
  const noted = marks
    .filter(({ mark }) => mark.note !== '')
    .flatMap(({ mark, range }) => {
      const words = wordsOf(mark);
      const line = words.length === 0 ? null : lineAt(index, mark.articleId, range.start);
      const wanted = line === null ? null : wantedFor(line, range.start, lanes, laneOf);
      return wanted === null
        ? []
        : [{ mark, words, note: { ...wanted, advances: words.map(advanceOf) } satisfies WantedSideNote }];
    })
    .sort((a, b) => a.note.lane - b.note.lane || a.note.start - b.note.start);
  const places = placeSideNotes(
    noted.map(({ note }) => note),
    lanes.map(({ rect, articleId }) => ({ length: rect.inlineSize, article: articleId })),
  );
  const notes = noted.flatMap(({ mark, words }, at) =>
    (places[at] ?? []).flatMap((piece) => {
      const line = lanes[piece.lane];
      return line === undefined ? [] : [shown(mark, words, piece, line)];
    }),
  );
  const shownMarks = new Set(notes.map(({ mark }) => mark));
  return { notes, left: marks.filter(({ mark }) => mark.note !== '' && !shownMarks.has(mark)) };
}

function shown(
  mark: Annotation,
  words: readonly string[],
  piece: SideNotePiece,
  { rect }: PlacedLine,
): ShownNote {
  const own = words.slice(piece.from, piece.to - (piece.isCut ? 1 : 0)).join('');
  return {
    mark,
    words: piece.isCut ? `${own}…` : own,
    middle: rect.block + rect.blockSize / 2 - fromMiddle,
    inline: rect.inline + piece.start,
    piece,
  };
}

const lanes = new WeakMap<LineIndex, readonly PlacedLine[]>();

/** The columns of body type, in reading order: others stand too close, or too far apart. */
function lanesOf(index: LineIndex): readonly PlacedLine[] {
  const known = lanes.get(index);
  if (known !== undefined) return known;
  const made = index.frames.filter(({ role }) => role === 'body').flatMap(({ lines }) => lines);
  lanes.set(index, made);
  return made;
}

/** Beside which column a note begins: that of its passage, or else the first of the article's text behind it. */
function wantedFor(
  line: PlacedLine,
  offset: number,
  columns: readonly PlacedLine[],
  laneOf: ReadonlyMap<number, number>,
): { readonly lane: number; readonly start: number } | null {
  const own = laneOf.get(line.index);
  if (own !== undefined) return { lane: own, start: inlineOf(line, offset) - line.rect.inline };
  const next = columns.findIndex(
    ({ articleId, index }) => articleId === line.articleId && index > line.index,
  );
  return next < 0 ? null : { lane: next, start: 0 };
}

/** More than any five columns hold. */
const mostCharacters = 1_000;

// A mark is data that never changes: its note is read once.
const notedWords = new WeakMap<Annotation, readonly string[]>();

function wordsOf(mark: Annotation): readonly string[] {
  if (mark.note === '') return [];
  const known = notedWords.get(mark);
  if (known !== undefined) return known;
  const words = [...plainNote(mark.note)].slice(0, mostCharacters);
  notedWords.set(mark, words);
  return words;
}

/** How far a character of a note reaches along its column, in em of the body size; Latin letters lie on their side. */
function advanceOf(character: string): number {
  return noteSize * (/^[\u0020-\u024f]$/u.test(character) ? 0.62 : 1);
}
