// 眉批: notes in the top margin, each above the column in which its mark begins, in small type set vertically as the text
// is; in 横排 they stand beside their lines. Pressing one opens its mark. The list of marks says the same to those who
// cannot see them.
import { memo, useMemo, type ComponentProps, type ReactNode } from 'react';
import { plainNote } from '../../src-core/annotation/note-markdown';
import type { Annotation, AnnotationId } from '../../src-core/annotation/annotation';
import type { PlacedMark } from '../annotations/mark-ranges';
import { pickMark } from '../state/reader';
import { lineAt, type LineIndex, type PlacedLine } from './line-index';
import { NoteSigns } from './NoteSigns';
import { besideRoom, headNoteRoom } from './note-room';
import { placeHeadNotes } from './place-head-notes';

type HeadNotesProps = {
  readonly index: LineIndex;
  readonly body: number;
  readonly place: 'head' | 'beside';
  /** The stretch to paint, in em along the strip. */
  readonly from: number;
  readonly to: number;
  readonly marks: readonly PlacedMark[];
  readonly activeMark: AnnotationId | null;
  readonly onPoint: ComponentProps<typeof NoteSigns>['onPoint'];
};

/** The type of the notes and the distance of their columns, in em of the body size. */
const noteSize = 0.72;
const notePitch = 1.05;
const mostColumns = 4;

/** White between the notes and the text, in em. */
const distance = 1.1;

/** How long the lines of notes are, in em of the body size. */
const measures = { head: headNoteRoom - distance, beside: besideRoom - distance } as const;

/** Paints the notes within a stretch of the strip. */
export const HeadNotes = memo(function HeadNotes(props: HeadNotesProps): ReactNode {
  const { index, body, place, from, to, marks, activeMark, onPoint } = props;
  const { notes, left } = useMemo(() => layOut(index, place, marks), [index, place, marks]);
  const start = place === 'head' ? -headNoteRoom : index.inlineSize + distance;
  const painted = notes
    .filter(({ block, size }) => block < to && block + size > from)
    .map(({ mark, words, block, size }) => (
      <div
        key={mark.annotationId}
        className={`head-note is-${place} stroke-${mark.color}${mark.annotationId === activeMark ? ' is-active' : ''}`}
        style={{
          insetBlockStart: block * body,
          insetInlineStart: start * body,
          blockSize: size * body,
          inlineSize: measures[place] * body,
          fontSize: noteSize * body,
          lineHeight: notePitch / noteSize,
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

function layOut(index: LineIndex, place: HeadNotesProps['place'], marks: readonly PlacedMark[]) {
  const noted = marks
    .filter(({ mark }) => mark.note !== '')
    .flatMap((placed) => {
      const { mark, range } = placed;
      const { words, columns } = headNoteOf(mark, place);
      const line = columns === 0 ? null : lineAt(index, mark.articleId, range.start);
      if (line === null) return [];
      return [{ placed, words, wanted: { block: blockOf(line, place), size: columns * notePitch }, line }];
    })
    // Columns of a lower tier stand below those of an upper one: theirs come after.
    .sort((a, b) => a.wanted.block - b.wanted.block || a.line.rect.inline - b.line.rect.inline);
  const places = placeHeadNotes(noted.map(({ wanted }) => wanted));
  return {
    notes: noted.flatMap(({ placed: { mark }, words }, at) => {
      const place = places[at] ?? null;
      return place === null ? [] : [{ mark, words, ...place }];
    }),
    left: noted.filter((_, at) => (places[at] ?? null) === null).map(({ placed }) => placed),
  };
}

/** Over its column a note begins where the column does; beside a line its own first line is level with it. */
function blockOf({ rect }: PlacedLine, place: HeadNotesProps['place']): number {
  return place === 'head' ? rect.block : rect.block + (rect.blockSize - notePitch) / 2;
}

type HeadNote = { readonly words: string; readonly columns: number };

// A mark is data that never changes: its note is cut to its columns once.
const headNotes = {
  head: new WeakMap<Annotation, HeadNote>(),
  beside: new WeakMap<Annotation, HeadNote>(),
} as const;

/** The words of a note as they are shown, and how many columns they take; none for a note of white alone. */
function headNoteOf(mark: Annotation, place: HeadNotesProps['place']): HeadNote {
  const known = headNotes[place].get(mark);
  if (known !== undefined) return known;
  const perColumn = Math.floor(measures[place] / noteSize);
  const characters = mark.note.trim() === '' ? [] : [...plainNote(mark.note)];
  // No column begins with a mark that ends words: where there are several, one of each may be pushed on by it.
  const surely = characters.length <= perColumn ? perColumn : perColumn - 1;
  const wanted = Math.max(1, Math.ceil(characters.length / surely));
  const columns = mark.note.trim() === '' ? 0 : Math.min(mostColumns, wanted);
  const most = columns * surely;
  const words = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
  headNotes[place].set(mark, { words, columns });
  return { words, columns };
}
