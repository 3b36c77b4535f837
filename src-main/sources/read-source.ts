// Takes a text file in: its bytes as they are, its text, and which encoding that took. Anything but a plain file of a
// sensible size is refused before it is read.
import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { causeOf } from '../../src-core/ipc/cause';
import type { AppError } from '../../src-core/ipc/app-error';
import { fail, ok, type Result } from '../../src-core/result';
import { decodeText, type Encoding } from './decode-text';

export type SourceFile = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The decoded text without its byte-order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Hexadecimal SHA-256 of the bytes. */
  readonly sha256: string;
  /** How many characters could not be decoded; each stands as U+FFFD in the text. */
  readonly replaced: number;
};

/** Largest file taken in, in bytes. */
export const largestSource = 8 * 1024 * 1024;

/** Reads a text file of at most `limit` bytes. Symbolic links are followed; folders, pipes and devices are refused. */
export async function readSource(file: string, limit = largestSource): Promise<Result<SourceFile, AppError>> {
  const read = await readBytes(file, limit);
  return read.ok ? sourceOf(file, read.value, limit) : read;
}

/** Takes bytes in that have been read already, under the name of the file they are from. */
export function sourceOf(
  file: string,
  bytes: Uint8Array,
  limit = largestSource,
): Result<SourceFile, AppError> {
  if (bytes.length === 0) return fail({ code: 'file-empty', file });
  if (bytes.length > limit) return fail({ code: 'file-too-large', file, bytes: bytes.length, limit });
  const decoded = decodeText(bytes);
  if (!decoded.ok) return fail({ code: decoded.error, file });
  if (decoded.value.text === '') return fail({ code: 'file-empty', file });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return ok({ fileName: basename(file), bytes, sha256, ...decoded.value });
}

async function readBytes(file: string, limit: number): Promise<Result<Uint8Array, AppError>> {
  let handle: FileHandle | null = null;
  try {
    const before = refusal(await stat(file), file, limit);
    if (before !== null) return fail(before);
    // Without O_NONBLOCK, a pipe that took the file's place in the meantime would block the process.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const opened = refusal(await handle.stat(), file, limit);
    if (opened !== null) return fail(opened);
    return await readUpTo(handle, file, limit);
  } catch (error) {
    return fail(readError(error, file));
  } finally {
    await handle?.close();
  }
}

function refusal(stats: Stats, file: string, limit: number): AppError | null {
  if (stats.isDirectory()) return { code: 'file-unreadable', file, detail: { code: 'a-folder' } };
  if (!stats.isFile()) return { code: 'file-unreadable', file, detail: { code: 'no-regular-file' } };
  return stats.size > limit ? { code: 'file-too-large', file, bytes: stats.size, limit } : null;
}

/** Reads to the end but never beyond the limit, as a file can grow while it is read. */
async function readUpTo(
  handle: FileHandle,
  file: string,
  limit: number,
): Promise<Result<Uint8Array, AppError>> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const part = new Uint8Array(1 << 16);
    const { bytesRead } = await handle.read(part, 0, part.length, null);
    if (bytesRead === 0) return ok(Buffer.concat(parts));
    total += bytesRead;
    if (total > limit) return fail({ code: 'file-too-large', file, bytes: total, limit });
    parts.push(part.subarray(0, bytesRead));
  }
}

function readError(error: unknown, file: string): AppError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file-missing', file };
  return { code: 'file-unreadable', file, detail: causeOf(error) };
}
