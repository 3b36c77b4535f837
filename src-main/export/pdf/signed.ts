// Whether marks are signed one by one: with a single author the name would only be repeated.
import type { Annotation } from '../../../src-core/annotation/annotation';

/** Whether marks have several authors, one without a name being one of them. */
export function haveSeveralAuthors(marks: readonly Pick<Annotation, 'author'>[]): boolean {
  return new Set(marks.map(({ author }) => author.trim())).size > 1;
}
