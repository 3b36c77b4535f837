// What goes with the focus in it leaves the focus nowhere: the next key then does nothing. A part of the window whose
// pieces come and go says where the focus is to be instead.
import { useEffect, useRef, type RefObject } from 'react';

/**
 * Finds the focus a place where it was in an element and what had it is gone.
 * @param changes what the pieces of the element depend on
 * @param place is asked after such a change, and moves the focus
 */
export function useFocusKept(
  element: RefObject<HTMLElement | null>,
  changes: readonly unknown[],
  place: () => void,
): void {
  const hadFocus = useRef(false);
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) place();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the caller says what it depends on
  }, changes);
  useEffect(() => {
    const follow = ({ target }: FocusEvent): void => {
      hadFocus.current = target instanceof Node && element.current?.contains(target) === true;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [element]);
}
