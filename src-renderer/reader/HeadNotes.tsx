// 眉批: notes in the top margin, each above the column in which its mark begins, in small type set vertically as the text
// is. Pressing one opens its mark. The list of marks says the same to those who cannot see them.
import { memo, useMemo, type ReactNode } from 'react';
import { plainNote } from '../../src-core/annotation/note-markdown';
import type { Annotation, AnnotationId } from '../../src-core/annotation/annotation';
import type { PlacedMark } from '../annotations/mark-ranges';
import { pickMark } from '../state/reader';
import { lineAt, type LineIndex } from './line-index';
import { placeHeadNotes } from './place-head-notes';

type HeadNotesProps = {
  readonly index: LineIndex;
  readonly body: number;
  /** The stretch to paint, in em along the strip. */
  readonly from: number;
  readonly to: number;
  readonly marks: readonly PlacedMark[];
  readonly activeMark: AnnotationId | null;
};

/** How high the notes are, in em of the body size: what the page keeps free at its head. */
export const headNoteRoom = 6.5;

/** The type of the notes and the distance of their columns, in em of the body size. */
const noteSize = 0.72;
const notePitch = 1.05;
const mostColumns = 4;

/** White between the notes and the text, in em. */
const distance = 1.1;

const charactersPerColumn = Math.floor((headNoteRoom - distance) / noteSize);

/** Paints the notes within a stretch of the strip. */
export const HeadNotes = memo(function HeadNotes(props: HeadNotesProps): ReactNode {
  const { index, body, from, to, marks, activeMark } = props;
  const notes = useMemo(() => layOut(index, marks), [index, marks]);
  return notes
    .filter(({ block, size }) => block < to && block + size > from)
    .map(({ mark, words, block, size }) => (
      <div
        key={mark.annotationId}
        className={`head-note stroke-${mark.color}${mark.annotationId === activeMark ? ' is-active' : ''}`}
        style={{
          insetBlockStart: block * body,
          insetInlineStart: -headNoteRoom * body,
          blockSize: size * body,
          inlineSize: (headNoteRoom - distance) * body,
          fontSize: noteSize * body,
          lineHeight: notePitch / noteSize,
        }}
        onMouseDown={(event) => event.stopPropagation()}
        onClick={() => pickMark(mark.annotationId, true, 'note')}
      >
        {words}
      </div>
    ));
});

function layOut(index: LineIndex, marks: readonly PlacedMark[]) {
  const noted = marks
    .flatMap(({ mark, range }) => {
      if (mark.note === '') return [];
      const { words, columns } = headNoteOf(mark);
      const line = columns === 0 ? null : lineAt(index, mark.articleId, range.start);
      if (line === null) return [];
      return [{ mark, words, wanted: { block: line.rect.block, size: columns * notePitch }, line }];
    })
    // Columns of a lower tier stand below those of an upper one: theirs come after.
    .sort((a, b) => a.wanted.block - b.wanted.block || a.line.rect.inline - b.line.rect.inline);
  const places = placeHeadNotes(noted.map(({ wanted }) => wanted));
  return noted.flatMap(({ mark, words }, at) => {
    const place = places[at] ?? null;
    return place === null ? [] : [{ mark, words, ...place }];
  });
}

type HeadNote = { readonly words: string; readonly columns: number };

// A mark is data that never changes: its note is cut to its columns once.
const headNotes = new WeakMap<Annotation, HeadNote>();

/** The words of a note as they are shown, and how many columns they take; none for a note of white alone. */
function headNoteOf(mark: Annotation): HeadNote {
  const known = headNotes.get(mark);
  if (known !== undefined) return known;
  const characters = mark.note.trim() === '' ? [] : [...plainNote(mark.note)];
  const wanted = Math.max(1, Math.ceil(characters.length / charactersPerColumn));
  const columns = mark.note.trim() === '' ? 0 : Math.min(mostColumns, wanted);
  const most = columns * charactersPerColumn;
  const words = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
  headNotes.set(mark, { words, columns });
  return { words, columns };
}
