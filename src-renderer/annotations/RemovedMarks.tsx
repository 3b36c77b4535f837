// The marks that were removed. Nothing is ever gone: Enter brings one back, and so does undo.
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { AnnotationId } from '../../src-core/annotation/annotation';
import { restorableMarks } from '../../src-core/annotation/restorable';
import type { IssueId } from '../../src-core/publication/issue';
import { readTrash, useDesk } from '../state/desk';
import { chooseNone, useMarkList } from '../state/mark-list';
import { useStrings } from '../strings/use-strings';
import { TrashButton } from '../library/TrashButton';
import { MarkEntry } from './MarkEntry';
import { MarkList } from './MarkList';
import { restoreMarks } from './mark-actions';

/** Shows the removed marks, newest first. */
export function RemovedMarks({ issueId }: { readonly issueId: IssueId }): ReactNode {
  const strings = useStrings();
  const annotations = useDesk((state) => state.annotations);
  const chosen = useMarkList((state) => state.chosen);
  const [active, setActive] = useState<AnnotationId | null>(null);
  useEffect(() => void readTrash(issueId), [issueId]);
  const issue = useDesk((state) => state.issue);
  const removed = useMemo(() => {
    const texts = new Map(issue?.articles.map(({ articleId, text }) => [articleId, text]));
    const marks = restorableMarks(annotations.values(), (articleId) => texts.get(articleId));
    return [...marks].sort((a, b) => ((a.removed ?? '') < (b.removed ?? '') ? 1 : -1));
  }, [annotations, issue]);
  const many = removed.filter(({ annotationId }) => chosen.has(annotationId));
  const wanted = many.length > 0 ? many : removed.filter(({ annotationId }) => annotationId === active);

  function restore(annotationIds: readonly AnnotationId[]): void {
    restoreMarks(annotationIds);
    chooseNone();
  }

  if (removed.length === 0) {
    return (
      <>
        <p className="empty">{strings.desk.trashEmpty}</p>
        <TrashButton />
      </>
    );
  }
  return (
    <>
      <div className="filters">
        <span className="count" role="status">
          {strings.marks.count(removed.length)} · {strings.desk.trashHint}
        </span>
        {wanted.length > 0 && (
          <button
            type="button"
            className="text-button is-outlined"
            aria-label={strings.desk.restoreAll}
            onClick={() => restore(wanted.map(({ annotationId }) => annotationId))}
          >
            {strings.desk.restore}
          </button>
        )}
      </div>
      <MarkList
        label={strings.desk.trashList}
        marks={removed}
        active={active}
        onGo={(mark) => setActive(mark.annotationId)}
        onEnter={() => restore(wanted.map(({ annotationId }) => annotationId))}
        onDelete={null}
      >
        {(mark) => (
          <>
            <MarkEntry mark={mark} />
            <p className="mark-facts">{strings.desk.removedAt(mark.removed ?? '')}</p>
          </>
        )}
      </MarkList>
      <TrashButton />
    </>
  );
}
