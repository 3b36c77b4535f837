// A window in which papers are read. It is shown once its first page is drawn, on the theme's own ground, so that
// nothing flashes.
import { app, BrowserWindow, screen } from 'electron';
import type { Theme } from '../../src-core/ipc/contract';
import { pagePreferences } from './page-preferences';
import { themeGrounds } from './theme-grounds';
import { defaultSize, fitBounds, smallestSize, type WindowStand } from './window-bounds';

export type MainWindowOptions = {
  readonly preload: string;
  /** The sign of the window where the system shows one. */
  readonly icon: string;
  /** Where it opens, if a user can reach that. */
  readonly place: WindowStand;
  readonly theme: Theme;
};

/** Makes the window; it is shown when its page has been drawn. */
export function createMainWindow({ preload, icon, place, theme }: MainWindowOptions): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...(fitBounds(place.bounds, workAreas) ?? defaultSize),
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    show: false,
    title: '剪报',
    backgroundColor: themeGrounds[theme],
    webPreferences: { ...pagePreferences, preload, devTools: !app.isPackaged },
  });
  window.once('ready-to-show', () => {
    // Decoding it would hold up the page; macOS shows the application's own.
    if (process.platform !== 'darwin') window.setIcon(icon);
    if (place.maximized) window.maximize();
    window.show();
  });
  return window;
}
