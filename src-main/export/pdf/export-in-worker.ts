// Runs an export, or sets a handout, in a thread of its own, so that windows stay quick while pages are set and written.
// Only plain data passes between the threads; a request to stop is a flag in shared memory, seen before the next page.
import { Worker } from 'node:worker_threads';
import type { AppError } from '../../../src-core/ipc/app-error';
import type { Result } from '../../../src-core/result';
import type { HandoutPdfOptions } from '../handout/handout-pdf';
import type { WriteHandoutPdf } from '../handout/write-handout';
import type { HandoutLine } from '../../../src-core/study/handout-lines';
import type { ExportedPdf, PdfExportControl, PdfExportOptions } from './export-pdf';

/** An export, in whichever thread it runs. */
export type ExportPdf = (
  options: PdfExportOptions,
  control: Omit<PdfExportControl, 'signal'> & { readonly signal: AbortSignal },
) => Promise<Result<ExportedPdf, AppError>>;

/** What the thread is given. */
export type WorkerTask = { readonly stop: Int32Array } & (
  | { readonly kind: 'issue'; readonly options: PdfExportOptions }
  | {
      readonly kind: 'handout';
      readonly lines: readonly HandoutLine[];
      readonly options: HandoutPdfOptions;
    }
);

/** What the thread tells. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly page: number; readonly pages: number }
  | { readonly kind: 'done'; readonly result: Result<ExportedPdf, AppError> };

/** So much memory an export may take, in megabytes; beyond, it fails alone and the application goes on. */
const mostMemory = 2048;

/** Gives an export that runs `script`, the built export-worker.ts, anew for each document. */
export function exportInWorker(script: string): ExportPdf {
  return (options, control) => runWorker(script, (stop) => ({ kind: 'issue', options, stop }), control);
}

/** Gives what sets a handout in a thread of the same script. */
export function handoutInWorker(script: string): WriteHandoutPdf {
  return (lines, options, control) =>
    runWorker(script, (stop) => ({ kind: 'handout', lines, options, stop }), {
      ...control,
      signal: control.signal ?? new AbortController().signal,
    });
}

async function runWorker(
  script: string,
  taskOf: (stop: Int32Array) => WorkerTask,
  { signal, onProgress }: Parameters<ExportPdf>[1],
): Promise<Result<ExportedPdf, AppError>> {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(script, {
    workerData: taskOf(stop),
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  const askToStop = (): void => void Atomics.store(stop, 0, 1);
  if (signal.aborted) askToStop();
  signal.addEventListener('abort', askToStop);
  try {
    return await new Promise<Result<ExportedPdf, AppError>>((resolve, reject) => {
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'done') resolve(message.result);
        else onProgress?.({ page: message.page, pages: message.pages });
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the export ended without an answer')));
    });
  } finally {
    signal.removeEventListener('abort', askToStop);
    await worker.terminate();
  }
}
