// The notices of one library, each kept and told once.
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
    const { code, path, detail } = notice;
    const isKnown = this.#all.some(
      (known) => known.code === code && known.path === path && known.detail === detail,
    );
    if (isKnown) return;
    this.#all.push(notice);
    this.#onNotice(notice);
  };
}
