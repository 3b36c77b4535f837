// Puts launch pictures into the page as it is served: as data, which the policy of the page lets nobody run, beside the element
// that the reader is drawn in. Each window finds its own by the fragment of its address.
import { pictureFacePath } from '../../src-core/launch/picture-faces';
import type { Pictures } from './picture-file';
import type { WindowStand } from './window-bounds';

const place = '<div id="root"></div>';

/** What the page asks for before its script does: the whole faces. */
const preloads = /<link rel="preload" as="font"[^>]*>/gu;

/** The fragment of the address of a window, by its place among those that are opened; empty for the first. */
export function pictureFragment(at: number): string {
  return at === 0 ? '' : `#${at + 1}`;
}

/** Gives the page with the pictures of the windows; their sizes are those of the display where a window fills it. */
export function withPictures(
  page: string,
  { windows, faces }: Pictures,
  stands: readonly WindowStand[],
): string {
  const data = windows.flatMap((picture, at) => {
    // Every «<» within was written as an escape: nothing in it ends the element.
    if (picture === null || picture.includes('<')) return [];
    const filling = stands[at]?.maximized === true ? ' data-maximized' : '';
    return [`<script type="application/json" id="picture-${at + 1}"${filling}>${picture}</script>`];
  });
  if (data.length === 0) return page;
  // The faces of the pictures first: the script asks for the whole ones behind them.
  const links = faces.map(
    ({ name }) =>
      `<link rel="preload" as="font" type="font/ttf" href="${pictureFacePath(name)}" crossorigin />`,
  );
  const [head, ...rest] = page.replace(preloads, '').split('</head>');
  const withLinks = [`${head ?? ''}${links.join('')}`, ...rest].join('</head>');
  // Not as a pattern of replacement, in which a «$» has a meaning.
  return withLinks.replace(place, () => `${data.join('')}${place}`);
}
