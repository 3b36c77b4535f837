// Writes a file that takes the place of another only when it is whole. The new one grows beside it under a name of its
// own, so a full disk, a crash or a change of mind leaves the old file as it was, and no half file.
import { randomBytes } from 'node:crypto';
import { open, realpath, rename, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { causeOf } from '../../src-core/ipc/cause';
import type { AppError } from '../../src-core/ipc/app-error';
import { AppFailure } from '../../src-core/ipc/app-error';

/** What is needed of the disk. */
export type ReplacingDisk = {
  readonly open: (path: string, flags: string) => Promise<Pick<FileHandle, 'write' | 'sync' | 'close'>>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly unlink: (path: string) => Promise<void>;
};

const realDisk: ReplacingDisk = { open, rename, unlink };

/**
 * Lets `produce` write, and puts the result in the target's place once it is on disk. Throws `AppFailure` where the
 * disk refuses; what `produce` throws is thrown on. Either way nothing is left behind.
 */
export async function replaceFile(
  target: string,
  produce: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
  disk: ReplacingDisk = realDisk,
): Promise<void> {
  const final = await followLinks(target);
  const growing = join(dirname(final), `.${basename(final)}.${randomBytes(6).toString('hex')}.part`);
  const handle = await refusing(target, () => disk.open(growing, 'wx'));
  let isOpen = true;
  try {
    await produce((bytes) => refusing(target, () => writeAll(handle, bytes)));
    await refusing(target, () => handle.sync());
    isOpen = false;
    await refusing(target, () => handle.close());
    await refusing(target, () => disk.rename(growing, final));
  } catch (problem) {
    // The first problem is the one to tell: that the part file can be neither closed nor removed follows from it.
    if (isOpen) await handle.close().catch(() => undefined);
    await disk.unlink(growing).catch(() => undefined);
    throw problem;
  }
  await syncFolder(dirname(final));
}

/** Writes a text in the target's place, in the same way. */
export function replaceWithText(target: string, text: string): Promise<void> {
  return replaceFile(target, (write) => write(Buffer.from(text)));
}

/** A link stays a link: what it leads to is replaced. A target that does not exist yet leads to itself. */
async function followLinks(target: string): Promise<string> {
  try {
    return await realpath(target);
  } catch {
    return target;
  }
}

async function writeAll(handle: Pick<FileHandle, 'write'>, bytes: Uint8Array): Promise<void> {
  let offset = 0;
  while (offset < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, offset, bytes.length - offset);
    offset += bytesWritten;
  }
}

/** Makes the new name durable, where folders can be synced at all (not on Windows). */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Some file systems refuse; the file is whole in either case, only its name may be lost with the power.
  }
}

async function refusing<T>(target: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (problem) {
    throw new AppFailure(diskError(target, problem));
  }
}

function diskError(target: string, problem: unknown): AppError {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full', path: target };
  return { code: 'target-unwritable', file: target, detail: causeOf(problem) };
}
