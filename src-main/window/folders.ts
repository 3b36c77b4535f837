// Where things are: what ships with the application, and what belongs to the user.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppFolders } from './app-files';

export type ShippedFolders = AppFolders & {
  readonly samples: string;
  readonly preload: string;
  /** The application's sign, drawn in resources/icon.svg. */
  readonly icon: string;
  readonly reader: string;
  readonly exporter: string;
  readonly previewer: string;
};

/** The folders that ship, within the application's own folder. */
export function shippedFolders(applicationFolder: string): ShippedFolders {
  return {
    renderer: join(applicationFolder, 'out', 'renderer'),
    preload: join(applicationFolder, 'out', 'preload', 'index.cjs'),
    reader: join(applicationFolder, 'out', 'main', 'reader.js'),
    exporter: join(applicationFolder, 'out', 'main', 'exporter.js'),
    previewer: join(applicationFolder, 'out', 'main', 'previewer.js'),
    fonts: join(applicationFolder, 'resources', 'fonts'),
    samples: join(applicationFolder, 'resources', 'samples'),
    icon: join(applicationFolder, 'resources', 'icon.png'),
  };
}

/** Reads the window's page among the files of the window. */
export function pageIn(renderer: string): Promise<string> {
  return readFile(join(renderer, 'index.html'), 'utf8');
}
