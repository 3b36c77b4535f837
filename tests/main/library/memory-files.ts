// A file system in memory that knows what would survive a loss of power. Each file has what was written and what is on
// the disk; each folder has the names that programs see and the names that are on the disk. `crashAt` stops everything at
// the n-th operation, in the middle of a write if it is one; `afterPowerLoss` gives what a machine might find when it
// starts again; `fail` lets a single operation fail as a real one would.
import { basename, dirname } from 'node:path';
import {
  writeThrough,
  type FileLayer,
  type FileToOverwrite,
  type OpenFile,
  type ReadableFile,
} from '../../../src-main/library/file-layer';
import {
  copied,
  emptyFolder,
  failure,
  newFile,
  partsOf,
  promised,
  survivingTree,
  type File,
  type Folder,
  type Node,
} from './memory-nodes';

/** The power went: nothing answers any more. */
export class PowerLoss extends Error {}

/** What may be left of the things that were not synced. */
export type Survival =
  | 'synced-only' // no more than was promised
  | 'everything' // all of it, as after the end of the process alone
  | 'names-first' // names and lengths, but zeros in place of the bytes
  | 'torn' // names, and unsynced bytes up to any place
  | 'reordered'; // any of the unsynced names, any part of the unsynced bytes

export type Operation = { readonly name: string; readonly path: string };

/** A number from 0 up to, but not including, 1. */
export type Random = () => number;

export class MemoryFiles implements FileLayer {
  /** The operations that changed something, in order. */
  readonly operations: Operation[] = [];
  crashAt = Number.POSITIVE_INFINITY;
  /** How much of a write that the power loss interrupts is written. */
  crashedShare = 0.5;
  /** The error code with which an operation fails; null where it goes through. */
  fail: (operation: Operation, count: number) => string | null = () => null;
  /** How much of an operation that fails is done all the same: that part of a write's bytes; all of others from 1 on. */
  doneShare = 0;
  /** The error code with which a read fails; null where it goes through. */
  failRead: (path: string, count: number) => string | null = () => null;
  /** How many times something was read. */
  reads = 0;
  /** Whether what is written over in its place is done without leaving the thread, as on a quick disk. */
  isQuick = false;
  /** How many of the bytes offered a write takes. */
  takes: (offered: number) => number = (offered) => offered;
  /** A fault planted to see whether the tests notice: an operation for which this holds does nothing. */
  ignores: (operation: Operation) => boolean = () => false;
  /** Another such fault: what is written in the place of the bytes that were offered. */
  alters: (path: string, bytes: Uint8Array) => Uint8Array = (_path, bytes) => bytes;
  readonly #root: Folder;
  #isOff = false;

  constructor(root: Folder = emptyFolder()) {
    this.#root = root;
  }

  open(path: string, mode: 'create' | 'append'): Promise<OpenFile> {
    return this.#do('open', path, () => {
      const folder = this.#folder(dirname(path));
      const found = folder.names.get(basename(path));
      if (mode === 'append') return this.#openFile(path, this.#file(path));
      if (found !== undefined) throw failure('EEXIST', path);
      const file = newFile(Buffer.alloc(0));
      folder.names.set(basename(path), file);
      return this.#openFile(path, file);
    });
  }

  openToOverwrite(path: string): Promise<FileToOverwrite> {
    return this.#do('openToOverwrite', path, () => this.#overwriting(path, this.#file(path)));
  }

  readFile(path: string): Promise<Uint8Array> {
    return this.#read(path, () => Buffer.from(this.#file(path).written));
  }

  openToRead(path: string): Promise<ReadableFile> {
    return this.#read(path, () => {
      const { written } = this.#file(path);
      return {
        bytes: written.length,
        read: (position, length) => this.#read(path, () => written.subarray(position, position + length)),
        close: () => this.#look(() => undefined),
      };
    });
  }

  isFolder(path: string): Promise<boolean> {
    return this.#read(path, () => this.#node(path).kind === 'folder');
  }

  list(folder: string): Promise<readonly string[]> {
    return this.#read(folder, () => [...this.#folder(folder).names.keys()]);
  }

  sizes(paths: readonly string[]): Promise<readonly (number | null)[]> {
    return this.#read(paths[0] ?? '/', () =>
      paths.map((path) => {
        const node = this.#find(path);
        return node?.kind === 'file' ? node.written.length : null;
      }),
    );
  }

  age(path: string, other: string): Promise<number> {
    return this.#look(() => this.#file(other).time - this.#file(path).time);
  }

  touch(path: string): Promise<void> {
    return this.#do('touch', path, () => {
      this.#file(path).time = 0;
    });
  }

  makeFolder(path: string): Promise<void> {
    return this.#do('makeFolder', path, () => {
      let folder = this.#root;
      for (const name of partsOf(path)) {
        const next = folder.names.get(name) ?? emptyFolder();
        if (next.kind === 'file') throw failure('ENOTDIR', path);
        folder.names.set(name, next);
        folder = next;
      }
    });
  }

  makeSubfolder(path: string): Promise<void> {
    return this.#do('makeSubfolder', path, () => {
      const above = this.#folder(dirname(path));
      const present = above.names.get(basename(path));
      if (present?.kind === 'file') throw failure('EEXIST', path);
      above.names.set(basename(path), present ?? emptyFolder());
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#do('rename', from, () => {
      const node = this.#node(from);
      const target = this.#folder(dirname(to));
      const replaced = target.names.get(basename(to));
      if (replaced?.kind === 'folder' && replaced.names.size > 0) throw failure('ENOTEMPTY', to);
      this.#folder(dirname(from)).names.delete(basename(from));
      target.names.set(basename(to), node);
    });
  }

  link(from: string, to: string): Promise<void> {
    return this.#do('link', from, () => {
      const file = this.#file(from);
      const folder = this.#folder(dirname(to));
      if (folder.names.has(basename(to))) throw failure('EEXIST', to);
      folder.names.set(basename(to), file);
    });
  }

  remove(path: string): Promise<void> {
    return this.#do('remove', path, () => {
      this.#file(path);
      this.#folder(dirname(path)).names.delete(basename(path));
    });
  }

  removeFolder(path: string): Promise<void> {
    return this.#do('removeFolder', path, () => {
      if (this.#find(path) !== undefined) this.#folder(dirname(path)).names.delete(basename(path));
    });
  }

  syncFolder(path: string): Promise<void> {
    return this.#do('syncFolder', path, () => {
      const folder = this.#folder(path);
      if (!this.ignores({ name: 'syncFolder', path })) folder.synced = new Map(folder.names);
    });
  }

  /** The paths of all files, for tests that damage them. */
  get paths(): readonly string[] {
    const paths: string[] = [];
    const walk = (folder: Folder, path: string): void => {
      for (const [name, node] of folder.names) {
        if (node.kind === 'folder') walk(node, `${path}/${name}`);
        else paths.push(`${path}/${name}`);
      }
    };
    walk(this.#root, '');
    return paths.sort();
  }

  /** Replaces the content of a file, or removes it (null), on the disk too, as damage would. */
  damage(path: string, bytes: Uint8Array | null): void {
    const folder = this.#folder(dirname(path));
    for (const names of [folder.names, folder.synced]) {
      if (bytes === null) names.delete(basename(path));
      else names.set(basename(path), newFile(Buffer.from(bytes)));
    }
  }

  /** Makes a file so many milliseconds older. */
  grow(path: string, milliseconds: number): void {
    this.#file(path).time -= milliseconds;
  }

  /** The content of a file as programs see it. */
  content(path: string): Buffer {
    return this.#file(path).written;
  }

  /** The same files again, for a work of their own; nothing has been counted in them, and nothing fails. */
  copy(): MemoryFiles {
    return new MemoryFiles(copied(this.#root));
  }

  /** What the machine might find after the power came back. */
  afterPowerLoss(survival: Survival, random: Random): MemoryFiles {
    return new MemoryFiles(survivingTree(this.#root, survival, random));
  }

  #openFile(path: string, file: File): OpenFile {
    return {
      write: (bytes) => this.#write('write', path, file, this.alters(path, bytes), null),
      sync: () => this.#sync('sync', path, file),
      truncate: (length) =>
        this.#do('truncate', path, () => {
          if (this.ignores({ name: 'truncate', path })) return;
          if (length < file.written.length) file.cut = Math.min(file.cut, length);
          file.written = file.written.subarray(0, length);
        }),
      close: () => this.#look(() => undefined),
    };
  }

  #overwriting(path: string, file: File): FileToOverwrite {
    const lengthInPlace = (): number | null => (this.#find(path) === file ? file.written.length : null);
    const overwriteSlowly = async (bytes: Uint8Array, position: number): Promise<number | null> => {
      await writeThrough(bytes, (rest, written) =>
        this.#write('overwrite', path, file, rest, position + written),
      );
      await this.#sync('syncOverwritten', path, file);
      return this.#read(path, lengthInPlace);
    };
    return {
      overwrite: (bytes, position) => {
        if (!this.isQuick) return overwriteSlowly(bytes, position);
        const taken = this.#writeNow('overwrite', path, file, bytes, position);
        if (taken < bytes.length) return overwriteSlowly(bytes.subarray(taken), position + taken);
        this.#syncNow('syncOverwritten', path, file);
        return this.#readNow(path, lengthInPlace);
      },
      close: () => this.#look(() => undefined),
    };
  }

  /** @param position null for where the file ends */
  #write(
    name: string,
    path: string,
    file: File,
    bytes: Uint8Array,
    position: number | null,
  ): Promise<number> {
    return promised(() => this.#writeNow(name, path, file, bytes, position));
  }

  #writeNow(name: string, path: string, file: File, bytes: Uint8Array, position: number | null): number {
    const taken = Math.min(bytes.length, this.takes(bytes.length));
    const write = (count: number): void => {
      const start = position ?? file.written.length;
      const parts = [file.written.subarray(0, start), bytes.subarray(0, count)];
      file.written = Buffer.concat([...parts, file.written.subarray(start + count)]);
    };
    if (this.operations.length + 1 >= this.crashAt) write(Math.floor(taken * this.crashedShare));
    return this.#doNow(
      name,
      path,
      () => {
        write(taken);
        return taken;
      },
      () => write(Math.floor(taken * this.doneShare)),
    );
  }

  #sync(name: string, path: string, file: File): Promise<void> {
    return promised(() => this.#syncNow(name, path, file));
  }

  #syncNow(name: string, path: string, file: File): void {
    this.#doNow(name, path, () => {
      if (this.ignores({ name, path })) return;
      file.synced = file.written;
      file.cut = Number.POSITIVE_INFINITY;
    });
  }

  #find(path: string): Node | undefined {
    let node: Node | undefined = this.#root;
    for (const name of partsOf(path)) node = node?.kind === 'folder' ? node.names.get(name) : undefined;
    return node;
  }

  #node(path: string): Node {
    const node = this.#find(path);
    if (node === undefined) throw failure('ENOENT', path);
    return node;
  }

  #file(path: string): File {
    const node = this.#node(path);
    if (node.kind === 'folder') throw failure('EISDIR', path);
    return node;
  }

  #folder(path: string): Folder {
    const node = this.#node(path);
    if (node.kind === 'file') throw failure('ENOTDIR', path);
    return node;
  }

  #do<T>(name: string, path: string, work: () => T): Promise<T> {
    return promised(() => this.#doNow(name, path, work));
  }

  /** @param failingWork what an operation that fails does */
  #doNow<T>(
    name: string,
    path: string,
    work: () => T,
    failingWork: () => unknown = () => (this.doneShare >= 1 ? work() : undefined),
  ): T {
    if (this.#isOff) throw new PowerLoss();
    this.operations.push({ name, path });
    if (this.operations.length >= this.crashAt) {
      this.#isOff = true;
      throw new PowerLoss();
    }
    const code = this.fail({ name, path }, this.operations.length);
    if (code === null) return work();
    failingWork();
    throw failure(code, path);
  }

  #read<T>(path: string, work: () => T): Promise<T> {
    return promised(() => this.#readNow(path, work));
  }

  #readNow<T>(path: string, work: () => T): T {
    const code = this.#isOff ? null : this.failRead(path, ++this.reads);
    if (code !== null) throw failure(code, path);
    return this.#lookNow(work);
  }

  #look<T>(work: () => T): Promise<T> {
    return promised(() => this.#lookNow(work));
  }

  #lookNow<T>(work: () => T): T {
    if (this.#isOff) throw new PowerLoss();
    return work();
  }
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
