// How much room is kept free for the notes that show with the text: 眉批 over the columns of 竖排, 旁批 between them; in 横排
// both stand beside the lines. Whole pages have none: their notes are in the list.
import type { Direction, Settings } from '../../src-core/ipc/contract';
import type { Em } from '../../src-core/typesetting/model';

export type NoteRoom = {
  /** Before the lines' beginnings, and behind their ends, in em of the body size. */
  readonly start: Em;
  readonly end: Em;
  /** From one body line to the next, at the least. */
  readonly leastPitch: Em;
};

export const noRoom: NoteRoom = { start: 0, end: 0, leastPitch: 0 };

/** How far notes at the head of a page reach from it, and notes beside the lines of 横排. */
export const headNoteRoom: Em = 6.5;
export const besideRoom: Em = 13;

/** Notes between columns need a line's width of their own, and what marks take on either side of it. */
export const sideNotePitch: Em = 2.3;

const rooms = {
  head: { start: headNoteRoom, end: 0, leastPitch: 0 },
  beside: { start: 0, end: besideRoom, leastPitch: 0 },
  between: { start: 0, end: 0, leastPitch: sideNotePitch },
} as const satisfies Record<string, NoteRoom>;

/** Where notes show in text for reading; null where they show nowhere. */
export type NotePlace = keyof typeof rooms;

/** A view that is narrower than this, in em, has no room for notes beside its lines. */
const narrowest: Em = 2 * besideRoom;

/** Gives the place of notes by the settings, in a view so many CSS pixels wide. */
export function notePlaceOf(
  { noteDisplay, view, fontSize }: Pick<Settings, 'noteDisplay' | 'view' | 'fontSize'>,
  direction: Direction,
  width: number,
): NotePlace | null {
  if (noteDisplay === 'list' || view === 'page') return null;
  if (direction === 'horizontal') return width / fontSize < narrowest ? null : 'beside';
  return noteDisplay === 'head' ? 'head' : 'between';
}

/** Gives the room which notes take at their place. */
export function noteRoomOf(place: NotePlace | null): NoteRoom {
  return place === null ? noRoom : rooms[place];
}
