// Counts the standing annotations of an issue, their tags and their links to other issues as they change, so that lists
// need not look at all of them.
import type { Annotation, AnnotationId, MarkAddress } from '../../src-core/annotation/annotation';

/** A link from a mark of the issue to one of another issue. */
export type LinkOut = { readonly from: AnnotationId; readonly to: MarkAddress };

export class Tally {
  #standing = 0;
  readonly #tags = new Map<string, number>();
  readonly #links = new Map<AnnotationId, readonly MarkAddress[]>();

  constructor(annotations: Iterable<Annotation>) {
    for (const annotation of annotations) this.count(annotation, 1);
  }

  get standing(): number {
    return this.#standing;
  }

  get tags(): ReadonlyMap<string, number> {
    return this.#tags;
  }

  /** The links to other issues. */
  get links(): readonly LinkOut[] {
    return [...this.#links].flatMap(([from, addresses]) => addresses.map((to) => ({ from, to })));
  }

  /** Counts an annotation in (1) or out (-1); a tombstone and nothing count nothing. */
  count(annotation: Annotation | undefined, by: 1 | -1): void {
    if (annotation === undefined || annotation.removed !== undefined) return;
    this.#standing += by;
    const { annotationId, linksElsewhere } = annotation;
    if (by < 0) this.#links.delete(annotationId);
    else if (linksElsewhere !== undefined) this.#links.set(annotationId, linksElsewhere);
    annotation.tags.forEach((tag, index, tags) => {
      if (tags.indexOf(tag) < index) return;
      const count = (this.#tags.get(tag) ?? 0) + by;
      if (count === 0) this.#tags.delete(tag);
      else this.#tags.set(tag, count);
    });
  }
}
