// The shelf: the issues, the newest paper first, and the contents of the one that lies open.
import { FilePlus2 } from 'lucide-react';
import { useEffect, useRef, type ComponentProps, type ReactNode } from 'react';
import type { IssueSummary } from '../../src-core/ipc/contract';
import { errorMessage } from '../../src-core/strings/error-messages';
import { CommandButton } from '../ui/CommandButton';
import { useDesk } from '../state/desk';
import { trashIssue } from '../state/issue-trash';
import { readLibrary, useLibrary } from '../state/library';
import { openIssueFromShelf } from '../state/open-issue';
import { focusPage } from '../reader/zones';
import { Miniature } from '../miniature/Miniature';
import { openWindow } from '../state/windows';
import { NoticeOffer } from '../study/NoticeOffer';
import { useLanguage, useStrings } from '../strings/use-strings';
import { useFocusKept } from '../ui/use-focus-kept';
import { Contents } from './Contents';
import { IssueMenu } from './IssueMenu';
import { TrashButton } from './TrashButton';

/** Shows the shelf. */
export function Shelf(): ReactNode {
  const strings = useStrings();
  return (
    <nav className="panel shelf" data-zone="shelf" aria-label={strings.shelf.title}>
      <div className="panel-head">
        <h2>{strings.shelf.title}</h2>
        <CommandButton command="file.import" icon={FilePlus2} label={strings.shelf.importButton} />
      </div>
      <div className="shelf-body">
        <Issues />
        <TrashButton />
        <NoticeOffer />
        <Contents />
      </div>
      <Miniature />
    </nav>
  );
}

function Issues(): ReactNode {
  const strings = useStrings();
  const language = useLanguage();
  const { status, issues, error } = useLibrary();
  const open = useDesk((state) => state.issueId);
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef(0);
  // The next issue has the focus of one that goes.
  useFocusKept(list, [issues], () => {
    const entries = list.current?.querySelectorAll<HTMLElement>('.issue-entry') ?? [];
    const next = entries[Math.min(focused.current, entries.length - 1)];
    if (next === undefined) focusPage();
    else next.focus();
  });
  // What was opened elsewhere, or has just been imported, may lie out of sight.
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [open, issues.length]);
  if (status === 'loading') return <p className="empty">{strings.shelf.loading}</p>;
  if (status === 'failed' && error !== null) {
    return (
      <div className="empty" role="alert">
        <p>{strings.shelf.failed}</p>
        <p>{errorMessage(error, language)}</p>
        <button type="button" className="text-button is-outlined" onClick={() => void readLibrary()}>
          {strings.retry}
        </button>
      </div>
    );
  }
  if (issues.length === 0) return <p className="empty">{strings.shelf.empty}</p>;
  return (
    <ul ref={list} className="issue-list" aria-label={strings.shelf.issues}>
      {issues.map((summary, index) => (
        <li key={summary.issueId} onFocus={() => (focused.current = index)}>
          <IssueMenu issueId={summary.issueId}>
            <IssueEntry summary={summary} />
          </IssueMenu>
        </li>
      ))}
    </ul>
  );
}

/** Those by which marks are removed as well. */
const removalKeys: ReadonlySet<string> = new Set(['Delete', 'Backspace']);

/** With Ctrl, or ⌘, the issue opens in a window of its own. */
function IssueEntry({
  summary,
  ...menu
}: { readonly summary: IssueSummary } & ComponentProps<'button'>): ReactNode {
  const strings = useStrings();
  const isOpen = useDesk((state) => state.issueId === summary.issueId);
  const { publication, date, title, articles, annotations } = summary;
  return (
    <button
      {...menu}
      type="button"
      className="issue-entry"
      aria-current={isOpen ? 'true' : undefined}
      aria-keyshortcuts="Delete"
      onKeyDown={(event) => {
        menu.onKeyDown?.(event);
        const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
        if (!removalKeys.has(key) || ctrlKey || metaKey || altKey || shiftKey) return;
        // Not the mark that is picked on the page.
        event.preventDefault();
        void trashIssue(summary.issueId);
      }}
      onClick={({ ctrlKey, metaKey }) =>
        void (ctrlKey || metaKey ? openWindow(summary.issueId) : openIssueFromShelf(summary.issueId))
      }
    >
      <span className="issue-title">{title}</span>
      <span className="issue-facts">
        {[publication, date === undefined ? undefined : strings.calendarDate(date)]
          .filter((fact) => fact !== undefined)
          .join(' ')}
      </span>
      <span className="issue-facts">
        {strings.shelf.articles(articles)}
        {annotations > 0 && ` · ${strings.shelf.marks(annotations)}`}
      </span>
    </button>
  );
}
