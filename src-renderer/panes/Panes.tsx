// The open issue, in one pane or in two beside each other.
import type { ReactNode } from 'react';
import type { Issue } from '../../src-core/publication/issue';
import { Page } from '../reader/Page';
import type { TypeFace } from '../reader/latin-metrics';
import { useSettings } from '../state/settings';
import { PaneContext } from './pane';

type PanesProps = { readonly issue: Issue; readonly face: TypeFace };

/** Shows the issue, and where it is wished for the same set the other way. */
export function Panes({ issue, face }: PanesProps): ReactNode {
  const isParallel = useSettings((state) => state.settings.parallel);
  return (
    <div className={`panes${isParallel ? ' are-two' : ''}`}>
      <div className="pane">
        <Page issue={issue} face={face} />
      </div>
      {isParallel && (
        <div className="pane">
          <PaneContext value="second">
            <Page issue={issue} face={face} />
          </PaneContext>
        </div>
      )}
    </div>
  );
}
