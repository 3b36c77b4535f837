// Keeps what is painted of the strip in step with where it stands in the window.
import { useCallback, useEffect, useState, type RefObject } from 'react';
import type { LineIndex } from './line-index';
import { growStretch, stretchOf, type Stretch } from './painted-stretch';
import type { Strip } from './strip';

export type PaintedStretch = {
  readonly painted: Stretch;
  /** Looks where the strip stands; what has come into view is painted before the window shows it. */
  readonly look: () => void;
};

/** Shares of a view that are painted beside what is seen: as the strip moves, and when nothing else is to be done. */
const shareWhileMoving = 1 / 8;
const shareAtRest = 1 / 4;
const longestWait = 1000;

/** Follows the strip; `expected` is what will be seen of an index that was not looked at yet. */
export function usePaintedStretch(
  scrollerRef: RefObject<HTMLElement | null>,
  index: LineIndex | null,
  strip: Strip | null,
  expected: Stretch,
): PaintedStretch {
  const [known, setKnown] = useState<{ readonly index: LineIndex; readonly stretch: Stretch } | null>(null);
  const painted = known !== null && known.index === index ? known.stretch : expected;

  const grow = useCallback(
    (share: number) => {
      const element = scrollerRef.current;
      if (element === null || index === null || strip === null) return;
      const view = stretchOf(strip, element);
      setKnown((before) => {
        const isSame = before !== null && before.index === index;
        const former = isSame ? before.stretch : expected;
        const stretch = growStretch(former, view, isSame ? share * view.visible : 0);
        return isSame && stretch === former ? before : { index, stretch };
      });
    },
    [scrollerRef, index, strip, expected],
  );
  const look = useCallback(() => grow(shareWhileMoving), [grow]);

  // Each part that was painted at rest asks for the next, until all is there that is worth it.
  useEffect(() => {
    const waiting = requestIdleCallback(() => grow(shareAtRest), { timeout: longestWait });
    return () => cancelIdleCallback(waiting);
  }, [grow, painted]);

  return { painted, look };
}
