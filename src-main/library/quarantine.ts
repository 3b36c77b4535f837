// Damaged files are never deleted or written over: they are moved to the library's `quarantine` folder, under a name
// that tells where they stood and when they were set aside.
import { dirname, join, relative, sep } from 'node:path';
import { createFile, makeFolderIn, type FileLayer } from './file-layer';

export class Quarantine {
  readonly #files: FileLayer;
  readonly #library: string;
  readonly #now: () => string;

  constructor(files: FileLayer, library: string, now: () => string) {
    this.#files = files;
    this.#library = library;
    this.#now = now;
  }

  get #folder(): string {
    return join(this.#library, 'quarantine');
  }

  /** Moves a file of the library to the quarantine. */
  readonly setAside = async (path: string): Promise<void> => {
    await this.#makeFolder();
    await this.#files.rename(path, await this.#freeName(path));
    await this.#files.syncFolder(this.#folder);
    await this.#files.syncFolder(dirname(path));
  };

  /** Keeps bytes that are about to be cut off a file. */
  async keep(path: string, bytes: Uint8Array): Promise<void> {
    await this.#makeFolder();
    await createFile(this.#files, await this.#freeName(path), bytes);
    await this.#files.syncFolder(this.#folder);
  }

  async #makeFolder(): Promise<void> {
    await makeFolderIn(this.#files, this.#library, this.#folder);
    await this.#files.syncFolder(this.#library);
  }

  async #freeName(path: string): Promise<string> {
    const place = relative(this.#library, path).split(sep).join('-');
    const time = this.#now().replaceAll(':', '-');
    const taken = new Set(await this.#files.list(this.#folder));
    for (let count = 1; ; count++) {
      const name = `${place}.damaged-${time}${count === 1 ? '' : `-${count}`}`;
      if (!taken.has(name)) return join(this.#folder, name);
    }
  }
}
