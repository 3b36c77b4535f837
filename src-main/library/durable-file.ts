// Where lowdb reads and writes the library's documents. What lowdb's own file adapter leaves out is here: the new
// document is on the disk before it takes its name, the name is on the disk before the write is answered, the former
// generation is kept beside it, and what is read is proved by its checksum and schema.
import { dirname } from 'node:path';
import { Low, type Adapter } from 'lowdb';
import type { Damage } from '../../src-core/ipc/detail';
import { AppFailure } from '../../src-core/ipc/app-error';
import { cleanUp } from './clean-up';
import { decodeDocument, documentSchema, encodeDocument, type DocumentFormat } from './document';
import { createFile, fileErrorCode, ifPresent, mayLackLinks, writeAll, type FileLayer } from './file-layer';
import { schemaVersion } from './migrations';

/** A file that was found damaged; it is still where it was. */
export type DamagedFile = { readonly path: string; readonly detail: Damage };

/** What is said of a file that is not there, where its former generation is or nothing is damaged. */
export const missing: Damage = { code: 'missing' };

/** Moves a damaged file out of the way, to where it is kept. */
export type SetAside = (path: string) => Promise<void>;

/** The name under which a document's former generation is kept. */
export function formerGeneration(path: string): string {
  return `${path}.bak`;
}

/** The name of a file that is being written. */
export function unfinished(path: string): string {
  return `${path}.tmp`;
}

export class DurableFile<T> implements Adapter<T> {
  /** What the last read found damaged. */
  damaged: readonly DamagedFile[] = [];
  /** Which generation the last read gave; null where there was none. */
  generation: 'present' | 'former' | null = null;
  /** The schema of what was last read or written; null where nothing was. */
  schema: number | null = null;
  /** How long the document is, in bytes, as last read or written. */
  bytes = 0;
  readonly #files: FileLayer;
  readonly #path: string;
  readonly #format: DocumentFormat<T>;
  readonly #setAside: SetAside;

  /** @param setAside where a damaged file goes before another is written in its place */
  constructor(files: FileLayer, path: string, format: DocumentFormat<T>, setAside: SetAside) {
    this.#files = files;
    this.#path = path;
    this.#format = format;
    this.#setAside = setAside;
  }

  /** Gives the newest good generation; null where there is none, which `damaged` tells from there being no file. */
  async read(): Promise<T | null> {
    const damaged: DamagedFile[] = [];
    this.generation = null;
    this.schema = null;
    for (const path of [this.#path, formerGeneration(this.#path)]) {
      const bytes = await this.#bytesOf(path);
      if (bytes === null) continue;
      if (bytes === 'folder') {
        damaged.push({ path, detail: { code: 'a-folder' } });
        continue;
      }
      const decoded = decodeDocument(this.#format, bytes);
      if (decoded.ok) {
        this.damaged = damaged;
        this.generation = path === this.#path ? 'present' : 'former';
        this.bytes = bytes.length;
        this.schema = documentSchema(bytes);
        return decoded.value;
      }
      if (decoded.error.code === 'newer') {
        throw new AppFailure({ code: 'library-newer', path, version: decoded.error.version });
      }
      damaged.push({ path, detail: decoded.error.detail });
    }
    this.damaged = damaged;
    return null;
  }

  /**
   * Replaces the document; a failure leaves the former one in place and nothing else behind. What was found damaged is
   * set aside first, so that it is neither lost nor kept as a good generation.
   */
  async write(value: T): Promise<void> {
    for (const { path } of this.damaged) await this.#setAside(path);
    this.damaged = [];
    const pieces = await encodeDocument(this.#format, value);
    const next = unfinished(this.#path);
    await ifPresent(this.#files.remove(next));
    try {
      await this.#create(next, pieces);
      await this.#keepFormer();
      await this.#files.rename(next, this.#path);
    } catch (error) {
      throw await cleanUp(error, [{ leaves: next, work: () => this.#files.remove(next) }]);
    }
    await this.#files.syncFolder(dirname(this.#path));
    this.bytes = pieces.reduce((total, piece) => total + piece.length, 0);
    this.generation = 'present';
    this.schema = schemaVersion;
  }

  /** The bytes of a file; null where there is none, and 'folder' where a folder stands in its place. */
  async #bytesOf(path: string): Promise<Uint8Array | 'folder' | null> {
    try {
      return await this.#files.readFile(path);
    } catch (error) {
      const code = fileErrorCode(error);
      if (code === 'ENOENT') return null;
      if (code === 'EISDIR') return 'folder';
      throw error;
    }
  }

  async #create(path: string, pieces: readonly Uint8Array[]): Promise<void> {
    const file = await this.#files.open(path, 'create');
    try {
      for (const piece of pieces) await writeAll(file, piece);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async #keepFormer(): Promise<void> {
    const former = formerGeneration(this.#path);
    const [size] = await this.#files.sizes([this.#path]);
    if (size === null || size === undefined) return;
    await ifPresent(this.#files.remove(former));
    try {
      await this.#files.link(this.#path, former);
    } catch (error) {
      if (!mayLackLinks(error)) throw error;
      const copy = unfinished(former);
      await ifPresent(this.#files.remove(copy));
      await createFile(this.#files, copy, await this.#files.readFile(this.#path));
      await this.#files.rename(copy, former);
    }
  }
}

/** A document in lowdb, and the file it is kept in, which knows what was found on reading. */
export type LowDocument<T> = { readonly low: Low<T>; readonly file: DurableFile<T> };

/** Puts a document into lowdb; it is `empty` until it is read, and stays so where there is no good file. */
export function lowDocument<T>(
  files: FileLayer,
  path: string,
  format: DocumentFormat<T>,
  empty: T,
  setAside: SetAside,
): LowDocument<T> {
  const file = new DurableFile(files, path, format, setAside);
  return { low: new Low(file, empty), file };
}
