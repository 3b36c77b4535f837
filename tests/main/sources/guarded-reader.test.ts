import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../../src-core/ipc/app-error';
import { forkReader } from '../../../src-main/sources/forked-child';
import { createGuardedReader } from '../../../src-main/sources/guarded-reader';
import type { PageReader } from '../../../src-main/sources/read-page';

const script = fileURLToPath(new URL('./hostile-reader.mjs', import.meta.url));
const readers: PageReader[] = [];

function guarded(deadline: number): PageReader {
  const reader = createGuardedReader(() => forkReader(script, 64), deadline);
  readers.push(reader);
  return reader;
}

afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
});

async function failureOf(reader: PageReader, file: string, signal?: AbortSignal): Promise<AppError | null> {
  const read = await reader.read({ file }, signal);
  return read.ok ? null : read.error;
}

/** The process that answers, and the environment it sees. */
async function childOf(reader: PageReader): Promise<string> {
  const error = await failureOf(reader, 'good');
  return error?.code === 'internal' ? error.detail : `no answer: ${error?.code}`;
}

describe('a page read in a process of its own', () => {
  it('fails at the deadline, and the next has a new process', async () => {
    const reader = guarded(1500);
    const first = await childOf(reader);
    expect(await failureOf(reader, 'hang')).toEqual({ code: 'reading-too-slow', file: 'hang', seconds: 1.5 });
    const second = await childOf(reader);
    expect(second).toMatch(/^\d+ /u);
    expect(second).not.toBe(first);
  });

  it('fails when it uses up the memory, long before the deadline', async () => {
    const reader = guarded(60_000);
    expect(await failureOf(reader, 'allocate')).toEqual({ code: 'reading-broke-off', file: 'allocate' });
    expect(await childOf(reader)).toMatch(/^\d+ /u);
  });

  it('fails when its process ends', async () => {
    const reader = guarded(20_000);
    expect(await failureOf(reader, 'exit')).toEqual({ code: 'reading-broke-off', file: 'exit' });
    expect(await childOf(reader)).toMatch(/^\d+ /u);
  });

  it('keeps its process from one good page to the next', async () => {
    const reader = guarded(20_000);
    expect(await childOf(reader)).toBe(await childOf(reader));
  });

  it('sees nothing of our environment', async () => {
    const own = new Set(Object.keys(process.env));
    const seen = (await childOf(guarded(20_000))).split(' ')[1]?.split(',') ?? [];
    expect(own.size).toBeGreaterThan(3);
    expect(seen.filter((name) => own.has(name) && !name.startsWith('NODE_CHANNEL'))).toEqual([]);
  });

  it('waits its turn, so that the deadline counts its own time alone', async () => {
    const reader = guarded(2_500);
    const answers = await Promise.all(['late', 'late', 'late'].map((file) => failureOf(reader, file)));
    expect(answers.map((error) => error?.code)).toEqual(['no-text-found', 'no-text-found', 'no-text-found']);
  });

  it('does not take the answer to something else for its own', async () => {
    expect(await failureOf(guarded(1000), 'stranger')).toMatchObject({ code: 'reading-too-slow' });
  });

  it('is given up when it is cancelled', async () => {
    const reader = guarded(60_000);
    const controller = new AbortController();
    const reading = failureOf(reader, 'hang', controller.signal);
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    expect(await reading).toEqual({ code: 'cancelled' });
    expect(await childOf(reader)).toMatch(/^\d+ /u);
  });

  it('is given up when the reader is closed, and none is read after', async () => {
    const reader = guarded(60_000);
    const reading = failureOf(reader, 'hang');
    await new Promise((resolve) => setImmediate(resolve));
    reader.close();
    expect(await reading).toEqual({ code: 'cancelled' });
    expect(await failureOf(reader, 'good')).toEqual({ code: 'cancelled' });
  });
});
