// Handlers throw what the user should be told.
import { AppFailure, type AppError } from '../../src-core/ipc/app-error';
import type { Result } from '../../src-core/result';

/** Gives the value of a success, and throws a failure as AppFailure. */
export function orThrow<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new AppFailure(result.error);
  return result.value;
}
