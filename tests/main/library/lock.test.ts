import { readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { FileLayer } from '../../../src-main/library/file-layer';
import { acquireLock, type LibraryLock, type LockOptions } from '../../../src-main/library/lock';
import { systemProcesses, type Processes } from '../../../src-main/library/processes';
import { nodeFiles } from '../../../src-main/library/node-files';
import { openLibrary } from '../../../src-main/library/open-library';
import { MemoryFiles } from './memory-files';
import { add, failure, inFolder, issue, issueId, mark, notes, source, TestClock, value } from './support';
import { libraryPath, lifeOptions } from './work';

const folder = '/library';

afterEach(() => {
  vi.useRealTimers();
});

async function emptyFolder(): Promise<MemoryFiles> {
  const files = new MemoryFiles();
  await files.makeFolder(folder);
  return files;
}

function processes(pid: number, state: ReturnType<Processes['state']>): Processes {
  return { self: { pid, host: 'lab', started: String(pid) }, state: () => state };
}

let tokens = 0;

function options(files: FileLayer, pid: number, others: ReturnType<Processes['state']>): LockOptions {
  return {
    files,
    processes: processes(pid, others),
    holder: 'app',
    now: () => '2026-01-01T00:00:00.000Z',
    newId: () => `token-${++tokens}`,
  };
}

async function take(
  files: MemoryFiles,
  pid: number,
  others: ReturnType<Processes['state']>,
): Promise<LibraryLock> {
  return value(await acquireLock(folder, options(files, pid, others)));
}

test('is held by one process at a time, and leaves nothing behind', async () => {
  const files = await emptyFolder();
  const lock = await take(files, 1, 'running');
  const refused = failure(await acquireLock(folder, options(files, 2, 'running')));
  expect(refused).toEqual({
    code: 'library-locked',
    path: folder,
    owner: { code: 'held-by', holder: 'app', pid: 1, host: 'lab', since: '2026-01-01T00:00:00.000Z' },
  });
  await lock.release();
  const next = await take(files, 2, 'running');
  expect(next.takenFrom).toBeNull();
  await next.release();
  expect(files.paths).toEqual([]);
});

test('is taken over at once from a dead process', async () => {
  const files = await emptyFolder();
  const dead = await take(files, 1, 'running');
  const lock = await take(files, 2, 'dead');
  expect(lock.takenFrom).toMatchObject({ code: 'held-by', pid: 1 });
  expect(await dead.beat()).toMatchObject({ state: 'lost', to: { code: 'held-by', pid: 2 } });
  await dead.release();
  expect(files.paths).toEqual([`${folder}/LOCK`]);
  expect(await lock.beat()).toEqual({ state: 'held' });
});

test('is taken from an unknown process only when it has shown no life for a minute', async () => {
  const files = await emptyFolder();
  await take(files, 1, 'unknown');
  expect(failure(await acquireLock(folder, options(files, 2, 'unknown'))).code).toBe('library-locked');
  files.grow(`${folder}/LOCK`, 61_000);
  expect((await take(files, 2, 'unknown')).takenFrom).toMatchObject({ code: 'held-by', pid: 1 });
});

test.each([
  ['ahead', 600_000],
  ['behind', -600_000],
])('of another computer is not taken for dead by a clock that is ten minutes %s', (_how, difference) =>
  inFolder(async (path) => {
    const theirs = value(await acquireLock(path, options(nodeFiles, 1, 'unknown')));
    const clock = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: clock + difference });
    expect(failure(await acquireLock(path, options(nodeFiles, 2, 'unknown'))).code).toBe('library-locked');
    expect(await theirs.beat()).toEqual({ state: 'held' });
    vi.setSystemTime(clock);
    expect(failure(await acquireLock(path, options(nodeFiles, 2, 'unknown'))).code).toBe('library-locked');
    const old = new Date(clock - 61_000);
    await utimes(join(path, 'LOCK'), old, old);
    const ours = value(await acquireLock(path, options(nodeFiles, 2, 'unknown')));
    expect(ours.takenFrom).toMatchObject({ pid: 1 });
    await ours.release();
  }),
);

test('is shown to be alive by a beat', () =>
  inFolder(async (path) => {
    const theirs = value(await acquireLock(path, options(nodeFiles, 1, 'unknown')));
    const before = await readFile(join(path, 'LOCK'));
    const old = new Date(Date.now() - 61_000);
    await utimes(join(path, 'LOCK'), old, old);
    expect(await theirs.beat()).toEqual({ state: 'held' });
    expect(await readFile(join(path, 'LOCK'))).toEqual(before);
    expect(failure(await acquireLock(path, options(nodeFiles, 2, 'unknown'))).code).toBe('library-locked');
  }));

test('is given to one alone when many take over the same dead lock', async () => {
  const files = await emptyFolder();
  await take(files, 1, 'running');
  const others: Processes['state'] = ({ pid }) => (pid === 1 ? 'dead' : 'running');
  const results = await Promise.all(
    [2, 3, 4, 5, 6].map((pid) =>
      acquireLock(folder, {
        ...options(files, pid, 'dead'),
        processes: { self: { pid, host: 'lab', started: String(pid) }, state: others },
      }),
    ),
  );
  expect(results.filter(({ ok }) => ok).length).toBe(1);
  expect(files.paths).toEqual([`${folder}/LOCK`]);
});

test('is taken over although another died while taking it over', async () => {
  const files = await emptyFolder();
  await take(files, 1, 'running');
  const claim = files.content(`${folder}/LOCK`);
  const { token } = JSON.parse(claim.toString()) as { token: string };
  files.damage(`${folder}/LOCK-claim-${token}`, claim);
  expect((await take(files, 2, 'dead')).takenFrom).toMatchObject({ code: 'held-by', pid: 1 });
});

test('is taken over although another computer went while it took it over', async () => {
  const files = await emptyFolder();
  await take(files, 1, 'running');
  const lock = files.content(`${folder}/LOCK`).toString();
  const { token } = JSON.parse(lock) as { token: string };
  const claim = `${folder}/LOCK-claim-${token}`;
  files.damage(claim, Buffer.from(lock.replace(token, 'another')));
  files.grow(`${folder}/LOCK`, 61_000);
  expect(failure(await acquireLock(folder, options(files, 2, 'unknown'))).code).toBe('library-locked');
  files.grow(claim, 61_000);
  expect((await take(files, 2, 'unknown')).takenFrom).toMatchObject({ code: 'held-by', pid: 1 });
});

test('clears away what a process left that died while it asked for the lock', async () => {
  const files = new MemoryFiles();
  await value(await openLibrary(libraryPath, lifeOptions(files))).close();
  for (const name of ['LOCK-old', 'LOCK-claim-old', 'LOCK-young']) {
    files.damage(`${libraryPath}/${name}`, Buffer.from('{}'));
    if (name !== 'LOCK-young') files.grow(`${libraryPath}/${name}`, 61_000);
  }
  await value(await openLibrary(libraryPath, lifeOptions(files))).close();
  expect(files.paths.filter((path) => path.includes('LOCK'))).toEqual([`${libraryPath}/LOCK-young`]);
});

test('is a file that cannot be read only as long as it is new', async () => {
  const files = await emptyFolder();
  files.damage(`${folder}/LOCK`, Buffer.from('?'));
  expect(failure(await acquireLock(folder, options(files, 2, 'dead'))).code).toBe('library-locked');
  files.grow(`${folder}/LOCK`, 61_000);
  expect((await take(files, 2, 'dead')).takenFrom).toEqual({ code: 'held-by-unknown' });
});

test('is made again when its file was deleted', async () => {
  const files = await emptyFolder();
  const lock = await take(files, 1, 'running');
  await files.remove(`${folder}/LOCK`);
  expect(await lock.beat()).toEqual({ state: 'made-again' });
  expect(files.paths).toEqual([`${folder}/LOCK`]);
});

test('is still its own where the folder comes back while it is made again', async () => {
  const files = await emptyFolder();
  const lock = await take(files, 1, 'running');
  const own = files.content(`${folder}/LOCK`);
  files.damage(`${folder}/LOCK`, null);
  // The folder is back between the look and the making.
  files.fail = ({ name }) => {
    if (name === 'open') files.damage(`${folder}/LOCK`, own);
    return null;
  };
  expect(await lock.beat()).toEqual({ state: 'held' });
  files.fail = () => null;
  expect(await lock.beat()).toEqual({ state: 'held' });
});

test('is lost where another took it while it was to be made again', async () => {
  const files = await emptyFolder();
  const lock = await take(files, 1, 'running');
  await files.remove(`${folder}/LOCK`);
  const other = await take(files, 2, 'running');
  const theirs = files.content(`${folder}/LOCK`);
  await other.release();
  files.fail = ({ name }) => {
    if (name === 'open') files.damage(`${folder}/LOCK`, theirs);
    return null;
  };
  expect(await lock.beat()).toMatchObject({ state: 'lost', to: { code: 'held-by', pid: 2 } });
});

test('tells this process from one that had its number before', () => {
  const system = systemProcesses();
  const { self } = system;
  expect(system.state(self)).toBe('running');
  expect(system.state({ ...self, host: 'elsewhere' })).toBe('unknown');
  expect(system.state({ ...self, pid: 2 ** 22 + 1 })).toBe('dead');
  if (self.started !== null) expect(system.state({ ...self, started: 'another boot 1' })).toBe('dead');
});

test('refuses changes after the lock was lost, and saves again when it is free', async () => {
  const files = new MemoryFiles();
  let time = Date.parse('2026-01-01T00:00:00.000Z');
  const now = (): string => new Date(time).toISOString();
  const first = lifeOptions(files);
  const library = value(
    await openLibrary(libraryPath, { ...first, now, processes: processes(1, 'running') }),
  );
  value(await library.addIssue(issue('i1'), source('i1')));
  // The computer sleeps; another process takes the lock and makes a mark.
  const other = value(await openLibrary(libraryPath, lifeOptions(files)));
  value(await other.edit(issueId('i1'), add(mark('i1', 'theirs'))));
  time += 120_000;
  const refused = failure(await library.edit(issueId('i1'), add(mark('i1', 'ours'))));
  expect(refused.code).toBe('library-locked');
  expect(value(await library.annotations(issueId('i1')))).toEqual([]);
  await other.close();
  value(await library.edit(issueId('i1'), add(mark('i1', 'ours'))));
  const ids = value(await library.annotations(issueId('i1'))).map(({ annotationId }) => annotationId);
  expect(ids).toEqual(['theirs', 'ours']);
  expect(library.notices.map(({ code }) => code)).toEqual(['lock-lost']);
  await library.close();
});

test('reads the library anew where another had the lock and gave it back while this one slept', async () => {
  const files = new MemoryFiles();
  const clock = new TestClock();
  const library = value(await openLibrary(libraryPath, { ...lifeOptions(files), now: clock.now }));
  value(await library.addIssue(issue('i1'), source('i1')));
  for (const id of ['m1', 'm2', 'm3', 'm4']) value(await library.edit(issueId('i1'), add(mark('i1', id))));
  const other = value(await openLibrary(libraryPath, lifeOptions(files)));
  value(await other.edit(issueId('i1'), add(mark('i1', 'theirs'))));
  await other.close();
  clock.move(120_000);
  value(await library.edit(issueId('i1'), add(mark('i1', 'ours'))));
  const both = ['m1', 'm2', 'm3', 'm4', 'theirs', 'ours'];
  expect(Object.keys(await notes(library, 'i1'))).toEqual(both);
  await library.close();
  const again = value(await openLibrary(libraryPath, lifeOptions(files)));
  expect(Object.keys(await notes(again, 'i1'))).toEqual(both);
  expect((await again.check()).problems).toEqual([]);
  await again.close();
});

test('is given back for good, also while a beat looks at it', async () => {
  const files = new MemoryFiles();
  const clock = new TestClock();
  let beat = (): void => undefined;
  const heartbeat = (given: () => void): (() => void) => {
    beat = given;
    return () => undefined;
  };
  const library = value(await openLibrary(libraryPath, { ...lifeOptions(files), now: clock.now, heartbeat }));
  value(await library.addIssue(issue('i1'), source('i1')));
  const readFile = files.readFile.bind(files);
  let isSlow = true;
  files.readFile = async (path) => {
    const bytes = await readFile(path);
    if (isSlow && path.endsWith('LOCK')) {
      isSlow = false;
      for (let tick = 0; tick < 1_000; tick++) await Promise.resolve();
    }
    return bytes;
  };
  beat();
  await library.close();
  for (let tick = 0; tick < 2_000; tick++) await Promise.resolve();
  expect(isSlow).toBe(false);
  expect(files.paths).not.toContain(`${libraryPath}/LOCK`);
});

test('opens for reading where the folder cannot be written, and saves as soon as it can', async () => {
  const files = new MemoryFiles();
  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  value(await library.addIssue(issue('i1'), source('i1')));
  value(await library.edit(issueId('i1'), add(mark('i1', 'm1'))));
  await library.close();
  files.fail = () => 'EROFS';
  const reader = value(await openLibrary(libraryPath, lifeOptions(files)));
  expect(reader.notices.map(({ code }) => code)).toEqual(['library-read-only']);
  expect(value(await reader.annotations(issueId('i1'))).length).toBe(1);
  expect(failure(await reader.edit(issueId('i1'), add(mark('i1', 'm2')))).code).toBe('library-read-only');
  files.fail = () => null;
  value(await reader.edit(issueId('i1'), add(mark('i1', 'm2'))));
  await reader.close();
});

test('is held on a file system without second names, in whatever words it refuses them', async () => {
  for (const answer of ['EPERM', 'ENOSYS', 'EXDEV', 'EIO', 'EISDIR']) {
    const files = await emptyFolder();
    files.fail = ({ name }) => (name === 'link' ? answer : null);
    const lock = await take(files, 1, 'running');
    expect(failure(await acquireLock(folder, options(files, 2, 'running'))).code).toBe('library-locked');
    await lock.release();
    expect(files.paths).toEqual([]);
  }
});

test('leaves no lock behind that nobody can read, where there is no room for it', async () => {
  const files = await emptyFolder();
  let made = 0;
  files.fail = ({ name }) => {
    if (name === 'link') return 'EPERM';
    return name === 'write' && ++made > 1 ? 'ENOSPC' : null;
  };
  expect(failure(await acquireLock(folder, options(files, 1, 'running'))).code).toBe('disk-full');
  expect(files.paths).toEqual([]);
});

test('is had where a share made it and yet said that it failed', async () => {
  const files = await emptyFolder();
  const link = files.link.bind(files);
  files.link = async (from, to) => {
    await link(from, to);
    throw Object.assign(new Error('EIO'), { code: 'EIO' });
  };
  const lock = await take(files, 1, 'running');
  expect(await lock.beat()).toEqual({ state: 'held' });
});

test('that this process asked for in vain, and that is there all the same, keeps nobody out', async () => {
  const files = await emptyFolder();
  files.fail = ({ name }) => (name === 'remove' ? 'EIO' : null);
  expect(failure(await acquireLock(folder, options(files, 1, 'running'))).code).toBe('library-unwritable');
  files.fail = () => null;
  expect(files.paths).toContain('/library/LOCK');
  const lock = await take(files, 1, 'running');
  expect(await lock.beat()).toEqual({ state: 'held' });
});

test('is taken over where a share made the claim and yet said that it failed', async () => {
  const files = await emptyFolder();
  await take(files, 1, 'running');
  const link = files.link.bind(files);
  files.link = async (from, to) => {
    await link(from, to);
    if (to.includes('LOCK-claim-')) throw Object.assign(new Error('EIO'), { code: 'EIO' });
  };
  const others: Processes['state'] = ({ pid }) => (pid === 1 ? 'dead' : 'running');
  const self = { pid: 2, host: 'lab', started: '2' };
  const acquired = await acquireLock(folder, {
    ...options(files, 2, 'dead'),
    processes: { self, state: others },
  });
  expect(value(acquired).takenFrom).toMatchObject({ pid: 1 });
  expect(files.paths).toEqual([`${folder}/LOCK`]);
});

test('is taken over where the claim of a trial in vain is still there', async () => {
  const files = await emptyFolder();
  await take(files, 1, 'running');
  const others: Processes['state'] = ({ pid }) => (pid === 1 ? 'dead' : 'running');
  const asked = (): LockOptions => ({
    ...options(files, 2, 'dead'),
    processes: { self: { pid: 2, host: 'lab', started: '2' }, state: others },
  });
  // From the claim on the share is silent.
  let isSilent = false;
  const link = files.link.bind(files);
  files.link = async (from, to) => {
    await link(from, to);
    if (!to.includes('LOCK-claim-')) return;
    isSilent = true;
    files.failRead = () => 'ETIMEDOUT';
    throw Object.assign(new Error('ETIMEDOUT'), { code: 'ETIMEDOUT' });
  };
  files.fail = () => (isSilent ? 'ETIMEDOUT' : null);
  expect(failure(await acquireLock(folder, asked())).code).toBe('library-silent');
  isSilent = false;
  files.failRead = () => null;
  files.link = link;
  expect(value(await acquireLock(folder, asked())).takenFrom).toMatchObject({ pid: 1 });
});
