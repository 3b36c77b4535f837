// Edits on their way to the library. They are sent one after the other, in the order in which they were made. When the
// library refuses one, everything behind it waits: nothing is lost, and the user decides whether to try again or to let
// the waiting edits go.
import type { AppError } from '../../src-core/ipc/app-error';
import type { Edited } from '../../src-core/ipc/contract';
import type { Result } from '../../src-core/result';

export type Outgoing<Letter> = {
  readonly letters: readonly Letter[];
  readonly isSending: boolean;
  /** Why the first letter was refused; null while all is well. */
  readonly refusal: AppError | null;
};

export type Outbox<Letter> = {
  readonly put: (letter: Letter) => void;
  /** Sends what was refused once more; it counts as refused until the library has taken it. */
  readonly retry: () => void;
  /** Lets all waiting letters go and gives them back. */
  readonly empty: () => readonly Letter[];
  readonly state: () => Outgoing<Letter>;
};

/** Makes an outbox; `deliver` takes one letter to the library, `onChange` hears of every change of state. */
export function createOutbox<Letter>(options: {
  /** What the library answers; null where it had the letter already. */
  readonly deliver: (letter: Letter) => Promise<Result<Edited | null, AppError>>;
  readonly onDelivered: (letter: Letter, edited: Edited | null) => void;
  readonly onChange: (state: Outgoing<Letter>) => void;
}): Outbox<Letter> {
  let state: Outgoing<Letter> = { letters: [], isSending: false, refusal: null };

  function change(changes: Partial<Outgoing<Letter>>): void {
    state = { ...state, ...changes };
    options.onChange(state);
  }

  async function send(isRetry = false): Promise<void> {
    if (state.isSending || (state.refusal !== null && !isRetry)) return;
    change({ isSending: true });
    for (let letter = state.letters[0]; letter !== undefined; letter = state.letters[0]) {
      const result = await options.deliver(letter);
      // The outbox may have been emptied meanwhile; the answer then belongs to nobody.
      if (state.letters[0] !== letter) break;
      if (!result.ok) {
        change({ refusal: result.error });
        break;
      }
      change({ letters: state.letters.slice(1), refusal: null });
      options.onDelivered(letter, result.value);
    }
    change({ isSending: false });
    if (state.letters.length > 0 && state.refusal === null) await send();
  }

  return {
    put: (letter) => {
      change({ letters: [...state.letters, letter] });
      void send();
    },
    retry: () => {
      void send(true);
    },
    empty: () => {
      const { letters } = state;
      change({ letters: [], refusal: null });
      return letters;
    },
    state: () => state,
  };
}
