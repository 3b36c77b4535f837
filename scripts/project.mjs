// Where things are.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The project's folder. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** True when the module with this `import.meta.url` is the script that was started. */
export function isEntry(moduleUrl) {
  return process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === moduleUrl;
}

/** The user's cache folder for this project; inside `node_modules` where the home folder cannot be written. */
export function cacheFolder() {
  const configured = process.env.XDG_CACHE_HOME;
  const folder = join(configured ? configured : join(homedir(), '.cache'), 'jianbao');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(error.code)) throw error;
    return join(projectFolder, 'node_modules', '.cache', 'jianbao');
  }
}
