// One of several choices of which one holds. The arrow keys choose as they move the focus (WAI-ARIA, radio group).
import { RadioGroup } from 'radix-ui';
import type { ComponentPropsWithRef, FocusEvent, ReactNode } from 'react';

const arrows: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/** The key that was pressed on a choice since one had the focus last. */
let pressed: string | null = null;

/**
 * Draws a choice. The library chooses only while the arrow key is still down when the focus arrives, which it is not
 * where somebody is quick and the window busy; so whatever an arrow key has reached is chosen.
 */
export function RadioItem(props: ComponentPropsWithRef<typeof RadioGroup.Item>): ReactNode {
  return (
    <RadioGroup.Item
      {...props}
      onKeyDown={(event) => {
        props.onKeyDown?.(event);
        pressed = event.key;
      }}
      onFocus={(event) => {
        props.onFocus?.(event);
        const isReached = pressed !== null && arrows.has(pressed) && comesFromNeighbour(event);
        pressed = null;
        if (isReached) event.currentTarget.click();
      }}
    />
  );
}

function comesFromNeighbour({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): boolean {
  const group = currentTarget.closest('[role="radiogroup"]');
  return (
    relatedTarget instanceof HTMLElement &&
    relatedTarget.role === 'radio' &&
    group?.contains(relatedTarget) === true &&
    currentTarget.ariaChecked !== 'true'
  );
}
