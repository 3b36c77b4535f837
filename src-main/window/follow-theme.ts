// What outside the page follows the theme.
import { nativeTheme, type BrowserWindow } from 'electron';
import type { Theme } from '../../src-core/ipc/contract';
import { themeGrounds } from './theme-grounds';

/** Lets the system's menus and dialogs, and the ground of the windows, follow the theme. */
export function followTheme(theme: Theme, windows: readonly BrowserWindow[]): void {
  nativeTheme.themeSource = theme === 'dark' || theme === 'contrast' ? 'dark' : 'light';
  for (const window of windows) window.setBackgroundColor(themeGrounds[theme]);
}
