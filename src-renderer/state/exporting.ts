// Setting the issue for paper: what is asked for, the task with its progress, and the file that came of it, or that it
// was opened to be printed.
import { create } from 'zustand';
import type { TaskOutput, TaskProgress } from '../../src-core/ipc/contract';
import type { AppError } from '../../src-core/ipc/app-error';
import { call, runTask } from '../bridge/bridge';
import { exportRequest, type ExportContent, type ExportRequest } from './export-request';
import { useDesk } from './desk';
import { useDialogs } from './dialogs';
import { keptExportOf } from './export-presets';
import { post, report } from './notices';
import { useSettings } from './settings';

/** Whether a file is written where the user wants it, or the issue is opened to be printed. */
export type ExportPurpose = 'file' | 'print';

type ExportingState = {
  readonly purpose: ExportPurpose;
  readonly content: ExportContent;
  readonly status: 'choosing' | 'running' | 'written' | 'printing' | 'failed';
  readonly progress: TaskProgress<'export.pdf'> | null;
  readonly written: TaskOutput<'export.pdf'> | null;
  /** How many pages were opened to be printed. */
  readonly printed: number;
  readonly error: AppError | null;
};

/** What is exported where nothing else is chosen. */
export const wholeIssue: ExportContent = { scope: 'issue', more: [], articles: [], title: '' };

export const useExporting = create<ExportingState>(() => ({
  purpose: 'file',
  content: wholeIssue,
  status: 'choosing',
  progress: null,
  written: null,
  printed: 0,
  error: null,
}));

let cancelTask: (() => void) | null = null;

/** Changes what of the library is exported. */
export function chooseContent(changes: Partial<ExportContent>): void {
  useExporting.setState(({ content }) => ({ content: { ...content, ...changes } }));
}

/** What is asked for; null where no issue is open, or nothing is chosen of it. */
export function askedFor(): ExportRequest | null {
  const { issueId } = useDesk.getState();
  if (issueId === null) return null;
  return exportRequest(
    issueId,
    keptExportOf(useSettings.getState().settings),
    useExporting.getState().content,
  );
}

/** Goes back to the choices, for the first or for another file. What is under way goes on. */
export function beginExport(purpose: ExportPurpose): void {
  if (useExporting.getState().status !== 'running') {
    useExporting.setState({
      purpose,
      status: 'choosing',
      progress: null,
      written: null,
      error: null,
    });
  }
}

/** Lets the user choose a file and writes the open issue to it. */
export async function exportPdf(): Promise<void> {
  const request = askedFor();
  if (request === null) return;
  const chosen = await call('export.choose', { issueId: request.issueId });
  if (!chosen.ok) return useExporting.setState({ status: 'failed', error: chosen.error });
  if (chosen.value === null) return;
  useExporting.setState({ status: 'running', progress: null, error: null });
  const task = runTask('export.pdf', { token: chosen.value.token, ...request }, (progress) =>
    useExporting.setState({ progress }),
  );
  cancelTask = task.cancel;
  const result = await task.done;
  cancelTask = null;
  if (result.ok) tellOfFont(result.value.replacedFont);
  if (result.ok) {
    useExporting.setState({ status: 'written', written: result.value });
    // The dialog may have been closed while the task ran on.
    if (useDialogs.getState().open !== 'export') {
      const { file, pages, token } = result.value;
      post({ kind: 'exported', file, pages, token });
    }
  } else if (result.error.code === 'cancelled') beginExportAgain();
  else useExporting.setState({ status: 'failed', error: result.error });
}

/** Sets the open issue and has the system's PDF reader open it, where it is printed. */
export async function printIssue(): Promise<void> {
  const request = askedFor();
  if (request === null) return;
  useExporting.setState({ status: 'running', progress: null, error: null });
  const task = runTask('print.run', request, (progress) => useExporting.setState({ progress }));
  cancelTask = task.cancel;
  const result = await task.done;
  cancelTask = null;
  if (result.ok) tellOfFont(result.value.replacedFont);
  if (result.ok) useExporting.setState({ status: 'printing', printed: result.value.pages });
  else if (result.error.code === 'cancelled') beginExportAgain();
  else useExporting.setState({ status: 'failed', error: result.error });
}

/** Says that the chosen font could not be in the document; nothing for none. */
export function tellOfFont(family: string | undefined): void {
  if (family !== undefined) post({ kind: 'font-replaced', family });
}

/** Stops the task; nothing is written. */
export function cancelExport(): void {
  cancelTask?.();
}

/** Shows a written file in the system's file manager. */
export async function revealFile(token: string): Promise<void> {
  const result = await call('file.reveal', { token });
  if (!result.ok) report(result.error);
}

function beginExportAgain(): void {
  useExporting.setState({ status: 'choosing', progress: null, error: null });
}
