// What the file system in memory is made of.
import type { Random, Survival } from './memory-files';
import { survivingBytes } from './surviving-bytes';

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

/** The same tree again, which may be changed without changing the first. Bytes are never changed where they stand. */
export function copied(root: Folder): Folder {
  const made = new Map<Node, Node>();
  const copyOf = (node: Node): Node => {
    const known = made.get(node);
    if (known !== undefined) return known;
    if (node.kind === 'file') {
      const file = { ...node };
      made.set(node, file);
      return file;
    }
    const folder = emptyFolder();
    made.set(node, folder);
    for (const [name, child] of node.names) folder.names.set(name, copyOf(child));
    for (const [name, child] of node.synced) folder.synced.set(name, copyOf(child));
    return folder;
  };
  const folder = copyOf(root);
  if (folder.kind === 'file') throw new Error('a folder was copied');
  return folder;
}

/** The names in a path. */
export function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}

/** What a loss of power may leave of a tree; all of it is on the disk then, and an hour old. */
export function survivingTree(root: Folder, survival: Survival, random: Random): Folder {
  const kept = new Map<Node, Node>();
  const survivor = (node: Node): Node => {
    const known = kept.get(node);
    if (known !== undefined) return known;
    const left =
      node.kind === 'file' ? newFile(survivingBytes(node, survival, random), -3_600_000) : emptyFolder();
    kept.set(node, left);
    if (node.kind === 'folder' && left.kind === 'folder') {
      for (const [name, child] of survivingNames(node, survival, random)) {
        left.names.set(name, survivor(child));
      }
      left.synced = new Map(left.names);
    }
    return left;
  };
  const left = survivor(root);
  if (left.kind === 'file') throw new Error('a folder survives as one');
  return left;
}

/** The names in a folder that a loss of power may leave. */
function survivingNames(folder: Folder, survival: Survival, random: Random): ReadonlyMap<string, Node> {
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
