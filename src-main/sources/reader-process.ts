// The process that reads pages: started by Electron as a utility process, by plain Node as a fork. It has no environment
// and no part of the library; it is asked for one page at a time and may be ended at any moment.
import type { ReadingAnswer, ReadingRequest } from './guarded-reader';
import { readPage } from './read-page';

const { parentPort } = process as { readonly parentPort?: Electron.ParentPort };

async function answer({ id, source }: ReadingRequest): Promise<ReadingAnswer> {
  return { id, result: await readPage(source) };
}

// The parent is the application itself: it asks nothing but readings.
if (parentPort === undefined) {
  process.on('message', (request: ReadingRequest) => {
    void answer(request).then((result) => process.send?.(result));
  });
  process.on('disconnect', () => process.exit());
} else {
  parentPort.on('message', ({ data }: { readonly data: ReadingRequest }) => {
    void answer(data).then((result) => parentPort.postMessage(result));
  });
}
