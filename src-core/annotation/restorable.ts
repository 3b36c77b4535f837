// The removed marks that are worth bringing back. A mark that went into another article was made anew there, and what it was
// before stays behind as a removed one: of the two only the one that has a place is of use.
import type { ArticleId } from '../publication/issue';
import type { Annotation } from './annotation';
import { standsIn } from './carry-marks';

/** The removed marks among all of an issue, without those that stand elsewhere under a new name. */
export function restorableMarks(
  annotations: Iterable<Annotation>,
  textOf: (articleId: ArticleId) => string | undefined,
): readonly Annotation[] {
  const all = [...annotations];
  const stands = ({ articleId, target }: Annotation): boolean => standsIn(textOf(articleId) ?? '', target);
  const placed = new Set(all.filter(stands).map(makingOf));
  return all.filter((mark) => mark.removed !== undefined && (stands(mark) || !placed.has(makingOf(mark))));
}

/** What a mark that is made anew keeps: when it was made, by whom, and of which words. */
function makingOf({ created, author, target }: Annotation): string {
  return JSON.stringify([created, author, target.quote.exact.replace(/\s+/gu, '')]);
}
