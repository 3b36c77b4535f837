// The running application against a page that has been taken over: each test tries what such a page would do, and
// looks at what came of it rather than at what was configured.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, launchOnce, test } from './launch';

test.describe('a page that has been taken over', () => {
  const running = launchOnce();

  test('the page has no Node, and three functions of ours', async () => {
    const { window } = running();
    const found = await window.evaluate(() => ({
      node: [
        typeof Reflect.get(globalThis, 'require'),
        typeof Reflect.get(globalThis, 'process'),
        typeof Reflect.get(globalThis, 'module'),
        typeof Reflect.get(globalThis, 'Buffer'),
        typeof Reflect.get(globalThis, 'global'),
        typeof Reflect.get(globalThis, 'ipcRenderer'),
        typeof Reflect.get(globalThis, 'electron'),
      ],
      bridge: Reflect.ownKeys(Reflect.get(globalThis, 'jianbao') as object).toSorted(),
    }));
    expect(found).toEqual({
      node: Array.from({ length: 7 }, () => 'undefined'),
      bridge: ['call', 'on', 'run'],
    });
  });

  test('every window is sandboxed and isolated', async () => {
    const { electron } = running();
    const preferences = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        const contents = window.webContents as Electron.WebContents & {
          getLastWebPreferences: () => Record<string, unknown>;
        };
        return contents.getLastWebPreferences();
      }),
    );
    expect(preferences).toHaveLength(1);
    expect(preferences[0]).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
  });

  test('the sandbox of the system holds the page', async () => {
    test.skip(process.platform !== 'linux' || process.getuid?.() === 0, 'it does not work for root');
    const { electron } = running();
    const pid = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
  });

  test('no key reloads the page or opens developer tools', async () => {
    const { window, electron } = running();
    await window.evaluate(() => Reflect.set(globalThis, 'stayed', true));
    for (const key of [
      'Control+R',
      'Control+Shift+R',
      'F5',
      'Control+F5',
      'Control+Shift+I',
      'F12',
      'Control+Shift+J',
    ]) {
      await window.keyboard.press(key);
    }
    // The menu would be the one to take such keys.
    const offered = await electron.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) =>
        (menu.submenu?.items ?? []).map((entry) => String(entry.role ?? '').toLowerCase()),
      ),
    );
    expect(offered.filter((role) => /reload|devtools/.test(role))).toEqual([]);
    expect(offered.length).toBeGreaterThan(10);
    expect(
      await electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((open) => open.webContents.isDevToolsOpened()),
      ),
    ).toEqual([false]);
    expect(await window.evaluate(() => Reflect.get(globalThis, 'stayed') as unknown)).toBe(true);
  });

  test('the spelling checker is off and has no dictionary to fetch', async () => {
    const { electron } = running();
    expect(
      await electron.evaluate(({ session }) => ({
        enabled: session.defaultSession.isSpellCheckerEnabled(),
        languages: session.defaultSession.getSpellCheckerLanguages(),
      })),
    ).toEqual({ enabled: false, languages: [] });
  });
});

test('a listener is given the payload and nothing to hold on to', async ({ launch }) => {
  const { window, electron } = await launch();
  const heard = await window.evaluateHandle(() => {
    const calls: unknown[][] = [];
    bridge().on('command.chosen', (...given) => calls.push(given));
    return calls;
    function bridge() {
      return Reflect.get(globalThis, 'jianbao') as {
        on: (name: string, listener: (...given: unknown[]) => void) => () => void;
      };
    }
  });
  await electron.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('help.about')?.click();
  });
  await expect.poll(() => heard.jsonValue()).toEqual([[{ command: 'help.about' }]]);
});

test('the built main process starts no crash reporter and asks for the sandbox first', () => {
  const built = readFileSync('out/main/index.js', 'utf8');
  const all = readdirSync('out/main', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  expect(all.length).toBeGreaterThan(5);
  for (const name of all)
    expect(readFileSync(join('out/main', name), 'utf8'), name).not.toContain('crashReporter');
  const sandbox = built.indexOf('enableSandbox()');
  expect(sandbox).toBeGreaterThan(0);
  expect(built.indexOf('whenReady()')).toBeGreaterThan(sandbox);
});
