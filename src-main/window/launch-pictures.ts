// The pictures of the windows that are open now: each window hands in its own when it closes, and when all is written they are
// kept for the next start.
import type { LaunchPicture } from '../../src-core/launch/launch-picture';
import type { WindowId } from '../application/ports';
import { makeFaces } from './picture-faces';
import { readFormerFaces, writePictures, type PictureGround } from './picture-file';

export type LaunchPictures = {
  /** Takes the picture that a window hands in; null where it shows what the next start would not. */
  readonly take: (windowId: WindowId, picture: LaunchPicture | null) => void;
  /** Forgets them: what they show may have changed since. */
  readonly forget: () => void;
  /** Keeps the pictures of the windows that come back, in the order of their places. */
  readonly keep: (windowIds: readonly WindowId[], ground: PictureGround) => Promise<void>;
};

/**
 * Starts without a picture.
 * @param fonts the folder of the bundled fonts
 */
export function launchPictures(fonts: string): LaunchPictures {
  const taken = new Map<WindowId, LaunchPicture | null>();
  return {
    take: (windowId, picture) => void taken.set(windowId, picture),
    forget: () => taken.clear(),
    keep: async (windowIds, ground) => {
      const pictures = windowIds.map((windowId) => taken.get(windowId) ?? null);
      const issueIds = new Set(pictures.flatMap((picture) => picture?.issueId ?? []));
      const texts = pictures.map((picture) => (picture === null ? null : JSON.stringify(picture)));
      const wanted = pictures.flatMap((picture) => picture?.faces ?? []);
      const faces = await makeFaces(fonts, wanted, readFormerFaces(ground));
      writePictures(ground, { windows: texts, faces }, [...issueIds]);
    },
  };
}
