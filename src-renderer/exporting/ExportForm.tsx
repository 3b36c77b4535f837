// Everything that is chosen of an export, beside the pages as they will be.
import { useEffect, type ReactNode } from 'react';
import { useDesk } from '../state/desk';
import { keptExportOf } from '../state/export-presets';
import { exportRequest } from '../state/export-request';
import { exportPdf, printIssue, useExporting } from '../state/exporting';
import { closePreview, showPreview } from '../state/preview';
import { useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';
import { ContentChoices } from './ContentChoices';
import { DocumentForm } from './DocumentForm';
import { MarkChoices } from './MarkChoices';
import { Presets } from './Presets';
import { Preview } from './Preview';
import { SheetChoices } from './SheetChoices';

/** Draws the choices, the preview and the button that exports or prints. */
export function ExportForm(): ReactNode {
  const strings = useStrings();
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
  return (
    <DocumentForm
      choices={
        <>
          <Presets kept={kept} />
          <ContentChoices />
          <SheetChoices kept={kept} />
          <MarkChoices kept={kept} />
        </>
      }
      preview={<Preview direction={kept.direction} />}
      notes={isPrint ? <p className="muted">{strings.room.print.where}</p> : null}
      error={error}
      button={isPrint ? strings.room.print.button : strings.exporting.choose}
      isReady={request !== null}
      onMake={() => void (isPrint ? printIssue() : exportPdf())}
    />
  );
}
