// Dragging an article of a whole page: by its grip to the place of another article of its printed page, by its corner to more
// or less weight. What would come of it is shown while it is dragged; Escape lets all be as it was.
import { useEffect, useRef, useState, type MouseEvent as ReactMouseEvent } from 'react';
import type { ArticleId, Issue } from '../../src-core/publication/issue';
import { leastWeight, mostWeight } from '../../src-core/publication/placement';
import type { MakeUpChange } from '../../src-core/typesetting/make-up';
import { placeOnPage } from '../../src-core/typesetting/page-parts';
import { decisionOn, makeUp } from '../state/make-up';
import { hitTest } from './hit-test';
import type { LineIndex } from './line-index';
import { toPoint } from './strip';

/** What is dragged, and what would come of it now; `change` is null where nothing would. */
export type MakeUpDrag = {
  readonly kind: 'place' | 'weight';
  /** The article whose place would be taken. */
  readonly target: ArticleId | null;
  readonly change: Exclude<MakeUpChange, string> | null;
};

/** Pixels that the corner is drawn for a step of weight. */
const stepPixels = 48;

type DragOptions = {
  readonly issue: Issue;
  readonly articleId: ArticleId;
  readonly index: LineIndex;
  readonly body: number;
};

/** Gives what is dragged, and what to do when a grip is pressed. */
export function useMakeUpDrag(): {
  readonly drag: MakeUpDrag | null;
  readonly press: (kind: MakeUpDrag['kind'], event: ReactMouseEvent, options: DragOptions) => void;
} {
  const [drag, setDrag] = useState<MakeUpDrag | null>(null);
  const release = useRef<(() => void) | null>(null);
  useEffect(() => () => release.current?.(), []);

  function press(kind: MakeUpDrag['kind'], event: ReactMouseEvent, options: DragOptions): void {
    const area = event.currentTarget.closest('.type-area');
    if (event.button !== 0 || area === null) return;
    // The page has other uses for a press.
    event.preventDefault();
    event.stopPropagation();
    area.closest<HTMLElement>('.scroller')?.focus({ preventScroll: true });
    const from = { x: event.clientX, y: event.clientY };
    let now: MakeUpDrag = { kind, target: null, change: null };
    setDrag(now);
    const move = (moved: MouseEvent): void => {
      now =
        kind === 'place'
          ? placeAt(area.getBoundingClientRect(), moved, options)
          : weightAt(from, moved, options);
      setDrag(now);
    };
    const end = (): void => {
      release.current?.();
      if (now.change !== null) makeUp(now.change);
    };
    const escape = (pressed: KeyboardEvent): void => {
      if (pressed.key !== 'Escape') return;
      pressed.preventDefault();
      pressed.stopPropagation();
      release.current?.();
    };
    release.current?.();
    release.current = () => {
      window.removeEventListener('mousemove', move);
      window.removeEventListener('mouseup', end);
      window.removeEventListener('keydown', escape, true);
      release.current = null;
      setDrag(null);
    };
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', end);
    window.addEventListener('keydown', escape, true);
  }

  return { drag, press };
}

function placeAt(
  area: DOMRect,
  pointer: MouseEvent,
  { issue, articleId, index, body }: DragOptions,
): MakeUpDrag {
  const strip = { direction: index.layout.direction, body, marginInline: 0, marginBlock: 0 };
  const hit = hitTest(index, toPoint(strip, pointer.clientX, pointer.clientY, area), null);
  const own = placeOnPage(issue, articleId);
  const other = hit === null ? null : placeOnPage(issue, hit.articleId);
  const isElsewhere = own !== null && other?.page === own.page && other.place !== own.place;
  return {
    kind: 'place',
    target: isElsewhere ? other.articleId : null,
    change: isElsewhere ? { place: other.place } : null,
  };
}

/** Outwards, down and away from where the article begins, is more. */
function weightAt(
  from: { readonly x: number; readonly y: number },
  pointer: MouseEvent,
  { issue, articleId, index }: DragOptions,
): MakeUpDrag {
  const across = index.layout.direction === 'vertical' ? from.x - pointer.clientX : pointer.clientX - from.x;
  const steps = Math.round((across + pointer.clientY - from.y) / stepPixels);
  const known = decisionOn(issue, articleId)?.weight ?? 0;
  const weight = Math.min(mostWeight, Math.max(leastWeight, known + steps));
  return { kind: 'weight', target: null, change: weight === known ? null : { weight } };
}
