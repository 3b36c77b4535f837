// What the library has not taken yet, kept by the browser engine over the closing of the window. It is written in the very
// moment in which it is known, and forgotten once the library has it. Each window keeps its own; what a window left that is
// gone, which is told by a lock that nobody holds, is taken over by the next that opens.

import { call } from '../bridge/bridge';
import { createRest } from './rest';

export type Keeping<T> = {
  /** Keeps these values in the place of those kept before; gives false where there are too many to be kept. */
  readonly keep: (values: readonly T[]) => boolean;
  /** Whether there may be something to take over. */
  readonly mayHave: () => boolean;
  /**
   * Takes over what closed windows left, and gives it; what cannot be read counts for nothing. From now on this window's
   * own is known to be its own.
   */
  readonly take: () => Promise<readonly T[]>;
};

/** Makes the keeping of one kind of values. */
export function createKeeping<T>(prefix: string, isValid: (value: unknown) => value is T): Keeping<T> {
  const own = `${prefix}.${crypto.randomUUID()}`;
  const rest = createRest(restMilliseconds);
  let isOnDisk = false;

  /** The engine writes to the disk some seconds later, too late for a computer that is switched off. */
  function writeSoon(hasValues: boolean): void {
    rest.cancel();
    if (!hasValues && !isOnDisk) return;
    rest.then(() => {
      isOnDisk = hasValues;
      void call('app.keep', {});
    });
  }

  function keep(values: readonly T[]): boolean {
    try {
      if (values.length === 0) localStorage.removeItem(own);
      else localStorage.setItem(own, JSON.stringify(values));
      writeSoon(values.length > 0);
      return true;
    } catch {
      // The engine keeps five million characters at most. What is kept from before holds.
      return false;
    }
  }

  function valuesUnder(key: string): readonly T[] {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(value) ? value.filter(isValid) : [];
    } catch {
      // Not ours: nothing that a window ever wrote.
      return [];
    }
  }

  async function take(): Promise<readonly T[]> {
    holdUntilClosed(own);
    // One window after the other, so that none takes what another has just taken. Nothing is under the lock's own name.
    return navigator.locks.request(`${prefix}:taking`, async () => {
      const { held = [] } = await navigator.locks.query();
      const holders = new Set(held.map(({ name }) => name));
      const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
      const left = keys.filter(
        (key) => (key === prefix || key.startsWith(`${prefix}.`)) && key !== own && !holders.has(key),
      );
      const values = left.flatMap(valuesUnder);
      if (values.length > 0 && !keep(values)) return values;
      left.forEach((key) => localStorage.removeItem(key));
      return values;
    });
  }

  const mayHave = (): boolean => Object.keys(localStorage).some((key) => key.startsWith(prefix));

  return { keep, mayHave, take };
}

/** What the library takes at once need not be written. */
const restMilliseconds = 200;

/** The engine lets go of the lock with the page. */
function holdUntilClosed(name: string): void {
  void navigator.locks.request(name, () => new Promise<never>(() => undefined));
}
