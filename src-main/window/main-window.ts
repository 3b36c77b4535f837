// The window in which papers are read. It is shown once its first page is drawn, on the theme's own ground, so that
// nothing flashes; it opens where it was closed.
import { app, BrowserWindow, screen } from 'electron';
import type { Theme } from '../../src-core/ipc/contract';
import { pagePreferences } from './page-preferences';
import { themeGrounds } from './theme-grounds';
import { defaultSize, fitBounds, readWindowPlace, smallestSize, writeWindowPlace } from './window-bounds';

export type MainWindowOptions = {
  readonly preload: string;
  /** Where the window's place is remembered. */
  readonly placeFile: string;
  readonly theme: Theme;
  /** Is told why the place could not be remembered. */
  readonly onUnwritable: (error: unknown) => void;
};

/** Makes the window; it is shown when its page has been drawn. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const place = readWindowPlace(options.placeFile);
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...(fitBounds(place.bounds, workAreas) ?? defaultSize),
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    show: false,
    title: '剪报',
    backgroundColor: themeGrounds[options.theme],
    webPreferences: { ...pagePreferences, preload: options.preload, devTools: !app.isPackaged },
  });
  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    try {
      writeWindowPlace(options.placeFile, window.getNormalBounds(), window.isMaximized());
    } catch (error) {
      options.onUnwritable(error);
    }
  });
  return window;
}
