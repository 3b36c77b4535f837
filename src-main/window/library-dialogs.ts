// The dialogs that concern the library as a whole, by the system's own dialogs over the window that asked.
import { readFile } from 'node:fs/promises';
import { BrowserWindow, dialog, shell } from 'electron';
import { z } from 'zod';
import type { Language } from '../../src-core/ipc/contract';
import type { LibraryDialogs } from '../application/library-place';

const words = {
  'zh-CN': {
    open: '打开资料库',
    new: '新建资料库：请选一个空文件夹',
    move: '把资料库移到哪个文件夹里',
    backUp: '备份资料库',
    restore: '从备份恢复',
    backup: '剪报备份',
  },
  en: {
    open: 'Open a library',
    new: 'New library: choose an empty folder',
    move: 'Move the library into which folder',
    backUp: 'Back up the library',
    restore: 'Restore from a backup',
    backup: 'Jianbao backup',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Makes the dialogs; `language` is asked each time, for the user may change it. */
export function nativeLibraryDialogs(language: () => Language): LibraryDialogs {
  return {
    async chooseFolder(windowId, purpose) {
      const options: Electron.OpenDialogOptions = {
        title: words[language()][purpose],
        properties: ['openDirectory', ...(purpose === 'open' ? [] : ['createDirectory' as const])],
      };
      return firstOf(await showOpen(windowId, options));
    },
    async openBackup(windowId, folder) {
      const { restore, backup } = words[language()];
      const filters = [{ name: backup, extensions: ['zip'] }];
      return firstOf(
        await showOpen(windowId, {
          title: restore,
          defaultPath: folder,
          properties: ['openFile'],
          filters,
        }),
      );
    },
    async saveBackup(windowId, suggestedName) {
      const { backUp, backup } = words[language()];
      const options: Electron.SaveDialogOptions = {
        title: backUp,
        defaultPath: suggestedName,
        filters: [{ name: backup, extensions: ['zip'] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const window = BrowserWindow.fromId(windowId);
      const chosen = await (window === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      return chosen.canceled ? null : chosen.filePath;
    },
    reveal(path) {
      shell.showItemInFolder(path);
    },
  };
}

const answersSchema = z.object({
  open: z.array(z.string()).nullable().optional(),
  save: z.string().nullable().optional(),
});

/** Dialogs that answer by themselves, for tests, from the same file as those of `scriptedDialogs`. */
export function scriptedLibraryDialogs(file: string, reveal: LibraryDialogs['reveal']): LibraryDialogs {
  const answers = async () => answersSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const first = async () => (await answers()).open?.[0] ?? null;
  return {
    chooseFolder: first,
    openBackup: first,
    saveBackup: async () => (await answers()).save ?? null,
    reveal,
  };
}

function showOpen(
  windowId: number,
  options: Electron.OpenDialogOptions,
): Promise<Electron.OpenDialogReturnValue> {
  const window = BrowserWindow.fromId(windowId);
  return window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
}

function firstOf({ canceled, filePaths }: Electron.OpenDialogReturnValue): string | null {
  return canceled ? null : (filePaths[0] ?? null);
}
