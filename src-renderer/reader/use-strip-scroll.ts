// Where the strip stands in the window: it moves by wheel, keys and requests, it holds on to the character at its head
// while size and direction change, and it tells where the reader is.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { IssueId } from '../../src-core/publication/issue';
import { run } from '../commands/run-command';
import { useReader, type PlaceRequest, type TextPlace } from '../state/reader';
import { followOther, keepPlaceOf, type PaneName } from '../state/panes';
import { placeIn, useSettings } from '../state/settings';
import { createGlide } from './glide';
import { firstLineWithin, lineAt, quadsOnStrip, type LineIndex } from './line-index';
import type { ViewSize } from './page-spec';
import { stretchAt, type Stretch } from './painted-stretch';
import { scrolledBy, scrollStrip, visibleStretch, type Strip } from './strip';
import { usePaintedStretch } from './use-painted-stretch';

export type MoveBy = (pixels: number, isSmooth: boolean) => void;

export type StripScroll = {
  /** What is to be painted of the strip. */
  readonly painted: Stretch;
  /** Moves the strip by pixels; positive is onwards. */
  readonly moveBy: MoveBy;
  /** Turns to the next screen or the one before; false where there is none. */
  readonly turn: (step: 1 | -1) => boolean;
  /** Shows a place if it is out of sight, as a caret does that moves. */
  readonly reveal: (place: TextPlace) => void;
};

/** Em before a line that is brought to the head of the view, and before an article's first. */
const lead = 0.7;
const articleLead = 1.2;

/** Follows and moves the scroll position of the strip's element. */
export function useStripScroll(options: {
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly issueId: IssueId;
  readonly index: LineIndex | null;
  readonly strip: Strip | null;
  /** The view's size; null before it is known. */
  readonly size: ViewSize | null;
  /** Whether the strip moves by whole screens. */
  readonly isPaged: boolean;
  readonly pane: PaneName;
}): StripScroll {
  const { scrollerRef, issueId, index, strip, size, isPaged, pane } = options;
  // Where the strip was put by the program; any other position is the reader's own doing.
  const put = useRef<number | null>(null);
  const [glide] = useState(createGlide);
  const request = useReader((state) => state.request);
  const shown = useRef<PlaceRequest | null>(null);
  const expected = useMemo(
    () => expectStretch(issueId, index, strip, size, isPaged),
    [issueId, index, strip, size, isPaged],
  );
  const { painted, look } = usePaintedStretch(scrollerRef, index, strip, expected);

  const putAt = useCallback(
    (pixels: number) => {
      if (scrollerRef.current === null || strip === null) return;
      scrollStrip(scrollerRef.current, strip.direction, Math.max(0, pixels));
      put.current = scrolledBy(scrollerRef.current, strip.direction);
      look();
    },
    [scrollerRef, strip, look],
  );

  // The place is held when the strip is set anew, and a request is answered once.
  useLayoutEffect(() => {
    if (index === null || strip === null || scrollerRef.current === null) return;
    if (request !== null && request !== shown.current) {
      shown.current = request;
      const isPlain = request.flash === null;
      if (isPlain || !isInView(index, strip, scrollerRef.current, request)) {
        const share = isPlain ? 0 : 0.3 * (visibleStretch(scrollerRef.current, strip.direction) / strip.body);
        const head = headOf(index, strip, request, isPaged);
        putAt(isPaged ? head : head - share * strip.body);
      }
      // Asked for once, it is shown in both panes, and kept by one.
      if (pane === 'second') return;
      if (isPlain) keepPlaceOf(pane, { issueId, articleId: request.articleId, offset: request.offset });
      else keepHead(index, strip, scrollerRef.current, issueId, pane);
      return;
    }
    const { place } = useSettings.getState().settings;
    if (place?.issueId === issueId) putAt(headOf(index, strip, place, isPaged));
  }, [index, strip, scrollerRef, issueId, request, putAt, isPaged, pane]);

  useEffect(() => {
    if (index === null || strip === null) return;
    return followOther(pane, (place) => {
      if (place.issueId === issueId) putAt(headOf(index, strip, place, isPaged));
    });
  }, [index, strip, issueId, isPaged, pane, putAt]);

  useEffect(() => {
    const element = scrollerRef.current;
    if (element === null || index === null || strip === null) return;
    const follow = (): void => {
      const now = scrolledBy(element, strip.direction);
      look();
      if (put.current !== null && Math.abs(now - put.current) < 2) return;
      put.current = null;
      if (isPaged && glide.goal() !== null) return;
      keepHead(index, strip, element, issueId, pane);
    };
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [scrollerRef, index, strip, issueId, isPaged, pane, glide, look]);

  const direction = strip?.direction ?? 'vertical';
  useEffect(() => () => glide.stop(), [glide, direction]);
  const moveBy = useCallback(
    (pixels: number, isSmooth: boolean) => {
      if (scrollerRef.current !== null) glide.by(scrollerRef.current, direction, pixels, isSmooth);
    },
    [scrollerRef, glide, direction],
  );
  const turn = useCallback(
    (step: 1 | -1) => {
      const element = scrollerRef.current;
      if (element === null || strip === null || index === null) return false;
      const now = glide.goal() ?? scrolledBy(element, strip.direction);
      const goal = pixelsToNextScreen(index, strip, now, step);
      moveBy(goal - now, true);
      // The place is the screen's that is turned to, even while it is on its way.
      const from = goal / strip.body - strip.marginBlock;
      const head = firstLineWithin(index, from, from + visibleStretch(element, strip.direction) / strip.body);
      if (head !== null) keepPlaceOf(pane, { issueId, articleId: head.articleId, offset: head.line.start });
      return goal !== now;
    },
    [scrollerRef, issueId, index, strip, glide, moveBy, pane],
  );
  useWheel(index === null ? null : scrollerRef, direction, moveBy, isPaged ? turn : null);

  const reveal = useCallback(
    (place: TextPlace) => {
      const element = scrollerRef.current;
      if (index === null || strip === null || element === null) return;
      const line = lineAt(index, place.articleId, place.offset);
      if (line === null) return;
      if (isPaged) {
        scrollStrip(element, strip.direction, headOf(index, strip, place, true));
        return;
      }
      const start = (strip.marginBlock + line.rect.block) * strip.body;
      const end = start + line.rect.blockSize * strip.body;
      const now = scrolledBy(element, strip.direction);
      const visible = visibleStretch(element, strip.direction);
      if (start < now) scrollStrip(element, strip.direction, Math.max(0, start - strip.body));
      else if (end > now + visible) scrollStrip(element, strip.direction, end - visible + strip.body);
    },
    [scrollerRef, index, strip, isPaged],
  );

  return { painted, moveBy, turn, reveal };
}

/** Where the strip goes when it is turned: to the beginning of a screen, or to an end of the strip. */
function pixelsToNextScreen(index: LineIndex, strip: Strip, now: number, step: 1 | -1): number {
  const starts = index.pageStarts.map((start) => start * strip.body);
  const next =
    step === 1 ? starts.find((start) => start > now + 2) : starts.findLast((start) => start < now - 2);
  return next ?? (step === 1 ? Math.max(now, starts.at(-1) ?? 0) : 0);
}

/** What will be seen when the strip is first put to its place. */
function expectStretch(
  issueId: IssueId,
  index: LineIndex | null,
  strip: Strip | null,
  size: ViewSize | null,
  isPaged: boolean,
): Stretch {
  if (index === null || strip === null || size === null) return nothing;
  const place = useReader.getState().request ?? placeIn(issueId);
  const visible = strip.direction === 'vertical' ? size.width : size.height;
  const whole = (index.blockSize + 2 * strip.marginBlock) * strip.body;
  const head = place === null ? 0 : headOf(index, strip, place, isPaged);
  return stretchAt(strip, Math.max(0, Math.min(head, whole - visible)), visible).seen;
}

const nothing: Stretch = { from: 0, to: 0 };

/**
 * The scroll position, in CSS pixels, that brings a place to the head of the view, or its screen where the strip moves
 * by screens; an article's start brings its margin too.
 */
function headOf(index: LineIndex, strip: Strip, place: TextPlace, isPaged: boolean): number {
  const line = lineAt(index, place.articleId, place.offset);
  if (line === null) return 0;
  if (isPaged) return (index.pageStarts[line.page] ?? 0) * strip.body;
  if (line.index === 0) return 0;
  const isFirst = index.lines[line.index - 1]?.articleId !== place.articleId;
  return (strip.marginBlock + line.rect.block - (isFirst ? articleLead : lead)) * strip.body;
}

function keepHead(
  index: LineIndex,
  strip: Strip,
  element: HTMLElement,
  issueId: IssueId,
  pane: PaneName,
): void {
  const from = scrolledBy(element, strip.direction) / strip.body - strip.marginBlock;
  const line = firstLineWithin(index, from, from + visibleStretch(element, strip.direction) / strip.body);
  if (line !== null) keepPlaceOf(pane, { issueId, articleId: line.articleId, offset: line.line.start });
}

function isInView(index: LineIndex, strip: Strip, element: HTMLElement, request: PlaceRequest): boolean {
  const from = scrolledBy(element, strip.direction) / strip.body - strip.marginBlock;
  const to = from + visibleStretch(element, strip.direction) / strip.body;
  const quads = quadsOnStrip(index, request.articleId, request.flash ?? { start: 0, end: 0 });
  return quads.length > 0 && quads.every((quad) => quad.block >= from && quad.block + quad.blockSize <= to);
}

/** A notch of a mouse wheel is at least this many pixels; a touchpad sends less and more often. */
const notch = 50;
const pixelsPerLine = 40;

/** The wheel moves the way one reads: turning it towards oneself goes on, to the left in 竖排. With Ctrl it sizes the type; where text is set in screens a notch turns one. */
function useWheel(
  scrollerRef: RefObject<HTMLElement | null> | null,
  direction: Strip['direction'],
  moveBy: MoveBy,
  turnScreen: ((step: 1 | -1) => void) | null,
): void {
  useEffect(() => {
    const element = scrollerRef?.current ?? null;
    if (element === null) return;
    let turned = 0;
    const turn = (event: WheelEvent): void => {
      if (event.ctrlKey) {
        event.preventDefault();
        turned += event.deltaY;
        if (Math.abs(turned) < notch) return;
        run(turned > 0 ? 'view.font-smaller' : 'view.font-larger');
        turned = 0;
        return;
      }
      if (turnScreen !== null && isNotch(event)) {
        event.preventDefault();
        turnScreen(event.deltaY > 0 ? 1 : -1);
        return;
      }
      // In 横排, and sideways on a touchpad, the browser itself moves the page.
      if (direction === 'horizontal' || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      const pixels =
        event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * pixelsPerLine : event.deltaY;
      moveBy(pixels, Math.abs(pixels) >= notch);
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [scrollerRef, direction, moveBy, turnScreen]);
}

function isNotch(event: WheelEvent): boolean {
  return (
    Math.abs(event.deltaY) > Math.abs(event.deltaX) &&
    (event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL || Math.abs(event.deltaY) >= notch)
  );
}
