// Where the sheets stand in the window: they move in both directions, keep the point in the middle of the view where it is
// while they grow and shrink, and show the article that is asked for.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import type { IssueId } from '../../src-core/publication/issue';
import type { Em } from '../../src-core/typesetting/model';
import { run } from '../commands/run-command';
import { useReader, type PlaceRequest, type TextPlace } from '../state/reader';
import { keepPlaceOf, type PaneName } from '../state/panes';
import { placeIn, useSettings } from '../state/settings';
import { lineAt, type LineIndex } from './line-index';
import type { Stretch } from './painted-stretch';
import { toBox, toPoint, type Point, type Strip } from './strip';
import { usePaintedStretch } from './use-painted-stretch';
import type { StripScroll } from './use-strip-scroll';
import { wholeSheet, type SheetPoint } from './whole-sheet';

/** Follows and moves the scroll position of the sheets' element. */
export function useSheetScroll(options: {
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly sheetRef: RefObject<HTMLElement | null>;
  readonly issueId: IssueId;
  /** Null while something else than sheets is shown. */
  readonly index: LineIndex | null;
  readonly strip: Strip | null;
  readonly pane: PaneName;
}): StripScroll {
  const { scrollerRef, sheetRef, issueId, index, strip, pane } = options;
  const request = useReader((state) => state.request);
  const shown = useRef<PlaceRequest | null>(null);
  const middle = useRef<SheetPoint | null>(null);
  const last = useRef<Strip | null>(null);
  const expected = useMemo(() => expectStretch(issueId, index), [issueId, index]);
  const { painted, look } = usePaintedStretch(scrollerRef, index, strip, expected);

  const reveal = useCallback(
    (place: TextPlace) => {
      const [scroller, sheet] = [scrollerRef.current, sheetRef.current];
      if (index === null || strip === null || scroller === null || sheet === null) return;
      const line = lineAt(index, place.articleId, place.offset);
      if (line === null) return;
      const view = scroller.getBoundingClientRect();
      const box = toBox(strip, line.rect, sheet.getBoundingClientRect());
      const isSeen =
        box.x >= view.x && box.x + box.width <= view.right && box.y >= view.y && box.y < view.bottom;
      if (isSeen) return;
      scroller.scrollLeft += box.x + box.width / 2 - (view.x + view.width / 2);
      scroller.scrollTop += box.y + Math.min(box.height, view.height) / 2 - (view.y + view.height / 2);
    },
    [scrollerRef, sheetRef, index, strip],
  );

  useLayoutEffect(() => {
    const [scroller, sheet] = [scrollerRef.current, sheetRef.current];
    if (index === null || strip === null || scroller === null || sheet === null) {
      middle.current = null;
      return;
    }
    const isSetAnew = last.current?.direction !== strip.direction || last.current.body !== strip.body;
    last.current = strip;
    if (middle.current !== null) {
      const point = isSetAnew ? wholeSheet(scroller, index.layout, strip, middle.current) : middle.current;
      bringToMiddle(scroller, sheet, index, strip, point);
    }
    if (request !== null && request !== shown.current) {
      shown.current = request;
      reveal(request);
      if (pane === 'first')
        keepPlaceOf(pane, { issueId, articleId: request.articleId, offset: request.offset });
    } else if (middle.current === null) {
      const { place } = useSettings.getState().settings;
      if (place?.issueId === issueId) reveal(place);
    }
    middle.current = onSheet(index, middleOf(scroller, sheet, strip));
    look();
  }, [index, strip, scrollerRef, sheetRef, issueId, pane, request, reveal, look]);

  useEffect(() => {
    const [scroller, sheet] = [scrollerRef.current, sheetRef.current];
    if (index === null || strip === null || scroller === null || sheet === null) return;
    const follow = (): void => {
      middle.current = onSheet(index, middleOf(scroller, sheet, strip));
      look();
    };
    const turn = (event: WheelEvent): void => {
      if (event.ctrlKey) {
        event.preventDefault();
        run(event.deltaY > 0 ? 'view.font-smaller' : 'view.font-larger');
        return;
      }
      // A sheet that is higher than the view moves up and down as the browser does it; a row of sheets moves on.
      const isRow = strip.direction === 'vertical' && scroller.scrollHeight <= scroller.clientHeight + 1;
      if (!isRow || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      scroller.scrollLeft -= event.deltaY;
    };
    scroller.addEventListener('scroll', follow, { passive: true });
    scroller.addEventListener('wheel', turn, { passive: false });
    return () => {
      scroller.removeEventListener('scroll', follow);
      scroller.removeEventListener('wheel', turn);
    };
  }, [scrollerRef, sheetRef, index, strip, look]);

  const direction = strip?.direction ?? 'vertical';
  const moveBy = useCallback(
    (pixels: number) => {
      const scroller = scrollerRef.current;
      if (scroller === null) return;
      if (direction === 'vertical') scroller.scrollLeft -= clampInfinite(pixels);
      else scroller.scrollTop += clampInfinite(pixels);
    },
    [scrollerRef, direction],
  );
  const turn = useCallback(
    (step: 1 | -1) => {
      const scroller = scrollerRef.current;
      if (scroller === null || index === null || strip === null) return false;
      const before = scroller.scrollLeft + scroller.scrollTop;
      if (scroller.scrollHeight > scroller.clientHeight + 1 && strip.direction === 'vertical') {
        scroller.scrollTop += step * shareOfView * scroller.clientHeight;
      } else moveBy(step * sheetPitch(index) * strip.body);
      return scroller.scrollLeft + scroller.scrollTop !== before;
    },
    [scrollerRef, index, strip, moveBy],
  );

  return { painted, moveBy, turn, reveal };
}

const shareOfView = 0.9;

/** Em from the beginning of a sheet to that of the next. */
function sheetPitch({ pageStarts, blockSize }: LineIndex): Em {
  return (pageStarts[1] ?? blockSize) - (pageStarts[0] ?? 0);
}

function onSheet({ pageStarts }: LineIndex, { inline, block }: Point): SheetPoint {
  const page = Math.max(
    0,
    pageStarts.findLastIndex((start) => start <= block),
  );
  return { page, inline, block: block - (pageStarts[page] ?? 0) };
}

/** The sheet with the place where reading is. */
function expectStretch(issueId: IssueId, index: LineIndex | null): Stretch {
  if (index === null) return { from: 0, to: 0 };
  const place = useReader.getState().request ?? placeIn(issueId);
  const page = place === null ? 0 : (lineAt(index, place.articleId, place.offset)?.page ?? 0);
  const from = index.pageStarts[page] ?? 0;
  return { from, to: from + (index.layout.pages[page]?.blockSize ?? 0) };
}

function clampInfinite(pixels: number): number {
  return Number.isFinite(pixels) ? pixels : Math.sign(pixels) * 1e7;
}

function middleOf(scroller: HTMLElement, sheet: HTMLElement, strip: Strip): Point {
  const { x, y } = scroller.getBoundingClientRect();
  return toPoint(
    strip,
    x + scroller.clientWidth / 2,
    y + scroller.clientHeight / 2,
    sheet.getBoundingClientRect(),
  );
}

function bringToMiddle(
  scroller: HTMLElement,
  sheet: HTMLElement,
  index: LineIndex,
  strip: Strip,
  point: SheetPoint,
): void {
  const now = middleOf(scroller, sheet, strip);
  const inline = (point.inline - now.inline) * strip.body;
  const block = (point.block + (index.pageStarts[point.page] ?? 0) - now.block) * strip.body;
  if (strip.direction === 'vertical') {
    scroller.scrollTop += inline;
    scroller.scrollLeft -= block;
  } else {
    scroller.scrollLeft += inline;
    scroller.scrollTop += block;
  }
}
