// How the list of marks is looked at: which of its three faces, what narrows it down, its order, which marks are chosen
// to be changed together, and whose marks are hidden.
import { create } from 'zustand';
import type { AnnotationId } from '../../src-core/annotation/annotation';
import { noFilter, type MarkFilter } from '../annotations/filter-marks';
import type { MarkOrder } from '../annotations/sort-marks';
import { useDesk } from './desk';

export type ListFace = 'marks' | 'doubtful' | 'trash';

type MarkListState = {
  readonly face: ListFace;
  readonly filter: MarkFilter;
  readonly order: MarkOrder;
  /** Marks that are changed together; may name marks that are gone. */
  readonly chosen: ReadonlySet<AnnotationId>;
  /** Where choosing a stretch of the list began. */
  readonly chosenFrom: AnnotationId | null;
  /** Authors whose marks are not shown. */
  readonly hiddenAuthors: ReadonlySet<string>;
};

export const useMarkList = create<MarkListState>(() => ({
  face: 'marks',
  filter: noFilter,
  order: 'place',
  chosen: new Set(),
  chosenFrom: null,
  hiddenAuthors: new Set(),
}));

/** Chooses these marks and no others. */
export function chooseMarks(
  chosen: Iterable<AnnotationId>,
  from: AnnotationId | null = useMarkList.getState().chosenFrom,
): void {
  useMarkList.setState({ chosen: new Set(chosen), chosenFrom: from });
}

/** Chooses a mark, or lets go of it. */
export function toggleChosen(annotationId: AnnotationId): void {
  const chosen = new Set(useMarkList.getState().chosen);
  if (!chosen.delete(annotationId)) chosen.add(annotationId);
  chooseMarks(chosen, annotationId);
}

/** Lets go of all chosen marks. */
export function chooseNone(): void {
  if (useMarkList.getState().chosen.size > 0) chooseMarks([], null);
}

/** Shows an author's marks, or hides them. */
export function toggleAuthor(author: string): void {
  const hiddenAuthors = new Set(useMarkList.getState().hiddenAuthors);
  if (!hiddenAuthors.delete(author)) hiddenAuthors.add(author);
  useMarkList.setState({ hiddenAuthors });
}

/** The chosen marks that stand. */
export function chosenStanding(): readonly AnnotationId[] {
  const { annotations } = useDesk.getState();
  return [...useMarkList.getState().chosen].filter((annotationId) => {
    const mark = annotations.get(annotationId);
    return mark !== undefined && mark.removed === undefined;
  });
}
