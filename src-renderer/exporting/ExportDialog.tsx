// Asks how the issue is to be set for paper, writes the PDF and says where it is, or opens it to be printed.
import type { ReactNode } from 'react';
import { closeDialog } from '../state/dialogs';
import { beginExport, cancelExport, useExporting } from '../state/exporting';
import { useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';
import { RunningDocument, WrittenDocument } from './DocumentTask';
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
  const { exporting } = useStrings();
  const progress = useExporting((state) => state.progress);
  return <RunningDocument progress={progress} label={exporting.running} onCancel={cancelExport} />;
}

function Written(): ReactNode {
  const { exporting } = useStrings();
  const written = useExporting((state) => state.written);
  if (written === null) return null;
  const { file, token, pages, annotations, missingCharacters } = written;
  return (
    <WrittenDocument file={file} token={token} onAgain={() => beginExport('file')}>
      <p className="muted">{exporting.done(pages, annotations)}</p>
      {missingCharacters.length > 0 && <p role="status">{exporting.missing(missingCharacters.join(' '))}</p>}
    </WrittenDocument>
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
