// Writes the journals of one issue. After a failed write the file is never trusted again: what it may hold past the last
// answered record is cut off where that is possible, and the next record opens a new journal, whose header says which
// records were answered, so that the others do not come back.
import { dirname, join } from 'node:path';
import { causeOf } from '../../src-core/ipc/cause';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';
import type { IssueId } from '../../src-core/publication/issue';
import { cleanUp } from './clean-up';
import { unfinished } from './durable-file';
import { createFile, ifPresent, writeAll, type FileLayer, type OpenFile } from './file-layer';
import { encodeHeader, journalName } from './journal';
import { JournalSpace, notInPlace } from './journal-space';
import { Turns } from './turns';

export type JournalPlace = { readonly generation: number; readonly base: number; bytes: number };

type Journal = JournalPlace & { readonly path: string };

export class JournalWriter {
  readonly #files: FileLayer;
  readonly #folder: string;
  readonly #issueId: IssueId;
  readonly #tell: (notice: LibraryNotice) => void;
  readonly #journals: Journal[];
  #open: OpenFile | null = null;
  #lastGeneration: number;
  #mustStartAnew: boolean;
  /** Whether another process wrote to the journal: then nothing is written or cut off any more. */
  #isForeign = false;
  /** The generation of the journal that was begun last, whether it came to be or not. */
  #begun = 0;
  readonly #space: JournalSpace;
  /** A file that is let go is not written meanwhile. */
  readonly #turns = new Turns();

  /**
   * @param tell told of what could not be tidied
   * @param journals the good ones on the disk, oldest first; the last is continued unless the writer must start anew
   * @param lastGeneration the newest generation on the disk, good or not
   */
  constructor(
    files: FileLayer,
    folder: string,
    issueId: IssueId,
    tell: (notice: LibraryNotice) => void,
    journals: readonly JournalPlace[],
    lastGeneration: number,
    mustStartAnew: boolean,
  ) {
    this.#files = files;
    this.#folder = folder;
    this.#issueId = issueId;
    this.#tell = tell;
    this.#journals = journals.map((journal) => ({ ...journal, path: this.#path(journal.generation) }));
    this.#lastGeneration = lastGeneration;
    this.#mustStartAnew = mustStartAnew || journals.length === 0;
    this.#space = new JournalSpace(files);
  }

  /** Where the next record goes, or went last. */
  get place(): { readonly generation: number; readonly bytes: number } {
    const last = this.#journals.at(-1);
    return last ?? { generation: 1, bytes: 0 };
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Whether another process wrote to the journal, so that what is known of it is no longer true. */
  get isForeign(): boolean {
    return this.#isForeign;
  }

  /**
   * Appends whole lines and returns once they are on the disk.
   * @param answered the number of the last record answered before these
   */
  async append(lines: readonly Uint8Array[], answered: number): Promise<void> {
    if (!this.#turns.take()) await this.#turns.wait();
    try {
      if (this.#isForeign) throw notInPlace();
      if (this.#mustStartAnew) await this.#start(answered);
      const place = this.#journals.at(-1);
      if (place === undefined) throw new Error('a journal was started but is not known');
      await this.#write(place, lines);
    } finally {
      this.#turns.end();
    }
  }

  /** Starts a new journal; the present one gets no further record. */
  start(answered: number): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#isForeign) throw notInPlace();
      await this.#start(answered);
    });
  }

  /** Lets go of the file; the next record opens it again. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#close());
  }

  async #write(place: Journal, lines: readonly Uint8Array[]): Promise<void> {
    const { path } = place;
    const [first] = lines;
    const single = lines.length === 1 ? first : undefined;
    const bytes = single ?? Buffer.concat(lines);
    try {
      if (single !== undefined && this.#space.takes(place.bytes, single.length)) {
        const writing = this.#space.write(path, single, place.bytes);
        if (writing !== null) await writing;
      } else {
        this.#open ??= await this.#files.open(path, 'append');
        await this.#lengthen(this.#open, path, place.bytes, bytes, single !== undefined);
      }
      place.bytes += bytes.length;
    } catch (error) {
      throw await this.#abandon(path, place, error);
    }
  }

  /** Writes lines after the records, which end at so many bytes, and returns once the longer file is on the disk. */
  async #lengthen(
    journal: OpenFile,
    path: string,
    from: number,
    bytes: Uint8Array,
    isSingle: boolean,
  ): Promise<void> {
    if (await this.#findsForeign(path, from)) throw notInPlace();
    await this.#space.giveBack(journal, from);
    let length = from + bytes.length;
    if (isSingle) length = await this.#space.append(journal, bytes, from);
    else await writeAll(journal, bytes);
    await journal.sync();
    const [size] = await this.#files.sizes([path]);
    if (size !== length) throw notInPlace();
  }

  async #start(answered: number): Promise<void> {
    if (await this.#findsNext()) throw notInPlace();
    const generation = this.#lastGeneration + 1;
    const path = this.#path(generation);
    const header = encodeHeader(this.#issueId, generation, answered);
    await ifPresent(this.#files.remove(unfinished(path)));
    try {
      await createFile(this.#files, unfinished(path), header);
      // From here on the new journal may be on the disk, where it rules out any later record of the present one.
      this.#mustStartAnew = true;
      this.#begun = generation;
      await this.#files.rename(unfinished(path), path);
      await this.#files.syncFolder(dirname(path));
    } catch (error) {
      throw await cleanUp(
        error,
        [unfinished(path), path].map((name) => ({ leaves: name, work: () => this.#files.remove(name) })),
      );
    }
    await this.#close();
    this.#lastGeneration = generation;
    this.#journals.push({ generation, base: answered, bytes: header.length, path });
    this.#mustStartAnew = false;
  }

  /** Removes the journals whose records all have numbers up to `seq`. */
  async forget(seq: number): Promise<void> {
    for (;;) {
      const [oldest, next] = this.#journals;
      if (oldest === undefined || next === undefined || next.base > seq) return;
      await ifPresent(this.#files.remove(oldest.path));
      this.#journals.shift();
    }
  }

  async #close(): Promise<void> {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    const { generation, bytes } = this.place;
    const steps = [
      // Not synced: where it comes to nothing, zeros are at the end.
      async () => {
        if (!(await this.#findsForeign(this.#path(generation), bytes)))
          await this.#space.giveBack(open, bytes);
      },
      () => this.#space.close(),
      () => open.close(),
    ];
    for (const step of steps) {
      try {
        await step();
      } catch (error) {
        // Every answered record was synced before. Zeros that are still there are not written over.
        this.#mustStartAnew = true;
        this.#tell({ code: 'not-tidied', path: this.#path(generation), detail: causeOf(error) });
      }
    }
  }

  /** Looks whether another process wrote after the records, which end at so many bytes. */
  async #findsForeign(path: string, bytes: number): Promise<boolean> {
    const [found] = await this.#files.sizes([path]);
    this.#isForeign ||= this.#space.isForeign(found, bytes);
    return this.#isForeign;
  }

  /** Looks whether another process began the next journal. */
  async #findsNext(): Promise<boolean> {
    const generation = this.#lastGeneration + 1;
    const [found] = await this.#files.sizes([this.#path(generation)]);
    this.#isForeign ||= typeof found === 'number' && generation !== this.#begun;
    return this.#isForeign;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#turns.take()) await this.#turns.wait();
    try {
      return await work();
    } finally {
      this.#turns.end();
    }
  }

  #path(generation: number): string {
    return join(this.#folder, journalName(generation));
  }

  /** Gives the failure to throw. A record that cannot be cut off is ruled out by the header of the next journal. */
  async #abandon(path: string, place: JournalPlace, failure: unknown): Promise<unknown> {
    this.#mustStartAnew = true;
    this.#space.giveUp();
    const open = this.#open;
    this.#open = null;
    if (open === null) return failure;
    // Where that cannot be looked at now, it is when the next journal is begun.
    await this.#findsNext().catch(() => false);
    const cuts = [
      { leaves: `refused records in ${path}`, work: () => open.truncate(place.bytes) },
      { leaves: `${path} not synced`, work: () => open.sync() },
    ];
    return cleanUp(failure, [
      ...(this.#isForeign ? [] : cuts),
      { leaves: `${path} not closed`, work: () => this.#space.close() },
      { leaves: `${path} not closed`, work: () => open.close() },
    ]);
  }
}
