// The three functions which the preload script shows the window as `window.jianbao`. They carry plain data; the types
// that make them safe to use are in the window's own bridge, derived from the contract.
import type { Result } from '../result';
import type { AppError } from './app-error';

/**
 * A long answer as JSON. What passes to the page is copied value by value, which for ten thousand marks takes many times
 * as long as to read them out of a text.
 */
export type LongAnswer = { readonly json: string };

export type Bridge = {
  /** Calls a handler of the main process. */
  readonly call: (name: string, input: unknown) => Promise<Result<unknown, AppError> | LongAnswer>;
  /** Starts a task; `cancel` stops it, and its result is then the failure 'cancelled'. */
  readonly run: (
    name: string,
    input: unknown,
    onProgress: (progress: unknown) => void,
  ) => { readonly done: Promise<Result<unknown, AppError>>; readonly cancel: () => void };
  /** Listens to an event; the returned function stops listening. */
  readonly on: (name: string, listener: (payload: unknown) => void) => () => void;
};
