// Short pieces of work on a library, each broken off at every operation: by a loss of power, or by an operation that fails.
import { expect } from 'vitest';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import { MemoryFiles, seeded, type Survival } from './memory-files';
import { value } from './support';
import { libraryPath, lifeOptions } from './work';

const survivals: readonly Survival[] = ['synced-only', 'everything', 'names-first', 'torn', 'reordered'];

/**
 * Lets the power go at each operation, and gives what a new start finds to `examine` with what was answered before; where no
 * library is there, nothing was. Gives how many libraries were found.
 * @param answers makes what the work keeps its answers in
 */
export async function afterEachLoss<A extends { readonly size: number }>(
  answers: () => A,
  work: (library: Library, answered: A) => Promise<void>,
  examine: (library: Library, answered: A, when: string) => Promise<void>,
): Promise<number> {
  const live = async (files: MemoryFiles, answered: A): Promise<void> => {
    const library = value(await openLibrary(libraryPath, lifeOptions(files)));
    await work(library, answered);
    await library.close();
  };
  const whole = new MemoryFiles();
  await live(whole, answers());
  const random = seeded(7);
  let found = 0;
  for (let crashAt = 1; crashAt <= whole.operations.length; crashAt++) {
    for (const survival of survivals) {
      const files = new MemoryFiles();
      files.crashAt = crashAt;
      const answered = answers();
      await Promise.allSettled([live(files, answered)]);
      const library = await openLibrary(libraryPath, lifeOptions(files.afterPowerLoss(survival, random)));
      if (!library.ok) {
        expect(answered.size).toBe(0);
        continue;
      }
      found++;
      await examine(library.value, answered, `${survival} after ${crashAt}`);
      await library.value.close();
    }
  }
  return found;
}

/**
 * Fails each operation of a change in turn with EIO, and reads what holds then, in the library and in one that is opened
 * after it. Gives how many operations were failed.
 * @param done which share of the failing operation is done all the same
 * @param prepare gives what the change begins from
 * @param change gives what is to hold: what it was answered, or the former where it was refused
 */
export async function afterEachFailure<P, H>(
  done: number,
  prepare: (library: Library) => Promise<P>,
  change: (library: Library, prepared: P) => Promise<H>,
  read: (library: Library) => Promise<H>,
): Promise<number> {
  let failed = 0;
  for (let failing = 1; failing === failed + 1; failing++) {
    const files = new MemoryFiles();
    const library = value(await openLibrary(libraryPath, lifeOptions(files)));
    const prepared = await prepare(library);
    let count = 0;
    files.doneShare = done;
    files.fail = () => {
      if (++count !== failing) return null;
      failed = failing;
      return 'EIO';
    };
    const holds = await change(library, prepared);
    files.fail = () => null;
    expect({ failing, found: await read(library) }).toEqual({ failing, found: holds });
    await library.close();
    const again = value(await openLibrary(libraryPath, lifeOptions(files)));
    expect({ failing, found: await read(again) }).toEqual({ failing, found: holds });
    expect({ failing, problems: (await again.check()).problems }).toEqual({ failing, problems: [] });
    await again.close();
  }
  return failed;
}
