// What the window asks of the engine: one page that grows as long as the text, as high (竖排) or wide (横排) as the window
// lets it be.
import type { Direction } from '../../src-core/ipc/contract';
import { defaultStyle, type PageSpec } from '../../src-core/typesetting/page-spec';
import { noRoom, type NoteRoom } from './note-room';
import type { Strip } from './strip';

/** White around the type area, in em: at least this much, so that marks beside the outer lines have room. */
const leastMargin = 2.25;
const blockMargin = 2;

/** The widest type area, in em, of each direction: wider ones make the eye travel. */
const widest = { vertical: 100, horizontal: 78 } as const;

/** The shortest line the engine is asked to set. */
const leastInline = 8;

export type ViewSize = { readonly width: number; readonly height: number };

/**
 * Gives the page for a view of the given size in CSS pixels, and the strip that it makes. Room is kept free for notes.
 */
export function pageFor(
  direction: Direction,
  body: number,
  view: ViewSize,
  room: NoteRoom = noRoom,
): { readonly spec: PageSpec; readonly strip: Strip } {
  const available = (direction === 'vertical' ? view.height : view.width) / body - room.start - room.end;
  const inlineSize = Math.min(
    widest[direction],
    Math.max(leastInline, Math.floor(available - 2 * leastMargin)),
  );
  return {
    spec: {
      direction,
      inlineSize,
      blockSize: Infinity,
      linePitch: 1.7,
      tierGap: 2,
      measure: direction === 'vertical' ? { min: 12, max: 32 } : { min: 16, max: 36 },
      style: defaultStyle,
    },
    strip: {
      direction,
      body,
      marginInline: room.start + Math.max(leastMargin, (available - inlineSize) / 2),
      marginBlock: blockMargin,
    },
  };
}
