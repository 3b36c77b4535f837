// The first that runs. It readies the browser engine, opens the windows that were open last, and only then loads all
// else: a page needs as long to come up as the application needs to be loaded.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { app, dialog, Menu, session } from 'electron';
import { pictureFacePath } from '../src-core/launch/picture-faces';
import { libraryChoice } from './application/library-choice';
import { connectIpc, type Connected } from './ipc/electron-ipc';
import { appOrigin } from './window/app-files';
import { registerAppScheme, serveAppFiles } from './window/app-protocol';
import { guardContents } from './window/contents-guard';
import { liesReady, openEarly, placeFileIn, type EarlyWindow } from './window/early-windows';
import { pageIn, shippedFolders } from './window/folders';
import { noPictures, readPictures } from './window/picture-file';
import { withPictures } from './window/pictures-in-page';
import { guardSession, refuseAddresses } from './window/session-guard';
import { readStands } from './window/window-bounds';

/** Vite's server in development; null in a built application. */
const serverUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
const pageOrigin = serverUrl === null ? appOrigin : new URL(serverUrl).origin;
const shipped = shippedFolders(app.getAppPath());

// As root the engine's sandbox cannot work, and --no-sandbox says so; asking for it as well would only keep every page
// from starting. Pages are without Node either way.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
refuseAddresses(serverUrl);
useUserDataFolder(process.env['JIANBAO_USER_DATA']);

if (app.requestSingleInstanceLock()) {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, (url) => serverUrl !== null && new URL(url).origin === pageOrigin);
  });
  begin().catch((error: unknown) => {
    console.error('jianbao: start:', error);
    dialog.showErrorBox(
      '剪报没有打开 · Jianbao did not open',
      error instanceof Error ? error.message : String(error),
    );
    app.exit(1);
  });
} else {
  app.exit(0);
}

async function begin(): Promise<void> {
  await app.whenReady();
  Menu.setApplicationMenu(null);
  guardSession(session.defaultSession, serverUrl);
  const userData = app.getPath('userData');
  let pictures = noPictures;
  serveAppFiles(
    session.defaultSession,
    shipped,
    serverUrl === null ? null : pageOrigin,
    (page) => withPictures(page, pictures, readStands(placeFileIn(userData))),
    (path) => pictures.faces.find(({ name }) => pictureFacePath(name) === path)?.bytes ?? null,
  );
  let onConnected: (connected: Connected) => void = () => undefined;
  connectIpc(new Promise((resolve) => (onConnected = resolve)));

  const url = serverUrl ?? `${appOrigin}/`;
  const { preload, icon } = shipped;
  const { folder } = libraryChoice(userData, process.env['JIANBAO_LIBRARY']);
  const library = resolve(folder);
  const page = serverUrl === null ? await pageIn(shipped.renderer) : null;
  const isReady = await liesReady(library);
  const early = isReady ? openEarly({ userData, preload, icon, url }) : [];
  // While their processes come up.
  if (isReady && page !== null) pictures = readPictures({ userData, library, page });
  // A page that is loaded again shows what is true then.
  void Promise.allSettled(early.map(({ loading }) => loading)).then(() => (pictures = noPictures));
  // What is loaded next keeps this thread, which the page's own process waits for on its way to the picture.
  if (pictures.windows.length > 0) await Promise.race([anyHasRead(early), rest(longestHold)]);
  const { start } = await import('./start');
  await start({ shipped, url, pageOrigin, page, early, onConnected });
}

/** How long the start waits for a picture at the most, in milliseconds. */
const longestHold = 1000;

/** Waits until one of the pages has been read: what it shows first is on its way to it. */
function anyHasRead(windows: readonly EarlyWindow[]): Promise<void> {
  return Promise.race(
    windows.map(
      ({ window }) =>
        new Promise<void>((resolve) => {
          window.webContents.once('dom-ready', () => resolve());
        }),
    ),
  );
}

function useUserDataFolder(folder: string | undefined): void {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', resolve(folder));
}
