// A document that is being made, and one that is there.
import type { ReactNode } from 'react';
import { closeDialog } from '../state/dialogs';
import { revealFile } from '../state/exporting';
import { useStrings } from '../strings/use-strings';
import { ProgressBar } from '../ui/ProgressBar';

type Progress = { readonly page: number; readonly pages: number };

/** Shows how far it is, and lets the user stop it. */
export function RunningDocument(props: {
  readonly progress: Progress | null;
  readonly label: (page: number, pages: number) => string;
  readonly onCancel: () => void;
}): ReactNode {
  const { progress, label, onCancel } = props;
  const strings = useStrings();
  const { page, pages } = progress ?? { page: 0, pages: 0 };
  return (
    <>
      <ProgressBar label={label(page, pages)} done={page} total={pages} />
      <footer>
        <button type="button" className="text-button is-outlined" onClick={onCancel}>
          {strings.cancel}
        </button>
      </footer>
    </>
  );
}

/** Says where the file is and what is to be known of it. */
export function WrittenDocument(props: {
  readonly file: string;
  /** Reveals the file. */
  readonly token: string;
  readonly children: ReactNode;
  readonly onAgain: () => void;
}): ReactNode {
  const { file, token, children, onAgain } = props;
  const { exporting, done } = useStrings();
  return (
    <>
      <p role="status">
        {exporting.written} <strong className="path">{file}</strong>
      </p>
      {children}
      <footer>
        <button type="button" className="text-button is-outlined" onClick={onAgain}>
          {exporting.again}
        </button>
        <button type="button" className="text-button is-outlined" onClick={() => void revealFile(token)}>
          {exporting.reveal}
        </button>
        <button type="button" className="text-button is-primary" autoFocus onClick={closeDialog}>
          {done}
        </button>
      </footer>
    </>
  );
}
