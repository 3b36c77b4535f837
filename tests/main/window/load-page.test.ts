import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test } from 'vitest';
import { loadPage } from '../../../src-main/window/load-page';

/** A window whose page cannot be loaded, closed before that is known or not. */
function failingWindow(code: string, isClosed: boolean): BrowserWindow {
  const window = Object.assign(new EventEmitter(), {
    loadURL: () => {
      if (isClosed) window.emit('close');
      return Promise.reject(Object.assign(new Error(code), { code }));
    },
  });
  return window as unknown as BrowserWindow;
}

test('a page that cannot be loaded is a failure', async () => {
  const loading = loadPage(failingWindow('ERR_FAILED', false), 'app://jianbao/');
  await expect(loading).rejects.toThrow('ERR_FAILED');
});

test('a window that is closed while its page loads has not failed', async () => {
  const loading = loadPage(failingWindow('ERR_FAILED', true), 'app://jianbao/');
  await expect(loading).resolves.toBeUndefined();
});

test('a page that is started anew while it loads has not failed', async () => {
  const loading = loadPage(failingWindow('ERR_ABORTED', false), 'app://jianbao/');
  await expect(loading).resolves.toBeUndefined();
});
