// A modal dialog of the browser engine while it is mounted. It is closed before it leaves the document: only then does the
// focus go back to what had it.
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { focusPage } from '../reader/zones';

/**
 * Shows a dialog for as long as it is mounted; where nothing had the focus before, the page has it after.
 * @param onShown is called once it shows
 */
export function useModal(element: RefObject<HTMLDialogElement | null>, onShown?: () => void): void {
  const shown = useRef(onShown);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    current.showModal();
    shown.current?.();
    return () => {
      current.close();
      if (document.activeElement === document.body) focusPage();
    };
  }, [element]);
}
