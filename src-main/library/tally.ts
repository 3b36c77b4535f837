// Counts the standing annotations of an issue and their tags as they change, so that lists need not look at all of them.
import type { Annotation } from '../../src-core/annotation/annotation';

export class Tally {
  #standing = 0;
  readonly #tags = new Map<string, number>();

  constructor(annotations: Iterable<Annotation>) {
    for (const annotation of annotations) this.count(annotation, 1);
  }

  get standing(): number {
    return this.#standing;
  }

  get tags(): ReadonlyMap<string, number> {
    return this.#tags;
  }

  /** Counts an annotation in (1) or out (-1); a tombstone and nothing count nothing. */
  count(annotation: Annotation | undefined, by: 1 | -1): void {
    if (annotation === undefined || annotation.removed !== undefined) return;
    this.#standing += by;
    for (const tag of new Set(annotation.tags)) {
      const count = (this.#tags.get(tag) ?? 0) + by;
      if (count === 0) this.#tags.delete(tag);
      else this.#tags.set(tag, count);
    }
  }
}
