// Edits that the library has not taken yet, kept by the browser engine over the closing of the window. They are written
// in the very moment in which they are made, and forgotten once the library has them. Each window keeps its own; those
// of a window that is gone, which is told by a lock that nobody holds, are taken over by the next that opens.
import type { Edit } from '../../src-core/annotation/edit';
import type { IssueId } from '../../src-core/publication/issue';

/** An edit with the issue it belongs to. */
export type KeptLetter = { readonly kind: 'edit'; readonly issueId: IssueId; readonly edit: Edit };

const prefix = 'jianbao.unsaved-edits';
const own = `${prefix}.${crypto.randomUUID()}`;

/** Keeps these letters in the place of those kept before; gives false where there are too many to be kept. */
export function keepLetters(letters: readonly { readonly kind: string }[]): boolean {
  // Undo and redo are about the library's last step, which may be another one when the window opens again.
  const edits = letters.filter(({ kind }) => kind === 'edit');
  try {
    if (edits.length === 0) localStorage.removeItem(own);
    else localStorage.setItem(own, JSON.stringify(edits));
    return true;
  } catch {
    // The engine keeps five million characters at most. What is kept from before holds.
    return false;
  }
}

/** Whether there may be letters to take over: mostly there are none, and nobody has to wait for their being taken. */
export function mayHaveLetters(): boolean {
  return Object.keys(localStorage).some((key) => key.startsWith(prefix));
}

/**
 * Takes over the letters that closed windows left, and gives them; what cannot be read as letters counts for nothing.
 * From now on this window's own are known to be its own.
 */
export async function takeKeptLetters(): Promise<readonly KeptLetter[]> {
  holdUntilClosed(own);
  // One window after the other, so that none takes what another has just taken. No letters are under the lock's own name.
  return navigator.locks.request(`${prefix}:taking`, async () => {
    const { held = [] } = await navigator.locks.query();
    const holders = new Set(held.map(({ name }) => name));
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
    const left = keys.filter(
      (key) => (key === prefix || key.startsWith(`${prefix}.`)) && key !== own && !holders.has(key),
    );
    const letters = left.flatMap((key) => lettersUnder(key));
    if (letters.length > 0 && !keepLetters(letters)) return letters;
    left.forEach((key) => localStorage.removeItem(key));
    return letters;
  });
}

/** The engine lets go of the lock with the page. */
function holdUntilClosed(name: string): void {
  void navigator.locks.request(name, () => new Promise<never>(() => undefined));
}

function lettersUnder(key: string): readonly KeptLetter[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(value) ? value.filter(isLetter) : [];
  } catch {
    // Not ours: nothing that a window ever wrote.
    return [];
  }
}

/** The library checks the edit itself; here it only has to be a letter. */
function isLetter(value: unknown): value is KeptLetter {
  if (typeof value !== 'object' || value === null) return false;
  return 'kind' in value && value.kind === 'edit' && 'issueId' in value && 'edit' in value;
}
