// What outside the page follows the theme.
import { nativeTheme, type BrowserWindow } from 'electron';
import type { Theme } from '../../src-core/ipc/contract';
import { themeGrounds } from './theme-grounds';

/** Lets the system's menus and dialogs, and the ground of a window, follow the theme. */
export function followTheme(theme: Theme, window: BrowserWindow | null): void {
  nativeTheme.themeSource = theme === 'dark' || theme === 'contrast' ? 'dark' : 'light';
  window?.setBackgroundColor(themeGrounds[theme]);
}
