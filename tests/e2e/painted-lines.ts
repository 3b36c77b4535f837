// What the browser made of the page: every painted line and the rectangles of its characters, gathered while the page is
// turned from its start to its end.
import type { Page } from '@playwright/test';

/** Pixels along the strip's axes from the start of its type area: `inline` runs along a line. */
export type PaintedBox = {
  readonly inline: number;
  readonly block: number;
  readonly inlineSize: number;
  readonly blockSize: number;
};

export type PaintedLine = {
  readonly text: string;
  readonly box: PaintedBox;
  /** For each code unit of the text. */
  readonly units: readonly PaintedBox[];
};

/** The size of the reader's view, in CSS pixels. */
export async function viewSize(window: Page): Promise<{ readonly width: number; readonly height: number }> {
  return window.evaluate(() => {
    const scroller = document.querySelector('.scroller');
    if (scroller === null) throw new Error('no page is open');
    return { width: scroller.clientWidth, height: scroller.clientHeight };
  });
}

/** Turns the whole page over and gives each line that was painted, once. */
export async function paintedLines(window: Page): Promise<readonly PaintedLine[]> {
  // As one string: the test's own way of carrying a hundred thousand rectangles takes seconds.
  const gathered = await window.evaluate(async () => {
    const scroller = document.querySelector('.scroller');
    const area = document.querySelector('.type-area');
    if (scroller === null || area === null) throw new Error('no page is open');
    const isVertical = getComputedStyle(scroller).writingMode === 'vertical-rl';
    const found = new Map<string, { text: string; box: PaintedBox; units: PaintedBox[] }>();
    const isAtEnd = (): boolean =>
      isVertical
        ? scroller.scrollWidth - scroller.clientWidth + scroller.scrollLeft < 2
        : scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop < 2;
    const painted = async (): Promise<void> => {
      await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
      // A face is read when the first line in it comes to be painted, and the line is unseen until then.
      await document.fonts.ready;
    };
    const gather = (): void => {
      const origin = area.getBoundingClientRect();
      const place = (rect: DOMRect): PaintedBox =>
        isVertical
          ? {
              inline: rect.top - origin.top,
              block: origin.right - rect.right,
              inlineSize: rect.height,
              blockSize: rect.width,
            }
          : {
              inline: rect.left - origin.left,
              block: rect.top - origin.top,
              inlineSize: rect.width,
              blockSize: rect.height,
            };
      for (const line of area.querySelectorAll<HTMLElement>('.line')) {
        const box = place(line.getBoundingClientRect());
        const text = line.textContent;
        const key = `${line.style.insetInlineStart} ${line.style.insetBlockStart} ${text}`;
        if (found.has(key)) continue;
        const units: PaintedBox[] = [];
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          for (let at = 0; at < length; at++) {
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            units.push(place(range.getBoundingClientRect()));
          }
        }
        found.set(key, { text, box, units });
      }
    };
    scroller.scrollTo(0, 0);
    for (let turn = 0; turn < 2000; turn++) {
      await painted();
      gather();
      if (isAtEnd()) break;
      if (isVertical) scroller.scrollLeft -= scroller.clientWidth * 0.9;
      else scroller.scrollTop += scroller.clientHeight * 0.9;
    }
    return JSON.stringify([...found.values()]);
  });
  return JSON.parse(gathered) as PaintedLine[];
}
