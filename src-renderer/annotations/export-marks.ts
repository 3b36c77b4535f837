// The marks as a file for other programs: those that are chosen in the list, or else those that the list shows.
import type { AnnotationId } from '../../src-core/annotation/annotation';
import { call } from '../bridge/bridge';
import { useDesk } from '../state/desk';
import { useMarkList } from '../state/mark-list';
import { post, report } from '../state/notices';
import { filterMarks } from './filter-marks';
import { placedMarks } from './mark-ranges';

/** The marks that would be exported now, in reading order. */
export function exportedMarks(): readonly AnnotationId[] {
  const { issue, annotations } = useDesk.getState();
  if (issue === null) return [];
  const { chosen, filter, hiddenAuthors } = useMarkList.getState();
  const { placed } = placedMarks(issue, annotations);
  const listed =
    chosen.size > 0
      ? placed.filter(({ mark }) => chosen.has(mark.annotationId))
      : filterMarks(placed, filter).filter(({ mark }) => !hiddenAuthors.has(mark.author));
  return listed.map(({ mark }) => mark.annotationId);
}

/** Lets the user choose a file, writes the marks to it, and says where they are. */
export async function exportMarks(): Promise<void> {
  const { issueId } = useDesk.getState();
  const annotationIds = exportedMarks();
  if (issueId === null || annotationIds.length === 0) return;
  const written = await call('annotations.export-file', { issueId, annotationIds: [...annotationIds] });
  if (!written.ok) return report(written.error);
  if (written.value !== null)
    post({ kind: 'written', file: written.value.fileName, token: written.value.token });
}
