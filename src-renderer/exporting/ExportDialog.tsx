// Asks how the issue is to be set for paper, writes the PDF and says where it is, or opens it to be printed.
import type { ReactNode } from 'react';
import { closeDialog } from '../state/dialogs';
import { beginExport, cancelExport, revealFile, useExporting } from '../state/exporting';
import { useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';
import { ProgressBar } from '../ui/ProgressBar';
import { ExportForm } from './ExportForm';

/** Shows the dialog in the state which the export is in. */
export function ExportDialog(): ReactNode {
  const strings = useStrings();
  const { status, purpose } = useExporting();
  return (
    <Dialog
      title={purpose === 'print' ? strings.room.print.title : strings.exporting.title}
      onClose={closeDialog}
    >
      {status === 'running' && <Running />}
      {status === 'written' && <Written />}
      {status === 'printing' && <Printing />}
      {(status === 'choosing' || status === 'failed') && <ExportForm />}
    </Dialog>
  );
}

function Running(): ReactNode {
  const strings = useStrings();
  const progress = useExporting((state) => state.progress);
  const { page, pages } = progress ?? { page: 0, pages: 0 };
  return (
    <>
      <ProgressBar label={strings.exporting.running(page, pages)} done={page} total={pages} />
      <footer>
        <button type="button" className="text-button is-outlined" onClick={cancelExport}>
          {strings.cancel}
        </button>
      </footer>
    </>
  );
}

function Written(): ReactNode {
  const strings = useStrings();
  const written = useExporting((state) => state.written);
  if (written === null) return null;
  return (
    <>
      <p role="status">
        {strings.exporting.written} <strong className="path">{written.file}</strong>
      </p>
      <p className="muted">{strings.exporting.done(written.pages, written.annotations)}</p>
      {written.missingCharacters.length > 0 && (
        <p role="status">{strings.exporting.missing(written.missingCharacters.join(' '))}</p>
      )}
      <footer>
        <button type="button" className="text-button is-outlined" onClick={() => beginExport('file')}>
          {strings.exporting.again}
        </button>
        <button
          type="button"
          className="text-button is-outlined"
          onClick={() => void revealFile(written.token)}
        >
          {strings.exporting.reveal}
        </button>
        <button type="button" className="text-button is-primary" autoFocus onClick={closeDialog}>
          {strings.done}
        </button>
      </footer>
    </>
  );
}

function Printing(): ReactNode {
  const { room, done } = useStrings();
  const pages = useExporting((state) => state.printed);
  return (
    <>
      <p role="status">{room.print.opened(pages)}</p>
      <footer>
        <button type="button" className="text-button is-primary" autoFocus onClick={closeDialog}>
          {done}
        </button>
      </footer>
    </>
  );
}
