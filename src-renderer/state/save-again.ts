// What the library refused is sent again by itself, as long as the reason may pass without the window's doing: room is
// made on a disk, a stick is plugged in again, another program closes the library. It is tried now and then, and at once
// when the user comes back to the window, for that is mostly from setting it right.
import type { AppError } from '../../src-core/ipc/app-error';
import { createRest } from './rest';

/** How long after a refusal it is tried again, in milliseconds. */
const everyMilliseconds = 3000;

/** Reasons that lie in the disk, the folder or another program. */
const passing: ReadonlySet<AppError['code']> = new Set<AppError['code']>([
  'disk-full',
  'library-unwritable',
  'library-read-only',
  'library-absent',
  'library-silent',
  'library-locked',
  'file-missing',
  'file-unreadable',
]);

/** Whether a refusal may pass by itself. */
export function mayPass({ code }: AppError): boolean {
  return passing.has(code);
}

export type SaveAgain = {
  /** Tells why something is refused at present; null while nothing is, or while it is being sent. */
  readonly follow: (refusal: AppError | null) => void;
};

/** What waits to be sent again. */
const waiting = new Set<() => void>();

/** Makes it for one thing that is sent; `send` sends it once more. */
export function createSaveAgain(send: () => void): SaveAgain {
  const rest = createRest(everyMilliseconds);
  const sendNow = (): void => {
    stop();
    send();
  };
  function stop(): void {
    rest.cancel();
    waiting.delete(sendNow);
  }
  return {
    follow: (refusal) => {
      stop();
      if (refusal === null || !mayPass(refusal)) return;
      rest.then(sendNow);
      waiting.add(sendNow);
    },
  };
}

/** Sends everything that waits, without its rest. */
export function saveAgainNow(): void {
  for (const sendNow of [...waiting]) sendNow();
}
