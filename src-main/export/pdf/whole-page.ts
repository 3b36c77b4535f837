// A printed page 版面 on paper as it stands on the screen, headlines across the tiers: its text as poppler is to see it, and
// the words that keep poppler in its order, which are read by nobody and seen by nobody.
import type { Frame, PageLayout, SetLine } from '../../../src-core/typesetting/model';
import type { PageGeometry } from './page-geometry';
import type { LastPlace, LineSetting, PaintedLine } from './paint-line';
import { pdfNumber } from './pdf-document';
import { extentOf, startOf } from './reach';
import { goesOn, type SpaceWord } from './seen-frames';
import type { ShownLine } from './text-object';
import { drawOut, inkCarrier, unseen } from './unseen-spaces';

export type SketchedFrame = {
  readonly frame: Frame;
  readonly lines: readonly { readonly line: SetLine; readonly painted: PaintedLine }[];
};

/** Makes all the text of a page; `sketch` makes a line, and is told where the pen stood before it. */
export function sketchWholePage(
  setting: LineSetting,
  page: PageLayout,
  sketch: (frame: Frame, line: SetLine, previous: LastPlace) => PaintedLine,
): readonly SketchedFrame[] {
  let previous: LastPlace = null;
  return page.frames.map((frame): SketchedFrame => {
    const lines = frame.lines.flatMap((line) => {
      if (line.cells.length === 0) return [];
      const painted = sketch(frame, line, previous);
      previous = painted.last;
      return [{ line, painted }];
    });
    return { frame, lines: setting.direction === 'vertical' ? joinedLines(setting, lines) : lines };
  });
}

/** Gives the operators that show the words. */
export function wordOperators(
  { faces, resources, geometry }: LineSetting & { readonly geometry: PageGeometry },
  words: readonly SpaceWord[],
): string {
  const { font, glyph } = faces.findCarrier('song', inkCarrier);
  return words
    .map(({ left, right, base, size, isTurned, isStop }) => {
      const width = Math.round(((right - left) / size) * 1000);
      const code =
        isStop === true
          ? font.code(glyph, '  ', unseen({ size }, glyph, size))
          : font.code({ ...glyph, width }, '  ', null);
      const face = resources.font(font, isStop === true ? 'vertical' : 'horizontal');
      const turn = isTurned ? '-1 0 0 -1' : '1 0 0 1';
      const place = `${pdfNumber(isTurned ? right : left)} ${pdfNumber(geometry.height - base)}`;
      return `BT /${face} ${pdfNumber(size)} Tf 3 Tr ${turn} ${place} Tm <${code}> Tj 0 Tr ET`;
    })
    .join('\n');
}

/**
 * Draws the blocks of a vertical frame out to the frame's own length: lines that do not meet along the line are not read
 * one after the other. Each reaches a little further than the one before it, lest rounding decide that it meets less.
 */
function joinedLines({ faces }: LineSetting, lines: SketchedFrame['lines']): SketchedFrame['lines'] {
  const extents = lines.map(({ painted }) => extentOf(painted.text));
  const start = Math.min(...extents.map((extent) => extent?.start ?? Infinity));
  const end = Math.max(...extents.map((extent) => extent?.end ?? -Infinity));
  const isDrawn = new Map<number, number>();
  let longest = 0;
  for (const [number, block] of blocksOf(lines.map(({ painted }) => painted.text)).entries()) {
    const isLong = block.some((at) => (extents[at]?.start ?? 0) <= start && (extents[at]?.end ?? 0) >= end);
    const [first] = block;
    if (isLong) longest = number;
    else if (first !== undefined) isDrawn.set(first, number);
    // Lines of a block that do not meet: the later one is drawn out over the whole of it.
    block.forEach((at, index) => {
      const before = extents[block[index - 1] ?? at];
      const here = extents[at];
      if (before && here && (here.start >= before.end || here.end <= before.start)) isDrawn.set(at, number);
    });
  }
  return lines.map(({ line, painted }, at) => {
    const extent = extents[at];
    const number = isDrawn.get(at);
    if (number === undefined || extent === null || extent === undefined) return { line, painted };
    const origin = startOf(painted.text);
    const more = nesting * (number - longest);
    const reach = {
      before: extent.start > start + 0.5 ? start - more - origin : null,
      behind: extent.end < end - 0.5 ? end + more - origin : null,
    };
    return { line, painted: { ...painted, text: drawOut(faces, painted.text, reach) } };
  });
}

/** In points; rounding moves edges by less than a hundredth. */
const nesting = 0.03;

/** Which lines of a vertical frame, by their places, are one block to poppler. */
function blocksOf(lines: readonly ShownLine[]): readonly (readonly number[])[] {
  const blocks: number[][] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const placed = ({ size, origin }: ShownLine) => ({ size, axis: origin.x });
    if (before !== undefined && goesOn(placed(before), placed(line))) blocks.at(-1)?.push(at);
    else blocks.push([at]);
  });
  return blocks;
}
