// Tidying up after something has failed. What is to be told is that first failure; but where tidying fails as well, its
// message says what stays behind, so that nobody has to guess.
import { fileErrorCode, ifPresent } from './file-layer';
import { describe } from './storage-error';

/** One piece of tidying, and what stays as it is where it fails, for people. */
export type CleaningStep = { readonly leaves: string; readonly work: () => Promise<unknown> };

/** Does every step, whatever the others do, and gives the failure to throw: the first one, with what stays behind. */
export async function cleanUp(failure: unknown, steps: readonly CleaningStep[]): Promise<unknown> {
  const left: string[] = [];
  for (const { leaves, work } of steps) {
    try {
      await ifPresent(work());
    } catch (error) {
      left.push(`${leaves} (${describe(error)})`);
    }
  }
  const code = fileErrorCode(failure);
  if (left.length === 0 || code === null) return failure;
  const message = `${describe(failure)}; left behind: ${left.join(', ')}`;
  return Object.assign(new Error(message, { cause: failure }), { code });
}
