// Where words stand in the window, found in the page's own text: what a reader's eye does before the pointer follows.
import type { Page } from '@playwright/test';

export type WordsPlace = {
  /** Where a drag over the words begins and ends, in pixels of the window. */
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
};

/** Finds the first place of some words among the painted lines; null where they are not painted, or out of sight. */
export async function findWords(window: Page, words: string): Promise<WordsPlace | null> {
  return window.evaluate((wanted) => {
    const scroller = document.querySelector('.scroller');
    if (scroller === null) return null;
    const isVertical = getComputedStyle(scroller).writingMode === 'vertical-rl';
    const nodes: { node: Text; start: number }[] = [];
    let text = '';
    const walker = document.createTreeWalker(scroller, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue;
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    const boxOf = (offset: number): DOMRect | null => {
      const holder = nodes.findLast(({ start }) => start <= offset);
      if (holder === undefined) return null;
      const range = document.createRange();
      range.setStart(holder.node, offset - holder.start);
      range.setEnd(holder.node, offset - holder.start + 1);
      return range.getBoundingClientRect();
    };
    const view = scroller.getBoundingClientRect();
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const first = boxOf(at);
      const last = boxOf(at + wanted.length - 1);
      if (first === null || last === null) return null;
      const isInView = [first, last].every(
        (box) => box.left >= view.left && box.right <= view.right && box.bottom <= view.bottom,
      );
      if (!isInView) continue;
      // A little inside the first and the last character, on either side of their middles.
      return isVertical
        ? {
            from: { x: first.x + first.width / 2, y: first.top + first.height * 0.2 },
            to: { x: last.x + last.width / 2, y: last.bottom - last.height * 0.2 },
          }
        : {
            from: { x: first.left + first.width * 0.2, y: first.y + first.height / 2 },
            to: { x: last.right - last.width * 0.2, y: last.y + last.height / 2 },
          };
    }
    return null;
  }, words);
}
