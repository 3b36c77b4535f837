// Expected failures are values, so that a caller cannot forget them and a process boundary cannot lose them.

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Failure<E> = { readonly ok: false; readonly error: E };
export type Result<T, E> = Ok<T> | Failure<E>;

/** Wraps a value as a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps an expected failure. */
export function fail<E>(error: E): Failure<E> {
  return { ok: false, error };
}
