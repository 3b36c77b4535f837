// Links between the marks of an issue 参见. A link is kept with the mark it goes out from and shown at both; a mark that
// was removed is still named.
import type { Annotation, AnnotationId, MarkAddress } from '../../src-core/annotation/annotation';
import type { Annotations } from '../../src-core/annotation/apply-edit';
import { changeMark } from './mark-actions';
import { filterMarks, foldedQuery, holdsWords, noFilter } from './filter-marks';
import type { PlacedMarks } from './mark-ranges';

export type MarkLink = {
  readonly annotationId: AnnotationId;
  /** The mark at the other end; null while it is not known, as a removed one may be. */
  readonly mark: Annotation | null;
  /** Whether the link goes out from the mark that is looked at, or comes in. */
  readonly goes: 'out' | 'in';
};

/** The links of a mark: those that go out, in their order, then those that come in. Removed marks refer to nothing. */
export function linksOf(mark: Annotation, annotations: Annotations): readonly MarkLink[] {
  const out = (mark.links ?? []).map((annotationId): MarkLink => ({
    annotationId,
    mark: annotations.get(annotationId) ?? null,
    goes: 'out',
  }));
  const known = new Set(mark.links);
  const into = [...annotations.values()]
    .filter(
      ({ annotationId, links, removed }) =>
        removed === undefined && !known.has(annotationId) && links?.includes(mark.annotationId) === true,
    )
    .map((other): MarkLink => ({ annotationId: other.annotationId, mark: other, goes: 'in' }));
  return [...out, ...into];
}

/** Makes a mark refer to another one. */
export function addLink(mark: Annotation, to: AnnotationId): void {
  const links = mark.links ?? [];
  if (to !== mark.annotationId && !links.includes(to)) {
    changeMark(mark.annotationId, { links: [...links, to] });
  }
}

/** Takes a link away, from whichever of the two marks it goes out. */
export function removeLink(mark: Annotation, { annotationId, mark: other, goes }: MarkLink): void {
  const from = goes === 'out' ? mark : other;
  const to = goes === 'out' ? annotationId : mark.annotationId;
  if (from === null) return;
  changeMark(from.annotationId, { links: (from.links ?? []).filter((link) => link !== to) });
}

/** Makes a mark refer to one of another issue. */
export function addLinkElsewhere(mark: Annotation, to: MarkAddress): void {
  const linksElsewhere = mark.linksElsewhere ?? [];
  if (!linksElsewhere.some((link) => isSameAddress(link, to))) {
    changeMark(mark.annotationId, { linksElsewhere: [...linksElsewhere, to] });
  }
}

/** Takes a link to a mark of another issue away. */
export function removeLinkElsewhere(mark: Annotation, to: MarkAddress): void {
  const linksElsewhere = (mark.linksElsewhere ?? []).filter((link) => !isSameAddress(link, to));
  changeMark(mark.annotationId, { linksElsewhere });
}

function isSameAddress(one: MarkAddress, other: MarkAddress): boolean {
  return one.issueId === other.issueId && one.annotationId === other.annotationId;
}

/** The marks of another issue that words lead to and that a mark does not refer to yet, in the order they were made. */
export function linkableElsewhere(
  mark: Annotation,
  marks: readonly Annotation[],
  words: string,
  limit: number,
): readonly Annotation[] {
  const query = foldedQuery(words);
  return marks
    .filter(
      (other) =>
        holdsWords(other, query) && !(mark.linksElsewhere ?? []).some((link) => isSameAddress(link, other)),
    )
    .slice(0, limit);
}

/** The marks that words lead to and that a mark does not refer to yet, nearest to it first. */
export function linkable(
  mark: Annotation,
  marks: PlacedMarks,
  words: string,
  limit: number,
): readonly Annotation[] {
  const taken = new Set([mark.annotationId, ...(mark.links ?? [])]);
  const own = marks.placed.findIndex((placed) => placed.mark === mark);
  const place = new Map(marks.placed.map((placed, at) => [placed.mark, Math.abs(at - own)]));
  return filterMarks(marks.placed, { ...noFilter, text: words })
    .map((placed) => placed.mark)
    .filter(({ annotationId }) => !taken.has(annotationId))
    .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
    .slice(0, limit);
}
