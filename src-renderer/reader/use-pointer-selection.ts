// Selecting with the pointer: press and draw, twice for words, three times for sentences, four times for the paragraph;
// with Shift the selection is drawn out. A click on the whole page opens the article there. A click on a mark picks it, and another click there picks the one beneath.
import { useEffect, useRef, type MouseEvent as ReactMouseEvent, type RefObject } from 'react';
import type { Issue } from '../../src-core/publication/issue';
import { marksAt, type PlacedMarks } from '../annotations/mark-ranges';
import { pickMark, select, takeCaretTo, useReader, type TextSelection } from '../state/reader';
import { useSettings } from '../state/settings';
import { readArticle } from '../state/views';
import { hitTest, type Hit } from './hit-test';
import type { LineIndex } from './line-index';
import { toPoint, type Strip } from './strip';
import type { MoveBy } from './use-strip-scroll';
import { unitAround, type TextUnit } from './text-units';

type PointerSelectionOptions = {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly sheet: RefObject<HTMLElement | null>;
  readonly issue: Issue;
  readonly index: LineIndex | null;
  readonly strip: Strip | null;
  readonly marks: PlacedMarks;
  readonly moveBy: MoveBy;
};

const units: readonly TextUnit[] = ['character', 'word', 'sentence', 'paragraph'];

/** Pixels the pointer may stray before a press becomes a drag. */
const strayPixels = 4;
/** Near the edge, and beyond it, the page moves under a drag. */
const edgePixels = 28;

/** Gives what to do when the pointer is pressed on the page. */
export function usePointerSelection(options: PointerSelectionOptions): (event: ReactMouseEvent) => void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const release = useRef<(() => void) | null>(null);
  useEffect(() => () => release.current?.(), []);

  function hitAt(x: number, y: number, articleId: TextSelection['articleId'] | null): Hit | null {
    const { index, strip, sheet } = latest.current;
    if (index === null || strip === null || sheet.current === null) return null;
    return hitTest(index, toPoint(strip, x, y, sheet.current.getBoundingClientRect()), articleId);
  }

  return (event) => {
    const element = latest.current.scroller.current;
    if (event.button !== 0 || element === null || isOnScrollbar(event, element)) return;
    const first = hitAt(event.clientX, event.clientY, null);
    if (first === null) return;
    const former = useReader.getState().selection;
    const isExtending = event.shiftKey && former?.articleId === first.articleId;
    const unit = units[Math.min(event.detail, units.length) - 1] ?? 'character';
    let start: TextSelection;
    if (isExtending) start = { ...former, focus: first.boundary };
    else if (unit === 'character')
      start = { articleId: first.articleId, anchor: first.boundary, focus: first.boundary };
    else start = selectUnit(first, first, unit);
    let isDrag = isExtending || unit !== 'character';
    if (isDrag) select(start, true);

    const press = { x: event.clientX, y: event.clientY };
    let pointer = press;
    let frame = 0;

    const draw = (): void => {
      const hit = hitAt(pointer.x, pointer.y, first.articleId);
      if (hit === null) return;
      select(
        unit === 'character' || isExtending
          ? { ...start, focus: hit.boundary }
          : selectUnit(first, hit, unit),
        true,
      );
    };
    const move = (moved: MouseEvent): void => {
      pointer = { x: moved.clientX, y: moved.clientY };
      if (!isDrag && Math.hypot(pointer.x - press.x, pointer.y - press.y) < strayPixels) return;
      isDrag = true;
      draw();
    };
    const creep = (): void => {
      const speed = isDrag ? creepSpeed(pointer, element, latest.current.strip) : 0;
      if (speed !== 0) {
        latest.current.moveBy(speed, false);
        draw();
      }
      frame = requestAnimationFrame(creep);
    };
    const lift = (): void => {
      release.current?.();
      const { selection } = useReader.getState();
      if (isDrag && selection !== null) select(selection, false);
      else if (!isDrag) click(first, latest.current.marks);
    };
    release.current = () => {
      window.removeEventListener('mousemove', move);
      window.removeEventListener('mouseup', lift);
      cancelAnimationFrame(frame);
      release.current = null;
    };
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', lift);
    frame = requestAnimationFrame(creep);
  };

  function selectUnit(first: Hit, last: Hit, unit: TextUnit): TextSelection {
    const article = latest.current.issue.articles.find(({ articleId }) => articleId === first.articleId);
    const { articleId } = first;
    if (article === undefined) return { articleId, anchor: first.boundary, focus: last.boundary };
    const from = unitAround(article, first.character ?? first.boundary, unit);
    const to = unitAround(article, last.character ?? last.boundary, unit);
    return to.end >= from.end
      ? { articleId, anchor: from.start, focus: to.end }
      : { articleId, anchor: from.end, focus: to.start };
  }
}

function click(hit: Hit, marks: PlacedMarks): void {
  const here = hit.character === null ? [] : marksAt(marks.byArticle.get(hit.articleId) ?? [], hit.character);
  const { activeMark, isCardOpen } = useReader.getState();
  const current = here.findIndex(({ mark }) => mark.annotationId === activeMark);
  const next = here[isCardOpen && current >= 0 ? (current + 1) % here.length : Math.max(current, 0)];
  if (next !== undefined) {
    takeCaretTo({ articleId: hit.articleId, offset: hit.boundary });
    pickMark(next.mark.annotationId, true);
  } else if (useSettings.getState().settings.view === 'page') {
    if (hit.character !== null) readArticle(hit.articleId, hit.boundary);
  } else select({ articleId: hit.articleId, anchor: hit.boundary, focus: hit.boundary });
}

function isOnScrollbar(event: ReactMouseEvent, element: HTMLElement): boolean {
  const box = element.getBoundingClientRect();
  return event.clientX - box.left >= element.clientWidth || event.clientY - box.top >= element.clientHeight;
}

/** Pixels per frame that the page moves while the pointer is drawn towards or beyond an edge. */
function creepSpeed(
  pointer: { readonly x: number; readonly y: number },
  element: HTMLElement,
  strip: Strip | null,
): number {
  const box = element.getBoundingClientRect();
  const [before, behind] =
    strip?.direction === 'vertical'
      ? [box.right - pointer.x, pointer.x - box.left]
      : [pointer.y - box.top, box.bottom - pointer.y];
  const depth = (distance: number): number => Math.min(24, Math.max(0, edgePixels - distance) / 3);
  return depth(behind) - depth(before);
}
