// Bringing pages in, whether they are chosen, dropped or pasted: the task with its progress, and what came of each page.
import { create } from 'zustand';
import type { TaskOutput, TaskProgress } from '../../src-core/ipc/contract';
import { call, runTask, type RunningTask } from '../bridge/bridge';
import { closeDialog, openDialog } from './dialogs';
import { readLibrary } from './library';
import { report } from './notices';
import { openIssueFromShelf } from './open-issue';

export type ImportReport = TaskOutput<'import.run'>;
export type ImportOutcome = ImportReport['outcomes'][number];

type ImportingState = {
  readonly status: 'idle' | 'running' | 'cancelling' | 'finished';
  readonly progress: TaskProgress<'import.run'> | null;
  readonly report: ImportReport | null;
  /** Imports the known pages of the report once more; null where there are none. */
  readonly storeKnown: (() => void) | null;
  /** Whether files are being dragged over the window. */
  readonly isDraggedOver: boolean;
};

export const useImporting = create<ImportingState>(() => ({
  status: 'idle',
  progress: null,
  report: null,
  storeKnown: null,
  isDraggedOver: false,
}));

/** Longest text that can be pasted, in UTF-16 code units. */
const longestText = 4_000_000;

let cancelTask: (() => void) | null = null;

/** Lets the user choose files, or folders, and imports them. */
export async function chooseImport(kind: 'files' | 'folder'): Promise<void> {
  if (isRunning()) return openDialog('import');
  const chosen = await call('import.choose', { kind });
  if (!chosen.ok) return report(chosen.error);
  if (chosen.value !== null) await importChosen(chosen.value);
}

/** Imports what the user chose or dropped. */
export async function importChosen(chosen: {
  readonly token: string;
  readonly files: readonly string[];
}): Promise<void> {
  const { token, files } = chosen;
  await runImport(files[0] ?? '', (storeKnown, onProgress, known) =>
    runTask('import.run', { token: known?.again ?? token, storeKnown }, onProgress),
  );
}

/** Imports a text the user pasted; nothing happens where it is blank. */
export async function importText(text: string): Promise<void> {
  if (text.trim() === '') return;
  if (text.length > longestText) {
    const error = { code: 'file-too-large', file: '', bytes: text.length, limit: longestText } as const;
    return report(error);
  }
  await runImport('', (storeKnown, onProgress) => runTask('import.text', { text, storeKnown }, onProgress));
}

/** Asks the running import to stop; pages that are in stay in. */
export function cancelImport(): void {
  useImporting.setState({ status: 'cancelling' });
  cancelTask?.();
}

/** Tells that files are dragged over the window, or no longer. */
export function showDrag(isDraggedOver: boolean): void {
  if (useImporting.getState().isDraggedOver !== isDraggedOver) useImporting.setState({ isDraggedOver });
}

type Begin = (
  storeKnown: boolean,
  onProgress: (progress: TaskProgress<'import.run'>) => void,
  known: ImportReport | null,
) => RunningTask<'import.run' | 'import.text'>;

/** Runs an import. All well, the first issue opens; else the report says what came of each page. */
async function runImport(first: string, begin: Begin, known: ImportReport | null = null): Promise<void> {
  if (isRunning()) return openDialog('import');
  useImporting.setState({
    status: 'running',
    progress: { done: 0, total: 0, file: first },
    report: null,
    storeKnown: null,
  });
  openDialog('import');
  const task = begin(known !== null, (progress) => useImporting.setState({ progress }), known);
  cancelTask = task.cancel;
  const result = await task.done;
  cancelTask = null;
  await readLibrary();
  if (!result.ok) {
    useImporting.setState({ status: 'idle' });
    closeDialog();
    report(result.error);
    return;
  }
  const { value } = result;
  useImporting.setState({
    status: 'finished',
    report: value,
    storeKnown: value.outcomes.some((outcome) => outcome.known !== undefined)
      ? () => void runImport(first, begin, value)
      : null,
  });
  const stored = value.outcomes.find((outcome) => outcome.issueId !== undefined);
  if (stored?.issueId !== undefined) await openIssueFromShelf(stored.issueId);
  if (isPlain(value)) closeDialog();
  else openDialog('import');
}

/** Whether there is nothing to tell that the shelf does not show. */
function isPlain({ outcomes, others, isCancelled }: ImportReport): boolean {
  const isQuiet = outcomes.every(({ ok, resembles }) => ok && resembles === undefined);
  return outcomes.length > 0 && isQuiet && others === 0 && !isCancelled;
}

function isRunning(): boolean {
  const { status } = useImporting.getState();
  return status === 'running' || status === 'cancelling';
}
