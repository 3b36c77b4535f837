// The composition root for Electron: the one place that knows every part. It opens the library, wires the application to
// its windows, and gives the library back at the end.
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { app, Menu, session, shell } from 'electron';
import { causeOf, detailOf } from '../src-core/ipc/cause';
import type { Language, Settings } from '../src-core/ipc/contract';
import { defaultSettings } from '../src-core/ipc/default-settings';
import type { LibraryNotice } from '../src-core/ipc/library-notice';
import { createApplication } from './application/create-application';
import { importSample } from './application/import-sample';
import { forgetPrinted } from './application/print-issue';
import { quickCheck } from './application/quick-check';
import { openSettingsFile, type SettingsFile } from './application/settings-file';
import { takeOverTraits } from './application/take-over-traits';
import type { Emit } from './application/ports';
import { createTokens } from './application/tokens';
import { libraryChoice } from './application/library-choice';
import { openLibraryList, type LibraryList } from './application/library-list';
import { libraryPlace } from './application/library-place';
import { openFirstLibrary } from './application/open-first-library';
import { settingsOfWindows } from './application/window-settings';
import { systemLanguage } from './command-line/environment';
import { exportInWorker, handoutInWorker } from './export/pdf/export-in-worker';
import { previewsInThreads } from './export/preview/previews';
import { fontFolders, installedFonts } from './fonts/installed-fonts';
import { admitWindows } from './ipc/admitted-windows';
import type { Connected } from './ipc/electron-ipc';
import type { Handlers } from './ipc/handlers';
import { createRouter } from './ipc/router';
import { CurrentLibrary } from './library/current-library';
import { endWithin } from './library/reach';
import type { Library } from './library/library';
import { openLibrary } from './library/open-library';
import { createGuardedReader } from './sources/guarded-reader';
import { applicationMenu, menuState } from './window/application-menu';
import { placeFileIn, settingsFileIn, type EarlyWindow } from './window/early-windows';
import { followTheme } from './window/follow-theme';
import { launchPictures } from './window/launch-pictures';
import type { ShippedFolders } from './window/folders';
import { nativeLibraryDialogs, scriptedLibraryDialogs } from './window/library-dialogs';
import { nativeDialogs, scriptedDialogs } from './window/native-dialogs';
import { askAboutProblem } from './window/problem-window';
import { readingWindows, type ReadingWindows } from './window/reading-windows';
import { startReader } from './window/utility-child';

/** Whether the system has a voice to read aloud with, as a window found out. */
let hasVoice = false;

/** What was met before there was a window to tell of it. */
const startNotices: LibraryNotice[] = [];

let windows: ReadingWindows | null = null;
let library: Library | null = null;
let closeLibrary = (): Promise<void> => Promise.resolve();

/** How long the end waits for the library, in milliseconds. */
const closingLimit = 10_000;

/** What was readied before. */
export type Readied = {
  readonly shipped: ShippedFolders;
  /** The address of the page and its origin. */
  readonly url: string;
  readonly pageOrigin: string;
  /** The window's page as it is shipped; null in development, where a server makes it. */
  readonly page: string | null;
  /** Windows whose pages are on their way. */
  readonly early: readonly EarlyWindow[];
  /** Is given what the pages' messages are led to. */
  readonly onConnected: (connected: Connected) => void;
};

/** Starts the application; answered when its windows are open. */
export async function start({ shipped, url, pageOrigin, page, early, onConnected }: Readied): Promise<void> {
  app.on('second-instance', () => windows?.focus());
  // Without a listener the application would end with the window that tells of a problem.
  app.on('window-all-closed', () => {
    if (library !== null) app.quit();
  });
  const pages = createGuardedReader(() => startReader(shipped.reader));
  const ports = { now: () => new Date().toISOString(), newId: () => randomUUID(), pages };
  app.on('will-quit', (event) => giveLibraryBack(event, () => pages.close()));

  const userData = app.getPath('userData');
  const settings = await openSettingsFile(
    settingsFileIn(userData),
    defaultSettings(systemLanguage(process.env), userName()),
    (notice) => startNotices.push(notice),
  );
  const { language, theme } = settings.read();
  followTheme(theme, []);
  const tokens = createTokens();
  const previews = previewsInThreads(shipped.previewer);
  const admitted = admitWindows(pageOrigin, (windowId) => {
    tokens.forget(windowId);
    previews.close(windowId);
  });
  const tell = (notice: LibraryNotice): void => admitted.emit('library.noticed', notice);
  const pictures = launchPictures(shipped.fonts);
  // What has changed in the library may be shown in the picture of a window that has closed already.
  const emit: Emit = (name, payload, exceptWindow) => {
    pictures.forget();
    admitted.emit(name, payload, exceptWindow);
  };
  const dialogs = chooseDialogs(() => settings.read().language);
  const list = openLibraryList(userData);
  const choice = libraryChoice(userData, process.env['JIANBAO_LIBRARY']);
  const waiting = [...early];
  const opened = await openFirstLibrary(resolve(choice.folder), {
    open: (folder) => openLibrary(folder, { ...ports, holder: 'app', onNotice: tell }),
    isKnown: (folder) => !choice.isNamed && list.recent().includes(folder),
    ask: (error, folder) => {
      // The problem stands alone; the windows come again once it is solved.
      for (const { window } of waiting.splice(0)) window.destroy();
      return askAboutProblem(
        error,
        language,
        () => shell.showItemInFolder(folder),
        (windowId) => dialogs.library.chooseFolder(windowId, 'open'),
      );
    },
  });
  if (opened === null) {
    app.exit(1);
    return;
  }
  if (opened.isNew) await addSample(opened.library, ports, shipped.samples);
  if (!choice.isNamed) await noteLibrary(list, opened.library.path);
  await takeOver(settings, opened.library);
  const current = new CurrentLibrary(opened.library);
  const place = libraryPlace({
    ...ports,
    library: current,
    list,
    tokens,
    dialogs: dialogs.library,
    emit,
    onNotice: tell,
    reloadWindows: () => windows?.all().forEach((window) => window.webContents.reload()),
  });
  library = current;

  const printFolder = join(userData, 'print');
  const ofWindows = settingsOfWindows(settings, admitted.emit);
  const reading = readingWindows({
    preload: shipped.preload,
    icon: shipped.icon,
    placeFile: placeFileIn(userData),
    url,
    theme: () => settings.read().theme,
    settings: ofWindows,
    onOpen: admitted.admit,
    onFocus: (window) => showMenu(ofWindows.read(window.id)),
    onUnwritable: (error) => report('window places', error),
  });
  windows = reading;
  closeLibrary = async () => {
    await current.close();
    await place.close();
    await settings.settled();
    if (page === null) return;
    // Last of all: what they are true of is as it is left now.
    const ground = { userData, library: current.path, page };
    try {
      await pictures.keep(reading.ids(), ground);
    } catch (error) {
      // The next start goes without.
      report('launch pictures', error);
    }
  };
  const handlers = createApplication({
    ...ports,
    library,
    libraryPlace: place,
    startNotices,
    settings: ofWindows,
    onVoice: (found) => {
      hasVoice = found;
      showMenu(settings.read());
    },
    keepNow: () => session.defaultSession.flushStorageData(),
    openWindow: (from, own) => {
      reading.openBeside(from, own).catch((error: unknown) => report('another window', error));
    },
    takePicture: pictures.take,
    tokens,
    dialogs: dialogs.files,
    emit,
    fontsFolder: shipped.fonts,
    installedFonts: installedFonts(fontFolders(process.platform, process.env)),
    exportPdf: exportInWorker(shipped.exporter),
    writeHandoutPdf: handoutInWorker(shipped.exporter),
    previews,
    printing: { folder: printFolder, openFile: (file) => shell.openPath(file) },
    version: app.getVersion(),
  });
  const router = createRouter(followingSettings(handlers, showSettings), {
    logDefect: report,
    checkOutput: !app.isPackaged,
  });

  let shownMenu = '';
  function showMenu(current: Settings): void {
    const state = menuState(current, hasVoice);
    if (state === shownMenu) return;
    shownMenu = state;
    const choose = (command: string): void => {
      const window = reading.active();
      if (window !== null) admitted.tell(window.id, 'command.chosen', { command });
    };
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(applicationMenu(current, process.platform === 'darwin', hasVoice, choose)),
    );
  }
  function showSettings(changed: Settings): void {
    followTheme(changed.theme, reading.all());
    showMenu(changed);
  }
  showMenu(settings.read());

  const standing = waiting.map((one) => (one.window.isDestroyed() ? undefined : one));
  if (standing.length > 0 && standing.every((one) => one === undefined)) {
    // Closed while the library was being opened.
    app.quit();
    return;
  }
  const opening = reading.openRemembered(standing);
  onConnected({ router, windows: admitted, tokens });
  // While the pages are being loaded, what they will ask for first.
  for (const { place } of reading.shown()) if (place !== null) void current.readIssue(place.issueId);
  await opening;
  const problem = await quickCheck(current);
  if (problem !== null) tell(problem);
  await forgetPrinted(printFolder);
}

/** Whatever is left where it was is taken over at the next start. */
async function takeOver(settings: SettingsFile, into: Library): Promise<void> {
  const taken = await takeOverTraits(settings, into);
  if (taken.ok) return;
  startNotices.push({ code: 'not-tidied', path: into.path, detail: detailOf(taken.error) });
}

/** The application works as well where the choice cannot be kept; it is then told of. */
async function noteLibrary(list: LibraryList, path: string): Promise<void> {
  if (list.recent()[0] === path) return;
  try {
    await list.use(path);
  } catch (error) {
    startNotices.push({ code: 'not-tidied', path, detail: causeOf(error) });
  }
}

/** A first start without the sample is still a start. */
async function addSample(empty: Library, ports: ImportPorts, samples: string): Promise<void> {
  const added = await importSample({ ...ports, library: empty }, samples);
  if (added.ok) return;
  report('sample', added.error);
  startNotices.push({ code: 'sample-missing', path: samples, detail: detailOf(added.error) });
}

type ImportPorts = Omit<Parameters<typeof importSample>[0], 'library'>;

/** Lets the menu and the windows' ground follow the settings as they are written. */
function followingSettings(handlers: Handlers, show: (settings: Settings) => void): Handlers {
  return {
    ...handlers,
    calls: {
      ...handlers.calls,
      'settings.write': async (changes, context) => {
        const written = await handlers.calls['settings.write'](changes, context);
        show(written);
        return written;
      },
    },
  };
}

function chooseDialogs(language: () => Language) {
  const native = { files: nativeDialogs(language), library: nativeLibraryDialogs(language) };
  const script = app.isPackaged ? undefined : process.env['JIANBAO_TEST_DIALOGS'];
  if (script === undefined) return native;
  return {
    files: scriptedDialogs(script, (path) => native.files.reveal(path)),
    library: scriptedLibraryDialogs(script, (path) => native.library.reveal(path)),
  };
}

/** Waits until all is written and the library's lock is free before the process ends; but a disk that hangs, not for ever. */
function giveLibraryBack(event: Electron.Event, closeReader: () => void): void {
  if (library === null) return;
  event.preventDefault();
  // With the places that the pages told while they were closed.
  windows?.remember();
  library = null;
  closeReader();
  endWithin(closeLibrary, closingLimit).then(
    (isDone) => {
      // Every answered mark is on the disk; the next start takes the lock over.
      if (!isDone) report('closing the library', `not done after ${closingLimit} ms`);
      app.exit(isDone ? 0 : 1);
    },
    (error: unknown) => {
      report('closing the library', error);
      app.exit(1);
    },
  );
}

/** The system's name for the user; empty where it has none. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

function report(where: string, problem: unknown): void {
  console.error(`jianbao: ${where}:`, problem);
}
