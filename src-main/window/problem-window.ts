// Shows the user why Jianbao cannot start, and waits for what they choose to do.
import { BrowserWindow } from 'electron';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Language } from '../../src-core/ipc/contract';
import type { ProblemAnswer } from '../application/open-first-library';
import { loadPage } from './load-page';
import { pagePreferences } from './page-preferences';
import { problemChoiceOf, problemPage } from './problem-page';

/**
 * Asks what to do about a failure; closing the window is quitting.
 * @param reveal shows the library's place
 * @param chooseOther lets the user choose another library; null when they changed their mind
 */
export async function askAboutProblem(
  error: AppError,
  language: Language,
  reveal: () => void,
  chooseOther: (windowId: number) => Promise<string | null>,
): Promise<ProblemAnswer> {
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
  const chosen = new Promise<ProblemAnswer>((resolve, reject) => {
    window.webContents.on('will-frame-navigate', ({ url }) => {
      const choice = problemChoiceOf(url);
      if (choice === 'reveal') reveal();
      else if (choice === 'other') {
        chooseOther(window.id).then((path) => {
          if (path !== null) resolve({ kind: 'other', path });
        }, reject);
      } else if (choice !== null) resolve({ kind: choice });
    });
    window.once('closed', () => resolve({ kind: 'quit' }));
  });
  await loadPage(window, problemPage(error, language));
  const choice = await chosen;
  if (!window.isDestroyed()) window.destroy();
  return choice;
}
