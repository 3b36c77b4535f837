// The windows that may speak to the application. A message counts only when it comes from the main frame of a window
// that we opened, and that frame shows our own pages. A window that closes or starts another page ends what its page
// has asked for.
import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import type { Emit, WindowId } from '../application/ports';
import type { EventName, EventPayload } from '../../src-core/ipc/contract';
import { channels } from './channels';

export type AdmittedWindow = {
  readonly windowId: WindowId;
  /** Aborts what the page that is showing has asked for. */
  readonly page: AbortController;
  /** The tasks of that page under the names it gave them. */
  readonly tasks: Map<string, AbortController>;
  readonly send: (channel: string, name: string, payload: unknown) => void;
};

export type AdmittedWindows = {
  /** Lets a window speak from now until it is closed. */
  readonly admit: (window: BrowserWindow) => void;
  /** Who sent a message; null when it must be refused. */
  readonly senderOf: (event: IpcMainEvent | IpcMainInvokeEvent) => AdmittedWindow | null;
  /** Tells the windows what happened. */
  readonly emit: Emit;
  /** Tells one window. */
  readonly tell: <N extends EventName>(windowId: WindowId, name: N, payload: EventPayload<N>) => void;
};

/** Starts with no window; `origin` is that of our own pages, `onClosed` is told of each window that is gone. */
export function admitWindows(origin: string, onClosed: (windowId: WindowId) => void): AdmittedWindows {
  const admitted = new Map<number, AdmittedWindow>();

  return {
    admit(window) {
      const { id: windowId, webContents } = window;
      const contentsId = webContents.id;
      const send: AdmittedWindow['send'] = (channel, name, payload) => {
        if (!window.isDestroyed()) webContents.send(channel, name, payload);
      };
      const startPage = () => {
        admitted.get(contentsId)?.page.abort();
        admitted.set(contentsId, { windowId, page: new AbortController(), tasks: new Map(), send });
      };
      startPage();
      webContents.on('did-start-navigation', (details) => {
        if (details.isMainFrame && !details.isSameDocument) startPage();
      });
      webContents.once('destroyed', () => {
        admitted.get(contentsId)?.page.abort();
        admitted.delete(contentsId);
        onClosed(windowId);
      });
    },
    senderOf(event) {
      const frame = event.senderFrame;
      if (frame === null || frame.parent !== null || frame !== event.sender.mainFrame) return null;
      return frame.origin === origin ? (admitted.get(event.sender.id) ?? null) : null;
    },
    emit(name, payload, exceptWindow) {
      for (const { windowId, send } of admitted.values()) {
        if (windowId !== exceptWindow) send(channels.event, name, payload);
      }
    },
    tell(wanted, name, payload) {
      for (const { windowId, send } of admitted.values()) {
        if (windowId === wanted) send(channels.event, name, payload);
      }
    },
  };
}
