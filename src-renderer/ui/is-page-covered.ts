// Another room may lie over the page; the page must then hear no keys and copy nothing.

/** Whether the page is out of reach for keys, pointer and assistive technology. */
export function isPageCovered(): boolean {
  return document.querySelector('.window[inert]') !== null;
}
