import { beforeEach, expect, test, vi } from 'vitest';
import { makeEdit } from '../../src-core/annotation/apply-edit';
import type { Annotation, AnnotationId } from '../../src-core/annotation/annotation';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Bridge } from '../../src-core/ipc/bridge';
import { calls } from '../../src-core/ipc/contract';
import { issueIdSchema } from '../../src-core/publication/issue';
import { fail, ok } from '../../src-core/result';
import {
  discardRefused,
  edit,
  isRefused,
  openIssue,
  receive,
  retryRefused,
  sendKept,
  standingMark,
  undo,
  useDesk,
} from '../../src-renderer/state/desk';
import { post, useNotices } from '../../src-renderer/state/notices';
import { saveAgainNow } from '../../src-renderer/state/save-again';
import { issue } from './layouts';
import { buildMark } from './marks';

/** What the browser engine keeps over the closing of a window. */
const kept = new Map<string, string>();

function keptBrowser(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> {
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** The locks of the browser engine: those of this window, and of others that are open. */
function browserLocks(others: readonly string[]) {
  const held = [...others];
  return {
    request: (name: string, work: () => Promise<unknown>): Promise<unknown> => {
      held.push(name);
      return work();
    },
    query: () => Promise.resolve({ held: held.map((name) => ({ name })) }),
  };
}

/** What a window kept, as if it had been another window. */
function leaveBehind(text: ReadonlyMap<string, string>): readonly string[] {
  for (const [key, value] of text) kept.set(`${key}-other`, value);
  return [...text.keys()].map((key) => `${key}-other`);
}

/** Stands in for the main process: applies edits as it does, or refuses them. */
function serveLibrary() {
  const marks = new Map<AnnotationId, Annotation>();
  const library = { marks, refusal: null as AppError | null };
  const call: Bridge['call'] = (name, input) => {
    switch (name) {
      case 'issue.open':
        return Promise.resolve(
          ok({ issue, annotations: [...marks.values()], history: { undo: null, redo: null } }),
        );
      case 'annotations.edit': {
        if (library.refusal !== null) return Promise.resolve(fail(library.refusal));
        const made = makeEdit(marks, calls['annotations.edit'].input.parse(input).edit);
        if (!made.ok) return Promise.resolve(fail(made.error));
        return Promise.resolve(
          ok({
            issueId: issue.issueId,
            annotations: [...marks.values()],
            history: { undo: { kind: 'note' }, redo: null },
          }),
        );
      }
      case 'annotations.undo':
        return Promise.resolve(fail({ code: 'nothing-to-undo' }));
      default:
        return Promise.resolve(ok([]));
    }
  };
  vi.stubGlobal('window', { jianbao: { call } });
  vi.stubGlobal('localStorage', keptBrowser());
  vi.stubGlobal('navigator', { locks: browserLocks([]) });
  return library;
}

const mark = buildMark('m1', [10, 20]);
const at = '2026-01-02T00:00:00.000Z';

async function settled(): Promise<void> {
  await vi.waitFor(() => expect(useDesk.getState().outgoing.isSending).toBe(false));
}

let library: ReturnType<typeof serveLibrary>;
beforeEach(async () => {
  library = serveLibrary();
  await openIssue(issue.issueId);
  useNotices.setState({ notices: [] });
});

test('shows an edit at once and sends it', async () => {
  edit({ type: 'add', annotation: mark });
  expect(standingMark(useDesk.getState().annotations, mark.annotationId)).toEqual(mark);
  await settled();
  expect(library.marks.get(mark.annotationId)).toEqual(mark);
  expect(useDesk.getState().history.undo).toEqual({ kind: 'note' });
});

test('refuses an edit that does not fit, and says so', () => {
  expect(edit({ type: 'remove', annotationId: mark.annotationId, at })).toBe(false);
  expect(useNotices.getState().notices).toMatchObject([
    { notice: { kind: 'failure', error: { code: 'annotation-unknown' } } },
  ]);
});

test('keeps showing an edit which the library refused, and saves it when tried again', async () => {
  library.refusal = { code: 'disk-full', path: '/library' };
  edit({ type: 'add', annotation: mark });
  await settled();
  expect(useDesk.getState().outgoing).toMatchObject({ refusal: { code: 'disk-full' }, letters: [{}] });
  expect(standingMark(useDesk.getState().annotations, mark.annotationId)).toEqual(mark);
  library.refusal = null;
  retryRefused();
  await settled();
  expect(library.marks.has(mark.annotationId)).toBe(true);
  expect(useDesk.getState().outgoing).toEqual({ letters: [], isSending: false, refusal: null });
});

test('saves what was refused by itself once there is room, and shows it as unsaved until then', async () => {
  vi.useFakeTimers();
  library.refusal = { code: 'disk-full', path: '/library' };
  post({ kind: 'kept', count: 1 });
  post({
    kind: 'library',
    notice: { code: 'library-read-only', path: '/library', detail: { code: 'closed' } },
  });
  post({
    kind: 'library',
    notice: { code: 'catalog-rebuilt', path: '/library', detail: { code: 'missing' } },
  });
  edit({ type: 'add', annotation: mark });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(useNotices.getState().notices).toHaveLength(3);
  expect(isRefused(useDesk.getState().outgoing, mark.annotationId)).toBe(true);
  library.refusal = null;
  await vi.advanceTimersByTimeAsync(3_000);
  vi.useRealTimers();
  // What stands is what is still true, or was never read.
  expect(useNotices.getState().notices).toMatchObject([
    { notice: { kind: 'kept' } },
    { notice: { notice: { code: 'catalog-rebuilt' } } },
  ]);
  expect(library.marks.has(mark.annotationId)).toBe(true);
  expect(useDesk.getState().outgoing).toEqual({ letters: [], isSending: false, refusal: null });
});

test('saves at once when the user comes back from making room, and tries nothing that will not pass', async () => {
  library.refusal = { code: 'disk-full', path: '/library' };
  edit({ type: 'add', annotation: mark });
  await settled();
  library.refusal = { code: 'library-newer', path: '/library', version: 9 };
  saveAgainNow();
  await settled();
  library.refusal = null;
  saveAgainNow();
  await settled();
  expect(useDesk.getState().outgoing).toMatchObject({ refusal: { code: 'library-newer' } });
  retryRefused();
  await settled();
  expect(library.marks.has(mark.annotationId)).toBe(true);
});

test('takes undo pressed once too often for no failure', async () => {
  undo();
  await settled();
  expect(useDesk.getState().outgoing).toEqual({ letters: [], isSending: false, refusal: null });
});

test('shows the marks as the library has them once refused edits are let go', async () => {
  library.refusal = { code: 'disk-full', path: '/library' };
  edit({ type: 'add', annotation: mark });
  await settled();
  await discardRefused();
  expect(standingMark(useDesk.getState().annotations, mark.annotationId)).toBeNull();
});

test('does not let an answer undo an edit that still waits', async () => {
  edit({ type: 'add', annotation: mark });
  edit({ type: 'update', annotationId: mark.annotationId, changes: { note: '新' }, at });
  receive({ issueId: issue.issueId, annotations: [mark], history: { undo: null, redo: null } });
  expect(standingMark(useDesk.getState().annotations, mark.annotationId)?.note).toBe('新');
  await settled();
  expect(library.marks.get(mark.annotationId)?.note).toBe('新');
});

test('takes nothing in for another issue', () => {
  const other = { ...mark, issueId: issueIdSchema.parse('other') };
  receive({ issueId: other.issueId, annotations: [other], history: { undo: null, redo: null } });
  expect(useDesk.getState().annotations.size).toBe(0);
});

test('keeps a refused edit over the closing of the window, and saves it when it opens again', async () => {
  library.refusal = { code: 'disk-full', path: '/library' };
  edit({ type: 'add', annotation: mark });
  await settled();
  const text = new Map(kept);
  // The window is closed: what is in memory is gone, what the browser keeps is not.
  await discardRefused();
  expect(kept.size).toBe(0);
  leaveBehind(text);
  library.refusal = null;
  await sendKept();
  await settled();
  expect([...library.marks.keys()]).toEqual([mark.annotationId]);
  expect(kept.size).toBe(0);
});

test('leaves to another open window what that window keeps', async () => {
  library.refusal = { code: 'disk-full', path: '/library' };
  edit({ type: 'add', annotation: mark });
  await settled();
  const text = new Map(kept);
  await discardRefused();
  const others = leaveBehind(text);
  vi.stubGlobal('navigator', { locks: browserLocks(others) });
  library.refusal = null;
  await sendKept();
  await settled();
  expect(library.marks.size).toBe(0);
  expect([...kept.keys()]).toEqual(others);
});

test('takes a kept edit that the library has already for delivered', async () => {
  edit({ type: 'add', annotation: mark });
  const text = new Map(kept);
  await settled();
  leaveBehind(text);
  await sendKept();
  await settled();
  expect(useDesk.getState().outgoing).toMatchObject({ letters: [], refusal: null });
  expect(library.marks.size).toBe(1);
});
