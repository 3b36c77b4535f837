// Writes the journals of one issue. After a failed write the file is never trusted again: what it may hold past the last
// answered record is cut off where that is possible, and the next record opens a new journal, whose header says which
// records were answered, so that the others do not come back.
import { dirname, join } from 'node:path';
import type { IssueId } from '../../src-core/publication/issue';
import { unfinished } from './durable-file';
import { createFile, ifPresent, writeAll, type FileLayer, type OpenFile } from './file-layer';
import { encodeHeader, journalName } from './journal';

export type JournalPlace = { readonly generation: number; readonly base: number; bytes: number };

export class JournalWriter {
  readonly #files: FileLayer;
  readonly #folder: string;
  readonly #issueId: IssueId;
  readonly #journals: JournalPlace[];
  #open: OpenFile | null = null;
  #lastGeneration: number;
  #mustStartAnew: boolean;

  /**
   * @param journals the good ones on the disk, oldest first; the last is continued unless the writer must start anew
   * @param lastGeneration the newest generation on the disk, good or not
   */
  constructor(
    files: FileLayer,
    folder: string,
    issueId: IssueId,
    journals: readonly JournalPlace[],
    lastGeneration: number,
    mustStartAnew: boolean,
  ) {
    this.#files = files;
    this.#folder = folder;
    this.#issueId = issueId;
    this.#journals = journals.map((journal) => ({ ...journal }));
    this.#lastGeneration = lastGeneration;
    this.#mustStartAnew = mustStartAnew || journals.length === 0;
  }

  /** Where the next record goes, or went last. */
  get place(): { readonly generation: number; readonly bytes: number } {
    const last = this.#journals.at(-1);
    return last ?? { generation: 1, bytes: 0 };
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /**
   * Appends whole lines and returns once they are on the disk.
   * @param answered the number of the last record answered before these
   */
  async append(lines: readonly Uint8Array[], answered: number): Promise<void> {
    if (this.#mustStartAnew) await this.start(answered);
    const place = this.#journals.at(-1);
    if (place === undefined) throw new Error('a journal was started but is not known');
    try {
      const path = join(this.#folder, journalName(place.generation));
      this.#open ??= await this.#files.open(path, 'append');
      const bytes = lines.length === 1 && lines[0] !== undefined ? lines[0] : Buffer.concat(lines);
      await writeAll(this.#open, bytes);
      await this.#open.sync();
      await this.#prove(path, place.bytes + bytes.length);
      place.bytes += bytes.length;
    } catch (error) {
      await this.#abandon(place);
      throw error;
    }
  }

  /** Starts a new journal; the present one gets no further record. */
  async start(answered: number): Promise<void> {
    const generation = this.#lastGeneration + 1;
    const path = join(this.#folder, journalName(generation));
    const header = encodeHeader(this.#issueId, generation, answered);
    await ifPresent(this.#files.remove(unfinished(path)));
    try {
      await createFile(this.#files, unfinished(path), header);
      // From here on the new journal may be on the disk, where it rules out any later record of the present one.
      this.#mustStartAnew = true;
      await this.#files.rename(unfinished(path), path);
      await this.#files.syncFolder(dirname(path));
    } catch (error) {
      for (const name of [unfinished(path), path]) await this.#files.remove(name).catch(() => undefined);
      throw error;
    }
    await this.close();
    this.#lastGeneration = generation;
    this.#journals.push({ generation, base: answered, bytes: header.length });
    this.#mustStartAnew = false;
  }

  /** Removes the journals whose records all have numbers up to `seq`. */
  async forget(seq: number): Promise<void> {
    for (;;) {
      const [oldest, next] = this.#journals;
      if (oldest === undefined || next === undefined || next.base > seq) return;
      await ifPresent(this.#files.remove(join(this.#folder, journalName(oldest.generation))));
      this.#journals.shift();
    }
  }

  /** Lets go of the file; the next record opens it again. */
  async close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    // Every answered record was synced before; a file that does not close loses nothing.
    await open?.close().catch(() => undefined);
  }

  /** A file whose folder was deleted or moved away can still be written; what is in it then is not in the library. */
  async #prove(path: string, bytes: number): Promise<void> {
    const [size] = await this.#files.sizes([path]);
    if (size === bytes) return;
    throw Object.assign(new Error('ENOENT: the journal is not in its place any more'), { code: 'ENOENT' });
  }

  async #abandon(place: JournalPlace): Promise<void> {
    this.#mustStartAnew = true;
    const open = this.#open;
    this.#open = null;
    // A disk that has just failed may fail here too; then the header of the next journal rules the records out.
    await open?.truncate(place.bytes).catch(() => undefined);
    await open?.sync().catch(() => undefined);
    await open?.close().catch(() => undefined);
  }
}
