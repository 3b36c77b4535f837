// The handout in a format that another program sets, to be looked at before it is written. The last draft stays until the
// next one is there.
import { create } from 'zustand';
import type { AppError } from '../../src-core/ipc/app-error';
import type { CallInput, CallOutput } from '../../src-core/ipc/contract';
import { call } from '../bridge/bridge';
import { createRest } from './rest';

type DraftState = { readonly draft: CallOutput<'study.draft'> | null; readonly error: AppError | null };

const nothing: DraftState = { draft: null, error: null };

export const useDraft = create<DraftState>(() => nothing);

const choicesRest = createRest(100);
let asked = 0;

/** Makes the draft once the choices rest; null for a format that has none. */
export function showDraft(request: CallInput<'study.draft'> | null): void {
  const own = ++asked;
  if (request === null) return closeDraft();
  choicesRest.then(() => {
    void call('study.draft', request).then((drawn) => {
      if (own !== asked) return;
      if (drawn.ok) useDraft.setState({ draft: drawn.value, error: null });
      else useDraft.setState({ draft: null, error: drawn.error });
    });
  });
}

/** Forgets it. */
export function closeDraft(): void {
  asked++;
  choicesRest.cancel();
  useDraft.setState(nothing);
}
