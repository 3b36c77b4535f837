// Whether a place answers at all. A share whose server is gone answers nothing for minutes, and whoever waits for it
// waits as long; so it is asked first, without holding anything up, and not longer than is bearable.
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileErrorCode } from './file-layer';

/** What a place answers: there is something, there is nothing, or no answer came in time. */
export type Reach = 'there' | 'absent' | 'silent';

/** How long an answer is waited for when a library is opened, in milliseconds. */
export const patience = 10_000;

/** Asks for a file or folder; whatever else is wrong with it, it is there. */
export async function reach(
  path: string,
  within: number = patience,
  ask: (path: string) => Promise<unknown> = statOnce,
): Promise<Reach> {
  let answer: Reach = 'silent';
  await endWithin(async () => {
    answer = await isThere(path, ask);
  }, within);
  return answer;
}

const asked = new Map<string, Promise<unknown>>();

function statOnce(path: string): Promise<unknown> {
  return askOnce(asked, path, stat);
}

/**
 * Asks for a path unless an answer is still waited for, which is given then: each question without an answer keeps one of
 * the few threads that everything else needs too.
 */
export function askOnce<T>(
  asked: Map<string, Promise<T>>,
  path: string,
  ask: (path: string) => Promise<T>,
): Promise<T> {
  const known = asked.get(path);
  if (known !== undefined) return known;
  const asking = ask(path).finally(() => asked.delete(path));
  asked.set(path, asking);
  return asking;
}

/** Waits for work to end, but so many milliseconds at most; says whether it has ended. Throws what the work throws. */
export async function endWithin(work: () => Promise<void>, milliseconds: number): Promise<boolean> {
  const controller = new AbortController();
  const waiting = setTimeout(milliseconds, false, { signal: controller.signal });
  // Aborted once the work has ended; nobody waits for it then.
  const limit = waiting.catch(() => false);
  try {
    return await Promise.race([work().then(() => true), limit]);
  } finally {
    controller.abort();
  }
}

async function isThere(path: string, ask: (path: string) => Promise<unknown>): Promise<Reach> {
  try {
    await ask(path);
    return 'there';
  } catch (error) {
    return fileErrorCode(error) === 'ENOENT' ? 'absent' : 'there';
  }
}

/** Asks for a folder that may have to be made: the first one above it that is there must answer. */
export async function reachPlace(
  path: string,
  within: number = patience,
  ask?: (path: string) => Promise<unknown>,
): Promise<Reach> {
  const own = await reach(path, within, ask);
  if (own !== 'absent' || dirname(path) === path) return own;
  return (await reachPlace(dirname(path), within, ask)) === 'silent' ? 'silent' : 'absent';
}
