// What the file system in memory is made of.
import type { Random, Survival } from './memory-files';

/** `cut` is the shortest length that a file was cut to since it was synced. */
export type File = { readonly kind: 'file'; written: Buffer; synced: Buffer; cut: number; time: number };

/** The names in a folder as programs see them, and as they are on the disk. */
export type Folder = { readonly kind: 'folder'; names: Map<string, Node>; synced: Map<string, Node> };

export type Node = File | Folder;

/** What work gives or throws, as a promise. */
export function promised<T>(work: () => T): Promise<T> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}

/** A file that is on the disk with all its bytes. */
export function newFile(bytes: Buffer, time = 0): File {
  return { kind: 'file', written: bytes, synced: bytes, cut: Number.POSITIVE_INFINITY, time };
}

/** A folder without names. */
export function emptyFolder(): Folder {
  return { kind: 'folder', names: new Map(), synced: new Map() };
}

/** The names in a path. */
export function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}

/** The names in a folder that a loss of power may leave. */
export function survivingNames(
  folder: Folder,
  survival: Survival,
  random: Random,
): ReadonlyMap<string, Node> {
  if (survival === 'synced-only') return folder.synced;
  if (survival !== 'reordered') return folder.names;
  const names = new Map<string, Node>();
  for (const name of new Set([...folder.synced.keys(), ...folder.names.keys()])) {
    const node = (random() < 0.5 ? folder.names : folder.synced).get(name);
    if (node !== undefined) names.set(name, node);
  }
  return names;
}

/** A failure as Node throws it. */
export function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
