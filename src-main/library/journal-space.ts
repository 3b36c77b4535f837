// Space set aside at the end of a journal that is being written: zeros, on the disk before a record is written over them.
// A write that does not make its file longer is on the disk sooner than one that does. Only zeros which this writer put
// there itself are ever written over, and only by a record alone: of several, a loss of power might leave the later ones
// without the first.
import { fileErrorCode, writeAll, type FileLayer, type FileToOverwrite, type OpenFile } from './file-layer';

/** From which record on, of those that came one by one since the journal was opened, space is set aside. */
const firstRecord = 3;

/** How much is set aside first, how many times more each further time, and how much at most; bytes. */
const firstStep = 4 * 1024;
const stepFactor = 4;
const longestStep = 64 * 1024;

/** Space ends where a block of the disk does; bytes. */
const block = 4 * 1024;

/** What file systems answer that have no more room. */
const noRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

export class JournalSpace {
  readonly #files: FileLayer;
  #file: FileToOverwrite | null = null;
  #end = 0;
  #records = 0;
  #step = firstStep;
  #isGivenUp = false;

  constructor(files: FileLayer) {
    this.#files = files;
  }

  /** Whether the journal is longer than its records, which end at so many bytes. */
  follows(bytes: number): boolean {
    return this.#end > bytes;
  }

  /**
   * Whether another process had to do with a journal that is found to be so long and whose records end at so many bytes:
   * it wrote after them, or cut the space off, as who opens the issue does.
   */
  isForeign(found: number | null | undefined, bytes: number): boolean {
    return typeof found === 'number' && found >= bytes && found !== Math.max(this.#end, bytes);
  }

  /** Whether a record finds room after so many bytes. */
  takes(bytes: number, record: number): boolean {
    return bytes + record <= this.#end;
  }

  /**
   * Writes a record after so many bytes. It is on the disk, and in its place, when the promise ends; at once where there is
   * no promise.
   */
  write(path: string, record: Uint8Array, bytes: number): Promise<void> | null {
    const length =
      this.#file === null ? this.#writeFirst(path, record, bytes) : this.#file.overwrite(record, bytes);
    return length === this.#end ? null : this.#proveInPlace(path, record, bytes, length);
  }

  /**
   * Appends a record to a journal of so many bytes, with space after it where the journal is being written to record by
   * record; without where the disk has no room for it. Gives the length of the journal then, which is not synced yet.
   */
  async append(journal: OpenFile, record: Uint8Array, bytes: number): Promise<number> {
    const end = bytes + record.length;
    if (++this.#records >= firstRecord && !this.#isGivenUp) {
      const length = Math.ceil((end + this.#step) / block) * block;
      const withSpace = Buffer.alloc(length - bytes);
      withSpace.set(record);
      try {
        await writeAll(journal, withSpace);
        this.#step = Math.min(this.#step * stepFactor, longestStep);
        this.#end = length;
        return length;
      } catch (error) {
        this.#isGivenUp = true;
        if (!noRoom.has(fileErrorCode(error) ?? '')) throw error;
        await journal.truncate(bytes);
      }
    }
    await writeAll(journal, record);
    return end;
  }

  /** Cuts a journal to its records, which end at so many bytes; what follows is no space any more, even if it fails. */
  async giveBack(journal: OpenFile, bytes: number): Promise<void> {
    const isLonger = this.follows(bytes);
    this.#end = 0;
    if (isLonger) await journal.truncate(bytes);
  }

  /** Sets nothing aside any more: a journal with space could not be written. */
  giveUp(): void {
    this.#isGivenUp ||= this.#end > 0;
  }

  /** Forgets the journal. */
  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    this.#end = 0;
    this.#records = 0;
    this.#step = firstStep;
    await file?.close();
  }

  async #writeFirst(path: string, record: Uint8Array, bytes: number): Promise<number | null> {
    this.#file = await this.#files.openToOverwrite(path);
    return this.#file.overwrite(record, bytes);
  }

  /** @param length what stands in the journal's place, as `overwrite` gives it */
  async #proveInPlace(
    path: string,
    record: Uint8Array,
    bytes: number,
    length: Promise<number | null> | number | null,
  ): Promise<void> {
    const found = await length;
    const isInPlace = found === null ? await this.#isFound(path, record, bytes) : found === this.#end;
    if (!isInPlace) throw notInPlace();
  }

  /** Some file systems give a file another number each time it is looked for; then it is the record that is looked for. */
  async #isFound(path: string, record: Uint8Array, bytes: number): Promise<boolean> {
    const file = await this.#files.openToRead(path);
    try {
      return file.bytes === this.#end && Buffer.compare(await file.read(bytes, record.length), record) === 0;
    } finally {
      await file.close();
    }
  }
}

/** A file whose folder was deleted or moved away can still be written; what is in it then is not in the library. */
export function notInPlace(): Error {
  return Object.assign(new Error('ENOENT: the journal is not in its place any more'), { code: 'ENOENT' });
}
