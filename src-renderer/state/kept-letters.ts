// Edits that the library has not taken yet, kept by the browser engine over the closing of the window. They are written
// in the very moment in which they are made, and forgotten once the library has them.
import type { Edit } from '../../src-core/annotation/edit';
import type { IssueId } from '../../src-core/publication/issue';

/** An edit with the issue it belongs to. */
export type KeptLetter = { readonly kind: 'edit'; readonly issueId: IssueId; readonly edit: Edit };

const key = 'jianbao.unsaved-edits';

/** Keeps these letters in the place of those kept before; gives false where there are too many to be kept. */
export function keepLetters(letters: readonly { readonly kind: string }[]): boolean {
  // Undo and redo are about the library's last step, which may be another one when the window opens again.
  const edits = letters.filter(({ kind }) => kind === 'edit');
  try {
    if (edits.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(edits));
    return true;
  } catch {
    // The engine keeps five million characters at most. What is kept from before holds.
    return false;
  }
}

/** Gives the letters that were kept when the window was closed, and what cannot be read as such as nothing. */
export function keptLetters(): readonly KeptLetter[] {
  const text = localStorage.getItem(key);
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isLetter) : [];
  } catch {
    // Not ours: nothing that this window ever wrote.
    return [];
  }
}

/** The library checks the edit itself; here it only has to be a letter. */
function isLetter(value: unknown): value is KeptLetter {
  if (typeof value !== 'object' || value === null) return false;
  return 'kind' in value && value.kind === 'edit' && 'issueId' in value && 'edit' in value;
}
