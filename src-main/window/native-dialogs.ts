// The dialogs port on Electron: the system's own dialogs, over the window that asked.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { BrowserWindow, dialog, shell } from 'electron';
import { z } from 'zod';
import type { Language } from '../../src-core/ipc/contract';
import type { Dialogs, SavedKind } from '../application/ports';

const words = {
  'zh-CN': {
    open: '导入报纸',
    folder: '导入文件夹',
    text: '文本',
    all: '所有文件',
    save: '导出',
    kinds: {
      pdf: 'PDF 文档',
      docx: 'Word 文档',
      html: '网页',
      md: 'Markdown 文本',
      txt: '纯文本',
      ics: '日历文件',
      csv: '表格（CSV）',
      json: 'JSON',
      jsonld: 'W3C 批注（JSON-LD）',
    },
  },
  en: {
    open: 'Import',
    folder: 'Import a folder',
    text: 'Text',
    all: 'All files',
    save: 'Export',
    kinds: {
      pdf: 'PDF document',
      docx: 'Word document',
      html: 'Web page',
      md: 'Markdown text',
      txt: 'Plain text',
      ics: 'Calendar file',
      csv: 'Table (CSV)',
      json: 'JSON',
      jsonld: 'W3C annotations (JSON-LD)',
    },
  },
} as const satisfies Record<
  Language,
  Record<'open' | 'folder' | 'text' | 'all' | 'save', string> & {
    readonly kinds: Readonly<Record<SavedKind, string>>;
  }
>;

/** Makes the dialogs; `language` is asked each time, for the user may change it. */
export function nativeDialogs(language: () => Language): Dialogs {
  return {
    async openFiles(windowId) {
      const { open, text, all } = words[language()];
      const options: Electron.OpenDialogOptions = {
        title: open,
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: text, extensions: ['txt', 'text'] },
          { name: all, extensions: ['*'] },
        ],
      };
      const window = BrowserWindow.fromId(windowId);
      const chosen = await (window === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      return chosen.canceled ? null : chosen.filePaths;
    },
    async openFolder(windowId) {
      const options: Electron.OpenDialogOptions = {
        title: words[language()].folder,
        properties: ['openDirectory', 'multiSelections'],
      };
      const window = BrowserWindow.fromId(windowId);
      const chosen = await (window === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      return chosen.canceled ? null : chosen.filePaths;
    },
    async saveFile(windowId, suggestedName, kinds) {
      const { save, kinds: names } = words[language()];
      const options: Electron.SaveDialogOptions = {
        title: save,
        defaultPath: suggestedName,
        filters: kinds.map((kind) => ({ name: names[kind], extensions: [kind] })),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      };
      const window = BrowserWindow.fromId(windowId);
      const chosen = await (window === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      return chosen.canceled ? null : withExtension(chosen.filePath, kinds);
    },
    reveal(path) {
      shell.showItemInFolder(path);
    },
  };
}

const answersSchema = z.strictObject({
  open: z.array(z.string()).nullable().optional(),
  save: z.string().nullable().optional(),
});

/**
 * Dialogs that answer by themselves, for tests, which cannot click the system's own: from a JSON file
 * `{"open": [path], "save": path}`, read anew each time; what it leaves out, the user has cancelled.
 */
export function scriptedDialogs(file: string, reveal: Dialogs['reveal']): Dialogs {
  const answers = async () => answersSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return {
    openFiles: async () => (await answers()).open ?? null,
    openFolder: async () => (await answers()).open ?? null,
    saveFile: async () => (await answers()).save ?? null,
    reveal,
  };
}

/**
 * Not every system's dialog adds the extension. It is left off where a file of the longer name exists, since the user
 * has not agreed to write over that one.
 */
function withExtension(path: string, kinds: readonly [SavedKind, ...SavedKind[]]): string {
  if (kinds.some((kind) => path.toLowerCase().endsWith(`.${kind}`))) return path;
  const extended = `${path}.${kinds[0]}`;
  return existsSync(extended) ? path : extended;
}
