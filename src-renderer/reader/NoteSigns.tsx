// Notes that have no room on the page: all of them on whole pages, where none is kept, and those that would stand too far from
// their passage. A sign stands at the head of each column in which a mark with such a note begins. The note shows beside its
// passage while one points at its sign, and on whole pages while its mark is picked, by keys as well; pressing the sign opens
// it. The list of marks says the same to those who cannot see the page.
import { memo, useMemo, type ReactNode, type RefObject } from 'react';
import type { AnnotationId } from '../../src-core/annotation/annotation';
import { NoteView } from '../annotations/NoteView';
import type { PlacedMark } from '../annotations/mark-ranges';
import { pickMark } from '../state/reader';
import { Beside } from '../ui/Beside';
import { signsOf } from './column-signs';
import type { LineIndex, PlacedLine } from './line-index';
import type { Box } from './place-beside';

type NoteSignsProps = {
  readonly index: LineIndex;
  readonly body: number;
  /** The stretch to paint, in em along the strip. */
  readonly from: number;
  readonly to: number;
  readonly marks: readonly PlacedMark[];
  readonly activeMark: AnnotationId | null;
  /** Hears which notes one points at; null when one does no longer. */
  readonly onPoint: (notes: PointedNotes | null) => void;
};

/** Notes that one points at, on a page as it is set now. */
export type PointedNotes = { readonly index: LineIndex; readonly noted: readonly PlacedMark[] };

/** Paints the signs within a stretch of the strip. */
export const NoteSigns = memo(function NoteSigns(props: NoteSignsProps): ReactNode {
  const { index, body, from, to, marks, activeMark, onPoint } = props;
  const signs = useMemo(() => signsOf(index, marks), [index, marks]);
  return signs
    .filter(({ line: { rect } }) => rect.block < to && rect.block + rect.blockSize > from)
    .map(({ line, noted }) => (
      <div
        key={line.index}
        className={`column-sign stroke-${noted[0]?.mark.color ?? 'cinnabar'}${noted.some(({ mark }) => mark.annotationId === activeMark) ? ' is-active' : ''}`}
        aria-hidden="true"
        style={boxOf(line, body)}
        onMouseDown={(event) => event.stopPropagation()}
        onMouseEnter={() => onPoint({ index, noted })}
        onMouseLeave={() => onPoint(null)}
        onClick={() => pickMark(nextOf(noted, activeMark), true, 'note')}
      />
    ));
});

/** Shows notes beside their passage; nothing for none. */
export function NoteLeaf(props: {
  readonly marks: readonly PlacedMark[];
  readonly boxes: () => readonly Box[];
  readonly scroller: RefObject<HTMLElement | null>;
}): ReactNode {
  const { marks, boxes, scroller } = props;
  if (marks.length === 0) return null;
  return (
    <Beside boxes={boxes} scroller={scroller} className="floating note-leaf">
      {marks.slice(0, mostNotes).map(({ mark }) => (
        <div key={mark.annotationId} className={`stroke-${mark.color}`} aria-hidden="true">
          <NoteView note={beginningOf(mark.note)} />
        </div>
      ))}
      {marks.length > mostNotes && <p aria-hidden="true">…</p>}
    </Beside>
  );
}

/** How many notes a leaf shows, and how much of each: the rest is read in the card. */
const mostNotes = 4;
const mostCharacters = 200;

function beginningOf(note: string): string {
  const characters = [...note];
  return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters).join('')}…` : note;
}

/** Pressing a sign again goes on to its next note. */
function nextOf(noted: readonly PlacedMark[], activeMark: AnnotationId | null): AnnotationId | null {
  const current = noted.findIndex(({ mark }) => mark.annotationId === activeMark);
  return noted[(current + 1) % noted.length]?.mark.annotationId ?? null;
}

/** The side of a sign in em, and in pixels at the least; its white to the column in em. */
const side = 0.8;
const leastSide = 7;
const white = 0.25;

function boxOf({ rect }: PlacedLine, body: number) {
  const size = Math.max(leastSide, side * body);
  return {
    insetInlineStart: (rect.inline - white) * body - size,
    insetBlockStart: (rect.block + rect.blockSize / 2) * body - size / 2,
    inlineSize: size,
    blockSize: size,
  };
}
