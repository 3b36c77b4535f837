// Which senders are heard. Electron's windows and events are played by objects with the few members that are used.
import { EventEmitter } from 'node:events';
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { describe, expect, test } from 'vitest';
import { admitWindows } from '../../../src-main/ipc/admitted-windows';

const origin = 'app://jianbao';

class PlayedContents extends EventEmitter {
  readonly sent: unknown[][] = [];
  readonly mainFrame: { parent: object | null; origin: string } = { parent: null, origin };
  constructor(readonly id: number) {
    super();
  }
  send(...message: unknown[]): void {
    this.sent.push(message);
  }
}

function playWindow(windowId: number) {
  const webContents = new PlayedContents(windowId + 100);
  let destroyed = false;
  const played = { id: windowId, webContents, isDestroyed: () => destroyed };
  return {
    webContents,
    window: played as unknown as BrowserWindow,
    close: () => {
      destroyed = true;
      webContents.emit('destroyed');
    },
    startPage: (isMainFrame = true, isSameDocument = false) =>
      webContents.emit('did-start-navigation', { isMainFrame, isSameDocument }),
    message: (senderFrame: unknown = webContents.mainFrame) =>
      ({ sender: webContents, senderFrame }) as unknown as IpcMainInvokeEvent,
  };
}

function admitOne() {
  const closed: number[] = [];
  const windows = admitWindows(origin, (windowId) => closed.push(windowId));
  const played = playWindow(1);
  windows.admit(played.window);
  return { windows, closed, ...played };
}

describe('a sender', () => {
  test('is heard when it is the main frame of an admitted window on our pages', () => {
    const { windows, message } = admitOne();
    expect(windows.senderOf(message())).toMatchObject({ windowId: 1 });
  });

  test('is refused when its window was not admitted', () => {
    expect(admitOne().windows.senderOf(playWindow(2).message())).toBeNull();
  });

  test('is refused when it is a frame within the page, even of our own origin', () => {
    const { windows, webContents, message } = admitOne();
    expect(windows.senderOf(message({ parent: webContents.mainFrame, origin }))).toBeNull();
    expect(windows.senderOf(message({ parent: null, origin }))).toBeNull();
  });

  test('is refused when its frame is gone', () => {
    const { windows, message } = admitOne();
    expect(windows.senderOf(message(null))).toBeNull();
  });

  test.each([
    'app://other',
    'https://jianbao',
    'null',
    'file://',
    'app://jianbao.example',
    'app://jianbao:80',
    '',
  ])('is refused when its page is from %j', (elsewhere) => {
    const { windows, webContents, message } = admitOne();
    webContents.mainFrame.origin = elsewhere;
    expect(windows.senderOf(message())).toBeNull();
  });

  test('is refused once its window has closed, and the closing is told', () => {
    const { windows, closed, close, message } = admitOne();
    close();
    expect(windows.senderOf(message())).toBeNull();
    expect(closed).toEqual([1]);
  });
});

describe('what a page has asked for', () => {
  test('is ended when its window closes', () => {
    const { windows, close, message } = admitOne();
    const page = windows.senderOf(message())?.page;
    expect(page?.signal.aborted).toBe(false);
    close();
    expect(page?.signal.aborted).toBe(true);
  });

  test('is ended when another page starts, which then asks for itself', () => {
    const { windows, startPage, message } = admitOne();
    const before = windows.senderOf(message());
    before?.tasks.set('task', new AbortController());
    startPage();
    expect(before?.page.signal.aborted).toBe(true);
    const after = windows.senderOf(message());
    expect(after?.page.signal.aborted).toBe(false);
    expect(after?.tasks.size).toBe(0);
  });

  test('goes on when only a frame or the address within the page changes', () => {
    const { windows, startPage, message } = admitOne();
    const page = windows.senderOf(message())?.page;
    startPage(false);
    startPage(true, true);
    expect(page?.signal.aborted).toBe(false);
  });
});

describe('an event', () => {
  test('goes to every window but the one that knows', () => {
    const windows = admitWindows(origin, () => undefined);
    const played = [playWindow(1), playWindow(2), playWindow(3)];
    for (const { window } of played) windows.admit(window);
    windows.emit('library.changed', {}, 2);
    const sent = [['jianbao:event', 'library.changed', {}]];
    expect(played.map(({ webContents }) => webContents.sent)).toEqual([sent, [], sent]);
  });

  test('is not sent to a window that is gone', () => {
    const { windows, webContents, close } = admitOne();
    close();
    windows.emit('library.changed', {});
    expect(webContents.sent).toEqual([]);
  });
});
