// Edits of marks that the library has not taken yet, kept over the closing of the window.
import type { Edit } from '../../src-core/annotation/edit';
import type { IssueId } from '../../src-core/publication/issue';
import { createKeeping } from './kept-values';

/** An edit with the issue it belongs to. */
export type KeptLetter = { readonly kind: 'edit'; readonly issueId: IssueId; readonly edit: Edit };

const letters = createKeeping('jianbao.unsaved-edits', isLetter);

/** Keeps the edits among these letters; gives false where there are too many to be kept. */
export function keepLetters(waiting: readonly { readonly kind: string }[]): boolean {
  // Undo and redo are about the library's last step, which may be another one when the window opens again.
  return letters.keep(waiting.filter(isLetter));
}

/** Whether there may be letters to take over: mostly there are none, and nobody has to wait for their being taken. */
export const mayHaveLetters = letters.mayHave;

/** Takes over the edits that closed windows left, and gives them. */
export const takeKeptLetters = letters.take;

/** The library checks the edit itself; here it only has to be a letter. */
function isLetter(value: unknown): value is KeptLetter {
  if (typeof value !== 'object' || value === null) return false;
  return 'kind' in value && value.kind === 'edit' && 'issueId' in value && 'edit' in value;
}
