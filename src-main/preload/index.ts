// Runs sandboxed before the page and shows it three functions and nothing else: no event object, no ipcRenderer. What
// the user drops onto the window goes from here straight to the main process, so that no path passes through the page.
// It imports types only, so that it stays one small file.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AppError } from '../../src-core/ipc/app-error';
import type { Bridge, LongAnswer } from '../../src-core/ipc/bridge';
import type { Result } from '../../src-core/result';
import type { Channels } from '../ipc/channels';

const channels: Channels = {
  call: 'jianbao:call',
  run: 'jianbao:run',
  cancel: 'jianbao:cancel',
  dropped: 'jianbao:dropped',
  progress: 'jianbao:progress',
  event: 'jianbao:event',
};

let lastTask = 0;
const progressListeners = new Map<string, (progress: unknown) => void>();
const eventListeners = new Map<string, Set<(payload: unknown) => void>>();

ipcRenderer.on(channels.progress, (_event, taskId: string, progress: unknown) => {
  progressListeners.get(taskId)?.(progress);
});

ipcRenderer.on(channels.event, (_event, name: string, payload: unknown) => {
  for (const listener of [...(eventListeners.get(name) ?? [])]) listener(payload);
});

const bridge: Bridge = {
  call: (name, input) => ask<Result<unknown, AppError> | LongAnswer>(channels.call, name, input),
  run: (name, input, onProgress) => {
    const taskId = String(++lastTask);
    progressListeners.set(taskId, onProgress);
    const done = ask<Result<unknown, AppError>>(channels.run, taskId, name, input).finally(() =>
      progressListeners.delete(taskId),
    );
    return { done, cancel: () => ipcRenderer.send(channels.cancel, taskId) };
  },
  on: (name, listener) => {
    const listeners = eventListeners.get(name) ?? new Set();
    eventListeners.set(name, listeners.add(listener));
    return () => {
      listeners.delete(listener);
    };
  },
};

contextBridge.exposeInMainWorld('jianbao', bridge);

// A page can make events and files of its own; the first are not trusted, and the second have no path.
for (const name of ['dragenter', 'dragover'] as const) {
  window.addEventListener(name, (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
}
window.addEventListener('drop', (event) => {
  if (!event.isTrusted || !hasFiles(event)) return;
  event.preventDefault();
  const files = [...(event.dataTransfer?.files ?? [])];
  const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
  if (paths.length > 0) ipcRenderer.send(channels.dropped, paths);
});

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

/** The main process answers nothing but results, and the long ones of calls as text. */
async function ask<A>(channel: string, ...message: readonly unknown[]): Promise<A> {
  return (await ipcRenderer.invoke(channel, ...message)) as A;
}
