// The pictures of the windows that are open now: each window hands in its own when it closes, and when all is written they are
// kept for the next start.
import type { LaunchPicture } from '../../src-core/launch/launch-picture';
import type { WindowId } from '../application/ports';
import { writePictures, type PictureGround } from './picture-file';

export type LaunchPictures = {
  /** Takes the picture that a window hands in; null where it shows what the next start would not. */
  readonly take: (windowId: WindowId, picture: LaunchPicture | null) => void;
  /** Keeps the pictures of the windows that come back, in the order of their places. */
  readonly keep: (windowIds: readonly WindowId[], ground: PictureGround) => void;
};

/** Starts without a picture. */
export function launchPictures(): LaunchPictures {
  const taken = new Map<WindowId, LaunchPicture | null>();
  return {
    take: (windowId, picture) => void taken.set(windowId, picture),
    keep: (windowIds, ground) => {
      const pictures = windowIds.map((windowId) => taken.get(windowId) ?? null);
      const issueIds = new Set(pictures.flatMap((picture) => picture?.issueId ?? []));
      const texts = pictures.map((picture) => (picture === null ? null : JSON.stringify(picture)));
      writePictures(ground, texts, [...issueIds]);
    },
  };
}
