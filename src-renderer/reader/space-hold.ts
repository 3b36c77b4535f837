// The space bar turns a screen when it is let go, and draws the page along with the pointer while it is held: whoever
// draws with it does not want to turn.

let isHeld = false;
let wasUsed = false;

/** Notes that the space bar went down; answers whether it did so now, and not again by the keyboard's own repeating. */
export function holdSpace(): boolean {
  if (isHeld) return false;
  isHeld = true;
  wasUsed = false;
  return true;
}

/** Notes that it came up; answers whether nothing was drawn with it. */
export function releaseSpace(): boolean {
  const isPress = isHeld && !wasUsed;
  isHeld = false;
  return isPress;
}

/** Whether a press of the pointer draws the page, since the space bar is held. */
export function drawsWithSpace(): boolean {
  wasUsed ||= isHeld;
  return isHeld;
}
