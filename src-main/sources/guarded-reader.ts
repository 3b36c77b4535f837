// Reads pages in a child process, one at a time, so that a file made to hang or to use up memory can hurt nothing else:
// at the deadline, or when the child ends, that file fails, the next has a new child, and everything else goes on.
import { setTimeout as wait } from 'node:timers/promises';
import type { AppError } from '../../src-core/ipc/app-error';
import { fail, type Result } from '../../src-core/result';
import { nameOf, type PageReader, type PageSource, type ReadPage } from './read-page';

/** What a child is asked. It answers with the same number. */
export type ReadingRequest = { readonly id: number; readonly source: PageSource };
export type ReadingAnswer = { readonly id: number; readonly result: Result<ReadPage, AppError> };

/** A child process that runs `reader-process.ts`. */
export interface ReaderChild {
  post(request: ReadingRequest): void;
  onAnswer(listener: (answer: ReadingAnswer) => void): void;
  /** Told once, when the process is gone. */
  onExit(listener: () => void): void;
  kill(): void;
}

/** Longest time one page may take, in milliseconds: the largest accepted one takes a few seconds. */
export const readingDeadline = 20_000;

/** Most memory the child may have for objects, in megabytes; the largest accepted page needs about a fifth. */
export const readingMemory = 512;

/** Reads pages in children which `start` starts as they are needed. */
export function createGuardedReader(start: () => ReaderChild, deadline = readingDeadline): PageReader {
  let child: RunningChild | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  let lastId = 0;

  async function readNext(source: PageSource, signal?: AbortSignal): Promise<Result<ReadPage, AppError>> {
    if (isClosed || signal?.aborted === true) return fail({ code: 'cancelled' });
    child ??= runChild(start(), (gone) => {
      if (child === gone) child = null;
    });
    const reading = child;
    const overdue = new AbortController();
    const outcome = await Promise.race([
      reading.ask({ id: ++lastId, source }),
      wait(deadline, 'overdue' as const, { signal: overdue.signal }).catch(() => 'overdue' as const),
      aborted(signal, overdue.signal),
    ]);
    overdue.abort();
    switch (outcome) {
      case 'gone':
        return fail(isClosed ? { code: 'cancelled' } : { code: 'reading-broke-off', file: nameOf(source) });
      case 'overdue':
        reading.end();
        return fail({ code: 'reading-too-slow', file: nameOf(source), seconds: deadline / 1000 });
      case 'aborted':
        reading.end();
        return fail({ code: 'cancelled' });
      default:
        return outcome;
    }
  }

  return {
    read(source, signal) {
      const reading = last.then(() => readNext(source, signal));
      last = reading;
      return reading;
    },
    close() {
      isClosed = true;
      child?.end();
    },
  };
}

type RunningChild = {
  readonly ask: (request: ReadingRequest) => Promise<Result<ReadPage, AppError> | 'gone'>;
  /** Ends the process; what was asked is answered 'gone'. */
  readonly end: () => void;
};

function runChild(child: ReaderChild, onGone: (gone: RunningChild) => void): RunningChild {
  let settle: ((answer: Result<ReadPage, AppError> | 'gone') => void) | null = null;
  let asked = 0;
  let isGone = false;
  const leave = (): void => {
    if (isGone) return;
    isGone = true;
    onGone(running);
    settle?.('gone');
  };
  const running: RunningChild = {
    ask: (request) =>
      new Promise((resolve) => {
        if (isGone) return resolve('gone');
        settle = resolve;
        asked = request.id;
        child.post(request);
      }),
    end: () => {
      leave();
      child.kill();
    },
  };
  child.onAnswer(({ id, result }) => {
    if (id === asked) settle?.(result);
  });
  child.onExit(leave);
  return running;
}

/** Answers when a signal is aborted; stops listening with `done`. */
function aborted(signal: AbortSignal | undefined, done: AbortSignal): Promise<'aborted'> {
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve('aborted'), { once: true, signal: done });
  });
}
