// Stands beside a passage of the page and follows it as the page moves, without covering any of it. Where there is no
// such place it stands at the window's upper edge, above the page.
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { placeBeside, type Box } from '../reader/place-beside';

type BesideProps = {
  /** Where the passage stands in the window now. */
  readonly boxes: () => readonly Box[];
  /** The element that scrolls the passage. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly className: string;
  readonly children: ReactNode;
};

/** Shows its children beside the boxes, within the scroller where there is room. */
export function Beside({ boxes, scroller, className, children }: BesideProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current: floating } = element;
    const { current: page } = scroller;
    if (floating === null || page === null) return;
    const place = (): void => putBeside(floating, boxes(), boundsOf(page));
    const observer = new ResizeObserver(place);
    observer.observe(floating);
    page.addEventListener('scroll', place, { passive: true });
    place();
    return () => {
      observer.disconnect();
      page.removeEventListener('scroll', place);
    };
  });
  return (
    <div ref={element} className={className}>
      {children}
    </div>
  );
}

const margin = 6;

function putBeside(floating: HTMLElement, passage: readonly Box[], page: Box): void {
  const size = { width: floating.offsetWidth, height: floating.offsetHeight };
  const place =
    placeBeside(passage, size, shrink(page, margin)) ??
    placeBeside(passage, size, shrink(windowBelow(page), margin));
  floating.style.left = `${Math.round(place?.x ?? page.x + (page.width - size.width) / 2)}px`;
  floating.style.top = `${Math.round(place?.y ?? margin)}px`;
  floating.classList.toggle('is-away', passage.length > 0 && !passage.some((box) => reaches(box, page)));
}

function boundsOf(page: HTMLElement): Box {
  const { x, y } = page.getBoundingClientRect();
  return { x, y, width: page.clientWidth, height: page.clientHeight };
}

/** All of the window from the page's upper edge on: over the side panels, which may be covered. */
function windowBelow(page: Box): Box {
  return { x: 0, y: page.y, width: window.innerWidth, height: window.innerHeight - page.y };
}

function shrink(box: Box, by: number): Box {
  return { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by };
}

function reaches(box: Box, page: Box): boolean {
  return (
    box.x < page.x + page.width &&
    box.x + box.width > page.x &&
    box.y < page.y + page.height &&
    box.y + box.height > page.y
  );
}
