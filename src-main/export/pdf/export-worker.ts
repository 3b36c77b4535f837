// The thread in which a document is exported: see export-in-worker.ts.
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage, WorkerTask } from './export-in-worker';
import { exportPdf } from './export-pdf';

// Made by export-in-worker.ts of this same build.
const { options, stop } = workerData as WorkerTask;

function tell(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

const result = await exportPdf(options, {
  signal: {
    get aborted() {
      return Atomics.load(stop, 0) !== 0;
    },
  },
  onProgress: ({ page, pages }) => tell({ kind: 'progress', page, pages }),
});
tell({ kind: 'done', result });
