// Where things are: what ships with the application, and what belongs to the user.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppFolders } from './app-files';

export type ShippedFolders = AppFolders & {
  readonly samples: string;
  readonly preload: string;
  readonly reader: string;
};

/** The folders that ship, within the application's own folder. */
export function shippedFolders(applicationFolder: string): ShippedFolders {
  return {
    renderer: join(applicationFolder, 'out', 'renderer'),
    preload: join(applicationFolder, 'out', 'preload', 'index.cjs'),
    reader: join(applicationFolder, 'out', 'main', 'reader.js'),
    fonts: join(applicationFolder, 'resources', 'fonts'),
    samples: join(applicationFolder, 'resources', 'samples'),
  };
}

/** Whether a folder holds nothing yet, or is not there. One that cannot be looked into is not taken for new. */
export async function isNewFolder(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
