// Work on the library goes on while its dialog is closed, and what came of it is told then too.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Bridge } from '../../src-core/ipc/bridge';
import { fail, ok, type Result } from '../../src-core/result';
import type { AppError } from '../../src-core/ipc/app-error';
import {
  closeLibraryDialog,
  moveLibrary,
  openLibraryDialog,
  useLibraryPlace,
} from '../../src-renderer/library/library-place';
import { useNotices } from '../../src-renderer/state/notices';

let end: (result: Result<unknown, AppError>) => void = () => undefined;

const bridge: Pick<Bridge, 'call' | 'run'> = {
  call: (name) => {
    if (name === 'library.choose') return Promise.resolve(ok({ token: 'a'.repeat(16), path: '/away' }));
    return Promise.resolve(fail({ code: 'library-absent', path: '/library' }));
  },
  run: () => ({
    done: new Promise((resolve) => {
      end = resolve;
    }),
    cancel: () => undefined,
  }),
};

beforeEach(() => {
  vi.stubGlobal('window', { jianbao: bridge });
  useNotices.setState({ notices: [] });
});

afterEach(() => {
  closeLibraryDialog();
});

const moved = { path: '/away', formerPath: '/library', former: 'b'.repeat(16) };

test('tells in a notice of what ended while the dialog was closed, and shows it there', async () => {
  openLibraryDialog();
  const moving = moveLibrary();
  await vi.waitFor(() => expect(useLibraryPlace.getState().work).toBe('move'));
  closeLibraryDialog();
  end(ok(moved));
  await moving;
  const outcome = { kind: 'moved', moved };
  expect(useNotices.getState().notices).toMatchObject([{ notice: { kind: 'library-done', outcome } }]);
  openLibraryDialog();
  expect(useLibraryPlace.getState().outcome).toEqual(outcome);
  expect(useNotices.getState().notices).toEqual([]);
  closeLibraryDialog();
  expect(useLibraryPlace.getState().outcome).toBeNull();
});

test('tells nothing twice while the dialog is open', async () => {
  openLibraryDialog();
  const moving = moveLibrary();
  await vi.waitFor(() => expect(useLibraryPlace.getState().work).toBe('move'));
  end(fail({ code: 'disk-full', path: '/away' }));
  await moving;
  expect(useNotices.getState().notices).toEqual([]);
  expect(useLibraryPlace.getState().outcome).toMatchObject({ kind: 'failed' });
});
