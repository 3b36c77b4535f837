// The marks of the issue beside the page, in three lists: those that stand, those whose text was corrected and want a
// look, and those that were removed.
import { Tabs } from 'radix-ui';
import { useDeferredValue, useMemo, useRef, type ReactNode } from 'react';
import type { Issue } from '../../src-core/publication/issue';
import { useDesk } from '../state/desk';
import { useMarkList, type ListFace } from '../state/mark-list';
import { useStrings } from '../strings/use-strings';
import { useFocusKept } from '../ui/use-focus-kept';
import { DoubtfulMarks } from './DoubtfulMarks';
import { StandingMarks } from './StandingMarks';
import { RemovedMarks } from './RemovedMarks';
import { isDoubtful, placedMarks } from './mark-ranges';

/** Shows the marks of the open issue. */
export function MarksPanel(): ReactNode {
  const strings = useStrings();
  const issue = useDesk((state) => state.issue);
  return (
    <aside className="panel marks-panel" data-zone="marks" aria-label={strings.marks.title}>
      {issue === null ? (
        <div className="panel-head">
          <h2>{strings.marks.title}</h2>
        </div>
      ) : (
        <Marks key={issue.issueId} issue={issue} />
      )}
    </aside>
  );
}

const faces = ['marks', 'doubtful', 'trash'] as const satisfies readonly ListFace[];

function Marks({ issue }: { readonly issue: Issue }): ReactNode {
  const strings = useStrings();
  // The page shows a new mark at once; a list of thousands follows in the next moment.
  const annotations = useDeferredValue(useDesk((state) => state.annotations));
  const face = useMarkList((state) => state.face);
  const marks = useMemo(() => placedMarks(issue, annotations), [issue, annotations]);
  const doubtful = useMemo(() => marks.placed.filter(isDoubtful).length + marks.orphans.length, [marks]);
  // The last mark of a list may be removed, or brought back, with the focus on it.
  const element = useRef<HTMLDivElement>(null);
  useFocusKept(element, [annotations], () =>
    element.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus(),
  );
  return (
    <Tabs.Root
      ref={element}
      className="faces"
      value={face}
      onValueChange={(value) => {
        const chosen = faces.find((candidate) => candidate === value);
        if (chosen !== undefined) useMarkList.setState({ face: chosen, chosen: new Set(), chosenFrom: null });
      }}
    >
      <div className="panel-head">
        <h2 className="unseen">{strings.marks.title}</h2>
        <Tabs.List className="face-list" aria-label={strings.desk.faces}>
          {faces.map((each) => (
            <Tabs.Trigger key={each} value={each} className="face">
              {each === 'doubtful' && doubtful > 0
                ? strings.desk.faceCount(strings.desk.face.doubtful, doubtful)
                : strings.desk.face[each]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </div>
      <Tabs.Content value="marks" className="face-body" tabIndex={-1}>
        <StandingMarks issue={issue} marks={marks} />
      </Tabs.Content>
      <Tabs.Content value="doubtful" className="face-body" tabIndex={-1}>
        <DoubtfulMarks issue={issue} marks={marks} />
      </Tabs.Content>
      <Tabs.Content value="trash" className="face-body" tabIndex={-1}>
        <RemovedMarks issueId={issue.issueId} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
