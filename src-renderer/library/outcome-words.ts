// What came of a piece of work on the library, in one or two sentences: for its dialog, and for the notice that tells of
// it where the dialog was closed meanwhile.
import type { Language } from '../../src-core/ipc/contract';
import { errorMessage } from '../../src-core/strings/error-messages';
import type { LibraryWords } from '../strings/library-words';
import type { LibraryOutcome } from './library-place';

/** Whether something failed, or was found that is not as it should be. */
export function isTrouble(outcome: LibraryOutcome): boolean {
  return outcome.kind === 'failed' || (outcome.kind === 'checked' && outcome.checked.count > 0);
}

/** Says what came of it. */
export function outcomeWords(outcome: LibraryOutcome, words: LibraryWords, language: Language): string {
  switch (outcome.kind) {
    case 'failed':
      return errorMessage(outcome.error, language);
    case 'checked': {
      const { issues, annotations, count } = outcome.checked;
      return count === 0 ? words.sound(issues, annotations) : words.unsound(issues, annotations, count);
    }
    case 'backed-up': {
      const { path, issues, annotations, damaged } = outcome.made;
      return words.backedUp(path, issues, annotations, damaged);
    }
    case 'restored':
      return words.restored(outcome.restored);
    case 'removed':
      return words.removed(outcome.left);
    case 'moved':
      return words.moved(outcome.moved.path);
  }
}
