// Notes which library is used, and which were used before.
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { causeOf } from '../../src-core/ipc/cause';
import { AppFailure } from '../../src-core/ipc/app-error';
import { libraryListFile, mostRemembered, readList, type List } from './library-choice';

export type LibraryList = {
  /** The folders of libraries that were in use, the last one first. */
  readonly recent: () => readonly string[];
  /** Notes the library that is in use from now on; throws the failure `target-unwritable`. */
  readonly use: (folder: string) => Promise<void>;
  /** Forgets a library that is gone. */
  readonly forget: (folder: string) => Promise<void>;
};

/** Opens the list; one that cannot be read counts as empty, and is replaced when a library is chosen. */
export function openLibraryList(userData: string): LibraryList {
  const file = libraryListFile(userData);
  const recent = (): readonly string[] => readList(file)?.recent ?? [];
  return {
    recent,
    use: (folder) => {
      const others = recent().filter((one) => one !== folder);
      return writeList(file, { current: folder, recent: [folder, ...others].slice(0, mostRemembered) });
    },
    forget: async (folder) => {
      const list = readList(file);
      if (list === null) return;
      await writeList(file, { ...list, recent: list.recent.filter((one) => one !== folder) });
    },
  };
}

async function writeList(file: string, list: List): Promise<void> {
  const next = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(next, 'w', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(list, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(next, file);
  } catch (error) {
    throw new AppFailure({ code: 'target-unwritable', file, detail: causeOf(error) });
  }
}
