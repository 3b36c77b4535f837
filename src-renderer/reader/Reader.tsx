// The middle of the window: the open issue, or a sentence that says why there is none.
import { FilePlus2 } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { errorMessage } from '../../src-core/strings/error-messages';
import { useDesk } from '../state/desk';
import { useLibrary } from '../state/library';
import { openIssueFromShelf } from '../state/open-issue';
import { useLanguage, useStrings } from '../strings/use-strings';
import { CommandButton } from '../ui/CommandButton';
import { Panes } from '../panes/Panes';
import { loadFaces, useTypeFace } from './latin-metrics';
import { useCopy } from './use-copy';

/** Shows the reader. */
export function Reader(): ReactNode {
  const hasFailed = useFontFailure();
  const face = useTypeFace();
  const { status, issue } = useDesk();
  useCopy();
  return (
    <main className="reader">
      {status === 'open' && issue !== null && !hasFailed ? (
        issue.articles.length === 0 ? (
          <Blank kind="no-text" />
        ) : (
          <Panes key={issue.issueId} issue={issue} face={face} />
        )
      ) : (
        <Blank kind={hasFailed ? 'fonts-failed' : status === 'open' ? 'loading' : status} />
      )}
    </main>
  );
}

type BlankKind = 'empty' | 'loading' | 'failed' | 'fonts-failed' | 'no-text';

/** What stands where there is no page. */
function Blank({ kind }: { readonly kind: BlankKind }): ReactNode {
  const strings = useStrings();
  const language = useLanguage();
  const { error, issueId } = useDesk();
  const isShelfEmpty = useLibrary((state) => state.status === 'ready' && state.issues.length === 0);
  const { reader } = strings;
  switch (kind) {
    case 'loading':
      return (
        <div className="blank" data-zone="page" tabIndex={-1} role="status">
          <p className="waiting">{reader.loading}</p>
        </div>
      );
    case 'empty':
      return (
        <div className="blank" data-zone="page" tabIndex={-1}>
          <p>{isShelfEmpty ? strings.shelf.empty : reader.nothingOpen}</p>
          {isShelfEmpty && (
            <CommandButton
              command="file.import"
              icon={FilePlus2}
              label={strings.shelf.importButton}
              text={strings.shelf.importButton}
            />
          )}
        </div>
      );
    case 'failed':
      return (
        <div className="blank" data-zone="page" tabIndex={-1} role="alert">
          <p>{reader.failed}</p>
          {error !== null && <p className="muted">{errorMessage(error, language)}</p>}
          {issueId !== null && (
            <button
              type="button"
              className="text-button is-outlined"
              onClick={() => void openIssueFromShelf(issueId)}
            >
              {strings.retry}
            </button>
          )}
        </div>
      );
    case 'fonts-failed':
    case 'no-text':
      return (
        <div className="blank" data-zone="page" tabIndex={-1} role="alert">
          <p>{kind === 'no-text' ? reader.noText : reader.fontsFailed}</p>
        </div>
      );
  }
}

/** Whether the faces that every page is painted with cannot be loaded. The engine needs none of them to set a page. */
function useFontFailure(): boolean {
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isWanted = true;
    loadFaces().catch(() => isWanted && setFailed(true));
    return () => {
      isWanted = false;
    };
  }, []);
  return hasFailed;
}
