// Replaces a document so that both of its generations say the same: then the damage of one copy takes nothing away, and
// what was refused is not on the disk.
import type { Low } from 'lowdb';
import { cleanUp } from './clean-up';

export type WriteBothOptions = {
  /** The document's file. */
  readonly path: string;
  /** Puts the former document back on the disk, where it can be. */
  readonly putBack: () => Promise<unknown>;
  /** Told of a second copy that could not be written; the first is on the disk and stays. */
  readonly onSecondFailing: (error: unknown) => void;
};

/** Writes a value, durably and in both copies; where it throws, the former one holds in memory, and is put back on the disk. */
export async function writeBoth<T>(
  low: Low<T>,
  value: T,
  { path, putBack, onSecondFailing }: WriteBothOptions,
): Promise<void> {
  const former = low.data;
  low.data = value;
  try {
    await low.write();
  } catch (error) {
    low.data = former;
    // It may have taken its name all the same, where only the folder failed.
    throw await cleanUp(error, [{ leaves: path, work: putBack }]);
  }
  try {
    await low.write();
  } catch {
    // What failed may have left no second copy at all.
    await low.write().catch(onSecondFailing);
  }
}

/** Writes the document as it is in memory in both copies. */
export async function writeAsItIs<T>(low: Low<T>): Promise<void> {
  await low.write();
  await low.write();
}
