// The ways out of a page: the network, other addresses and windows, devices and the system.
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './launch';
import { connectionProbes, listen, runInPage } from './security/probes';

test('nothing connects anywhere, whether the policy of the page holds or not', async ({ launch }) => {
  const { window, electron } = await launch();
  const listener = await listen();
  try {
    await new Promise<void>((done) =>
      connect(listener.tcpPort, '127.0.0.1')
        .on('close', () => done())
        .resume(),
    );
    expect(listener.arrived(), 'the listener counts').toBe(1);

    const opened = electron.waitForEvent('window');
    await electron.evaluate(({ BrowserWindow }) =>
      new BrowserWindow({ show: false }).loadURL('data:text/html,<title>a page without a policy</title>'),
    );
    for (const page of [window, await opened]) {
      for (const probe of Object.values(connectionProbes(listener.tcpPort, listener.udpPort))) {
        await runInPage(page, probe);
      }
    }
    const fetched = await electron.evaluate(
      ({ net }, port) =>
        net.fetch(`http://127.0.0.1:${port}/`).then(
          () => 'fetched',
          (error: Error) => error.message,
        ),
      listener.tcpPort,
    );
    expect(fetched).toBe('net::ERR_BLOCKED_BY_CLIENT');
    expect(listener.arrived(), 'connections besides our own').toBe(1);
  } finally {
    await listener.close();
  }
});

test('the page cannot go elsewhere or open windows', async ({ launch, folder }) => {
  const { window, electron } = await launch();
  const file = join(folder, 'other.html');
  await writeFile(file, '<title>other</title>');
  const elsewhere = [
    'https://example.invalid/',
    'app://jianbao/index.html',
    `file://${file}`,
    'data:text/html,x',
  ];
  await electron.evaluate(({ webContents }) => {
    const attempts: string[] = [];
    Reflect.set(globalThis, 'attempts', attempts);
    for (const contents of webContents.getAllWebContents()) {
      contents.on('will-frame-navigate', (details) => attempts.push(details.url));
    }
  });
  await window.evaluate(() => Reflect.set(globalThis, 'stayed', true));
  for (const address of elsewhere) {
    const url = JSON.stringify(address);
    await runInPage(window, `location.href = ${url}`);
    await runInPage(window, `location.replace(${url})`);
    await runInPage(window, `window.open(${url})`);
    await runInPage(
      window,
      `document.head.append(Object.assign(document.createElement('meta'),
      { httpEquiv: 'refresh', content: '0;url=' + ${url} }))`,
    );
    await runInPage(
      window,
      `const f = Object.assign(document.createElement('form'), { action: ${url} });
      document.body.append(f); f.submit()`,
    );
    for (const target of ['_self', '_top', '_blank', 'other']) {
      for (const button of [0, 1]) {
        await runInPage(
          window,
          `const a = Object.assign(document.createElement('a'),
          { href: ${url}, target: '${target}', textContent: 'x' });
          document.body.append(a);
          a.dispatchEvent(new MouseEvent(${button} ? 'auxclick' : 'click', { button: ${button}, bubbles: true, cancelable: true }))`,
          10,
        );
      }
    }
  }
  await runInPage(window, 'location.reload()', 300);
  await clickLink(window, 'middle');
  await clickLink(window, 'left', ['Control']);
  await clickLink(window, 'left', ['Shift']);

  const [urls, stayed] = [
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((open) => open.webContents.getURL()),
    ),
    await window.evaluate(() => Reflect.get(globalThis, 'stayed') as unknown),
  ];
  expect({ urls, stayed }).toEqual({ urls: ['app://jianbao/'], stayed: true });
  const attempts = await electron.evaluate(() => Reflect.get(globalThis, 'attempts') as string[]);
  expect(attempts, 'what the probes attempted').toEqual(
    expect.arrayContaining(['https://example.invalid/', 'app://jianbao/index.html', 'app://jianbao/']),
  );
});

test('foreign pages cannot be held in ours', async ({ launch }) => {
  const { window, electron } = await launch();
  await window.evaluate(
    () =>
      new Promise((loaded) => {
        const frame = Object.assign(document.createElement('iframe'), { src: 'app://jianbao/' });
        // A frame that was blocked has loaded too: an empty page.
        frame.addEventListener('load', loaded, { once: true });
        document.body.append(
          Object.assign(document.createElement('webview'), { src: 'app://jianbao/' }),
          frame,
        );
      }),
  );
  const pages = await electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => ({
      type: contents.getType(),
      guarded: contents.listenerCount('will-attach-webview') > 0,
    })),
  );
  expect(pages).toEqual([{ type: 'window', guarded: true }]);
  expect(
    await window.evaluate(() =>
      [...document.querySelectorAll('iframe')].map((frame) => frame.contentWindow?.length),
    ),
  ).toEqual([0]);
});

test('every permission is denied, asked and checked', async ({ launch }) => {
  const { window } = await launch();
  const queried = await window.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'push',
      'midi',
      'camera',
      'microphone',
      'background-fetch',
      'background-sync',
      'persistent-storage',
      'accelerometer',
      'gyroscope',
      'magnetometer',
      'screen-wake-lock',
      'clipboard-read',
      'clipboard-write',
      'payment-handler',
      'idle-detection',
      'periodic-background-sync',
      'storage-access',
      'window-management',
      'local-fonts',
      'display-capture',
    ];
    const states: Record<string, string> = {};
    for (const name of names) {
      const descriptor = name === 'push' ? { name, userVisibleOnly: true } : { name };
      states[name] = await navigator.permissions.query(descriptor as PermissionDescriptor).then(
        ({ state }) => state,
        (error: Error) => error.name,
      );
    }
    return states;
  });
  expect(Object.keys(queried)).toHaveLength(22);
  // A name that this engine does not know is a TypeError, and nothing to be had either.
  expect(Object.entries(queried).filter(([, state]) => state !== 'denied' && state !== 'TypeError')).toEqual(
    [],
  );
  expect(Object.values(queried).filter((state) => state === 'denied').length).toBeGreaterThan(14);

  const asked = await window.evaluate(async () => {
    const outcome = (start: () => unknown) =>
      Promise.race([
        new Promise((resolve) => setTimeout(() => resolve('no answer'), 3_000)),
        Promise.resolve()
          .then(start)
          .then(
            (given) => given,
            () => 'refused',
          ),
      ]);
    const call = (object: unknown, method: string, ...given: unknown[]): unknown => {
      const found: unknown = Reflect.get(object as object, method);
      if (typeof found !== 'function') return Promise.reject(new Error('absent'));
      return Reflect.apply(found, object, given) as unknown;
    };
    const device = (name: string) => Reflect.get(navigator, name) as unknown;
    return {
      notifications: await outcome(() => Notification.requestPermission()),
      geolocation: await outcome(
        () => new Promise((_resolve, reject) => navigator.geolocation.getCurrentPosition(_resolve, reject)),
      ),
      microphone: await outcome(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
      clipboard: await outcome(() => navigator.clipboard.readText()),
      midi: await outcome(() => navigator.requestMIDIAccess()),
      wakeLock: await outcome(() => navigator.wakeLock.request()),
      fullscreen: await outcome(() => {
        // The engine answers a denied request not at all.
        void document.documentElement.requestFullscreen();
        return new Promise((done) => setTimeout(() => done(document.fullscreenElement), 500));
      }),
      persist: await outcome(() => navigator.storage.persist()),
      fonts: await outcome(() => call(globalThis, 'queryLocalFonts')),
      screens: await outcome(() => call(globalThis, 'getScreenDetails')),
      usb: await outcome(() => call(device('usb'), 'requestDevice', { filters: [] })),
      hid: await outcome(() => call(device('hid'), 'requestDevice', { filters: [] })),
      serial: await outcome(() => call(device('serial'), 'requestPort')),
      bluetooth: await outcome(() => call(device('bluetooth'), 'requestDevice', { acceptAllDevices: true })),
      files: await outcome(() => call(globalThis, 'showOpenFilePicker')),
    };
  });
  expect(asked).toEqual({
    notifications: 'denied',
    geolocation: 'refused',
    microphone: 'refused',
    camera: 'refused',
    screen: 'refused',
    clipboard: 'refused',
    midi: 'refused',
    wakeLock: 'refused',
    fullscreen: null,
    persist: false,
    fonts: [],
    screens: 'refused',
    usb: 'refused',
    hid: 'refused',
    serial: 'refused',
    bluetooth: 'refused',
    files: 'refused',
  });
});

async function clickLink(page: Page, button: 'left' | 'middle', modifiers: ('Control' | 'Shift')[] = []) {
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), {
      id: 'probe',
      href: 'https://example.invalid/',
      textContent: 'x',
    });
    Object.assign(link.style, { position: 'fixed', inset: '0', zIndex: '99999' });
    document.body.append(link);
  });
  // Not `page.click`, which would wait for the navigation that must not come.
  for (const modifier of modifiers) await page.keyboard.down(modifier);
  await page.mouse.click(400, 300, { button });
  for (const modifier of modifiers) await page.keyboard.up(modifier);
  await page.evaluate(() => document.querySelector('#probe')?.remove());
}
