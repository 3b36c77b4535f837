// A share whose server does not answer: what was asked of it fails after a time, nothing else is asked of it meanwhile, and
// it is used again once it answers.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../src-main/library/open-library';
import { PatientCalls, patientFiles } from '../../../src-main/library/patient-files';
import {
  add,
  failure,
  inFolder,
  issue,
  issueId,
  mark,
  notes,
  opened,
  source,
  testOptions,
  value,
} from './support';

/** Calls to a disk that can be made to answer nothing for a while; what it was asked for then, it does afterwards. */
class StallingCalls extends PatientCalls {
  made = 0;
  most = 0;
  #running = 0;
  #stall: Promise<void> | null = null;
  #resume = (): void => undefined;

  stall(): void {
    this.#stall = new Promise((resolve) => (this.#resume = resolve));
  }

  async resume(): Promise<void> {
    this.#resume();
    this.#stall = null;
    while (this.#running > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  override make<T>(
    call: () => Promise<T>,
    _allowance?: number,
    tooLate?: (answer: T) => Promise<unknown>,
  ): Promise<T> {
    // However slow this computer is, only what is held up gets no answer.
    const allowance = this.#stall === null ? 60_000 : 0;
    return super.make(() => this.#counted(call), allowance, tooLate);
  }

  async #counted<T>(call: () => Promise<T>): Promise<T> {
    this.made++;
    this.most = Math.max(this.most, ++this.#running);
    try {
      await this.#stall;
      return await call();
    } finally {
      this.#running--;
    }
  }
}

const i1 = issueId('i1');

test('a library on a share is kept as on any disk, with few calls at a time', () =>
  inFolder(async (folder) => {
    const calls = new StallingCalls();
    const files = patientFiles(calls);
    const path = join(folder, 'library');
    const library = await opened(path, { files });
    value(await library.addIssue(issue('i1'), source('i1')));
    const ids = Array.from({ length: 8 }, (_, index) => `m${index}`);
    for (const id of ids) value(await library.edit(i1, add(mark('i1', id))));
    expect(value(await library.backUp(join(path, 'own.zip'))).annotations).toBe(8);
    await library.close();
    expect(calls.most).toBeLessThanOrEqual(2);
    const again = await opened(path);
    expect(again.notices).toEqual([]);
    expect(Object.keys(await notes(again, 'i1'))).toEqual(ids);
    expect((await again.check()).problems).toEqual([]);
    await again.close();
  }));

test('a mark that a share does not answer is refused, and is saved once it answers', () =>
  inFolder(async (folder) => {
    const calls = new StallingCalls(30);
    const path = join(folder, 'library');
    const library = await opened(path, { files: patientFiles(calls) });
    value(await library.addIssue(issue('i1'), source('i1')));
    for (const id of ['m1', 'm2', 'm3', 'm4']) value(await library.edit(i1, add(mark('i1', id))));
    calls.stall();
    expect(failure(await library.edit(i1, add(mark('i1', 'a'))))).toEqual({
      code: 'library-silent',
      path,
      seconds: 10,
    });
    const { made } = calls;
    for (const id of ['b', 'c'])
      expect(failure(await library.edit(i1, add(mark('i1', id)))).code).toBe('library-silent');
    expect(calls.made, 'nothing more is asked of it').toBe(made);
    expect(Object.keys(await notes(library, 'i1'))).toEqual(['m1', 'm2', 'm3', 'm4']);
    await calls.resume();
    value(await library.edit(i1, add(mark('i1', 'd'))));
    await library.close();
    // What the share did all the same is ruled out.
    const again = await opened(path);
    expect(Object.keys(await notes(again, 'i1'))).toEqual(['m1', 'm2', 'm3', 'm4', 'd']);
    expect((await again.check()).problems).toEqual([]);
    await again.close();
  }));

test('a library on a share that does not answer is not opened, and keeps nobody out once it answers', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'library');
    await (await opened(path)).close();
    const calls = new StallingCalls(30);
    calls.stall();

    const files = patientFiles(calls);
    const refused = failure(await openLibrary(path, { ...testOptions, files }));
    expect(refused.code).toBe('library-silent');
    await calls.resume();
    const library = value(await openLibrary(path, { ...testOptions, files }));
    expect(library.notices.filter(({ code }) => code !== 'lock-taken-over')).toEqual([]);
    value(await library.addIssue(issue('i1'), source('i1')));
    await library.close();
    expect((await readdir(path)).filter((name) => name === 'LOCK')).toEqual([]);
  }));

test('a file that a share opens when nobody waits any more is closed', async () => {
  const calls = new StallingCalls(20);
  calls.stall();
  let closed = 0;
  const file = { close: () => Promise.resolve(void closed++) };
  const opening = calls.make(
    () => Promise.resolve(file),
    0,
    (late) => late.close(),
  );
  await expect(opening).rejects.toThrow('no answer within 0.02 s');
  await expect(calls.close(file)).rejects.toThrow('ETIMEDOUT');
  expect(closed).toBe(0);
  await calls.resume();
  await new Promise((resolve) => setImmediate(resolve));
  expect(closed).toBe(2);
});

test('a file that waits to be closed while a share falls silent is closed once it answers', async () => {
  const calls = new StallingCalls(20);
  calls.stall();
  let closed = 0;
  const others = ['a', 'b'].map((name) => calls.make(() => Promise.resolve(name)));
  const closing = calls.close({ close: () => Promise.resolve(void closed++) });
  for (const answer of await Promise.allSettled([...others, closing])) expect(answer.status).toBe('rejected');
  await calls.resume();
  await new Promise((resolve) => setImmediate(resolve));
  expect(closed).toBe(1);
});
