import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { studyDaySchema, type StudyDay } from '../../../src-core/study/study-day';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import { restoreAsLibrary, restoreInto } from '../../../src-main/library/restore';
import { studyDay } from '../../builders/study-day';
import { afterEachFailure, afterEachLoss } from './after-each';
import { MemoryFiles } from './memory-files';
import { failure, inFolder, opened, value } from './support';
import { libraryPath, lifeOptions } from './work';

async function days(library: Library): Promise<readonly StudyDay[]> {
  return value(await library.studyDays.all());
}

function named(name: string, given: Partial<StudyDay> = {}): StudyDay {
  return studyDay({ ...given, studyDayId: studyDaySchema.shape.studyDayId.parse(name) });
}

describe('study days in the library', () => {
  test('keeps a study day, with the next revision, and gives it back after the library was closed', () =>
    inFolder(async (folder) => {
      const library = await opened(folder);
      const saved = value(await library.studyDays.save(named('a', { theme: '读《论语》' })));
      expect(saved.revision).toBe(1);
      await library.close();
      const again = await opened(folder);
      expect(await days(again)).toEqual([saved]);
      expect(await again.check()).toEqual({ issues: 0, annotations: 0, trashed: 0, problems: [] });
      await again.close();
    }));

  test('gives them in the order of their dates', () =>
    inFolder(async (folder) => {
      const library = await opened(folder);
      value(await library.studyDays.save(named('late', { date: '2022-12-01' })));
      value(await library.studyDays.save(named('early', { date: '2022-01-01' })));
      expect((await days(library)).map(({ studyDayId }) => studyDayId)).toEqual(['early', 'late']);
      await library.close();
    }));

  test('refuses a change of what was changed meanwhile, of what is not there, and what is not valid', () =>
    inFolder(async (folder) => {
      const library = await opened(folder);
      const saved = value(await library.studyDays.save(named('a')));
      const changes = ['一', '二'].map((theme) => library.studyDays.save({ ...saved, theme }));
      const [first, second] = await Promise.all(changes);
      expect(first?.ok).toBe(true);
      expect(second).toEqual({ ok: false, error: { code: 'study-day-changed', studyDayId: 'a' } });
      expect(failure(await library.studyDays.save(named('b', { revision: 3 }))).code).toBe(
        'study-day-unknown',
      );
      const wrong = { ...named('c'), date: '2022-02-31' };
      expect(failure(await library.studyDays.save(wrong)).code).toBe('invalid-input');
      expect((await days(library)).map(({ theme }) => theme)).toEqual(['一']);
      await library.close();
    }));

  test('rebuilds a damaged one from its second copy, and sets aside one that has no good copy', () =>
    inFolder(async (folder) => {
      const library = await opened(folder);
      const first = value(await library.studyDays.save(named('a', { theme: '一' })));
      value(await library.studyDays.save({ ...first, theme: '二' }));
      value(await library.studyDays.save(named('b')));
      await library.close();
      await writeFile(join(folder, 'study', 'a.json'), 'damaged');
      for (const name of ['b.json', 'b.json.bak']) await writeFile(join(folder, 'study', name), '');
      const again = await opened(folder);
      expect((await days(again)).map(({ theme }) => theme)).toEqual(['二']);
      expect(again.notices.map(({ code }) => code).sort()).toEqual(['file-rebuilt', 'study-day-damaged']);
      expect((await readdir(join(folder, 'quarantine'))).length).toBe(3);
      expect((await again.check()).problems).toEqual([]);
      await again.close();
    }));

  test.each([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ])(
    'one that is refused is not there, whatever fails (%s of it done, %s saved before)',
    async (done, before) => {
      const failed = await afterEachFailure(
        done,
        async ({ studyDays }) => (before > 0 ? value(await studyDays.save(named('a'))) : named('a')),
        async ({ studyDays }, former) => {
          const saved = await studyDays.save({ ...former, theme: '再读' });
          if (saved.ok) return [saved.value];
          return before > 0 ? [former] : [];
        },
        days,
      );
      expect(failed).toBeGreaterThan(8);
    },
  );

  test('one that is refused does not come back by who reads while it is taken back', async () => {
    const files = new MemoryFiles();
    const library = value(await openLibrary(libraryPath, lifeOptions(files)));
    const former = value(await library.studyDays.save(named('a')));
    let hasFailed = false;
    const readings: Promise<unknown>[] = [];
    files.fail = ({ name, path }) => {
      if (hasFailed && readings.length === 0) readings.push(library.studyDays.all());
      if (hasFailed || name !== 'syncFolder' || !path.endsWith('study')) return null;
      hasFailed = true;
      return 'EIO';
    };
    expect(failure(await library.studyDays.save({ ...former, theme: '再读' })).code).toBe(
      'library-unwritable',
    );
    files.fail = () => null;
    expect(readings.length).toBe(1);
    await Promise.all(readings);
    expect(await days(library)).toEqual([former]);
    await library.close();
  });

  test('a check names a file that is damaged', () =>
    inFolder(async (folder) => {
      const library = await opened(folder);
      value(await library.studyDays.save(named('a')));
      const path = join(folder, 'study', 'a.json');
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace('读报', '读书'));
      await writeFile(join(folder, 'study', 'stray.txt'), '');
      expect((await library.check()).problems).toEqual([
        { path: join(folder, 'study', 'stray.txt'), problem: { code: 'no-study-day' } },
        { path, problem: { code: 'checksum' } },
      ]);
      await library.close();
    }));

  test('a check tells of a file in the place of the folder, and goes on', () =>
    inFolder(async (folder) => {
      const library = await opened(folder);
      const path = join(folder, 'study');
      await writeFile(path, '');
      expect((await library.check()).problems).toMatchObject([
        { path, problem: { code: 'system', errno: 'ENOTDIR', path } },
      ]);
      await library.close();
    }));

  test('is in a backup, and comes back from it', () =>
    inFolder(async (folder) => {
      const library = await opened(join(folder, 'library'));
      const kept = value(await library.studyDays.save(named('kept')));
      const changed = value(await library.studyDays.save(named('changed', { theme: '从前' })));
      const removed = value(await library.studyDays.save(named('removed')));
      const zip = join(folder, 'backup.zip');
      value(await library.backUp(zip));
      value(await library.studyDays.save({ ...changed, theme: '后来' }));
      value(await library.studyDays.save({ ...removed, removed: '2026-01-01T00:00:00.000Z' }));
      value(await library.studyDays.save(named('only-here')));
      const restored = value(await restoreInto(library, zip, '2026-01-02T00:00:00.000Z'));
      expect(restored).toMatchObject({ studyDaysAdded: 1, studyDaysChanged: 1 });
      const now = await days(library);
      expect(now.map(({ studyDayId, theme, removed: at }) => [studyDayId, theme, at])).toEqual(
        expect.arrayContaining([
          ['kept', '读报', undefined],
          ['changed', '从前', undefined],
          ['removed', '读报', undefined],
          ['only-here', '读报', undefined],
        ]),
      );
      await library.close();
      value(await restoreAsLibrary(zip, join(folder, 'new')));
      const fresh = await opened(join(folder, 'new'));
      expect(await days(fresh)).toEqual(expect.arrayContaining([kept, changed, removed]));
      await fresh.close();
    }));

  test('keeps every answered study day through a loss of power after each operation', async () => {
    const found = await afterEachLoss(
      () => new Map<string, StudyDay>(),
      async ({ studyDays }, answered) => {
        for (const [name, theme] of [
          ['a', '一'],
          ['b', '二'],
          ['a', '三'],
          ['a', '四'],
        ] as const) {
          const saved = await studyDays.save({ ...(answered.get(name) ?? named(name)), theme });
          if (saved.ok) answered.set(name, saved.value);
        }
      },
      async (library, answered, when) => {
        const kept = new Map((await days(library)).map((day) => [day.studyDayId, day]));
        for (const { studyDayId, revision } of answered.values())
          expect(kept.get(studyDayId)?.revision, when).toBeGreaterThanOrEqual(revision);
      },
    );
    expect(found).toBeGreaterThan(100);
  });
});
