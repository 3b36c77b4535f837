// What every document is asked for in: the choices, beside what it will be, and below both the button that makes it.
import type { KeyboardEvent, ReactNode } from 'react';
import type { AppError } from '../../src-core/ipc/app-error';
import { errorMessage } from '../../src-core/strings/error-messages';
import { closeDialog } from '../state/dialogs';
import { turnTo, usePreview } from '../state/preview';
import { useLanguage, useStrings } from '../strings/use-strings';

/** Draws the form; `notes` stand below, what went wrong below them. */
export function DocumentForm(props: {
  readonly choices: ReactNode;
  readonly preview: ReactNode;
  readonly notes?: ReactNode;
  readonly error: AppError | null;
  readonly button: string;
  readonly isReady: boolean;
  readonly onMake: () => void;
}): ReactNode {
  const { choices, preview, notes, error, button, isReady, onMake } = props;
  const strings = useStrings();
  const language = useLanguage();
  const missing = usePreview((state) => state.document?.missingCharacters ?? none);
  return (
    <div className="export-form" onKeyDown={turnByKey}>
      <div className="export-columns">
        <div className="export-choices">{choices}</div>
        {preview}
      </div>
      {missing.length > 0 && <p className="muted">{strings.exporting.missing(missing.join(' '))}</p>}
      {notes}
      {error !== null && (
        <p className="failure" role="alert">
          {errorMessage(error, language)}
        </p>
      )}
      <footer>
        <button type="button" className="text-button is-outlined" onClick={closeDialog}>
          {strings.cancel}
        </button>
        <button
          type="button"
          className="text-button is-primary"
          data-primary
          aria-disabled={!isReady}
          onClick={() => {
            if (isReady) onMake();
          }}
        >
          {button}
        </button>
      </footer>
    </div>
  );
}

const none: readonly string[] = [];

/** Page Up and Down turn pages wherever they mean nothing else; on the preview the other keys of a page do too. */
function turnByKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || !(target instanceof HTMLElement)) return;
  if (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) return;
  const { page, document } = usePreview.getState();
  if (document === null) return;
  const isOnPage = target.classList.contains('preview-view');
  const isWhole = !target.classList.contains('is-large');
  const to = {
    PageUp: page - 1,
    PageDown: page + 1,
    ...(isOnPage ? { Home: 0, End: document.pages - 1 } : {}),
    ...(isOnPage && isWhole ? { ArrowLeft: page - 1, ArrowRight: page + 1 } : {}),
  }[key];
  if (to === undefined) return;
  event.preventDefault();
  turnTo(to);
}
