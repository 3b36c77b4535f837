// Everything that is chosen of an export, beside the pages as they will be.
import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import { errorMessage } from '../../src-core/strings/error-messages';
import { useDesk } from '../state/desk';
import { closeDialog } from '../state/dialogs';
import { keptExportOf } from '../state/export-presets';
import { exportRequest } from '../state/export-request';
import { exportPdf, printIssue, useExporting } from '../state/exporting';
import { closePreview, showPreview, turnTo, usePreview } from '../state/preview';
import { useSettings } from '../state/settings';
import { useLanguage, useStrings } from '../strings/use-strings';
import { ContentChoices } from './ContentChoices';
import { MarkChoices } from './MarkChoices';
import { Presets } from './Presets';
import { Preview } from './Preview';
import { SheetChoices } from './SheetChoices';

/** Draws the choices, the preview and the button that exports or prints. */
export function ExportForm(): ReactNode {
  const strings = useStrings();
  const language = useLanguage();
  const { content, error, purpose } = useExporting();
  const issueId = useDesk((state) => state.issueId);
  const kept = keptExportOf(useSettings((state) => state.settings));
  const request = issueId === null ? null : exportRequest(issueId, kept, content);
  const asked = JSON.stringify(request);
  useEffect(() => {
    showPreview(request);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a request that reads alike is the same
  }, [asked]);
  useEffect(() => closePreview, []);
  const isPrint = purpose === 'print';
  const missing = usePreview((state) => state.document?.missingCharacters ?? none);
  return (
    <div className="export-form" onKeyDown={turnByKey}>
      <div className="export-columns">
        <div className="export-choices">
          <Presets kept={kept} />
          <ContentChoices />
          <SheetChoices kept={kept} />
          <MarkChoices kept={kept} />
        </div>
        <Preview direction={kept.direction} />
      </div>
      {missing.length > 0 && <p className="muted">{strings.exporting.missing(missing.join(' '))}</p>}
      {isPrint && <p className="muted">{strings.room.print.where}</p>}
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
          aria-disabled={request === null}
          onClick={() => {
            if (request !== null) void (isPrint ? printIssue() : exportPdf());
          }}
        >
          {isPrint ? strings.room.print.button : strings.exporting.choose}
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
