// Several separate passages as one mark: what is selected is added to the mark that was picked or made last, and any but
// the last one left can be taken out again.
import type { Annotation } from '../../src-core/annotation/annotation';
import { describePassages, passagesOf } from '../../src-core/annotation/passages';
import type { Article } from '../../src-core/publication/issue';
import type { TextRange } from '../../src-core/text/offsets';
import { standingMark, useDesk } from '../state/desk';
import { pickMark, selectedRange, useReader } from '../state/reader';
import { changeMark } from './mark-actions';
import { placedMarks } from './mark-ranges';

/** The mark to which the selection can be added: the one that was held last, if it stands in the same article; else null. */
export function markToJoin(): Annotation | null {
  const { selection, heldMark } = useReader.getState();
  const mark = standingMark(useDesk.getState().annotations, heldMark);
  if (mark === null || mark.scope !== undefined || selectedRange(selection) === null) return null;
  return mark.articleId === selection?.articleId ? mark : null;
}

/** Adds the selected passage to the mark that was held last; gives false where it cannot be. */
export function joinSelection(): boolean {
  const mark = markToJoin();
  const range = selectedRange(useReader.getState().selection);
  if (mark === null || range === null) return false;
  const isChanged = changePassages(mark, (ranges) => [...ranges, range]);
  if (isChanged) pickMark(mark.annotationId);
  return isChanged;
}

/** Takes a passage out of a mark that has others. */
export function removePassage(mark: Annotation, at: number): boolean {
  return passagesOf(mark.target).length > 1 && changePassages(mark, (ranges) => ranges.toSpliced(at, 1));
}

/** Changes where a mark stands, from where its passages are now. A mark that has lost a passage keeps what it has. */
function changePassages(
  mark: Annotation,
  change: (ranges: readonly TextRange[]) => readonly TextRange[],
): boolean {
  const { issue, annotations } = useDesk.getState();
  if (issue === null) return false;
  const article: Article | undefined = issue.articles.find(({ articleId }) => articleId === mark.articleId);
  const placed = placedMarks(issue, annotations)
    .byArticle.get(mark.articleId)
    ?.find((candidate) => candidate.mark === mark);
  if (article === undefined || placed === undefined) return false;
  if (placed.pieces.length < passagesOf(mark.target).length) return false;
  const target = describePassages(article.text, change(placed.pieces.map(({ range }) => range)));
  return target !== null && changeMark(mark.annotationId, { target });
}
