// Where the sheets stand in the window: they move in both directions, keep the point in the middle of the view where it is
// while they grow and shrink, and show the article that is asked for.
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { IssueId } from '../../src-core/publication/issue';
import type { Em } from '../../src-core/typesetting/model';
import { run } from '../commands/run-command';
import { useReader, type PlaceRequest, type TextPlace } from '../state/reader';
import { keepPlace, useSettings } from '../state/settings';
import { lineAt, type LineIndex } from './line-index';
import { toBox, toPoint, type Point, type Strip } from './strip';
import { worthPainting, type Stretch, type StripScroll } from './use-strip-scroll';

/** Follows and moves the scroll position of the sheets' element. */
export function useSheetScroll(options: {
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly sheetRef: RefObject<HTMLElement | null>;
  readonly issueId: IssueId;
  /** Null while something else than sheets is shown. */
  readonly index: LineIndex | null;
  readonly strip: Strip | null;
}): StripScroll {
  const { scrollerRef, sheetRef, issueId, index, strip } = options;
  const [near, setNear] = useState<Stretch>({ from: -Infinity, to: Infinity });
  const request = useReader((state) => state.request);
  const shown = useRef<PlaceRequest | null>(null);
  const middle = useRef<Point | null>(null);

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
    if (middle.current !== null) bringToMiddle(scroller, sheet, strip, middle.current);
    if (request !== null && request !== shown.current) {
      shown.current = request;
      reveal(request);
      keepPlace({ issueId, articleId: request.articleId, offset: request.offset });
    } else if (middle.current === null) {
      const { place } = useSettings.getState().settings;
      if (place?.issueId === issueId) reveal(place);
    }
    middle.current = middleOf(scroller, sheet, strip);
    setNear(worthPainting(strip, scroller));
  }, [index, strip, scrollerRef, sheetRef, issueId, request, reveal]);

  useEffect(() => {
    const [scroller, sheet] = [scrollerRef.current, sheetRef.current];
    if (index === null || strip === null || scroller === null || sheet === null) return;
    const follow = (): void => {
      middle.current = middleOf(scroller, sheet, strip);
      const next = worthPainting(strip, scroller);
      setNear((known) => (known.from === next.from && known.to === next.to ? known : next));
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
  }, [scrollerRef, sheetRef, index, strip]);

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

  return { ...near, moveBy, turn, reveal };
}

const shareOfView = 0.9;

/** Em from the beginning of a sheet to that of the next. */
function sheetPitch({ pageStarts, blockSize }: LineIndex): Em {
  return (pageStarts[1] ?? blockSize) - (pageStarts[0] ?? 0);
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

function bringToMiddle(scroller: HTMLElement, sheet: HTMLElement, strip: Strip, point: Point): void {
  const now = middleOf(scroller, sheet, strip);
  const inline = (point.inline - now.inline) * strip.body;
  const block = (point.block - now.block) * strip.body;
  if (strip.direction === 'vertical') {
    scroller.scrollTop += inline;
    scroller.scrollLeft -= block;
  } else {
    scroller.scrollLeft += inline;
    scroller.scrollTop += block;
  }
}
