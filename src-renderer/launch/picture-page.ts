// What the page holds of launch pictures: the data that the main process put into it, and the element that shows them.
import { readPicture, type LaunchPicture } from '../../src-core/launch/launch-picture';

/** The element that shows the picture, as long as there is one. */
export const pictureId = 'launch-picture';

/** What is to be shown: a picture, and whether the window is about to fill its display. */
export type ReadPicture = { readonly picture: LaunchPicture; readonly isFilling: boolean };

/** The picture of this window, and whether the window is about to fill its display; null where there is none. */
export function takePictureData(): ReadPicture | null {
  const fragment = /^#(\d)$/u.exec(location.hash)?.[1] ?? '1';
  const data = document.getElementById(`picture-${fragment}`);
  const picture = readPicture(data?.textContent ?? '');
  for (const script of document.querySelectorAll('script[type="application/json"]')) script.remove();
  return picture === null ? null : { picture, isFilling: data?.hasAttribute('data-maximized') === true };
}
