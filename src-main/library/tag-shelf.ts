// What is set about the tags of a library: other names 别名, and colours. One document, kept by the same means as all
// others; a library in which nothing was ever set has none. Where no copy of it can be read it is set aside and told of,
// and no mark is concerned: marks carry their tags themselves.
import { join } from 'node:path';
import { z } from 'zod';
import { tagTraitsSchema } from '../../src-core/annotation/tag-trait-schema';
import { differingTags, type TagTrait } from '../../src-core/annotation/tag-traits';
import type { AppError } from '../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../src-core/result';
import { parseWith, wholeDocument } from './document';
import { lowDocument, type LowDocument } from './durable-file';
import type { TagTraits } from './library';
import { describe, readError, writeError } from './storage-error';
import type { ShelfOptions } from './study-shelf';

/** The document's name within a library and a backup. */
export const tagsName = 'tags.json';

const tagsSchema = z.strictObject({ traits: tagTraitsSchema });
type Tags = { readonly traits: readonly TagTrait[] };

export const tagsFormat = wholeDocument<Tags>('tags', tagsSchema);

export class TagShelf implements TagTraits {
  readonly #options: ShelfOptions;
  readonly #path: string;
  #kept: Promise<LowDocument<Tags>> | null = null;
  #changing: Promise<unknown> = Promise.resolve();

  constructor(options: ShelfOptions) {
    this.#options = options;
    this.#path = join(options.library, tagsName);
  }

  /** What is set about tags. */
  async all(): Promise<Result<readonly TagTrait[], AppError>> {
    try {
      return ok((await this.#read()).low.data.traits);
    } catch (error) {
      return fail(readError(this.#path, error));
    }
  }

  /** Sets what a function makes of what is set at the time; one change after the other. */
  change(
    change: (traits: readonly TagTrait[]) => readonly TagTrait[],
  ): Promise<Result<readonly TagTrait[], AppError>> {
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

  async #change(
    change: (traits: readonly TagTrait[]) => readonly TagTrait[],
  ): Promise<Result<readonly TagTrait[], AppError>> {
    const refused = await this.#options.refusal();
    if (refused !== null) return fail(refused);
    try {
      const { low } = await this.#read();
      const former = low.data;
      const parsed = parseWith(tagsSchema, { traits: change(former.traits) });
      if (!parsed.ok) return fail({ code: 'invalid-input', where: 'tags', detail: parsed.error });
      if (differingTags(former.traits, parsed.value.traits).length === 0) return ok(former.traits);
      low.data = parsed.value;
      try {
        await low.write();
      } catch (error) {
        low.data = former;
        throw error;
      }
      this.#options.onChange();
      return ok(parsed.value.traits);
    } catch (error) {
      return fail(writeError(this.#path, error));
    }
  }

  /** However many ask at a time, the document is read once; a failure is not kept. */
  #read(): Promise<LowDocument<Tags>> {
    this.#kept ??= this.#readDocument().catch((error: unknown) => {
      this.#kept = null;
      throw error;
    });
    return this.#kept;
  }

  async #clearAway(file: LowDocument<Tags>['file']): Promise<void> {
    for (const damaged of file.damaged) {
      await this.#options.setAside(damaged.path);
      file.damaged = file.damaged.filter((other) => other !== damaged);
    }
  }

  async #readDocument(): Promise<LowDocument<Tags>> {
    const { files, setAside, notice, isWritable } = this.#options;
    const document = lowDocument<Tags>(files, this.#path, tagsFormat, { traits: [] }, setAside);
    const { low, file } = document;
    await low.read();
    if (file.generation === 'present' || (file.generation === null && file.damaged.length === 0)) {
      return document;
    }
    const detail = file.damaged[0]?.detail ?? 'missing';
    notice({ code: file.generation === null ? 'tags-damaged' : 'file-rebuilt', path: this.#path, detail });
    if (!isWritable()) return document;
    try {
      if (file.generation !== null) await low.write();
      else await this.#clearAway(file);
    } catch (error) {
      notice({ code: 'mending-failed', path: this.#path, detail: describe(error) });
    }
    return document;
  }
}
