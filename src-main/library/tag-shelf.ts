// What is set about the tags of a library: other names 别名, and colours. Where no copy of it can be read, no mark is
// concerned: marks carry their tags themselves.
import { z } from 'zod';
import { tagTraitsSchema } from '../../src-core/annotation/tag-trait-schema';
import { differingTags, type TagTrait } from '../../src-core/annotation/tag-traits';
import type { AppError } from '../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../src-core/result';
import { parseWith, wholeDocument } from './document';
import type { TagTraits } from './library';
import { SharedDocument } from './shared-document';
import type { ShelfOptions } from './study-shelf';

/** The document's name within a library and a backup. */
export const tagsName = 'tags.json';

const tagsSchema = z.strictObject({ traits: tagTraitsSchema });
type Tags = { readonly traits: readonly TagTrait[] };

export const tagsFormat = wholeDocument<Tags>('tags', tagsSchema);

export class TagShelf implements TagTraits {
  readonly #document: SharedDocument<Tags>;

  constructor(options: ShelfOptions) {
    this.#document = new SharedDocument(options, {
      name: tagsName,
      format: tagsFormat,
      empty: { traits: [] },
      damaged: 'tags-damaged',
    });
  }

  /** What is set about tags. */
  async all(): Promise<Result<readonly TagTrait[], AppError>> {
    const tags = await this.#document.read();
    return tags.ok ? ok(tags.value.traits) : tags;
  }

  /** Sets what a function makes of what is set at the time; one change after the other. */
  async change(
    change: (traits: readonly TagTrait[]) => readonly TagTrait[],
  ): Promise<Result<readonly TagTrait[], AppError>> {
    const tags = await this.#document.change((present) => {
      const parsed = parseWith(tagsSchema, { traits: change(present.traits) });
      if (!parsed.ok) return fail({ code: 'invalid-input', where: 'tags', detail: parsed.error });
      return ok(differingTags(present.traits, parsed.value.traits).length === 0 ? present : parsed.value);
    });
    return tags.ok ? ok(tags.value.traits) : tags;
  }

  /** Waits for what is being written. */
  settled(): Promise<void> {
    return this.#document.settled();
  }

  /** Forgets what was read. */
  forgetAll(): void {
    this.#document.forgetAll();
  }
}
