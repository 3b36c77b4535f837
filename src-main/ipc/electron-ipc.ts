// Carries the messages of admitted windows to the router and its answers back. Every other sender is answered
// 'sender-refused', whatever it asks.
import { basename, isAbsolute } from 'node:path';
import { ipcMain, type IpcMainEvent } from 'electron';
import type { AppError } from '../../src-core/ipc/app-error';
import type { LongAnswer } from '../../src-core/ipc/bridge';
import { fail, type Result } from '../../src-core/result';
import type { AdmittedWindows } from './admitted-windows';
import { channels } from './channels';
import type { EventPayload } from '../../src-core/ipc/contract';
import type { Tokens } from '../application/tokens';
import type { Router } from './router';

const refused: Result<never, AppError> = fail({ code: 'sender-refused' });
const badName: Result<never, AppError> = fail({
  code: 'invalid-input',
  where: 'name',
  detail: { code: 'no-channel', name: '' },
});

/** Most paths that are taken from one drop. */
const mostDropped = 10_000;

/** From so many UTF-16 code units on an answer goes as text. */
const longAnswer = 100_000;

function toAnswer(result: Result<unknown, AppError>): Result<unknown, AppError> | LongAnswer {
  const json = JSON.stringify(result);
  return json.length < longAnswer ? result : { json };
}

/** What messages are led to. */
export type Connected = {
  readonly router: Router;
  readonly windows: AdmittedWindows;
  readonly tokens: Tokens;
};

/** Registers the channels; called once. Pages may ask before there is anyone to answer: their messages wait. */
export function connectIpc(connected: Promise<Connected>): void {
  ipcMain.handle(channels.call, async (event, name: unknown, input: unknown) => {
    const { router, windows } = await connected;
    const sender = windows.senderOf(event);
    if (sender === null) return refused;
    if (typeof name !== 'string') return badName;
    return toAnswer(
      await router.call(name, input, { windowId: sender.windowId, signal: sender.page.signal }),
    );
  });

  ipcMain.handle(channels.run, async (event, taskId: unknown, name: unknown, input: unknown) => {
    const { router, windows } = await connected;
    const sender = windows.senderOf(event);
    if (sender === null) return refused;
    const { windowId, page, tasks, send } = sender;
    if (typeof name !== 'string' || typeof taskId !== 'string' || tasks.has(taskId)) return badName;
    const controller = new AbortController();
    tasks.set(taskId, controller);
    try {
      return await router.run(name, input, {
        windowId,
        signal: AbortSignal.any([controller.signal, page.signal]),
        onProgress: (progress) => {
          // The next page in the same window has tasks of its own under the same names.
          if (!page.signal.aborted) send(channels.progress, taskId, progress);
        },
      });
    } finally {
      tasks.delete(taskId);
    }
  });

  ipcMain.on(channels.dropped, (event, paths: unknown) => {
    void connected.then((parts) => takeDropped(parts, event, paths));
  });

  ipcMain.on(channels.cancel, (event, taskId: unknown) => {
    if (typeof taskId !== 'string') return;
    void connected.then(({ windows }) => windows.senderOf(event)?.tasks.get(taskId)?.abort());
  });
}

function takeDropped({ windows, tokens }: Connected, event: IpcMainEvent, paths: unknown): void {
  const sender = windows.senderOf(event);
  if (sender === null || !Array.isArray(paths)) return;
  const dropped = paths.filter((path): path is string => typeof path === 'string' && isAbsolute(path));
  if (dropped.length === 0 || dropped.length > mostDropped) return;
  const token = tokens.keep(sender.windowId, 'import', dropped);
  const payload: EventPayload<'files.dropped'> = { token, files: dropped.map((path) => basename(path)) };
  sender.send(channels.event, 'files.dropped', payload);
}
