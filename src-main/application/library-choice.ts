// Which library is used: a small file in the user's own folder says it. The command line reads it too. It only says where
// libraries are; what is wrong with it costs a choice in a dialog, and no library. The start reads it before anything
// else is loaded, and so it is read by hand.
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** How many libraries are remembered. */
export const mostRemembered = 12;

export type List = {
  /** The folder of the library in use. */
  readonly current: string;
  /** The folders of libraries that were in use, the last one first; the present one among them. */
  readonly recent: readonly string[];
};

/** The file in a user-data folder. */
export function libraryListFile(userData: string): string {
  return join(userData, 'libraries.json');
}

/** Which library is used: one that was named from outside, one that the user chose, or the one of a first start. */
export type LibraryChoice = { readonly folder: string; readonly isNamed: boolean };

/** Finds the library of a user; `named` is the one from outside, if any. */
export function libraryChoice(userData: string, named: string | undefined): LibraryChoice {
  if (named !== undefined && named !== '') return { folder: named, isNamed: true };
  const chosen = readList(libraryListFile(userData))?.current;
  return { folder: chosen ?? join(userData, 'library'), isNamed: false };
}

/** Reads the list; null where there is none, or none that can be read: the library is then where it always was. */
export function readList(file: string): List | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isList(value) ? value : null;
  } catch {
    return null;
  }
}

function isList(value: unknown): value is List {
  if (typeof value !== 'object' || value === null || !('current' in value) || !('recent' in value))
    return false;
  const { current, recent } = value;
  return (
    isPlace(current) && Array.isArray(recent) && recent.length <= mostRemembered && recent.every(isPlace)
  );
}

function isPlace(value: unknown): value is string {
  return typeof value === 'string' && isAbsolute(value);
}
