// The picture gives way to the reader in the frame in which the reader's own page is painted.
import { useDesk } from '../state/desk';
import { endPicture, standingPicture } from './show-picture';

/** Takes the picture away as soon as there is a page under it, or a word on why there is none. */
export function giveWayTo(root: HTMLElement): void {
  const picture = standingPicture();
  if (picture === null) return;
  const look = (): boolean => {
    const isRead = root.querySelector('.type-area .line') !== null;
    if (!isRead && root.querySelector('.blank') === null) return false;
    const isSame = isRead && useDesk.getState().issueId === picture.issueId;
    if (isSame && bringTo(root, picture.scrolled)) afterFrames(2, endPicture);
    else endPicture();
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => {
    if (look()) observer.disconnect();
  });
  observer.observe(root, { childList: true, subtree: true });
}

/** Puts the reader where the picture stands, to the pixel. Gives whether anything moved, which is painted next. */
function bringTo(root: HTMLElement, places: readonly (readonly [left: number, top: number])[]): boolean {
  const scrollers = [...root.querySelectorAll('.scroller')];
  if (scrollers.length !== places.length) return false;
  const moved = scrollers.map((scroller, at) => {
    const [left, top] = places[at] ?? [0, 0];
    const before = [scroller.scrollLeft, scroller.scrollTop];
    scroller.scrollTo(left, top);
    return scroller.scrollLeft !== before[0] || scroller.scrollTop !== before[1];
  });
  return moved.includes(true);
}

function afterFrames(count: number, then: () => void): void {
  if (count === 0) then();
  else requestAnimationFrame(() => afterFrames(count - 1, then));
}
