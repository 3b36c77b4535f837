// What the main process says of itself, read once.
import { create } from 'zustand';
import type { CallOutput } from '../../src-core/ipc/contract';
import type { LibraryNotice } from '../../src-core/ipc/library-notice';
import { call } from '../bridge/bridge';
import { post, report } from './notices';

type AppInfoState = { readonly info: CallOutput<'app.info'> | null };

export const useAppInfo = create<AppInfoState>(() => ({ info: null }));

/** Reads it, and tells what opening the library had to mend. */
export async function readAppInfo(): Promise<void> {
  const result = await call('app.info', {});
  if (!result.ok) return report(result.error);
  useAppInfo.setState({ info: result.value });
  result.value.notices.forEach(tellOfLibrary);
}

const told = new Set<string>();

/** Tells what the library found or mended; what comes by the first reading and as an event too is told once. */
export function tellOfLibrary(notice: LibraryNotice): void {
  const key = JSON.stringify(notice);
  if (told.has(key)) return;
  told.add(key);
  post({ kind: 'library', notice });
}
