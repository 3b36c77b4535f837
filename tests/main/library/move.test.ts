// Moving a library: whatever fails, and wherever the power goes, one whole library is there, and the one that is used is
// whole.
import { expect, test } from 'vitest';
import type { AppError } from '../../../src-core/ipc/app-error';
import type { Result } from '../../../src-core/result';
import type { LibraryLock } from '../../../src-main/library/lock';
import { moveLibrary, removeLibrary } from '../../../src-main/library/move-library';
import { openLibrary } from '../../../src-main/library/open-library';
import { faultCodes } from './faults';
import { MemoryFiles, seeded, type Survival } from './memory-files';
import { add, failure, issueId, mark, value } from './support';
import { attempt, libraryPath, lifeOptions, mortalProcesses, Work } from './work';

const away = '/media/stick/library';

const [filledFiles, filledWork] = [new MemoryFiles(), new Work()];
await attempt(filledFiles, filledWork, 0);
await filledFiles.makeFolder('/media/stick');
for (const folder of ['/', '/media', '/home']) await filledFiles.syncFolder(folder);

function filled(): { readonly files: MemoryFiles; readonly work: Work } {
  return { files: filledFiles.copy(), work: filledWork.copy() };
}

async function move(
  files: MemoryFiles,
  to = away,
  signal = new AbortController().signal,
): Promise<Result<LibraryLock, AppError>> {
  const open = lifeOptions(files);
  const opened = await openLibrary(libraryPath, open);
  if (!opened.ok) return opened;
  const lock = {
    files,
    processes: mortalProcesses(1),
    holder: 'app' as const,
    now: open.now,
    newId: open.newId,
  };
  return moveLibrary(opened.value, to, { open, lock, onProgress: () => undefined, signal });
}

function tree(files: MemoryFiles, folder: string): ReadonlyMap<string, string> {
  const own = files.paths.filter((path) => path.startsWith(`${folder}/`) && !path.includes('LOCK'));
  return new Map(own.map((path) => [path.slice(folder.length), files.content(path).toString('base64')]));
}

/** What is wrong with the library in a folder; nothing where none is there. */
async function wrongAt(files: MemoryFiles, folder: string, work: Work): Promise<readonly string[]> {
  if (!files.paths.some((path) => path.startsWith(`${folder}/`))) return [];
  return work.copy().verify(files, folder);
}

test('brings every file to its new place, and leaves the former library as it was', async () => {
  const { files, work } = filled();
  const lock = value(await move(files));
  expect(tree(files, away)).toEqual(tree(files, libraryPath));
  expect(await wrongAt(files, away, work)).toEqual([]);
  // Nobody writes to the former one while its user decides.
  const second = await openLibrary(libraryPath, { ...lifeOptions(files), processes: mortalProcesses(1) });
  expect(failure(second).code).toBe('library-locked');
  await lock.release();
  expect(await wrongAt(files, libraryPath, work)).toEqual([]);
  expect(files.paths.filter((path) => path.includes('.moving'))).toEqual([]);
});

test('removes the former library, and nothing else that stands there', async () => {
  const { files } = filled();
  value(await move(files));
  expect(await removeLibrary(files, libraryPath)).toEqual([]);
  expect(files.paths.filter((path) => path.startsWith('/home'))).toEqual([]);

  const { files: shared } = filled();
  const thesis = await shared.open(`${libraryPath}/thesis.docx`, 'create');
  await thesis.close();
  value(await move(shared));
  expect(await removeLibrary(shared, libraryPath)).toEqual(['thesis.docx']);
  expect(shared.paths.filter((path) => path.startsWith('/home'))).toEqual([`${libraryPath}/thesis.docx`]);
});

test('goes nowhere into itself, and over nothing that is there', async () => {
  const { files, work } = filled();
  expect(failure(await move(files, `${libraryPath}/issues/x`)).code).toBe('folder-unfit');
  expect(failure(await move(files, '/home')).code).toBe('folder-unfit');
  await files.makeFolder(away);
  const other = await files.open(`${away}/letter.txt`, 'create');
  await other.close();
  expect(failure(await move(files)).code).toBe('folder-unfit');
  expect(files.paths).toContain(`${away}/letter.txt`);
  expect(await wrongAt(files, libraryPath, work)).toEqual([]);
});

test('can be stopped, and leaves nothing behind', async () => {
  const { files, work } = filled();
  const controller = new AbortController();
  const before = tree(files, libraryPath);
  controller.abort();
  expect(failure(await move(files, away, controller.signal)).code).toBe('cancelled');
  expect(tree(files, libraryPath)).toEqual(before);
  expect(files.paths.filter((path) => path.startsWith('/media'))).toEqual([]);
  expect(await wrongAt(files, libraryPath, work)).toEqual([]);
});

test.each(faultCodes)('keeps one whole library whichever operation fails with %s', async (code) => {
  let refused = 0;
  for (let failing = 1 + faultCodes.indexOf(code); ; failing += 4) {
    const { files, work } = filled();
    const start = files.operations.length;
    files.fail = (_operation, count) => (count === start + failing ? code : null);
    const moved = await move(files);
    const isReached = files.operations.length >= start + failing;
    files.fail = () => null;
    if (!moved.ok) refused++;
    const used = moved.ok ? away : libraryPath;
    expect({ failing, wrong: await wrongAt(files, used, work) }).toEqual({ failing, wrong: [] });
    // A move that failed can be tried again.
    if (!moved.ok && moved.error.code !== 'library-locked') {
      const again = await move(files);
      if (!again.ok) expect(['folder-unfit']).toContain(again.error.code);
    }
    if (!isReached) break;
  }
  expect(refused).toBeGreaterThan(5);
});

test('keeps one whole library wherever the power goes', async () => {
  const survivals: readonly Survival[] = ['synced-only', 'everything', 'names-first', 'torn', 'reordered'];
  const random = seeded(11);
  let cases = 0;
  for (let crashAt = 1; ; crashAt += 3) {
    const { files: made, work } = filled();
    const files = made.afterPowerLoss('everything', random);
    files.crashAt = files.operations.length + crashAt;
    const moved = await move(files).catch(() => null);
    for (const survival of survivals) {
      cases++;
      // Which library is used is decided after the move: the former one until then, whole in any case.
      const after = files.afterPowerLoss(survival, random);
      const wrong = await wrongAt(after, libraryPath, work);
      expect({ crashAt, survival, wrong }).toEqual({ crashAt, survival, wrong: [] });
      if (moved?.ok !== true) continue;
      const there = await wrongAt(after, away, work);
      expect({ crashAt, survival, there }).toEqual({ crashAt, survival, there: [] });
    }
    if (moved?.ok === true) break;
  }
  expect(cases).toBeGreaterThan(100);
});

test('does not take a copy for good that differs', async () => {
  const { files, work } = filled();
  const sound = files.readFile.bind(files);
  // A disk that gives back other bytes than were written.
  files.readFile = async (path) => {
    const bytes = await sound(path);
    if (!path.includes('.moving') || !path.endsWith('source.bin')) return bytes;
    return Buffer.concat([bytes, Buffer.from('x')]);
  };
  expect(failure(await move(files))).toMatchObject({
    code: 'target-unwritable',
    detail: { code: 'copy-differs' },
  });
  files.readFile = sound;
  expect(files.paths.filter((path) => path.startsWith('/media'))).toEqual([]);
  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  value(await library.edit(issueId('i0a'), add(mark('i0a', 'after'))));
  await library.close();
  expect(await wrongAt(files, libraryPath, work)).toEqual(['i0a/after was never asked for']);
});
