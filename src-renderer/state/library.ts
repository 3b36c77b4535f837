// The shelf: which issues there are and which tags are in use, as the main process last told.
import { create } from 'zustand';
import type { TagTrait } from '../../src-core/annotation/tag-traits';
import type { AppError } from '../../src-core/ipc/app-error';
import type { IssueSummary } from '../../src-core/ipc/contract';
import type { TrashedIssue } from '../../src-core/ipc/trash-contract';
import { call } from '../bridge/bridge';
import { shelfOrder } from '../library/shelf-order';
import { report } from './notices';
import { isSameValue } from './same-value';

export type TagCount = { readonly tag: string; readonly count: number };

type LibraryState = {
  readonly status: 'loading' | 'ready' | 'failed';
  /** As they stand on the shelf. */
  readonly issues: readonly IssueSummary[];
  /** What was taken off the shelf, the last first. */
  readonly trashed: readonly TrashedIssue[];
  readonly tags: readonly TagCount[];
  /** Other names and the colours of tags. */
  readonly traits: readonly TagTrait[];
  readonly error: AppError | null;
};

export const useLibrary = create<LibraryState>(() => ({
  status: 'loading',
  issues: [],
  trashed: [],
  tags: [],
  traits: [],
  error: null,
}));

/** Reads again what lies in the trash. */
export async function readTrashed(): Promise<void> {
  const trashed = await call('library.trashed', {});
  if (!trashed.ok) return report(trashed.error);
  if (!isSameValue(trashed.value, useLibrary.getState().trashed)) {
    useLibrary.setState({ trashed: trashed.value });
  }
}

/** Reads the list of issues and the tags again. */
export async function readLibrary(): Promise<void> {
  const [issues, tags, traits] = await Promise.all([
    call('library.issues', {}),
    call('library.tags', {}),
    call('tags.traits', {}),
  ]);
  if (!issues.ok) useLibrary.setState({ status: 'failed', error: issues.error });
  else {
    useLibrary.setState({
      status: 'ready',
      issues: shelfOrder(issues.value),
      tags: tags.ok ? tags.value : useLibrary.getState().tags,
      traits: traits.ok ? traits.value : useLibrary.getState().traits,
      error: !tags.ok ? tags.error : traits.ok ? null : traits.error,
    });
  }
}
