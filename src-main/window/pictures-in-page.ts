// Puts launch pictures into the page as it is served: as data, which the policy of the page lets nobody run, beside the element
// that the reader is drawn in. Each window finds its own by the fragment of its address.
import type { Pictures } from './picture-file';
import type { WindowStand } from './window-bounds';

const place = '<div id="root"></div>';

/** The fragment of the address of a window, by its place among those that are opened; empty for the first. */
export function pictureFragment(at: number): string {
  return at === 0 ? '' : `#${at + 1}`;
}

/** Gives the page with the pictures of the windows; their sizes are those of the display where a window fills it. */
export function withPictures(page: string, pictures: Pictures, stands: readonly WindowStand[]): string {
  const data = pictures.flatMap((picture, at) => {
    // Every «<» within was written as an escape: nothing in it ends the element.
    if (picture === null || picture.includes('<')) return [];
    const filling = stands[at]?.maximized === true ? ' data-maximized' : '';
    return [`<script type="application/json" id="picture-${at + 1}"${filling}>${picture}</script>`];
  });
  // Not as a pattern of replacement, in which a «$» has a meaning.
  return page.replace(place, () => `${data.join('')}${place}`);
}
