// The space bar turns a screen when it is let go, and draws the page along with the pointer while it is held: whoever
// draws with it does not want to turn.

/** The pane on whose page it is held; null while it is not. */
let heldOn: object | null = null;
let wasUsed = false;

/** Notes that the space bar went down on a pane's page; answers whether it did so now, and not by the keyboard's repeating. */
export function holdSpace(pane: object): boolean {
  if (heldOn === pane) return false;
  heldOn = pane;
  wasUsed = false;
  return true;
}

/** Lets go of it for the pane on which it went down, wherever it came up; answers whether nothing was drawn with it. */
export function releaseSpace(pane: object): boolean {
  if (heldOn !== pane) return false;
  heldOn = null;
  return !wasUsed;
}

/** Whether a press of the pointer draws the page, since the space bar is held. */
export function drawsWithSpace(): boolean {
  wasUsed ||= heldOn !== null;
  return heldOn !== null;
}
