// The lines of a layout as one list in reading order, each with its place along the whole strip of pages. Everything the
// reader asks of a layout (what is in view, where an offset stands, what lies beside a line) is asked of this list.
import type { ArticleId } from '../../src-core/publication/issue';
import type { TextRange } from '../../src-core/text/offsets';
import { firstIndex } from '../../src-core/typesetting/layout-index';
import type {
  Em,
  FrameRole,
  IssueLayout,
  PageLayout,
  Quad,
  Rect,
  SetLine,
} from '../../src-core/typesetting/model';
import { rangeToQuads } from '../../src-core/typesetting/range-to-quads';

export type PlacedLine = {
  /** Its number in reading order. */
  readonly index: number;
  readonly page: number;
  readonly frameId: string;
  readonly articleId: ArticleId;
  readonly line: SetLine;
  /** The line's box in em of the body size; `block` runs on from page to page. */
  readonly rect: Rect;
};

/** A frame with its lines, which follow each other along the block axis. */
export type PlacedFrame = {
  readonly frameId: string;
  readonly articleId: ArticleId;
  readonly role: FrameRole;
  readonly lines: readonly PlacedLine[];
};

export type LineIndex = {
  readonly layout: IssueLayout;
  /** In reading order. */
  readonly frames: readonly PlacedFrame[];
  readonly lines: readonly PlacedLine[];
  /** Each article's lines in the order of their offsets. */
  readonly byArticle: ReadonlyMap<ArticleId, readonly PlacedLine[]>;
  /** Where each page begins along the block axis. */
  readonly pageStarts: readonly Em[];
  /** How far all pages reach along the block axis and the widest one along the inline axis. */
  readonly blockSize: Em;
  readonly inlineSize: Em;
};

/** Lists the lines of a layout, whose pages stand `pageGap` em apart. */
export function indexLines(layout: IssueLayout, pageGap: Em = 2): LineIndex {
  const frames: PlacedFrame[] = [];
  const lines: PlacedLine[] = [];
  const pageStarts: Em[] = [];
  let blockSize: Em = 0;
  let inlineSize: Em = 0;
  layout.pages.forEach((page, pageNumber) => {
    const start = pageNumber === 0 ? 0 : blockSize + pageGap;
    pageStarts.push(start);
    const placed = placePage(page, { pageNumber, start, firstLine: lines.length });
    for (const frame of placed) {
      frames.push(frame);
      for (const line of frame.lines) lines.push(line);
    }
    blockSize = start + page.blockSize;
    inlineSize = Math.max(inlineSize, page.inlineSize);
  });
  const byArticle = new Map<ArticleId, PlacedLine[]>();
  for (const placed of lines) {
    const list = byArticle.get(placed.articleId);
    if (list === undefined) byArticle.set(placed.articleId, [placed]);
    else list.push(placed);
  }
  for (const list of byArticle.values()) list.sort((one, other) => one.line.start - other.line.start);
  return { layout, frames, lines, byArticle, pageStarts, blockSize, inlineSize };
}

/** Where a page comes along the strip, and which number its first line has. */
type PagePlace = { readonly pageNumber: number; readonly start: Em; readonly firstLine: number };

// Pages are set one after the other: those that stand as before keep their values, so that nothing of them is painted anew.
const placedPages = new WeakMap<
  PageLayout,
  { readonly place: PagePlace; readonly frames: readonly PlacedFrame[] }
>();

function placePage(page: PageLayout, place: PagePlace): readonly PlacedFrame[] {
  const { pageNumber, start, firstLine } = place;
  const known = placedPages.get(page);
  const isSame =
    known?.place.pageNumber === pageNumber &&
    known.place.start === start &&
    known.place.firstLine === firstLine;
  if (isSame) return known.frames;
  let next = firstLine;
  const frames = page.frames.map((frame): PlacedFrame => {
    const { frameId, articleId, role, rect } = frame;
    const lines = frame.lines.map((line): PlacedLine => {
      return {
        index: next++,
        page: pageNumber,
        frameId,
        articleId,
        line,
        rect: {
          inline: rect.inline + line.inline,
          block: start + rect.block + line.block,
          // Up to its frame's end, wherever in it the line begins: the next tier's lines are their own.
          inlineSize: line.measure * line.size - line.inline,
          blockSize: line.blockSize,
        },
      };
    });
    return { frameId, articleId, role, lines };
  });
  placedPages.set(page, { place, frames });
  return frames;
}

/** Gives the line on which an offset of an article stands; the nearest one before it where none does. */
export function lineAt(index: LineIndex, articleId: ArticleId, offset: number): PlacedLine | null {
  const lines = index.byArticle.get(articleId) ?? [];
  const past = firstIndex(lines, ({ line }) => line.start > offset);
  return lines[Math.max(0, past - 1)] ?? null;
}

/** Gives the first line, in reading order, that begins within the given stretch of the strip; else the first that reaches into it. */
export function firstLineWithin(index: LineIndex, from: Em, to: Em): PlacedLine | null {
  const near = framesWithin(index, from, to);
  for (const { lines } of near) {
    const whole = lines.find((placed) => placed.rect.block >= from - 0.1);
    if (whole !== undefined && whole.rect.block < to) return whole;
  }
  return near[0]?.lines[0] ?? null;
}

/** Gives the frames that reach into a stretch of the strip, in reading order, with those of their lines that do. */
export function framesWithin(index: LineIndex, from: Em, to: Em): readonly PlacedFrame[] {
  const near: PlacedFrame[] = [];
  for (const frame of index.frames) {
    const { lines } = frame;
    const first = firstIndex(lines, ({ rect }) => rect.block + rect.blockSize > from);
    const end = firstIndex(lines, ({ rect }) => rect.block >= to);
    if (first >= end) continue;
    near.push(end - first === lines.length ? frame : { ...frame, lines: lines.slice(first, end) });
  }
  return near;
}

/** Gives, for each article that reaches into a stretch of the strip, the range of its text from the first line there to the last. */
export function articlesWithin(index: LineIndex, from: Em, to: Em): ReadonlyMap<ArticleId, TextRange> {
  const ranges = new Map<ArticleId, TextRange>();
  for (const { articleId, lines } of framesWithin(index, from, to)) {
    const known = ranges.get(articleId);
    ranges.set(articleId, {
      start: Math.min(known?.start ?? Infinity, lines[0]?.line.start ?? Infinity),
      end: Math.max(known?.end ?? 0, lines.at(-1)?.line.end ?? 0),
    });
  }
  return ranges;
}

/** Gives the quads of a range, their `block` counted along the whole strip. */
export function quadsOnStrip(index: LineIndex, articleId: ArticleId, range: TextRange): readonly Quad[] {
  return rangeToQuads(index.layout, articleId, range).map((quad) => ({
    ...quad,
    block: quad.block + (index.pageStarts[quad.page] ?? 0),
  }));
}
