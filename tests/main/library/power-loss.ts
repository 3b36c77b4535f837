// Lets the power go after every n-th operation of a piece of work, in the middle of writes too; then the library is opened
// again, worked on, and the power goes a second time.
import { MemoryFiles, seeded, type Operation, type Survival } from './memory-files';
import { attempt, Work } from './work';

const survivals: readonly Survival[] = [
  'synced-only',
  'everything',
  'names-first',
  'torn',
  'torn',
  'reordered',
  'reordered',
];

export type PowerLossOptions = {
  /** Every how many operations the power goes. */
  readonly step: number;
  readonly seed: number;
  /** Stop at the first violation. */
  readonly stopsEarly?: boolean;
  /** Whether the work ends with a backup. */
  readonly backsUp?: boolean;
  /** Operations that a broken file system would leave out. */
  readonly ignores?: (operation: Operation) => boolean;
  /** What a broken file system would write in the place of what it is given. */
  readonly alters?: (path: string, bytes: Uint8Array) => Uint8Array;
};

/** Gives how many times the power went, and what was not there afterwards although it had been answered. */
export async function losePower({
  step,
  seed,
  stopsEarly = false,
  backsUp = false,
  ignores = () => false,
  alters = (_path, bytes) => bytes,
}: PowerLossOptions): Promise<{ readonly cases: number; readonly violations: readonly string[] }> {
  const whole = new MemoryFiles();
  const unharmed = new Work();
  unharmed.backsUp = backsUp;
  await attempt(whole, unharmed, 0);
  const random = seeded(seed);
  const violations: string[] = [];
  let cases = 0;
  for (let crashAt = 1 + (seed % step); crashAt <= whole.operations.length; crashAt += step) {
    for (const crashedShare of [0, 0.5, 0.99]) {
      const files = new MemoryFiles();
      files.isQuick = crashedShare === 0.5;
      files.ignores = ignores;
      files.alters = alters;
      files.crashAt = crashAt;
      files.crashedShare = crashedShare;
      const work = new Work();
      work.backsUp = backsUp;
      await attempt(files, work, 0);
      const last = files.operations.at(-1);
      for (const survival of survivals) {
        cases++;
        const first = files.afterPowerLoss(survival, random);
        first.isQuick = files.isQuick;
        first.ignores = ignores;
        first.alters = alters;
        const continued = work.copy();
        const found = await continued.verify(first);
        first.crashAt = first.operations.length + 1 + Math.floor(random() * 40);
        await attempt(first, continued, 1);
        const second = first.afterPowerLoss(random() < 0.5 ? 'synced-only' : 'reordered', random);
        found.push(...(await continued.verify(second)));
        const where = `${survival} after ${crashAt} (${last?.name} ${last?.path}), ${crashedShare}`;
        violations.push(...found.map((violation) => `${where}: ${violation}`));
        if (stopsEarly && violations.length > 0) return { cases, violations };
      }
    }
  }
  return { cases, violations };
}
