import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import { restoreAsLibrary, restoreInto } from '../../../src-main/library/restore';
import { afterEachLoss } from './after-each';
import { MemoryFiles } from './memory-files';
import {
  add,
  failure,
  inFolder,
  issue,
  issueId,
  mark,
  notes,
  opened,
  remove,
  source,
  value,
} from './support';
import { libraryPath, lifeOptions } from './work';

const at = '2026-01-03T00:00:00.000Z';
const [i1, i2] = [issueId('i1'), issueId('i2')];

async function filled(folder: string): Promise<Library> {
  const library = await opened(folder);
  for (const name of ['i1', 'i2']) value(await library.addIssue(issue(name), source(name)));
  const tags = ['农业'];
  value(await library.edit(i1, add(mark('i1', 'm1', { note: '稻花', tags }))));
  value(await library.edit(i1, add(mark('i1', 'm2', { note: '香里' }))));
  value(await library.edit(i1, remove('m2')));
  const linked = {
    ...mark('i2', 'm3', { tags }),
    linksElsewhere: [{ issueId: i1, annotationId: mark('i1', 'm1').annotationId }],
  };
  value(await library.edit(i2, add(linked)));
  return library;
}

async function shelf(library: Library): Promise<readonly string[]> {
  return value(await library.issues()).map((summary) => summary.issueId);
}

async function trashed(library: Library): Promise<readonly string[]> {
  return value(await library.removedIssues.all()).map(({ summary }) => summary.issueId);
}

test('takes an issue off every list and brings it back with every mark as it was', () =>
  inFolder(async (folder) => {
    const library = await filled(folder);
    expect(await readdir(folder)).not.toContain('trash.json');
    const before = {
      issues: value(await library.issues()),
      marks: value(await library.annotations(i1)),
      removed: value(await library.trash(i1)),
      history: value(await library.history(i1)),
    };
    value(await library.removedIssues.put([i1], at, '甲'));
    expect(await shelf(library)).toEqual(['i2']);
    expect(value(await library.tags())).toEqual(new Map([['农业', 1]]));
    expect(value(await library.linksTo(i1)).length).toBe(1);
    await library.close();

    const again = await opened(folder);
    const [stone] = value(await again.removedIssues.all());
    expect(stone).toMatchObject({
      at,
      who: '甲',
      summary: { issueId: 'i1', annotations: 1, date: '2022-10-11' },
    });
    expect(await again.check()).toEqual({ issues: 2, annotations: 2, trashed: 1, problems: [] });
    value(await again.removedIssues.restore([i1]));
    await again.close();

    const third = await opened(folder);
    expect(third.notices).toEqual([]);
    expect(await trashed(third)).toEqual([]);
    expect({
      issues: value(await third.issues()),
      marks: value(await third.annotations(i1)),
      removed: value(await third.trash(i1)),
      history: value(await third.history(i1)),
    }).toEqual(before);
    value(await third.undo(i1, at));
    expect(Object.keys(await notes(third, 'i1'))).toEqual(['m1', 'm2']);
    await third.close();
  }));

test('reads an issue in the trash by its name, and keeps an edit that was on its way', () =>
  inFolder(async (folder) => {
    const library = await filled(folder);
    value(await library.removedIssues.put([i1], at, ''));
    expect(value(await library.readIssue(i1)).issueId).toBe('i1');
    value(await library.edit(i1, add(mark('i1', 'late'))));
    expect(value(await library.removedIssues.all())[0]?.summary.annotations).toBe(2);
    expect(failure(await library.addIssue(issue('i1'), source('i1'))).code).toBe('invalid-input');
    value(await library.removedIssues.restore([i1]));
    expect(Object.keys(await notes(library, 'i1'))).toEqual(['m1', 'late']);
    await library.close();
  }));

test('puts all or none, once, the last first, and refuses what it does not know', () =>
  inFolder(async (folder) => {
    const library = await filled(folder);
    const { removedIssues } = library;
    const unknown = { code: 'issue-unknown', issueId: 'i9' };
    expect(failure(await removedIssues.put([i1, issueId('i9')], at, ''))).toEqual(unknown);
    expect(failure(await removedIssues.restore([issueId('i9')]))).toEqual(unknown);
    expect(failure(await removedIssues.put([i1], 'yesterday', '')).code).toBe('invalid-input');
    expect(await trashed(library)).toEqual([]);
    await Promise.all([removedIssues.put([i1], at, '甲'), removedIssues.put([i2, i1, i2], at, '乙')]);
    const found = value(await removedIssues.all()).map(({ summary, who }) => [summary.issueId, who]);
    expect(found).toEqual([
      ['i2', '乙'],
      ['i1', '甲'],
    ]);
    await library.close();
    expect(failure(await removedIssues.put([i1], at, '')).code).toBe('library-unwritable');
  }));

test('rebuilds the list from its second copy; puts the issues back on the shelf, and says so, where neither can be read', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'trash.json');
    const library = await filled(folder);
    value(await library.removedIssues.put([i1], at, ''));
    value(await library.removedIssues.put([i2], at, ''));
    await library.close();
    await writeFile(path, 'damaged');
    const former = await opened(folder);
    expect(await shelf(former)).toEqual([]);
    expect(former.notices.map(({ code }) => code)).toEqual(['file-rebuilt']);
    await former.close();
    await writeFile(path, 'damaged');
    await writeFile(`${path}.bak`, '');
    const empty = await opened(folder);
    expect(await shelf(empty)).toEqual(['i1', 'i2']);
    expect(empty.notices.map(({ code }) => code)).toEqual(['trash-damaged']);
    expect((await empty.check()).problems).toEqual([]);
    await empty.close();
  }));

test('checks the list, and that what it names is there', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'trash.json');
    const library = await filled(folder);
    value(await library.removedIssues.put([i1], at, ''));
    const whole = await readFile(path, 'utf8');
    await writeFile(path, whole.replace('i1', 'i7'));
    expect((await library.check()).problems).toEqual([{ path, problem: { code: 'checksum' } }]);
    await library.close();
    await writeFile(path, whole);
    const other = await opened(join(folder, 'other'));
    await other.close();
    await writeFile(join(folder, 'other', 'trash.json'), whole);
    const strange = await opened(join(folder, 'other'));
    expect((await strange.check()).problems.map(({ problem }) => problem)).toEqual([
      { code: 'names-unknown', issueId: 'i1' },
    ]);
    await strange.close();
  }));

test('finds the damage of an issue in the trash', () =>
  inFolder(async (folder) => {
    const library = await filled(folder);
    value(await library.removedIssues.put([i1], at, ''));
    const path = join(folder, 'issues', 'i1', 'source.bin');
    await writeFile(path, 'another');
    const { problems, trashed: count } = await library.check();
    expect({ problems, count }).toEqual({
      problems: [{ path, problem: { code: 'checksum' } }],
      count: 1,
    });
    await library.close();
  }));

test('is in a backup and comes back with it; a restore takes out what stood on the shelf then', () =>
  inFolder(async (folder) => {
    const library = await filled(join(folder, 'library'));
    const [standing, zip] = [join(folder, 'standing.zip'), join(folder, 'trashed.zip')];
    value(await library.backUp(standing));
    value(await library.removedIssues.put([i1], at, '甲'));
    expect(value(await library.backUp(zip))).toMatchObject({ issues: 2, annotations: 2 });
    expect(value(await restoreInto(library, zip, at)).issuesRestored).toBe(0);
    expect(await trashed(library)).toEqual(['i1']);
    expect(value(await restoreInto(library, standing, at)).issuesRestored).toBe(1);
    expect(await shelf(library)).toEqual(['i1', 'i2']);
    // What stands here stays, though it lay in the trash then.
    expect(value(await restoreInto(library, zip, at)).issuesRestored).toBe(0);
    expect(await shelf(library)).toEqual(['i1', 'i2']);
    await library.close();

    value(await restoreAsLibrary(zip, join(folder, 'new')));
    const fresh = await opened(join(folder, 'new'));
    expect(value(await fresh.removedIssues.all())).toMatchObject([
      { at, who: '甲', summary: { issueId: 'i1' } },
    ]);
    expect((await fresh.check()).problems).toEqual([]);
    await fresh.close();

    const empty = await opened(join(folder, 'empty'));
    expect(value(await restoreInto(empty, zip, at))).toMatchObject({ issuesAdded: 2, issuesRestored: 0 });
    expect(await trashed(empty)).toEqual(['i1']);
    expect(await shelf(empty)).toEqual(['i2']);
    await empty.close();
  }));

test('keeps every answered change through a loss of power after each operation', async () => {
  await afterEachLoss(
    () => new Set<number>(),
    async (library, answered) => {
      value(await library.addIssue(issue('i1'), source('i1')));
      for (let turn = 1; turn <= 4; turn++) {
        const move =
          turn % 2 === 1 ? library.removedIssues.put([i1], at, '') : library.removedIssues.restore([i1]);
        if ((await move).ok) answered.add(turn);
      }
    },
    async (library, answered, when) => {
      const isTrashed = (await trashed(library)).length > 0;
      // What was asked for last and not answered may be there or not.
      const last = answered.size;
      expect(
        [last, Math.min(4, last + 1)].map((turn) => turn % 2 === 1),
        when,
      ).toContain(isTrashed);
      expect((await library.check()).problems).toEqual([]);
    },
  );
});

test('a change that is refused does not come back by who reads while it is taken back', async () => {
  const files = new MemoryFiles();
  const library = value(await openLibrary(libraryPath, lifeOptions(files)));
  for (const name of ['i1', 'i2']) value(await library.addIssue(issue(name), source(name)));
  value(await library.removedIssues.put([i2], at, ''));
  let hasFailed = false;
  const readings: Promise<unknown>[] = [];
  files.fail = ({ name, path }) => {
    if (hasFailed && readings.length === 0) readings.push(library.removedIssues.all());
    if (hasFailed || name !== 'syncFolder' || path !== libraryPath) return null;
    hasFailed = true;
    return 'EIO';
  };
  expect(failure(await library.removedIssues.put([i1], at, '')).code).toBe('library-unwritable');
  files.fail = () => null;
  expect(readings.length).toBe(1);
  await Promise.all(readings);
  expect(await trashed(library)).toEqual(['i2']);
  value(await library.removedIssues.restore([i2]));
  expect(await trashed(library)).toEqual([]);
  await library.close();
});
