// The sheets as a map: where papers and the frames of their articles lie, in parts of the whole.
import { paperMargin } from '../reader/sheet-layout';
import type { LineIndex } from '../reader/line-index';
import type { Box } from '../reader/place-beside';
import { toBox, type Strip } from '../reader/strip';
import type { Rect } from '../../src-core/typesetting/model';
import type { MiniatureMap, Part } from '../state/miniature';

/** Gives papers and frames of all sheets for an element of the given size in CSS pixels. */
export function mapSheets(
  { layout, pageStarts }: LineIndex,
  strip: Strip,
  size: { readonly width: number; readonly height: number },
): Pick<MiniatureMap, 'papers' | 'frames' | 'shape'> {
  const element: Box = { x: 0, y: 0, ...size };
  const partOf = (rect: Rect, start: number): Part =>
    inParts(toBox(strip, { ...rect, block: rect.block + start }, element), element);
  const sheets = layout.pages.map((page, number) => ({ page, start: pageStarts[number] ?? 0 }));
  return {
    shape: size.height / Math.max(1, size.width),
    papers: sheets.map(({ page, start }) =>
      partOf(
        {
          inline: -paperMargin,
          block: -paperMargin,
          inlineSize: page.inlineSize + 2 * paperMargin,
          blockSize: page.blockSize + 2 * paperMargin,
        },
        start,
      ),
    ),
    frames: sheets.flatMap(({ page, start }) => page.frames.map(({ rect }) => partOf(rect, start))),
  };
}

/** Gives which part of an element is in a view of it. */
export function partInView(view: Box, element: Box): Part {
  const x = Math.max(view.x, element.x);
  const y = Math.max(view.y, element.y);
  const width = Math.min(view.x + view.width, element.x + element.width) - x;
  const height = Math.min(view.y + view.height, element.y + element.height) - y;
  return inParts({ x: x - element.x, y: y - element.y, width, height }, element);
}

function inParts(box: Box, whole: Box): Part {
  const [width, height] = [Math.max(1, whole.width), Math.max(1, whole.height)];
  return { x: box.x / width, y: box.y / height, width: box.width / width, height: box.height / height };
}
