// The size of an element, as long as it is shown.
import { useLayoutEffect, useState, type RefObject } from 'react';
import type { ViewSize } from './page-spec';

/** The size within an element's scroll bars, and with them. */
export const innerSize = ({ clientWidth: width, clientHeight: height }: HTMLElement): ViewSize => ({
  width,
  height,
});
export const boxSize = ({ offsetWidth: width, offsetHeight: height }: HTMLElement): ViewSize => ({
  width,
  height,
});

/** Gives one of an element's sizes in CSS pixels; null before it is known. */
export function useElementSize(
  element: RefObject<HTMLElement | null>,
  sizeOf: (element: HTMLElement) => ViewSize,
): ViewSize | null {
  const [size, setSize] = useState<ViewSize | null>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = (): void => {
      const now = sizeOf(current);
      setSize((known) => (known?.width === now.width && known.height === now.height ? known : now));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, [element, sizeOf]);
  return size;
}
