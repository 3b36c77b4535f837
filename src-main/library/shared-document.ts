// A document that the whole library has once, beside its catalog: what is set about tags, what lies in the trash. It is read
// when it is first asked for, changed one change after the other, and each change is on the disk before it is answered. A
// library in which nothing was ever set has no such file. Where no copy of it can be read, it is set aside and told of.
import { join } from 'node:path';
import type { AppError } from '../../src-core/ipc/app-error';
import { causeOf } from '../../src-core/ipc/cause';
import { fail, ok, type Result } from '../../src-core/result';
import type { DocumentFormat } from './document';
import { lowDocument, type LowDocument, missing } from './durable-file';
import { readError, writeError } from './storage-error';
import type { ShelfOptions } from './study-shelf';
import { writeAsItIs, writeBoth } from './write-both';

/** Which document it is. */
export type SharedDocumentKind<T> = {
  /** Its name within a library and a backup. */
  readonly name: string;
  readonly format: DocumentFormat<T>;
  /** What it says while there is no file of it. */
  readonly empty: T;
  /** What is told where no copy of it can be read. */
  readonly damaged: 'tags-damaged' | 'trash-damaged';
};

export class SharedDocument<T> {
  readonly #options: ShelfOptions;
  readonly #kind: SharedDocumentKind<T>;
  readonly #path: string;
  #kept: Promise<LowDocument<T>> | null = null;
  #changing: Promise<unknown> = Promise.resolve();

  constructor(options: ShelfOptions, kind: SharedDocumentKind<T>) {
    this.#options = options;
    this.#kind = kind;
    this.#path = join(options.library, kind.name);
  }

  /** What it says now. */
  async read(): Promise<Result<T, AppError>> {
    try {
      return ok((await this.#read()).low.data);
    } catch (error) {
      return fail(readError(this.#path, error));
    }
  }

  /** Sets what a function makes of what it says at the time; the same value sets nothing. Gives what it says then. */
  change(change: (present: T) => Result<T, AppError>): Promise<Result<T, AppError>> {
    const changed = this.#changing.then(() => this.#change(change));
    this.#changing = changed;
    return changed;
  }

  /** Waits for what is being written. */
  async settled(): Promise<void> {
    await this.#changing;
  }

  /** Forgets what was read. */
  forgetAll(): void {
    this.#kept = null;
  }

  async #change(change: (present: T) => Result<T, AppError>): Promise<Result<T, AppError>> {
    const refused = await this.#options.refusal();
    if (refused !== null) return fail(refused);
    try {
      const { low } = await this.#read();
      const former = low.data;
      const wanted = change(former);
      if (!wanted.ok || wanted.value === former) return wanted;
      await writeBoth(low, wanted.value, {
        path: this.#path,
        putBack: () => this.#putBack(low),
        onSecondFailing: (error) => {
          this.#options.notice({ code: 'not-tidied', path: this.#path, detail: causeOf(error) });
        },
      });
      this.#options.onChange();
      return wanted;
    } catch (error) {
      return fail(writeError(this.#path, error));
    }
  }

  /**
   * Where the former cannot be put back, what is on the disk holds, and is read again; not before, for until then what was
   * refused may be on it.
   */
  async #putBack(low: LowDocument<T>['low']): Promise<void> {
    try {
      await writeAsItIs(low);
    } finally {
      this.#kept = null;
    }
  }

  /** However many ask at a time, the document is read once; a failure is not kept. */
  #read(): Promise<LowDocument<T>> {
    this.#kept ??= this.#readDocument().catch((error: unknown) => {
      this.#kept = null;
      throw error;
    });
    return this.#kept;
  }

  async #clearAway(file: LowDocument<T>['file']): Promise<void> {
    for (const damaged of file.damaged) {
      await this.#options.setAside(damaged.path);
      file.damaged = file.damaged.filter((other) => other !== damaged);
    }
  }

  async #readDocument(): Promise<LowDocument<T>> {
    const { files, setAside, notice, isWritable } = this.#options;
    const { format, empty, damaged } = this.#kind;
    const document = lowDocument<T>(files, this.#path, format, empty, setAside);
    const { low, file } = document;
    await low.read();
    if (file.generation === 'present' || (file.generation === null && file.damaged.length === 0)) {
      return document;
    }
    const detail = file.damaged[0]?.detail ?? missing;
    notice({ code: file.generation === null ? damaged : 'file-rebuilt', path: this.#path, detail });
    if (!isWritable()) return document;
    try {
      if (file.generation !== null) await low.write();
      else await this.#clearAway(file);
    } catch (error) {
      notice({ code: 'mending-failed', path: this.#path, detail: causeOf(error) });
    }
    return document;
  }
}
