// What a document will be, before it is saved. Each window has one at a time: it is set in a thread of its own, and its
// pages are painted there as they are asked for. Another choice sets another in its place, and stops the setting of the
// last. The thread ends when the window has seen enough, or is closed.
import { Worker } from 'node:worker_threads';
import type { AppError } from '../../../src-core/ipc/app-error';
import { fail, type Result } from '../../../src-core/result';
import type { HandoutLine } from '../../../src-core/study/handout-lines';
import type { WindowId } from '../../application/ports';
import type { HandoutLook } from '../handout/handout-pdf';
import type { PdfExportOptions } from '../pdf/export-pdf';

/** A document that is set; `preview` names it. */
export type SetPreview = {
  readonly preview: number;
  readonly pages: number;
  /** Of the first sheet, in points. */
  readonly width: number;
  readonly height: number;
  readonly annotations: number;
  /** Characters which no bundled face has. */
  readonly missingCharacters: readonly string[];
};

/** A page as a picture: an address of a PNG, and its size in pixels. */
export type PaintedPage = { readonly image: string; readonly width: number; readonly height: number };

/** `page` counts from 0; `width` is in pixels. */
export type PageAsked = { readonly preview: number; readonly page: number; readonly width: number };

/** Issues to be set, or the handout of a study day. */
export type PreviewOptions =
  Omit<PdfExportOptions, 'target'> | { readonly lines: readonly HandoutLine[]; readonly look: HandoutLook };

export type Previews = {
  /** Sets a document in the place of the window's last one. Fails as an export does; 'cancelled' once another is set. */
  readonly set: (
    windowId: WindowId,
    options: PreviewOptions,
    control: {
      readonly signal: AbortSignal;
      readonly onProgress: (progress: { readonly page: number; readonly pages: number }) => void;
    },
  ) => Promise<Result<SetPreview, AppError>>;
  /** Paints a page. Fails with 'cancelled' where the document is no longer the window's. */
  readonly page: (windowId: WindowId, asked: PageAsked) => Promise<Result<PaintedPage, AppError>>;
  /** Ends what the window has. */
  readonly close: (windowId: WindowId) => void;
};

/** What the thread is asked. */
export type PreviewRequest =
  | { readonly kind: 'set'; readonly preview: number; readonly options: PreviewOptions }
  | ({ readonly kind: 'page'; readonly request: number } & PageAsked);

/** What the thread tells. */
export type PreviewMessage =
  | { readonly kind: 'progress'; readonly preview: number; readonly page: number; readonly pages: number }
  | { readonly kind: 'set'; readonly preview: number; readonly result: Result<SetPreview, AppError> }
  | { readonly kind: 'page'; readonly request: number; readonly result: Result<PaintedPage, AppError> };

const cancelled = fail({ code: 'cancelled' } as const);

/** Gives previews that run `script`, the built preview-thread.ts, for each window that asks. */
export function previewsInThreads(script: string): Previews {
  const threads = new Map<WindowId, PreviewThread>();
  let last = 0;
  return {
    set(windowId, options, control) {
      let thread = threads.get(windowId);
      if (thread === undefined) {
        const begun = new PreviewThread(script, () => {
          if (threads.get(windowId) === begun) threads.delete(windowId);
        });
        thread = begun;
        threads.set(windowId, begun);
      }
      return thread.set(++last, options, control);
    },
    page: (windowId, asked) => threads.get(windowId)?.page(asked) ?? Promise.resolve(cancelled),
    close: (windowId) => threads.get(windowId)?.end(),
  };
}

type Waiting<T> = {
  readonly resolve: (result: Result<T, AppError>) => void;
  readonly reject: (problem: Error) => void;
};
type Setting = Waiting<SetPreview> & {
  readonly onProgress: (progress: { readonly page: number; readonly pages: number }) => void;
};

class PreviewThread {
  /** The number of the document that is wanted; the thread leaves off with any other. */
  readonly #wanted = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #worker: Worker;
  readonly #settings = new Map<number, Setting>();
  readonly #pages = new Map<number, Waiting<PaintedPage>>();
  readonly #onEnd: () => void;
  #requests = 0;

  constructor(script: string, onEnd: () => void) {
    this.#onEnd = onEnd;
    this.#worker = new Worker(script, {
      workerData: { wanted: this.#wanted },
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    });
    this.#worker.on('message', (message: PreviewMessage) => this.#take(message));
    this.#worker.once('error', (problem) => this.#fail(problem));
    this.#worker.once('exit', () => this.#fail(new Error('the preview ended without an answer')));
  }

  async set(
    preview: number,
    options: PreviewOptions,
    { signal, onProgress }: Parameters<Previews['set']>[2],
  ): Promise<Result<SetPreview, AppError>> {
    Atomics.store(this.#wanted, 0, preview);
    // The answer need not wait for the thread to leave off.
    for (const [other, { resolve }] of this.#settings) {
      this.#settings.delete(other);
      resolve(cancelled);
    }
    const leaveOff = (): void => {
      Atomics.compareExchange(this.#wanted, 0, preview, 0);
      this.#settings.get(preview)?.resolve(cancelled);
      this.#settings.delete(preview);
    };
    try {
      return await new Promise((resolve, reject) => {
        this.#settings.set(preview, { resolve, reject, onProgress });
        if (signal.aborted) return leaveOff();
        signal.addEventListener('abort', leaveOff);
        this.#ask({ kind: 'set', preview, options });
      });
    } finally {
      signal.removeEventListener('abort', leaveOff);
    }
  }

  page(asked: PageAsked): Promise<Result<PaintedPage, AppError>> {
    const request = ++this.#requests;
    return new Promise((resolve, reject) => {
      this.#pages.set(request, { resolve, reject });
      this.#ask({ kind: 'page', request, ...asked });
    });
  }

  end(): void {
    this.#onEnd();
    for (const { resolve } of this.#settings.values()) resolve(cancelled);
    for (const { resolve } of this.#pages.values()) resolve(cancelled);
    this.#settings.clear();
    this.#pages.clear();
    void this.#worker.terminate();
  }

  #ask(request: PreviewRequest): void {
    this.#worker.postMessage(request);
  }

  #take(message: PreviewMessage): void {
    if (message.kind === 'page') {
      this.#pages.get(message.request)?.resolve(message.result);
      this.#pages.delete(message.request);
      return;
    }
    const setting = this.#settings.get(message.preview);
    if (message.kind === 'progress') setting?.onProgress({ page: message.page, pages: message.pages });
    else {
      this.#settings.delete(message.preview);
      setting?.resolve(message.result);
    }
  }

  #fail(problem: Error): void {
    this.#onEnd();
    for (const { reject } of this.#settings.values()) reject(problem);
    for (const { reject } of this.#pages.values()) reject(problem);
    this.#settings.clear();
    this.#pages.clear();
  }
}
