// Keeps the miniature of the sheets while they are looked at.
import { useEffect, type RefObject } from 'react';
import type { LineIndex } from '../reader/line-index';
import type { Strip } from '../reader/strip';
import { showMiniature } from '../state/miniature';
import { mapSheets, partInView } from './map-sheets';

/** Follows the sheets in the scroller; a null index, or a pane that is not the first, shows no map. */
export function useMiniatureMap(options: {
  readonly scrollerRef: RefObject<HTMLElement | null>;
  readonly sheetRef: RefObject<HTMLElement | null>;
  readonly index: LineIndex | null;
  readonly strip: Strip | null;
}): void {
  const { scrollerRef, sheetRef, index, strip } = options;
  useEffect(() => {
    const [scroller, sheet] = [scrollerRef.current, sheetRef.current];
    if (index === null || strip === null || scroller === null || sheet === null) return;
    const sheets = mapSheets(index, strip, { width: sheet.offsetWidth, height: sheet.offsetHeight });
    const viewOf = () => {
      const { x, y } = scroller.getBoundingClientRect();
      return { x, y, width: scroller.clientWidth, height: scroller.clientHeight };
    };
    const goTo = (x: number, y: number): void => {
      const [view, whole] = [viewOf(), sheet.getBoundingClientRect()];
      scroller.scrollLeft += whole.x + x * whole.width - (view.x + view.width / 2);
      scroller.scrollTop += whole.y + y * whole.height - (view.y + view.height / 2);
    };
    const show = (): void =>
      showMiniature({ ...sheets, seen: partInView(viewOf(), sheet.getBoundingClientRect()), goTo });
    scroller.addEventListener('scroll', show, { passive: true });
    show();
    return () => {
      scroller.removeEventListener('scroll', show);
      showMiniature(null);
    };
  }, [scrollerRef, sheetRef, index, strip]);
}
