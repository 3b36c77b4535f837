// An hour at the desk, without the waiting: the actions that a reader makes again and again. What the window keeps of them
// afterwards is what it would keep of an evening.
import type { Page } from '@playwright/test';

type Stroke = { readonly key: string; readonly ctrlKey?: boolean; readonly altKey?: boolean };

/** One round of reading: through the views, by articles and screens, larger and smaller, both directions, other themes. */
const round: readonly Stroke[] = [
  { key: '2', altKey: true },
  { key: 'PageDown' },
  { key: 'PageUp' },
  { key: ']', ctrlKey: true },
  { key: 'PageDown' },
  { key: '=', ctrlKey: true },
  { key: 't', ctrlKey: true },
  { key: 'PageDown' },
  { key: '-', ctrlKey: true },
  { key: '3', altKey: true },
  { key: 'End' },
  { key: 'Home' },
  { key: 't', ctrlKey: true },
  { key: '1', altKey: true },
  { key: '=', ctrlKey: true },
  { key: '-', ctrlKey: true },
  { key: '[', ctrlKey: true },
];

/** How many actions a round has. */
export const actionsInRound = round.length;

/** Reads for so many rounds. */
export async function readRounds(window: Page, rounds: number): Promise<void> {
  for (let at = 0; at < rounds; at++) for (const stroke of round) await press(window, stroke);
}

/** A stroke may change nothing, as one that turns past the last screen: what counts is that it was answered. */
async function press(window: Page, stroke: Stroke): Promise<void> {
  await window.evaluate(async (pressed) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const event = new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true });
    (document.querySelector('[data-zone="page"]') ?? document.body).dispatchEvent(event);
    await frame();
    await frame();
  }, stroke);
}
