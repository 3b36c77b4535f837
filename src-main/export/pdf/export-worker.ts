// The thread in which a document is exported: see export-in-worker.ts.
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage, WorkerTask } from './export-in-worker';
import { exportPdf, type PdfExportControl } from './export-pdf';
import { writeHandoutPdf } from '../handout/handout-pdf';

// Made by export-in-worker.ts of this same build.
const task = workerData as WorkerTask;

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

const control: PdfExportControl = {
  signal: {
    get aborted() {
      return Atomics.load(task.stop, 0) !== 0;
    },
  },
  onProgress: ({ page, pages }) => tell({ kind: 'progress', page, pages }),
};
const result =
  task.kind === 'issue'
    ? await exportPdf(task.options, control)
    : await writeHandoutPdf(task.lines, task.options, control);
tell({ kind: 'done', result });
