// Keys on the page that are no commands: they move it, move the caret and draw out the selection.
import { isPageCovered } from '../ui/is-page-covered';
import { useEffect, useRef, type RefObject } from 'react';
import type { Issue } from '../../src-core/publication/issue';
import { closeFind, useFind } from '../state/find';
import { pickMark, select, useReader, type TextPlace } from '../state/reader';
import { useSettings } from '../state/settings';
import { readArticle } from '../state/views';
import { run } from '../commands/run-command';
import { holdSpace, releaseSpace } from './space-hold';
import { isApple } from '../commands/keys';
import { caretMove, caretUnit, moveCaret } from './caret-moves';
import type { LineIndex } from './line-index';
import type { Strip } from './strip';
import type { MoveBy } from './use-strip-scroll';

type PageKeysOptions = {
  /** Whether the keys pressed while nothing has the focus are for this page. */
  readonly hearsWindow: boolean;
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly issue: Issue;
  readonly index: LineIndex | null;
  readonly strip: Strip | null;
  readonly moveBy: MoveBy;
  /** Turns a screen; null where the view moves by less. */
  readonly turn: ((step: 1 | -1) => boolean) | null;
  readonly reveal: (place: TextPlace) => void;
  /** How much of the strip shows, in CSS pixels. */
  readonly stretch: () => number;
};

/** Answers the keys pressed on the page, and those pressed while nothing has the focus. */
export function usePageKeys(options: PageKeysOptions): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const goal = useRef<number | null>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { current } = latest;
      if (!isOurKey(event, current) || event.isComposing || event.defaultPrevented || isPageCovered()) return;
      if (isSpace(event)) {
        if (holdSpace(latest)) current.scrollerRef.current?.classList.add('may-pan');
        event.preventDefault();
        return;
      }
      if (
        selectAll(event, current) ||
        moveByCaret(event, current, goal) ||
        pan(event, current) ||
        turnScreen(event, current) ||
        scroll(event, current) ||
        read(event) ||
        leave(event)
      ) {
        event.preventDefault();
      }
    };
    const lift = (event: KeyboardEvent): void => {
      if (event.key !== ' ') return;
      const { current } = latest;
      current.scrollerRef.current?.classList.remove('may-pan');
      // Let go wherever the focus is by now, or the pointer would draw the page from then on.
      if (!releaseSpace(latest) || !isOurKey(event, current) || isPageCovered()) return;
      if (!turnScreen(event, current)) scroll(event, current);
    };
    const leaveWindow = (): void => {
      releaseSpace(latest);
      latest.current.scrollerRef.current?.classList.remove('may-pan');
    };
    document.addEventListener('keydown', press);
    document.addEventListener('keyup', lift);
    window.addEventListener('blur', leaveWindow);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('keyup', lift);
      window.removeEventListener('blur', leaveWindow);
    };
  }, []);
}

function isOurKey({ target }: KeyboardEvent, { hearsWindow, scrollerRef }: PageKeysOptions): boolean {
  return (hearsWindow && target === document.body) || target === scrollerRef.current;
}

/** The keyboard caret and a selection leave the space bar to the page. */
function isSpace(event: KeyboardEvent): boolean {
  return event.key === ' ' && !isModified(event);
}

function selectAll(event: KeyboardEvent, { issue }: PageKeysOptions): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'a') return false;
  const articleId =
    useReader.getState().selection?.articleId ?? useSettings.getState().settings.place?.articleId;
  const article = issue.articles.find((candidate) => candidate.articleId === articleId);
  if (article !== undefined) select({ articleId: article.articleId, anchor: 0, focus: article.text.length });
  return true;
}

function moveByCaret(
  event: KeyboardEvent,
  options: PageKeysOptions,
  goal: { current: number | null },
): boolean {
  const { issue, index, strip, reveal } = options;
  const { hasCaret, selection } = useReader.getState();
  if (index === null || strip === null || (!hasCaret && !event.shiftKey)) return false;
  const move = caretMove({ key: event.key, by: caretUnit(event, apple) }, strip.direction);
  const place = selection ?? placeOfReader();
  const article = issue.articles.find(({ articleId }) => articleId === place?.articleId);
  if (move === null || place === null || article === undefined) return false;
  const moved = moveCaret(index, article, place.focus, move, goal.current);
  goal.current = moved.goal;
  useReader.setState({ hasCaret: true });
  select({
    articleId: article.articleId,
    anchor: event.shiftKey ? place.anchor : moved.offset,
    focus: moved.offset,
  });
  reveal({ articleId: article.articleId, offset: moved.offset });
  return true;
}

const apple = isApple(navigator.platform);

/** A caret that stands nowhere yet appears at the head of the view. */
function placeOfReader(): ReturnType<typeof useReader.getState>['selection'] {
  const { place } = useSettings.getState().settings;
  return place === null ? null : { articleId: place.articleId, anchor: place.offset, focus: place.offset };
}

/** Arrows move a sheet that is larger than the view up, down and sideways. */
function pan(event: KeyboardEvent, { scrollerRef }: PageKeysOptions): boolean {
  const { current } = scrollerRef;
  if (current === null || !isWholePage() || isModified(event)) return false;
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-panPixels, 0],
    ArrowRight: [panPixels, 0],
    ArrowUp: [0, -panPixels],
    ArrowDown: [0, panPixels],
  };
  const step = steps[event.key];
  if (step === undefined) return false;
  current.scrollBy({ left: step[0], top: step[1] });
  return true;
}

const panPixels = 80;

/** Page keys, space and, while reading, arrows turn a screen; past the last one of an article the next begins. */
function turnScreen(event: KeyboardEvent, { strip, turn }: PageKeysOptions): boolean {
  if (strip === null || turn === null || isModified(event)) return false;
  const isVertical = strip.direction === 'vertical';
  const steps: Readonly<Record<string, 1 | -1>> = {
    PageDown: 1,
    PageUp: -1,
    ' ': event.shiftKey ? -1 : 1,
    ArrowDown: 1,
    ArrowUp: -1,
    ArrowLeft: isVertical ? 1 : -1,
    ArrowRight: isVertical ? -1 : 1,
  };
  const step = steps[event.key];
  if (step === undefined) return false;
  if (!turn(step) && step === 1 && useSettings.getState().settings.view === 'article') run('go.next-article');
  return true;
}

/** On the whole page Enter reads the article one is at. */
function read(event: KeyboardEvent): boolean {
  const { place } = useSettings.getState().settings;
  if (event.key !== 'Enter' || !isWholePage() || isModified(event) || place === null) return false;
  if (useReader.getState().activeMark !== null || useReader.getState().hasCaret) return false;
  readArticle(place.articleId, place.offset);
  return true;
}

function isWholePage(): boolean {
  return useSettings.getState().settings.view === 'page';
}

function isModified(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

const linesPerArrow = 2;
const shareOfView = 0.9;

function scroll(event: KeyboardEvent, { strip, moveBy, stretch }: PageKeysOptions): boolean {
  if (strip === null || event.ctrlKey || event.metaKey || event.altKey) return false;
  const line = strip.body * 1.7 * linesPerArrow;
  const view = stretch() * shareOfView;
  const isVertical = strip.direction === 'vertical';
  const steps: Readonly<Record<string, number>> = {
    ...(isVertical ? { ArrowLeft: line, ArrowRight: -line } : {}),
    ArrowDown: line,
    ArrowUp: -line,
    PageDown: view,
    PageUp: -view,
    ' ': event.shiftKey ? -view : view,
    Home: -Infinity,
    End: Infinity,
  };
  const pixels = steps[event.key];
  if (pixels === undefined) return false;
  moveBy(pixels, Number.isFinite(pixels));
  return true;
}

/** Escape lets go of one thing after the other: the selection, the picked mark, the caret, the search. */
function leave(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape') return false;
  const { selection, activeMark, hasCaret } = useReader.getState();
  if (selection !== null && selection.anchor !== selection.focus)
    select({ ...selection, anchor: selection.focus });
  else if (activeMark !== null) pickMark(null);
  else if (hasCaret) useReader.setState({ hasCaret: false });
  else if (useFind.getState().isOpen) closeFind('stay');
  else return false;
  return true;
}
