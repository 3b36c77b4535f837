// The inner size of an element, as long as it is shown.
import { useLayoutEffect, useState, type RefObject } from 'react';
import type { ViewSize } from './page-spec';

/** Gives the element's inner size in CSS pixels; null before it is known. */
export function useElementSize(element: RefObject<HTMLElement | null>): ViewSize | null {
  const [size, setSize] = useState<ViewSize | null>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = current;
      setSize((known) => (known?.width === width && known.height === height ? known : { width, height }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, [element]);
  return size;
}
