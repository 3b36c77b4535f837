// Whether the library may be written, and why not. The reason may pass: a disk becomes writable again, another process
// ends. So each change that is refused asks again first, and when the lock is had again the library is read anew, for
// another process may have changed it.
import { causeOf, detailOf } from '../../src-core/ipc/cause';
import type { Detail } from '../../src-core/ipc/detail';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Result } from '../../src-core/result';
import { heartbeatLimit, type Heartbeat, type LibraryLock } from './lock';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';

export type WriteAccessOptions = {
  readonly library: string;
  /** The clock, ISO 8601. */
  readonly now: () => string;
  readonly acquire: () => Promise<Result<LibraryLock, AppError>>;
  /** Whether the library's folder still holds it: a disk that is away may leave an empty folder in its place. */
  readonly isThere: () => Promise<boolean>;
  readonly notice: (notice: LibraryNotice) => void;
  /** Called now and then while the library is open for writing. */
  readonly onBeat: () => Promise<void>;
  readonly heartbeat: Heartbeat;
};

export class WriteAccess {
  readonly #options: WriteAccessOptions;
  #lock: LibraryLock | null = null;
  #refusal: AppError | null = null;
  /** When the lock was last seen to be held. */
  #confirmed = 0;
  #beating: Promise<void> | null = null;
  #regaining: Promise<AppError | null> | null = null;
  #stop: (() => void) | null = null;

  constructor(options: WriteAccessOptions) {
    this.#options = options;
  }

  /** Why the library cannot be written; null when it can. */
  get refusal(): AppError | null {
    return this.#refusal;
  }

  /**
   * Whether the library can be written at an instant (milliseconds), and that was looked at of late; if not, see `confirm`.
   * While the library is read anew it is not sure; nor where the clock was set back, which might hide a pause.
   */
  isSureAt(time: number): boolean {
    if (this.#refusal !== null || this.#regaining !== null) return false;
    return Math.abs(time - this.#confirmed) <= heartbeatLimit / 2;
  }

  /** Takes the lock for the first time; gives the failure where another holds it or the folder cannot be written. */
  async begin(): Promise<AppError | null> {
    const { library, notice } = this.#options;
    const acquired = await this.#options.acquire();
    if (!acquired.ok) {
      this.refuse(acquired.error);
      return acquired.error;
    }
    this.#hold(acquired.value);
    const { takenFrom } = acquired.value;
    if (takenFrom !== null) notice({ code: 'lock-taken-over', path: library, owner: takenFrom });
    return null;
  }

  /** Makes the library read-only, for a reason; a lock that is held is kept. */
  refuse(reason: AppError): void {
    const { library, notice } = this.#options;
    this.#refusal = reason.code === 'library-newer' ? { ...reason, path: library } : reason;
    if (reason.code === 'library-newer') {
      notice({ code: 'library-newer', path: library, version: reason.version });
    } else if (reason.code !== 'library-locked') {
      notice({ code: 'library-read-only', path: library, detail: detailOf(reason) });
    }
  }

  /**
   * Makes sure of the access before a change; gives the reason where there is none. After a pause in which no beat
   * came through (a sleeping computer) the lock is looked at first.
   * @param reload reads the library anew after the access was had again
   */
  async confirm(reload: () => Promise<void>): Promise<AppError | null> {
    const isUnsure = this.#refusal === null && !this.isSureAt(this.#time());
    if (isUnsure && this.#regaining === null) await this.#beat();
    if (this.#regaining === null) {
      if (this.#refusal === null || this.#refusal.code === 'library-newer') return this.#refusal;
      this.#regaining = this.#regain(reload).finally(() => {
        this.#regaining = null;
      });
    }
    return this.#regaining;
  }

  /** Gives the lock back; from then on the library cannot be written. */
  async release(): Promise<void> {
    this.#stop?.();
    this.#stop = null;
    this.#refusal ??= this.#unread({ code: 'closed' });
    // A beat that finds no lock makes it again.
    await this.#beating;
    const lock = this.#lock;
    this.#lock = null;
    await lock?.release();
  }

  async #regain(reload: () => Promise<void>): Promise<AppError | null> {
    if (!(await this.#options.isThere())) return this.#absence;
    // While the folder was away, another computer may have taken the lock.
    await this.#beat();
    if (this.#lock === null) {
      const acquired = await this.#options.acquire();
      if (!acquired.ok) return acquired.error;
      this.#hold(acquired.value);
    }
    this.#refusal = null;
    try {
      await reload();
    } catch (error) {
      this.#refusal ??= this.#unread(causeOf(error));
      throw error;
    }
    return this.#refusal;
  }

  #hold(lock: LibraryLock): void {
    this.#lock = lock;
    this.#confirmed = this.#time();
    this.#stop ??= this.#options.heartbeat(() => {
      void this.#beat().then(() => (this.#refusal === null ? this.#options.onBeat() : undefined));
    });
  }

  #beat(): Promise<void> {
    this.#beating ??= this.#beatOnce().finally(() => {
      this.#beating = null;
    });
    return this.#beating;
  }

  async #beatOnce(): Promise<void> {
    if (this.#lock === null) return;
    if (!(await this.#options.isThere())) {
      this.#refusal = this.#absence;
      return;
    }
    const beat = await this.#lock.beat();
    if (beat.state === 'unseen') return;
    this.#confirmed = this.#time();
    if (beat.state === 'made-again') this.#refusal ??= this.#unread({ code: 'lock-gone' });
    if (beat.state !== 'lost') return;
    this.#lock = null;
    const { library, notice } = this.#options;
    this.#refusal = { code: 'library-locked', path: library, owner: beat.to };
    notice({ code: 'lock-lost', path: library, owner: beat.to });
  }

  /** Nothing is written before the library is read anew. */
  #unread(detail: Detail): AppError {
    return { code: 'library-unwritable', path: this.#options.library, detail };
  }

  get #absence(): AppError {
    return { code: 'library-absent', path: this.#options.library };
  }

  #time(): number {
    return Date.parse(this.#options.now());
  }
}
