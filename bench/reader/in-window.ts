// What a user does in the window, timed there: from the press to the frame in which its effect has been painted.
import type { CDPSession, Page } from '@playwright/test';

/** Milliseconds by the clock, and of the window's main thread. */
export type Timed = { readonly milliseconds: number; readonly busy: number };

/** Times work in the window; `busy` is what its main thread had to do. */
async function timed(devtools: CDPSession, work: () => Promise<number>): Promise<Timed> {
  const before = await threadTime(devtools);
  const milliseconds = await work();
  return { milliseconds, busy: (await threadTime(devtools)) - before };
}

/** Milliseconds that the window's main thread has worked so far, whoever else had the machine meanwhile. */
async function threadTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Opens the devtools protocol to count the time of the window's main thread alone. */
export async function watchThread(window: Page): Promise<CDPSession> {
  const devtools = await window.context().newCDPSession(window);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return devtools;
}

/** From the click on an issue of the shelf to the frame after its first lines were painted. */
export async function openIssue(window: Page, devtools: CDPSession, publication: string): Promise<Timed> {
  return timed(devtools, () =>
    window.evaluate(async (name) => {
      const button = [...document.querySelectorAll<HTMLElement>('nav button')].find((candidate) =>
        candidate.textContent.includes(name),
      );
      if (button === undefined) throw new Error(`no issue ${name} on the shelf`);
      const before = document.querySelector('.type-area');
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const start = performance.now();
      button.click();
      for (;;) {
        await frame();
        const area = document.querySelector('.type-area');
        if (area !== null && area !== before && area.querySelector('.line') !== null) break;
      }
      await frame();
      return performance.now() - start;
    }, publication),
  );
}

/** From a key stroke to the frame after the first change it made to the page. */
export async function pressForPage(
  window: Page,
  devtools: CDPSession,
  stroke: { readonly key: string; readonly ctrlKey?: boolean; readonly altKey?: boolean },
): Promise<Timed> {
  return timed(devtools, () =>
    window.evaluate(async (pressed) => {
      const page = document.querySelector('.reader');
      if (page === null) throw new Error('no page is open');
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const changed = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve();
        });
        observer.observe(page, { subtree: true, childList: true, attributes: true });
      });
      const start = performance.now();
      const event = new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true });
      (document.querySelector('[data-zone="page"]') ?? document.body).dispatchEvent(event);
      await changed;
      await frame();
      await frame();
      return performance.now() - start;
    }, stroke),
  );
}

/** Draws a selection over a line in sight; `turn` chooses which. */
export async function selectLine(window: Page, turn: number): Promise<void> {
  const place = await window.evaluate((wanted) => {
    const view = document.querySelector('.scroller')?.getBoundingClientRect();
    if (view === undefined) throw new Error('no page is open');
    const seen = [...document.querySelectorAll('.line')]
      .map((line) => line.getBoundingClientRect())
      .filter(
        (box) =>
          box.height > 150 &&
          box.left > view.left + 60 &&
          box.right < view.right - 60 &&
          box.top >= view.top + 10 &&
          box.bottom < view.bottom - 10,
      );
    const box = seen[(wanted * 13) % seen.length];
    return box === undefined ? null : { x: box.left + box.width / 2, y: box.top + 20 };
  }, turn);
  if (place === null) throw new Error('no line is in sight');
  await window.mouse.move(place.x, place.y);
  await window.mouse.down();
  await window.mouse.move(place.x, place.y + 40);
  await window.mouse.move(place.x, place.y + 100);
  await window.mouse.up();
  await window.locator('.selection-bar').waitFor();
}

/** Frames while the page moves on by two characters a frame: milliseconds from each to the next. */
export async function frameTimes(window: Page, selector: string, count: number): Promise<readonly number[]> {
  return window.evaluate(
    async ({ wanted, frames }) => {
      const element = document.querySelector(wanted);
      const isVertical = element !== null && element.scrollWidth > element.clientWidth;
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const times: number[] = [];
      let last = await frame();
      for (let at = 0; at < frames; at++) {
        if (isVertical) element.scrollLeft -= 36;
        else if (element !== null) element.scrollTop += 36;
        const now = await frame();
        times.push(now - last);
        last = now;
      }
      return times;
    },
    { wanted: selector, frames: count },
  );
}

/** The window's main thread at work while the page moves: milliseconds a frame, on average. */
export async function busyFrames(
  window: Page,
  devtools: CDPSession,
  count: number,
): Promise<{ readonly frames: readonly number[]; readonly busy: number }> {
  let frames: readonly number[] = [];
  const { busy } = await timed(devtools, async () => {
    frames = await frameTimes(window, '.scroller', count);
    return 0;
  });
  return { frames, busy: busy / count };
}
