// Which library is used, and which were used before: a small file in the user's own folder. The command line reads it
// too. It only says where libraries are; what is wrong with it costs a choice in a dialog, and no library.
import { readFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { AppFailure } from '../../src-core/ipc/app-error';

/** How many libraries are remembered. */
const mostRemembered = 12;

const listSchema = z.object({
  /** The folder of the library in use. */
  current: z.string().refine(isAbsolute),
  /** The folders of libraries that were in use, the last one first; the present one among them. */
  recent: z.array(z.string().refine(isAbsolute)).max(mostRemembered),
});
type List = z.infer<typeof listSchema>;

/** The file in a user-data folder. */
function libraryListFile(userData: string): string {
  return join(userData, 'libraries.json');
}

/** Which library is used: one that was named from outside, one that the user chose, or the one of a first start. */
export type LibraryChoice = { readonly folder: string; readonly isNamed: boolean };

/** Finds the library of a user; `named` is the one from outside, if any. */
export function libraryChoice(userData: string, named: string | undefined): LibraryChoice {
  if (named !== undefined && named !== '') return { folder: named, isNamed: true };
  const chosen = readList(libraryListFile(userData))?.current;
  return { folder: chosen ?? join(userData, 'library'), isNamed: false };
}

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

function readList(file: string): List | null {
  try {
    const parsed = listSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    // No list, or none that can be read: the library is then where it always was.
    return null;
  }
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
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppFailure({ code: 'target-unwritable', file, detail });
  }
}
