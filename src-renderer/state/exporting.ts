// Setting the issue for paper: what is asked for, the task with its progress, and the file that came of it, or that it
// was opened to be printed.
import { create } from 'zustand';
import type { Direction, Paper, TaskOutput, TaskProgress } from '../../src-core/ipc/contract';
import type { ExportNotes } from '../../src-core/ipc/export-choices';
import type { AppError } from '../../src-core/ipc/app-error';
import { call, runTask } from '../bridge/bridge';
import { useDesk } from './desk';
import { useDialogs } from './dialogs';
import { post, report } from './notices';

export type ExportChoices = {
  readonly direction: Direction;
  readonly paper: Paper;
  readonly annotations: boolean;
  readonly index: boolean;
  readonly notes: ExportNotes;
  readonly markedPagesOnly: boolean;
};

/** Whether a file is written where the user wants it, or the issue is opened to be printed. */
export type ExportPurpose = 'file' | 'print';

type ExportingState = {
  readonly purpose: ExportPurpose;
  readonly choices: ExportChoices;
  readonly status: 'choosing' | 'running' | 'written' | 'printing' | 'failed';
  readonly progress: TaskProgress<'export.pdf'> | null;
  readonly written: TaskOutput<'export.pdf'> | null;
  /** How many pages were opened to be printed. */
  readonly printed: number;
  readonly error: AppError | null;
};

export const useExporting = create<ExportingState>(() => ({
  purpose: 'file',
  choices: {
    direction: 'vertical',
    paper: 'A4',
    annotations: true,
    index: true,
    notes: 'head',
    markedPagesOnly: false,
  },
  status: 'choosing',
  progress: null,
  written: null,
  printed: 0,
  error: null,
}));

let cancelTask: (() => void) | null = null;

/** Changes what is asked for. */
export function chooseExport(changes: Partial<ExportChoices>): void {
  useExporting.setState(({ choices }) => ({ choices: { ...choices, ...changes } }));
}

/** Goes back to the choices, for the first or for another file. What is under way goes on. */
export function beginExport(purpose: ExportPurpose): void {
  if (useExporting.getState().status !== 'running') {
    useExporting.setState({ purpose, status: 'choosing', progress: null, written: null, error: null });
  }
}

/** Lets the user choose a file and writes the open issue to it. */
export async function exportPdf(): Promise<void> {
  const { issueId } = useDesk.getState();
  if (issueId === null) return;
  const chosen = await call('export.choose', { issueId });
  if (!chosen.ok) return useExporting.setState({ status: 'failed', error: chosen.error });
  if (chosen.value === null) return;
  useExporting.setState({ status: 'running', progress: null, error: null });
  const { choices } = useExporting.getState();
  const task = runTask('export.pdf', { token: chosen.value.token, issueId, ...choices }, (progress) =>
    useExporting.setState({ progress }),
  );
  cancelTask = task.cancel;
  const result = await task.done;
  cancelTask = null;
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
  const { issueId } = useDesk.getState();
  if (issueId === null) return;
  useExporting.setState({ status: 'running', progress: null, error: null });
  const { choices } = useExporting.getState();
  const task = runTask('print.run', { issueId, ...choices }, (progress) =>
    useExporting.setState({ progress }),
  );
  cancelTask = task.cancel;
  const result = await task.done;
  cancelTask = null;
  if (result.ok) useExporting.setState({ status: 'printing', printed: result.value.pages });
  else if (result.error.code === 'cancelled') beginExportAgain();
  else useExporting.setState({ status: 'failed', error: result.error });
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
