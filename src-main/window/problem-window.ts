// Shows the user why Jianbao cannot start, and waits for what they choose to do.
import { BrowserWindow } from 'electron';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Language } from '../../src-core/ipc/contract';
import { loadPage } from './load-page';
import { pagePreferences } from './page-preferences';
import { problemChoiceOf, problemPage } from './problem-page';

/** Asks what to do about a failure; closing the window is quitting. `reveal` shows the library's place. */
export async function askAboutProblem(
  error: AppError,
  language: Language,
  reveal: () => void,
): Promise<'retry' | 'quit'> {
  const window = new BrowserWindow({
    width: 600,
    height: 420,
    resizable: false,
    maximizable: false,
    fullscreenable: false,
    show: false,
    backgroundColor: '#f6f1e4',
    webPreferences: { ...pagePreferences, devTools: false },
  });
  window.once('ready-to-show', () => window.show());
  const chosen = new Promise<'retry' | 'quit'>((resolve) => {
    window.webContents.on('will-frame-navigate', ({ url }) => {
      const choice = problemChoiceOf(url);
      if (choice === 'reveal') reveal();
      else if (choice !== null) resolve(choice);
    });
    window.once('closed', () => resolve('quit'));
  });
  await loadPage(window, problemPage(error, language));
  const choice = await chosen;
  if (!window.isDestroyed()) window.destroy();
  return choice;
}
