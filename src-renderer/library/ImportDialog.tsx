// How an import goes on, and what came of it: what was stored, what the library had already, what failed and why.
import type { ReactNode } from 'react';
import { errorMessage } from '../../src-core/strings/error-messages';
import { closeDialog } from '../state/dialogs';
import { cancelImport, useImporting, type ImportOutcome } from '../state/importing';
import { restoreAndOpen } from '../state/issue-trash';
import { openIssueFromShelf } from '../state/open-issue';
import { useLanguage, useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';
import { ProgressBar } from '../ui/ProgressBar';

/** Shows the running import, or its report. */
export function ImportDialog(): ReactNode {
  const strings = useStrings();
  const status = useImporting((state) => state.status);
  return (
    <Dialog title={strings.importing.title} onClose={closeDialog}>
      {status === 'finished' ? <Report /> : <Running />}
    </Dialog>
  );
}

function Running(): ReactNode {
  const strings = useStrings();
  const { status, progress } = useImporting();
  const { done, total, file } = progress ?? { done: 0, total: 0, file: '' };
  const label =
    status === 'cancelling'
      ? strings.importing.cancelling
      : total === 0
        ? strings.importMany.searching
        : strings.importing.running(done, total);
  return (
    <>
      <ProgressBar label={label} done={done} total={total} />
      <p className="muted path">{file}</p>
      <footer>
        <button
          type="button"
          className="text-button is-outlined"
          disabled={status === 'cancelling'}
          onClick={cancelImport}
        >
          {strings.cancel}
        </button>
      </footer>
    </>
  );
}

function Report(): ReactNode {
  const strings = useStrings();
  const { report, storeKnown } = useImporting();
  const { outcomes, others, isCancelled } = report ?? { outcomes: [], others: 0, isCancelled: false };
  const words = strings.importMany;
  const failed = outcomes.filter(({ error }) => error !== undefined);
  const known = outcomes.filter((outcome) => outcome.known !== undefined);
  const alike = outcomes.filter((outcome) => outcome.resembles !== undefined);
  const stored = outcomes.filter(({ ok }) => ok).length;
  return (
    <>
      <p role="status">
        {isCancelled && words.cancelled}
        {strings.importing.finished(stored, outcomes.length)}
        {others > 0 && words.others(others)}
      </p>
      {known.length > 0 && (
        <Group title={words.known(known.length)} outcomes={known}>
          {({ file, known: page }) => <KnownLine file={file} page={page} words={words.isKnown} />}
        </Group>
      )}
      {alike.length > 0 && (
        <Group title={words.alike(alike.length)} outcomes={alike}>
          {({ file, resembles }) => <KnownLine file={file} page={resembles} words={words.isAlike} />}
        </Group>
      )}
      {failed.length > 0 && (
        <Group title={strings.importing.failures} outcomes={failed}>
          {(outcome) => <FailedLine outcome={outcome} />}
        </Group>
      )}
      <footer>
        {storeKnown !== null && (
          <button type="button" className="text-button is-outlined" onClick={storeKnown}>
            {words.storeKnown}
          </button>
        )}
        <button type="button" className="text-button is-primary" autoFocus onClick={closeDialog}>
          {strings.done}
        </button>
      </footer>
    </>
  );
}

/** Longer lists are of use to nobody; the count stands above. */
const mostShown = 200;

function Group(props: {
  readonly title: string;
  readonly outcomes: readonly ImportOutcome[];
  readonly children: (outcome: ImportOutcome) => ReactNode;
}): ReactNode {
  const { title, outcomes, children } = props;
  const strings = useStrings();
  return (
    <section>
      <h3>{title}</h3>
      <ul className="failures" tabIndex={0} aria-label={title}>
        {outcomes.slice(0, mostShown).map((outcome) => (
          <li key={outcome.file}>{children(outcome)}</li>
        ))}
        {outcomes.length > mostShown && <li>{strings.importMany.more(outcomes.length - mostShown)}</li>}
      </ul>
    </section>
  );
}

/** Most failures name the file themselves. */
function FailedLine({ outcome }: { readonly outcome: ImportOutcome }): ReactNode {
  const language = useLanguage();
  const { file, error } = outcome;
  if (error === undefined) return null;
  const message = errorMessage(error, language);
  return (
    <>
      {!message.includes(file) && <strong className="path">{file}</strong>}
      <p className="path">{message}</p>
    </>
  );
}

function KnownLine(props: {
  readonly file: string;
  readonly page: NonNullable<ImportOutcome['known']> | undefined;
  readonly words: string;
}): ReactNode {
  const { file, page, words } = props;
  const { trash } = useStrings();
  if (page === undefined) return null;
  const open = (): void => {
    closeDialog();
    void (page.isTrashed === true ? restoreAndOpen(page.issueId) : openIssueFromShelf(page.issueId));
  };
  return (
    <>
      <strong className="path">{file}</strong>
      <p>
        {words}
        {page.isTrashed === true ? (
          <>
            {trash.titleInTrash(page.title)}{' '}
            <button type="button" className="link-button" onClick={open}>
              {trash.restoreAndOpen}
            </button>
          </>
        ) : (
          <button type="button" className="link-button" onClick={open}>
            {page.title}
          </button>
        )}
      </p>
    </>
  );
}
