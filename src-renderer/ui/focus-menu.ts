// Where the focus is when a menu of fields and choices has opened.

/**
 * Focuses the menu as a whole: the text of its first field would be selected, so that the next key writes over it, and the
 * hint over its first control would stand in the way of those who came with the pointer.
 * For `onOpenAutoFocus` of a popover.
 */
export function focusMenu(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}
