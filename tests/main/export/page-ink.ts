// Where a planned page has ink, and whether two things lie over each other.
import type { PageLayout } from '../../../src-core/typesetting/model';
import { unpackLayout } from '../../../src-main/export/pdf/packed-layout';
import { toPaperRect, type PageGeometry, type PaperRect } from '../../../src-main/export/pdf/page-geometry';
import type { PlannedPage } from '../../../src-main/export/pdf/planned';

/** Gives the lines of type of a page, each as long as its characters. */
export function typeOn({ frames }: PageLayout, geometry: PageGeometry): readonly PaperRect[] {
  return frames.flatMap(({ rect, lines }) =>
    lines.flatMap((line) => {
      const last = line.cells.at(-1);
      if (last === undefined) return [];
      const placed = {
        inline: rect.inline + line.inline,
        block: rect.block + line.block + (line.blockSize - line.size) / 2,
        inlineSize: last.boxEnd * line.size,
        blockSize: line.size,
      };
      return [toPaperRect(geometry, placed)];
    }),
  );
}

/** Gives all ink of a page but notes: lines of type, rules, running heads. */
export function inkOf({ layout, part }: PlannedPage): readonly PaperRect[] {
  const { geometry } = part.sheet;
  const page = unpackLayout(layout);
  const rects = [...page.rules, ...page.furniture].map(({ rect }) => toPaperRect(geometry, rect));
  return [...typeOn(page, geometry), ...rects];
}

/** Whether two rectangles lie over each other by more than a hair. */
export function meet(one: PaperRect, other: PaperRect): boolean {
  const least = 0.01;
  return (
    one.left < other.right - least &&
    one.right > other.left + least &&
    one.bottom < other.top - least &&
    one.top > other.bottom + least
  );
}

/** Whether the first rectangle lies within the second, but for a hair. */
export function lies(one: PaperRect, other: PaperRect): boolean {
  const most = 0.01;
  return (
    one.left > other.left - most &&
    one.right < other.right + most &&
    one.bottom > other.bottom - most &&
    one.top < other.top + most
  );
}
