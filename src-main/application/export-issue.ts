// Writes one issue of the library as an annotated PDF. The PDF machinery is loaded only when it is first needed.
import { resolve } from 'node:path';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Direction, Language, Paper } from '../../src-core/ipc/contract';
import type { IssueId } from '../../src-core/publication/issue';
import type { Result } from '../../src-core/result';
import type { ExportedPdf } from '../export/pdf/export-pdf';
import type { Library } from '../library/library';

export type ExportRequest = {
  readonly issueId: IssueId;
  /** The file to write. */
  readonly file: string;
  readonly direction: Direction;
  readonly paper: Paper;
  readonly annotations: boolean;
  readonly index: boolean;
  readonly language: Language;
};

export type ExportPorts = {
  readonly library: Library;
  readonly fontsFolder: string;
  readonly now: () => string;
};

/** Exports the issue; a failure leaves an earlier file as it was. */
export async function exportIssue(
  ports: ExportPorts,
  request: ExportRequest,
  control: {
    readonly signal: AbortSignal;
    readonly onProgress: (progress: { readonly page: number; readonly pages: number }) => void;
  },
): Promise<Result<ExportedPdf, AppError>> {
  const issue = await ports.library.readIssue(request.issueId);
  if (!issue.ok) return issue;
  const marks = await ports.library.annotations(request.issueId);
  if (!marks.ok) return marks;
  const { exportPdf } = await import('../export/pdf/export-pdf');
  return exportPdf(
    {
      issue: issue.value,
      annotations: request.annotations ? marks.value : [],
      direction: request.direction,
      paper: request.paper,
      index: request.index && request.annotations,
      target: resolve(request.file),
      now: new Date(ports.now()),
      language: request.language,
      fontsFolder: ports.fontsFolder,
    },
    control,
  );
}
