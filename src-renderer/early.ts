// The first script of the page: it shows the launch picture, and lets the reader be loaded once the picture is on its way to
// the display. Without a picture the reader is loaded at once.
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/window.css';
import './styles/controls.css';
import './styles/dialogs.css';
import './styles/exporting.css';
import './styles/import-review.css';
import './styles/panels.css';
import './styles/desk.css';
import './styles/floating.css';
import './styles/page.css';
import './styles/find.css';
import './styles/views.css';
import './styles/type-settings.css';
import './styles/library.css';
import './styles/panes.css';
import './styles/miniature.css';
import './styles/study.css';
import './styles/study-plan.css';
import './styles/presentation.css';
import './styles/study-materials.css';
import './styles/launch.css';
import { beginWholeFaces, loadPictureFaces } from './launch/picture-faces';
import { endPicture, readyPicture, showPicture } from './launch/show-picture';
import { createRest } from './state/rest';

/** Milliseconds that the reader waits for its picture at the most. */
const longestWait = 250;

const read = readyPicture();
if (read !== null) {
  const { faces } = read.picture;
  // Before anything is set: what is set without its faces is set twice.
  await Promise.race([loadPictureFaces(faces), afterLongestWait()]);
  if (showPicture(read)) await pictureIsPainted();
  else endPicture();
  beginWholeFaces(faces);
}
try {
  await import('./main');
} catch (error) {
  // A picture of a reader that will never come would be a lie.
  endPicture();
  throw error;
}

function afterLongestWait(): Promise<void> {
  return new Promise((resolve) => createRest(longestWait).then(resolve));
}

/**
 * Waits until a frame with the picture has been made, with its faces, and in the window's own size, which it has from when
 * it is shown: what the reader's script does next would keep that frame waiting. A window that paints nothing holds nothing
 * up.
 */
function pictureIsPainted(): Promise<void> {
  return new Promise((resolve) => {
    const limit = createRest(longestWait);
    const { port1, port2 } = new MessageChannel();
    // Comes when the frame's own work is done.
    port2.onmessage = () => {
      limit.cancel();
      resolve();
    };
    const look = (): void => {
      if (innerWidth === 0 || document.fonts.status === 'loading') requestAnimationFrame(look);
      else port1.postMessage(null);
    };
    requestAnimationFrame(look);
    limit.then(resolve);
  });
}
