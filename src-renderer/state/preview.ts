// The document that is about to be exported, to be looked at: it is set anew whenever other choices have rested for a
// moment, and its pages are painted as they are turned to. The last picture stays until the next one is there.
import { create } from 'zustand';
import type { AppError } from '../../src-core/ipc/app-error';
import type { CallOutput, TaskInput, TaskOutput, TaskProgress } from '../../src-core/ipc/contract';
import { call, runTask, type RunningTask } from '../bridge/bridge';
import { createRest } from './rest';

type PreviewState = {
  readonly status: 'none' | 'setting' | 'ready' | 'failed';
  readonly progress: TaskProgress<'preview.set'> | null;
  readonly document: TaskOutput<'preview.set'> | null;
  /** Counts from 0. */
  readonly page: number;
  readonly picture: CallOutput<'preview.page'> | null;
  readonly error: AppError | null;
};

const nothing: PreviewState = {
  status: 'none',
  progress: null,
  document: null,
  page: 0,
  picture: null,
  error: null,
};

export const usePreview = create<PreviewState>(() => nothing);

const choicesRest = createRest(250);
/** A document of issues, or the handout of a study day: both answer alike. */
type Setting = RunningTask<'preview.set'> | RunningTask<'study.preview'>;
type Start = (onProgress: (progress: TaskProgress<'preview.set'>) => void) => Setting;

let task: Setting | null = null;
/** The width in pixels in which pages are wanted; null before it is known. */
let width: number | null = null;
/** Pictures of the document in that width, by page. */
let pictures = new Map<number, CallOutput<'preview.page'>>();
const mostPictures = 12;

/** Sets the document once the choices rest; null for choices that make none. */
export function showPreview(request: TaskInput<'preview.set'> | null): void {
  showDocument(request === null ? null : (onProgress) => runTask('preview.set', request, onProgress));
}

/** Sets a handout once the choices rest; null for a format that has no pages of ours. */
export function showHandoutPreview(request: TaskInput<'study.preview'> | null): void {
  showDocument(request === null ? null : (onProgress) => runTask('study.preview', request, onProgress));
}

function showDocument(start: Start | null): void {
  task?.cancel();
  task = null;
  if (start === null) {
    choicesRest.cancel();
    usePreview.setState({ ...nothing });
    return;
  }
  usePreview.setState({ status: 'setting', progress: null, error: null });
  choicesRest.then(() => void set(start));
}

/** Ends the preview, and what it holds in the main process. */
export function closePreview(): void {
  task?.cancel();
  task = null;
  choicesRest.cancel();
  pictures.clear();
  usePreview.setState({ ...nothing });
  // That a window which is about to close is not answered is no matter.
  void call('preview.close', {});
}

/** Turns to a page; beyond the ends to the first or the last. */
export function turnTo(page: number): void {
  const { document } = usePreview.getState();
  if (document === null) return;
  usePreview.setState({ page: Math.min(Math.max(page, 0), document.pages - 1) });
  void paint();
}

/** States how wide pages are shown, in pixels of the screen. */
export function showWide(pixels: number): void {
  const wanted = Math.min(Math.max(Math.round(pixels), 50), 4000);
  if (width === wanted) return;
  width = wanted;
  pictures = new Map();
  void paint();
}

async function set(start: Start): Promise<void> {
  const running = start((progress) => {
    if (task === running) usePreview.setState({ progress });
  });
  task = running;
  const result = await running.done;
  if (task !== running) return;
  task = null;
  if (!result.ok) {
    if (result.error.code !== 'cancelled')
      usePreview.setState({ ...nothing, status: 'failed', error: result.error });
    return;
  }
  pictures = new Map();
  const { page } = usePreview.getState();
  usePreview.setState({
    status: 'ready',
    document: result.value,
    page: Math.min(page, result.value.pages - 1),
    progress: null,
  });
  await paint();
}

/** Paints the page that is turned to, then the next, so that it is there when it is turned to. */
async function paint(): Promise<void> {
  const { document, page, status } = usePreview.getState();
  if (document === null || status !== 'ready' || width === null) return;
  const picture = await painted(document.preview, page, width);
  const now = usePreview.getState();
  if (picture === null || now.document !== document || now.page !== page) return;
  usePreview.setState({ picture });
  if (page + 1 < document.pages) await painted(document.preview, page + 1, width);
}

async function painted(
  preview: number,
  page: number,
  wide: number,
): Promise<CallOutput<'preview.page'> | null> {
  const known = pictures.get(page);
  if (known !== undefined) return known;
  const kept = pictures;
  const result = await call('preview.page', { preview, page, width: wide });
  if (!result.ok) {
    // Other choices have been made meanwhile.
    if (result.error.code !== 'cancelled') usePreview.setState({ status: 'failed', error: result.error });
    return null;
  }
  kept.set(page, result.value);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostPictures) break;
    kept.delete(oldest);
  }
  return kept === pictures ? result.value : null;
}
