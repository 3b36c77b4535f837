// Who may speak to the main process, and what it may be told.
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { calls, tasks } from '../../src-core/ipc/contract';
import { expect, test } from './launch';
import { ask } from './security/messages';

const callNames = Object.keys(calls);
const taskNames = Object.keys(tasks);

test('every channel is closed to frames, to other windows and to foreign pages', async ({ launch }) => {
  const { window, electron } = await launch();
  expect(await ask(window, 'call', 'app.info', {})).toMatchObject({ ok: true });

  expect(
    await window.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return typeof Reflect.get(frame.contentWindow ?? {}, 'jianbao');
    }),
  ).toBe('undefined');

  // A window with our preload script and our page, but not opened by us as one that may speak.
  const opened = electron.waitForEvent('window');
  await electron.evaluate(async ({ BrowserWindow }, preload) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await stranger.loadURL('app://jianbao/');
  }, resolve('out/preload/index.cjs'));
  await expectAllRefused(await opened);

  // The window that may speak, with a page that may not.
  await electron.evaluate(async ({ BrowserWindow }) => {
    const own = BrowserWindow.getAllWindows().find((candidate) => candidate.isVisible());
    await own?.loadURL('data:text/html,<title>foreign</title>');
  });
  await window.waitForURL('data:**');
  await expectAllRefused(window);
});

test('no channel takes what the contract does not name', async ({ launch }) => {
  const { window } = await launch();
  for (const [kind, names] of [
    ['call', callNames],
    ['run', taskNames],
  ] as const) {
    for (const name of names) {
      for (const input of [
        null,
        7,
        'x',
        [],
        { extra: 1 },
        { issueId: '../x' },
        { token: '../../../etc/passwd' },
      ]) {
        const answer = await ask(window, kind, name, input);
        expect(answer, `${name} ${JSON.stringify(input)}`).toMatchObject({ ok: false });
        expect(['invalid-input', 'token-unknown', 'issue-unknown']).toContain(answer.error?.code);
      }
    }
    expect(await ask(window, kind, '__proto__', {})).toMatchObject({ error: { code: 'invalid-input' } });
  }
  const spoiled = await window.evaluate(() => {
    const bridge = Reflect.get(globalThis, 'jianbao') as {
      call: (name: string, input: unknown) => Promise<unknown>;
    };
    const own = (key: string) => Object.defineProperty({}, key, { value: { x: 1 }, enumerable: true });
    return Promise.all([
      bridge.call('settings.write', { fontSize: Number.NaN }),
      bridge.call('settings.write', { author: 'x'.repeat(10 * 1024 * 1024) }),
      bridge.call('settings.write', own('constructor')),
      bridge.call('settings.write', { place: own('extra') }),
    ]);
  });
  for (const answer of spoiled) expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
});

test('a file is reached only by the token of a dialog, for its purpose, once', async ({ launch, folder }) => {
  const { window, answerDialogs } = await launch();
  const page = join(folder, 'page.txt');
  await cp('resources/samples/wujin-2022-10-11.txt', page);
  await answerDialogs({ open: [page], save: join(folder, 'a.pdf') });
  const chosen = await ask(window, 'call', 'import.choose', {});
  expect(JSON.stringify(chosen)).not.toContain(folder);
  const { token } = chosen.value as { readonly token: string };

  expect(await ask(window, 'call', 'file.reveal', { token })).toMatchObject({
    error: { code: 'token-unknown' },
  });
  expect(await ask(window, 'run', 'import.run', { token: page.padEnd(16, '/').slice(0, 64) })).toMatchObject({
    error: { code: 'token-unknown' },
  });
  expect(await ask(window, 'run', 'import.run', { token })).toMatchObject({
    ok: true,
    // It is the sample, which the library has; a failure would be none of the token's.
    value: { outcomes: [{ file: page, known: {} }] },
  });
  expect(await ask(window, 'run', 'import.run', { token })).toMatchObject({
    error: { code: 'token-unknown' },
  });
});

async function expectAllRefused(page: Page): Promise<void> {
  const refused = { ok: false, error: { code: 'sender-refused' } };
  for (const name of callNames) expect(await ask(page, 'call', name, {}), name).toEqual(refused);
  for (const name of taskNames) expect(await ask(page, 'run', name, {}), name).toEqual(refused);
}
