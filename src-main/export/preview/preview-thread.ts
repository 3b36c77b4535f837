// The thread in which a document is set, and its pages are painted, before it is saved: see previews.ts. What is painted
// is the document itself, the very bytes that an export writes, by the engine which Chromium reads PDF with.
import { parentPort, workerData } from 'node:worker_threads';
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import { PNG } from 'pngjs';
import { AppFailure, type AppError } from '../../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../../src-core/result';
import { handoutDocument } from '../handout/handout-pdf';
import { preparePdf, type PdfExportControl } from '../pdf/export-pdf';
import type { PageAsked, PaintedPage, PreviewMessage, PreviewRequest, SetPreview } from './previews';

// Made by previews.ts of this same build.
const wanted = (workerData as { readonly wanted: Int32Array }).wanted;
let library: Promise<PDFiumLibrary> | null = null;
let shown: { readonly preview: number; readonly document: PDFiumDocument } | null = null;
let work: Promise<void> = Promise.resolve();

function tell(message: PreviewMessage): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (request: PreviewRequest) => {
  // One after the other: a page that is asked for belongs to the document that was set before it.
  work = work.then(async () => {
    if (request.kind === 'page')
      tell({ kind: 'page', request: request.request, result: await paint(request) });
    else tell({ kind: 'set', preview: request.preview, result: await set(request) });
  });
});

async function set({
  preview,
  options,
}: PreviewRequest & { kind: 'set' }): Promise<Result<SetPreview, AppError>> {
  const control: PdfExportControl = {
    signal: {
      get aborted() {
        return Atomics.load(wanted, 0) !== preview;
      },
    },
    onProgress: ({ page, pages }) => tell({ kind: 'progress', preview, page, pages }),
  };
  try {
    library ??= PDFiumLibrary.init();
    const asked = 'look' in options ? await handoutDocument(options.lines, options.look) : ok(options);
    if (!asked.ok) return asked;
    const prepared = await preparePdf(asked.value, control);
    if (!prepared.ok) return prepared;
    const { write, sheet, pages, annotations } = prepared.value;
    const chunks: Uint8Array[] = [];
    const missingCharacters = await write((bytes) => {
      chunks.push(bytes);
      return Promise.resolve();
    });
    const document = await (await library).loadDocument(Buffer.concat(chunks));
    shown?.document.destroy();
    shown = { preview, document };
    return ok({ preview, pages, ...sheet, annotations, missingCharacters });
  } catch (problem) {
    if (problem instanceof AppFailure) return fail(problem.error);
    throw problem;
  }
}

/** How large a painted page may be, whatever its shape, in pixels of four bytes. */
const mostPixels = 24_000_000;

async function paint({ preview, page, width }: PageAsked): Promise<Result<PaintedPage, AppError>> {
  if (shown?.preview !== preview || page >= shown.document.getPageCount()) return fail({ code: 'cancelled' });
  const sheet = shown.document.getPage(page);
  const { originalWidth, originalHeight } = sheet.getOriginalSize();
  const widest = Math.floor(Math.sqrt((mostPixels * originalWidth) / originalHeight));
  const shownWidth = Math.min(width, Math.max(1, widest));
  const height = Math.max(1, Math.round((shownWidth * originalHeight) / originalWidth));
  const painted = await sheet.render({ width: shownWidth, height, render: 'bitmap' });
  const png = new PNG({ width: painted.width, height: painted.height, deflateLevel: 3 });
  png.data = Buffer.from(painted.data);
  return ok({
    image: `data:image/png;base64,${PNG.sync.write(png).toString('base64')}`,
    width: painted.width,
    height: painted.height,
  });
}
