// The picture gives way to the reader in the frame in which the reader's own page is painted.
import { useDesk } from '../state/desk';
import { endPicture, standingPicture } from './show-picture';

/** Takes the picture away as soon as there is a page under it, or a word on why there is none. */
export function giveWayTo(root: HTMLElement): void {
  const picture = standingPicture();
  if (picture === null) return;
  const look = (): boolean => {
    const isRead = root.querySelector('.type-area .line') !== null;
    if (!isRead && root.querySelector('.blank:not([role="status"])') === null) return false;
    const isSame = isRead && useDesk.getState().issueId === picture.issueId;
    if (isSame) bringTo(root, picture.scrolled);
    void whenReadable(endPicture);
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => {
    if (look()) observer.disconnect();
  });
  observer.observe(root, { childList: true, subtree: true });
}

/** Puts the reader where the picture stands, to the pixel. */
function bringTo(root: HTMLElement, places: readonly (readonly [left: number, top: number])[]): void {
  const scrollers = [...root.querySelectorAll('.scroller')];
  if (scrollers.length !== places.length) return;
  scrollers.forEach((scroller, at) => {
    const [left, top] = places[at] ?? [0, 0];
    scroller.scrollTo(left, top);
  });
}

/** Waits until the page has been set, which asks for its faces, these are there, and it has been painted with them. */
async function whenReadable(then: () => void): Promise<void> {
  await nextFrame();
  await document.fonts.ready;
  await nextFrame();
  await nextFrame();
  then();
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
