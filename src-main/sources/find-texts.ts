// Finds the texts in what a user chose or dropped: files as they are, folders with all that lies in them. Nothing in a
// folder is followed elsewhere, so that no link can lead in circles or out of what was chosen.
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { causeOf } from '../../src-core/ipc/cause';
import type { AppError } from '../../src-core/ipc/app-error';

/** What is taken for the text of a page in a folder, by the end of its name. */
const textEndings: ReadonlySet<string> = new Set(['.txt', '.text']);

/** How many files are taken in at once, and how deep folders may lie in one another. */
export const folderLimits = { files: 10_000, depth: 16 };

export type FoundTexts = {
  /** Paths of files, in the order of their names within each folder. */
  readonly files: readonly string[];
  /** How many files in folders were left alone, since they are no texts. */
  readonly others: number;
  readonly failures: readonly { readonly file: string; readonly error: AppError }[];
};

/** Finds the files; a chosen file is taken whatever its name, and a path that is missing too, for its reader to tell of. */
export async function findTexts(
  paths: readonly string[],
  signal?: AbortSignal,
  limits = folderLimits,
): Promise<FoundTexts> {
  const files: string[] = [];
  const failures: { file: string; error: AppError }[] = [];
  let others = 0;
  let isFull = false;

  async function search(folder: string, depth: number): Promise<void> {
    if (isFull || signal?.aborted === true) return;
    if (depth > limits.depth) {
      failures.push({ file: folder, error: { code: 'folder-too-deep', file: folder, limit: limits.depth } });
      return;
    }
    const entries = await readFolder(folder);
    if (!Array.isArray(entries)) {
      failures.push({ file: folder, error: entries });
      return;
    }
    for (const entry of entries) {
      // Hidden files are the system's own, such as those which macOS leaves beside each file on a foreign disk.
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await search(path, depth + 1);
      else if (!entry.isFile() || !textEndings.has(extname(entry.name).toLowerCase())) others++;
      else if (files.length < limits.files) files.push(path);
      else if (!isFull) {
        isFull = true;
        failures.push({
          file: folder,
          error: { code: 'folder-too-large', file: folder, limit: limits.files },
        });
      }
    }
  }

  for (const path of paths) {
    if (await isFolder(path)) await search(path, 1);
    else files.push(path);
  }
  return { files, others, failures };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Whoever reads the file tells why it cannot be.
    return false;
  }
}

async function readFolder(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    return { code: 'file-unreadable', file: folder, detail: causeOf(error) } as const;
  }
}
