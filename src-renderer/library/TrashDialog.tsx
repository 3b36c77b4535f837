// The dialog «废纸篓»: the issues that were taken off the shelf, with how many marks, when and by whom; each goes back as it
// was. Nothing is ever cleared from here.
import { useRef, type ReactNode } from 'react';
import type { TrashedIssue } from '../../src-core/ipc/trash-contract';
import { closeDialog } from '../state/dialogs';
import { restoreIssues } from '../state/issue-trash';
import { useLibrary } from '../state/library';
import { useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';
import { useFocusKept } from '../ui/use-focus-kept';

/** Shows the dialog. */
export function TrashDialog(): ReactNode {
  const { trash, done } = useStrings();
  const trashed = useLibrary((state) => state.trashed);
  const list = useRef<HTMLUListElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  // The next one has the focus of one that went back.
  useFocusKept(list, [trashed], () => {
    const next = list.current?.querySelector('button') ?? close.current;
    next?.focus();
  });
  return (
    <Dialog title={trash.title} onClose={closeDialog}>
      <p role="status" className="muted">
        {trashed.length === 0 ? trash.empty : trash.hint}
      </p>
      {trashed.length > 0 && (
        <ul ref={list} className="trash-list" aria-label={trash.list}>
          {trashed.map((stone) => (
            <Entry key={stone.summary.issueId} stone={stone} />
          ))}
        </ul>
      )}
      <footer>
        {trashed.length > 1 && (
          <button
            type="button"
            className="text-button is-outlined"
            onClick={() => void restoreIssues(trashed.map(({ summary }) => summary.issueId))}
          >
            {trash.restoreAll(trashed.length)}
          </button>
        )}
        <button
          ref={close}
          type="button"
          className="text-button is-primary"
          data-primary=""
          onClick={closeDialog}
        >
          {done}
        </button>
      </footer>
    </Dialog>
  );
}

function Entry({ stone }: { readonly stone: TrashedIssue }): ReactNode {
  const { trash, calendarDate } = useStrings();
  const { summary, at, who } = stone;
  const { issueId, title, publication, date, annotations } = summary;
  const facts = [publication, date === undefined ? undefined : calendarDate(date), trash.marks(annotations)];
  return (
    <li>
      <span>
        <span className="issue-title">{title}</span>
        <span className="issue-facts">{facts.filter((fact) => fact !== undefined).join(' · ')}</span>
        <span className="issue-facts">{trash.putThere(at, who)}</span>
      </span>
      <button
        type="button"
        className="text-button is-outlined"
        aria-label={trash.restoreNamed(title)}
        onClick={() => void restoreIssues([issueId])}
      >
        {trash.restore}
      </button>
    </li>
  );
}
