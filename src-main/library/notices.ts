// The notices of one library, each kept and told once.
import { isDeepStrictEqual } from 'node:util';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';

export class Notices {
  readonly #all: LibraryNotice[] = [];
  readonly #onNotice: (notice: LibraryNotice) => void;

  constructor(onNotice: (notice: LibraryNotice) => void = () => undefined) {
    this.#onNotice = onNotice;
  }

  get all(): readonly LibraryNotice[] {
    return this.#all;
  }

  readonly add = (notice: LibraryNotice): void => {
    if (this.#all.some((known) => isDeepStrictEqual(known, notice))) return;
    this.#all.push(notice);
    this.#onNotice(notice);
  };
}
