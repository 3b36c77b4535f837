// What a folder is to us, before anything is done with it.
import { ifPresent, type FileLayer } from './file-layer';

/** Whether a folder holds a library, whole or damaged. */
export async function holdsLibrary(files: FileLayer, folder: string): Promise<boolean> {
  const names = (await ifPresent(files.list(folder))) ?? [];
  return names.some((name) => /^(library\.json|catalog\.json|issues)$/.test(name));
}

/** Whether a folder holds nothing, or is not there. */
export async function isEmptyFolder(files: FileLayer, folder: string): Promise<boolean> {
  return ((await ifPresent(files.list(folder))) ?? []).length === 0;
}
