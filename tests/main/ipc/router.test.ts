import { describe, expect, test } from 'vitest';
import { AppFailure } from '../../../src-core/ipc/app-error';
import type { Handlers } from '../../../src-main/ipc/handlers';
import { reachedHandlers, send, tryingRouter, type Logged } from './trying-router';

function withCall<N extends keyof Handlers['calls']>(name: N, handler: Handlers['calls'][N]): Handlers {
  return { ...reachedHandlers, calls: { ...reachedHandlers.calls, [name]: handler } };
}

function withTask<N extends keyof Handlers['tasks']>(name: N, handler: Handlers['tasks'][N]): Handlers {
  return { ...reachedHandlers, tasks: { ...reachedHandlers.tasks, [name]: handler } };
}

const token = 'a-token-of-32-characters-0123456';

describe('the router', () => {
  test('gives a handler its parsed input and who called', async () => {
    const handlers = withCall('issue.open', ({ issueId }, { windowId }) =>
      Promise.reject(new AppFailure({ code: 'issue-unknown', issueId: `${issueId} of ${windowId}` })),
    );
    const signal = new AbortController().signal;
    expect(
      await tryingRouter(handlers).call('issue.open', { issueId: 'i1' }, { windowId: 7, signal }),
    ).toEqual({
      ok: false,
      error: { code: 'issue-unknown', issueId: 'i1 of 7' },
    });
  });

  test('answers a handler’s output as a value', async () => {
    const handlers = withCall('library.tags', () => Promise.resolve([{ tag: '农业', count: 2 }]));
    expect(await send(tryingRouter(handlers), 'library.tags', {})).toEqual({
      ok: true,
      value: [{ tag: '农业', count: 2 }],
    });
  });

  test('answers a failure that is thrown before the first await', async () => {
    const handlers = withCall('file.reveal', () => {
      throw new AppFailure({ code: 'token-unknown' });
    });
    expect(await send(tryingRouter(handlers), 'file.reveal', { token })).toEqual({
      ok: false,
      error: { code: 'token-unknown' },
    });
  });

  test('logs a defect and keeps its details from the window', async () => {
    const logged: Logged = [];
    const defect = new TypeError('cannot read /home/reader/secret');
    const handlers = withCall('library.tags', () => Promise.reject(defect));
    expect(await send(tryingRouter(handlers, logged), 'library.tags', {})).toEqual({
      ok: false,
      error: { code: 'internal', detail: 'library.tags' },
    });
    expect(logged).toEqual([['library.tags', defect]]);
  });

  test('takes an output that breaks the contract for a defect where outputs are checked', async () => {
    const logged: Logged = [];
    const handlers = withCall('library.tags', () => Promise.resolve([{ tag: '农业', count: Number.NaN }]));
    expect(await send(tryingRouter(handlers, logged), 'library.tags', {})).toMatchObject({
      error: { code: 'internal' },
    });
    expect(logged).toHaveLength(1);
    expect(await send(tryingRouter(handlers, logged, false), 'library.tags', {})).toMatchObject({ ok: true });
  });

  test.each(['', 'app', 'APP.INFO', 'app.info ', '__proto__', 'constructor', 'toString', 'import.run'])(
    'refuses the call %j',
    async (name) => {
      const context = { windowId: 1, signal: new AbortController().signal };
      expect(await tryingRouter().call(name, {}, context)).toEqual({
        ok: false,
        error: { code: 'invalid-input', where: 'name', detail: { code: 'no-channel', name } },
      });
    },
  );

  test.each(['', 'app.info', '__proto__', 'hasOwnProperty'])('refuses the task %j', async (name) => {
    const context = { windowId: 1, signal: new AbortController().signal, onProgress: () => undefined };
    expect(await tryingRouter().run(name, {}, context)).toMatchObject({ error: { where: 'name' } });
  });

  test('names what is wrong but does not repeat it', async () => {
    const answer = await send(tryingRouter(), 'issue.open', { issueId: '../私密' });
    expect(answer).toEqual({
      ok: false,
      error: {
        code: 'invalid-input',
        where: 'issue.open.issueId',
        detail: { code: 'not-valid', at: '', fault: 'invalid_format', names: [], said: 'invalid_format' },
      },
    });
  });
});

describe('a task', () => {
  const input = { token };

  const empty = { outcomes: [], others: 0, isCancelled: false };

  test('streams its progress', async () => {
    const progress: unknown[] = [];
    const handlers = withTask('import.run', (_input, { onProgress }) => {
      onProgress({ done: 0, total: 2, file: 'a.txt' });
      onProgress({ done: 1, total: 2, file: 'b.txt' });
      return Promise.resolve(empty);
    });
    const answer = await tryingRouter(handlers).run('import.run', input, {
      windowId: 1,
      signal: new AbortController().signal,
      onProgress: (step) => progress.push(step),
    });
    expect(answer).toEqual({ ok: true, value: empty });
    expect(progress).toEqual([
      { done: 0, total: 2, file: 'a.txt' },
      { done: 1, total: 2, file: 'b.txt' },
    ]);
  });

  test('is a defect when its progress breaks the contract', async () => {
    const handlers = withTask('import.run', (_input, { onProgress }) => {
      onProgress({ done: 0.5, total: 2, file: 'a.txt' });
      return Promise.resolve(empty);
    });
    expect(await send(tryingRouter(handlers), 'import.run', input)).toMatchObject({
      error: { code: 'internal' },
    });
  });

  test('that is cancelled before it starts does not start', async () => {
    const context = { windowId: 1, signal: AbortSignal.abort(), onProgress: () => undefined };
    expect(await tryingRouter().run('import.run', input, context)).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    });
  });

  test('that is cancelled on its way answers so, and that is no defect', async () => {
    const logged: Logged = [];
    const controller = new AbortController();
    const handlers = withTask(
      'import.run',
      (_input, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
        }),
    );
    const context = { windowId: 1, signal: controller.signal, onProgress: () => undefined };
    const answer = tryingRouter(handlers, logged).run('import.run', input, context);
    controller.abort();
    expect(await answer).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(logged).toEqual([]);
  });

  test('that fails of itself while it is cancelled tells of the failure', async () => {
    const controller = new AbortController();
    const handlers = withTask('import.run', async () => {
      controller.abort();
      await Promise.resolve();
      throw new AppFailure({ code: 'disk-full', path: 'library' });
    });
    const context = { windowId: 1, signal: controller.signal, onProgress: () => undefined };
    expect(await tryingRouter(handlers).run('import.run', input, context)).toEqual({
      ok: false,
      error: { code: 'disk-full', path: 'library' },
    });
  });

  test('that was done before the cancellation came says what it has done', async () => {
    const controller = new AbortController();
    const handlers = withTask('import.run', () => {
      controller.abort();
      return Promise.resolve(empty);
    });
    const context = { windowId: 1, signal: controller.signal, onProgress: () => undefined };
    expect(await tryingRouter(handlers).run('import.run', input, context)).toEqual({
      ok: true,
      value: empty,
    });
  });
});
