// What fails throws what the user should be told, where failures are caught together.
import { AppFailure, type AppError } from './app-error';
import type { Result } from '../result';

/** Gives the value of a success, and throws a failure as AppFailure. */
export function orThrow<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new AppFailure(result.error);
  return result.value;
}
