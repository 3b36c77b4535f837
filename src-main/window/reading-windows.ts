// The windows in which papers are read: opened as they were closed, further ones from those that are open. Those that
// are open when the application quits come back; one that is closed beside others does not.
import { app, type BrowserWindow } from 'electron';
import type { Theme, WindowSettings } from '../../src-core/ipc/contract';
import type { WindowId } from '../application/ports';
import type { SettingsOfWindows } from '../application/window-settings';
import { loadPage } from './load-page';
import { createMainWindow } from './main-window';
import type { EarlyWindow } from './early-windows';
import { besideBounds } from './window-bounds';
import { readWindowPlaces, writeWindowPlaces, type WindowPlace } from './window-places';

export type ReadingWindows = {
  /** Opens the windows that were open last, or the first one, those that are on their way first; answered when their pages are loaded. */
  readonly openRemembered: (early: readonly (EarlyWindow | undefined)[]) => Promise<void>;
  /** What the windows that are open show. */
  readonly shown: () => readonly WindowSettings[];
  /** The windows that come back, in the order of their places; the last one too when it has closed. */
  readonly ids: () => readonly WindowId[];
  /** Opens another window, from the one that is named, with what it shall show. */
  readonly openBeside: (windowId: WindowId, own: WindowSettings) => Promise<void>;
  /** The window the user is in, or was in last; null while there is none. */
  readonly active: () => BrowserWindow | null;
  readonly all: () => readonly BrowserWindow[];
  /** Brings the active window forward. */
  readonly focus: () => void;
  /** Writes down where the windows are, and were when they closed because the application quits. */
  readonly remember: () => void;
};

export type ReadingWindowsOptions = {
  readonly preload: string;
  readonly icon: string;
  /** Where the windows' places are remembered. */
  readonly placeFile: string;
  /** The address of the page. */
  readonly url: string;
  readonly theme: () => Theme;
  readonly settings: SettingsOfWindows;
  /** Is given each new window before its page is loaded. */
  readonly onOpen: (window: BrowserWindow) => void;
  /** Is told when the user goes to another window. */
  readonly onFocus: (window: BrowserWindow) => void;
  /** Is told why the places could not be remembered. */
  readonly onUnwritable: (error: unknown) => void;
};

type Entry = { readonly window: BrowserWindow; place: WindowPlaceNow };
type WindowPlaceNow = { readonly bounds: Electron.Rectangle; readonly maximized: boolean };

/** Starts with no window. */
export function readingWindows(options: ReadingWindowsOptions): ReadingWindows {
  const { settings } = options;
  // In the order in which they were last used; those that closed in quitting too.
  const entries = new Map<WindowId, Entry>();
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });

  async function open(place: WindowPlace, early?: EarlyWindow): Promise<void> {
    const window =
      early?.window ??
      createMainWindow({ preload: options.preload, icon: options.icon, place, theme: options.theme() });
    const { id } = window;
    entries.set(id, { window, place: placeOf(window) });
    settings.begin(id, place.own);
    window.on('focus', () => {
      const entry = entries.get(id);
      if (entry === undefined) return;
      entries.delete(id);
      entries.set(id, entry);
      options.onFocus(window);
    });
    // What counts is when the window was asked to close: the application may begin to quit before it is gone.
    let wasClosedAlone = false;
    window.on('close', () => {
      wasClosedAlone ||= !isQuitting;
      const entry = entries.get(id);
      if (entry !== undefined) entry.place = placeOf(window);
    });
    window.once('closed', () => {
      // The last window closes and is the one that comes back.
      if (wasClosedAlone && entries.size > 1) {
        entries.delete(id);
        settings.forget(id);
      }
      remember();
    });
    options.onOpen(window);
    await (early?.loading ?? loadPage(window, options.url));
  }

  function remember(): void {
    const places = [...entries].map(([id, { window, place }]) => ({
      ...(window.isDestroyed() ? place : placeOf(window)),
      own: settings.own(id),
    }));
    try {
      if (places.length > 0) writeWindowPlaces(options.placeFile, places);
    } catch (error) {
      options.onUnwritable(error);
    }
  }

  const all = (): readonly BrowserWindow[] =>
    [...entries.values()].map(({ window }) => window).filter((window) => !window.isDestroyed());
  const active = (): BrowserWindow | null => all().at(-1) ?? null;

  return {
    openRemembered: async (early) => {
      const places = readWindowPlaces(options.placeFile);
      // A file of which only the places are understood says nothing of what the windows showed.
      const others = early.slice(places.length).map(() => unknownPlace);
      await Promise.all([...places, ...others].map((place, at) => open(place, early[at])));
    },
    shown: () => [...entries.keys()].map((id) => settings.own(id)),
    ids: () => [...entries.keys()],
    openBeside(windowId, own) {
      const from = entries.get(windowId)?.window;
      const bounds = from === undefined || from.isDestroyed() ? null : besideBounds(from.getNormalBounds());
      return open({ bounds, maximized: false, own });
    },
    active,
    all,
    focus() {
      const window = active();
      if (window === null) return;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    remember,
  };
}

const unknownPlace: WindowPlace = { bounds: null, maximized: false, own: {} };

function placeOf(window: BrowserWindow): WindowPlaceNow {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
}
