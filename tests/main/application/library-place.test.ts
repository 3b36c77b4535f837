// The library as a whole, without a window: whatever fails, one whole library is the present one, and a window names no
// place but by what its user chose.
import { appendFile, mkdir, mkdtemp, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppFailure, type AppError } from '../../../src-core/ipc/app-error';
import { libraryChoice } from '../../../src-main/application/library-choice';
import { openLibraryList } from '../../../src-main/application/library-list';
import { libraryPlace, type LibraryPlace } from '../../../src-main/application/library-place';
import { openFirstLibrary } from '../../../src-main/application/open-first-library';
import { createTokens } from '../../../src-main/application/tokens';
import { CurrentLibrary } from '../../../src-main/library/current-library';
import { openLibrary } from '../../../src-main/library/open-library';
import { add, issue, issueId, mark, notes, opened, source, testOptions, value } from '../library/support';

const context = { windowId: 1, signal: new AbortController().signal };
const running = { ...context, onProgress: () => undefined };

let folder = '';
let userData = '';
let library: CurrentLibrary;
let place: LibraryPlace;
let answer: string | null = null;
let reloads = 0;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'jianbao-place-')));
  userData = join(folder, 'user');
  await mkdir(userData);
  library = new CurrentLibrary(await opened(join(userData, 'library')));
  value(await library.addIssue(issue('i1'), source('i1')));
  value(await library.edit(issueId('i1'), add(mark('i1', 'm1', { note: '一' }))));
  const list = openLibraryList(userData);
  await list.use(library.path);
  reloads = 0;
  const choose = () => Promise.resolve(answer);
  place = libraryPlace({
    library,
    list,
    tokens: createTokens(),
    dialogs: { chooseFolder: choose, openBackup: choose, saveBackup: choose, reveal: () => undefined },
    emit: () => undefined,
    now: testOptions.now,
    newId: testOptions.newId,
    onNotice: () => undefined,
    reloadWindows: () => reloads++,
  });
});

afterEach(async () => {
  await library.close();
  await place.close();
  await rm(folder, { recursive: true, force: true });
});

async function chosen(path: string, purpose: 'open' | 'new' | 'move'): Promise<string> {
  answer = path;
  const given = await place.calls['library.choose']({ purpose }, context);
  return given?.token ?? '';
}

async function failureOf(work: Promise<unknown>): Promise<AppError | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof AppFailure) return error.error;
    throw error;
  }
}

test('tells what is in the library, and where', async () => {
  const facts = await place.calls['library.facts']({}, context);
  expect(facts).toMatchObject({
    path: library.path,
    isThere: true,
    issues: 1,
    annotations: 1,
    lastBackup: null,
    recent: [],
  });
  expect(facts.bytes).toBeGreaterThan(1_000);
});

test('begins a new library, and comes back to the first by its token', async () => {
  const former = library.path;
  const fresh = join(folder, 'fresh');
  await mkdir(fresh);
  const token = await chosen(fresh, 'new');
  await place.calls['library.switch']({ token, purpose: 'new' }, context);
  expect([library.path, reloads, value(await library.issues()).length]).toEqual([fresh, 1, 0]);
  expect(libraryChoice(userData, undefined).folder).toBe(fresh);
  const { recent } = await place.calls['library.facts']({}, context);
  expect(recent.map(({ path, isThere }) => [path, isThere])).toEqual([[former, true]]);
  await place.calls['library.switch']({ token: recent[0]?.token ?? '', purpose: 'open' }, context);
  expect(await notes(library, 'i1')).toEqual({ m1: '一' });
});

test('stays where it is when the other library does not open', async () => {
  const empty = join(folder, 'empty');
  await mkdir(empty);
  const open = await chosen(empty, 'open');
  const absent = await failureOf(place.calls['library.switch']({ token: open, purpose: 'open' }, context));
  expect(absent?.code).toBe('library-absent');
  expect(await readdir(empty)).toEqual([]);
  await writeFile(join(empty, 'letter.txt'), '');
  const begin = await chosen(empty, 'new');
  const taken = await failureOf(place.calls['library.switch']({ token: begin, purpose: 'new' }, context));
  expect(taken).toEqual({ code: 'folder-unfit', file: empty, why: 'not-empty' });
  const other = await opened(join(folder, 'other'));
  const locked = await chosen(other.path, 'open');
  const inUse = await failureOf(place.calls['library.switch']({ token: locked, purpose: 'open' }, context));
  expect(inUse?.code).toBe('library-locked');
  await other.close();
  expect(reloads).toBe(0);
  value(await library.edit(issueId('i1'), add(mark('i1', 'm2'))));
});

test('takes a token for what it was given for alone', async () => {
  const token = await chosen(folder, 'move');
  const refused = await failureOf(place.calls['library.switch']({ token, purpose: 'open' }, context));
  expect(refused?.code).toBe('token-unknown');
});

test('moves the library, and removes the former one when asked to', async () => {
  const former = library.path;
  const away = join(folder, 'away');
  await mkdir(away);
  const moved = await place.tasks['library.move']({ token: await chosen(away, 'move') }, running);
  expect(moved).toMatchObject({ path: join(away, 'library'), formerPath: former });
  value(await library.edit(issueId('i1'), add(mark('i1', 'm2'))));
  expect(libraryChoice(userData, undefined).folder).toBe(moved.path);
  expect(await place.calls['library.remove-former']({ token: moved.former }, context)).toEqual({ left: 0 });
  expect(await readdir(userData)).toEqual(['libraries.json']);
  expect(Object.keys(await notes(library, 'i1'))).toEqual(['m1', 'm2']);
});

test('goes on where it was when it cannot be moved', async () => {
  const away = join(folder, 'away');
  await mkdir(join(away, 'library'), { recursive: true });
  await writeFile(join(away, 'library', 'letter.txt'), '');
  const token = await chosen(away, 'move');
  const refused = await failureOf(place.tasks['library.move']({ token }, running));
  expect(refused).toMatchObject({ code: 'folder-unfit', why: 'not-empty' });
  expect(library.path).toBe(join(userData, 'library'));
  value(await library.edit(issueId('i1'), add(mark('i1', 'm2'))));
  expect((await library.check()).problems).toEqual([]);
});

test('says why a place is unfit, and keeps the library open', async () => {
  const moving = async (into: string): Promise<AppError | null> =>
    failureOf(place.tasks['library.move']({ token: await chosen(into, 'move') }, running));
  expect(await moving(userData)).toEqual({ code: 'folder-unfit', file: library.path, why: 'same' });
  const within = join(library.path, 'issues');
  expect(await moving(within)).toMatchObject({ code: 'folder-unfit', why: 'within' });
  value(await library.edit(issueId('i1'), add(mark('i1', 'm2'))));
});

test('makes no empty library in the place of one that is away', async () => {
  const stick = join(folder, 'stick');
  await rename(library.path, stick);
  const away = join(folder, 'away');
  await mkdir(away);
  const token = await chosen(away, 'move');
  const refused = await failureOf(place.tasks['library.move']({ token }, running));
  expect(refused).toEqual({ code: 'library-absent', path: library.path });
  expect(await place.calls['library.facts']({}, context)).toMatchObject({ isThere: false, annotations: 1 });
  expect(await failureOf(place.tasks['library.check']({}, running))).toEqual(refused);
  // Nor is it said that a backup could not be written where it was to be.
  answer = join(away, 'backup.zip');
  const target = await place.calls['library.choose-backup']({ purpose: 'write' }, context);
  const unread = await failureOf(place.tasks['library.back-up']({ token: target?.token ?? '' }, running));
  expect(unread).toEqual({ code: 'library-absent', path: library.path });
  expect([await readdir(userData), await readdir(away)]).toEqual([['libraries.json'], []]);
  await rename(stick, library.path);
  value(await library.edit(issueId('i1'), add(mark('i1', 'm2'))));
});

test('backs up, and restores over what is there after a backup of that', async () => {
  answer = join(folder, 'backup.zip');
  const target = await place.calls['library.choose-backup']({ purpose: 'write' }, context);
  const made = await place.tasks['library.back-up']({ token: target?.token ?? '' }, running);
  expect(made).toEqual({ path: answer, issues: 1, annotations: 1, damaged: 0 });
  value(await library.edit(issueId('i1'), add(mark('i1', 'm2'))));
  const from = await place.calls['library.choose-backup']({ purpose: 'restore' }, context);
  const restored = await place.tasks['library.restore']({ token: from?.token ?? '' }, running);
  expect(restored).toMatchObject({ marksAdded: 0, marksOnlyHere: 1 });
  expect(await readdir(join(library.path, 'backups'))).toHaveLength(1);
});

test('checks every file, says what is wrong with which, and can be stopped', async () => {
  expect(await place.tasks['library.check']({}, running)).toEqual({
    issues: 1,
    annotations: 1,
    trashed: 0,
    count: 0,
    problems: [],
  });
  const damaged = join(library.path, 'issues', 'i1', 'source.bin');
  await appendFile(damaged, '?');
  expect(await place.tasks['library.check']({}, running)).toMatchObject({
    count: 1,
    problems: [{ path: damaged, problem: { code: 'checksum' } }],
  });
  const stopped = { ...running, signal: AbortSignal.abort() };
  expect((await failureOf(place.tasks['library.check']({}, stopped)))?.code).toBe('cancelled');
});

test('makes no backup of what is there for one that cannot be used', async () => {
  answer = join(folder, 'letter.zip');
  await writeFile(answer, 'PK no zip');
  const from = await place.calls['library.choose-backup']({ purpose: 'restore' }, context);
  const refused = await failureOf(place.tasks['library.restore']({ token: from?.token ?? '' }, running));
  expect(refused).toMatchObject({ code: 'backup-unusable', file: answer, detail: { code: 'no-backup' } });
  expect(await readdir(library.path)).not.toContain('backups');
});

test('misses a library that is away, makes no empty one, and opens it when it is back', async () => {
  const path = join(folder, 'stick', 'library');
  const asked: string[] = [];
  const first = await openFirstLibrary(path, {
    open: (at) => openLibrary(at, testOptions),
    isKnown: () => true,
    ask: async (problem) => {
      asked.push(problem.code);
      if (asked.length === 1) return { kind: 'retry' };
      await (await opened(path)).close();
      return { kind: 'retry' };
    },
  });
  expect(asked).toEqual(['library-absent', 'library-absent']);
  expect(first).toMatchObject({ isNew: false });
  await first?.library.close();
});

test('does not wait for a share that does not answer, and lets the user quit', async () => {
  const asked: string[] = [];
  const first = await openFirstLibrary('/share/library', {
    open: () => Promise.reject(new Error('is not to be opened')),
    isKnown: () => true,
    reach: () => Promise.resolve('silent'),
    ask: (problem) => {
      asked.push(problem.code);
      return Promise.resolve({ kind: 'quit' });
    },
  });
  expect([first, asked]).toEqual([null, ['library-silent']]);
});
