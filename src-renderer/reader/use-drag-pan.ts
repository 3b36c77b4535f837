// Drawing the page along with the pointer: with the middle button anywhere, with the first one while the space bar is held,
// and with it alone on a whole page where there is no text under it and the page is larger than the view.
import { useEffect, useRef, type MouseEvent as ReactMouseEvent, type RefObject } from 'react';
import { drawsWithSpace } from './space-hold';

/** Gives what to do when the pointer is pressed; it answers whether the press draws the page. */
export function useDragPan(
  scrollerRef: RefObject<HTMLElement | null>,
  isWhole: boolean,
): (event: ReactMouseEvent) => boolean {
  const release = useRef<(() => void) | null>(null);
  useEffect(() => () => release.current?.(), []);

  return (event) => {
    const scroller = scrollerRef.current;
    const isMiddle = event.button === middleButton;
    if (scroller === null || isOnScrollbar(event, scroller)) return false;
    const isOnPaper = isWhole && event.button === 0 && !isOnText(event.target) && isLarger(scroller);
    if (!isMiddle && !isOnPaper && !(event.button === 0 && drawsWithSpace())) return false;
    // The engine's own way with the middle button is to scroll by itself.
    event.preventDefault();
    scroller.focus({ preventScroll: true });
    let from = { x: event.clientX, y: event.clientY };
    const move = (moved: MouseEvent): void => {
      scroller.classList.add('is-panning');
      scroller.scrollBy({ left: from.x - moved.clientX, top: from.y - moved.clientY });
      from = { x: moved.clientX, y: moved.clientY };
    };
    release.current?.();
    release.current = () => {
      scroller.classList.remove('is-panning');
      window.removeEventListener('mousemove', move);
      window.removeEventListener('mouseup', lift);
      release.current = null;
    };
    const lift = (): void => release.current?.();
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', lift);
    return true;
  };
}

const middleButton = 1;

/** Whether there is anywhere to go. */
function isLarger(element: HTMLElement): boolean {
  return element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
}

function isOnText(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.line') !== null;
}

function isOnScrollbar(event: ReactMouseEvent, element: HTMLElement): boolean {
  const box = element.getBoundingClientRect();
  return event.clientX - box.left >= element.clientWidth || event.clientY - box.top >= element.clientHeight;
}
