// A page's layout as it waits to be written. Everything is laid out before the first page is written, since what stands
// in front tells the numbers of pages; a character's cell takes more than two hundred bytes, and a document may have
// millions. So lines wait as bytes, in a tenth of the room, and a page has its cells only while it is written.
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Frame, PageLayout, SetLine } from '../../../src-core/typesetting/model';

export type PackedLayout = Omit<PageLayout, 'frames'> & {
  readonly frames: readonly Omit<Frame, 'lines'>[];
  /** The lines of each frame. */
  readonly lines: Uint8Array;
};

/** Quick rather than small: it is done with each page. */
const level = 1;

/** Gives the layout as it waits. */
export function packLayout({ frames, ...page }: PageLayout): PackedLayout {
  return {
    ...page,
    frames: frames.map(({ lines: _lines, ...frame }) => frame),
    lines: deflateRawSync(serialize(frames.map(({ lines }) => lines)), { level }),
  };
}

/** Gives the layout as it was. */
export function unpackLayout({ frames, lines, ...page }: PackedLayout): PageLayout {
  // Made by packLayout of this same run.
  const linesOf = deserialize(inflateRawSync(lines)) as readonly (readonly SetLine[])[];
  return { ...page, frames: frames.map((frame, at) => ({ ...frame, lines: linesOf[at] ?? [] })) };
}
