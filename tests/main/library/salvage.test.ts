// Both copies of an issue's marks are damaged: what the automatic backups and the journals hold comes back, the younger
// over the older, and it is told in one sentence.
import { expect, test } from 'vitest';
import { backupName } from '../../../src-main/library/backup-generations';
import type { Library } from '../../../src-main/library/library';
import { openLibrary } from '../../../src-main/library/open-library';
import { MemoryFiles } from './memory-files';
import { add, issue, issueId, mark, note, notes, source, value } from './support';
import { libraryPath, lifeOptions } from './work';

const folder = `${libraryPath}/issues/i1`;
const day = (number: number): string => `2026-02-0${number}T00:00:00.000Z`;

async function open(files: MemoryFiles, now: string, snapshotAfter = 1_500): Promise<Library> {
  return value(await openLibrary(libraryPath, { ...lifeOptions(files), now: () => now, snapshotAfter }));
}

/** Makes ten marks and more, with snapshots in between, so that the first journals are gone. */
async function workOn(library: Library, from: number): Promise<void> {
  for (let count = from; count < from + 10; count++) {
    value(await library.edit(issueId('i1'), add(mark('i1', `m${count}`, { note: `第 ${count} 条` }))));
  }
}

async function backUp(files: MemoryFiles, library: Library, made: string): Promise<void> {
  await files.makeFolder(`${libraryPath}/backups`);
  await files.syncFolder(libraryPath);
  value(await library.backUp(`${libraryPath}/backups/${backupName(made)}`));
}

function damageBoth(files: MemoryFiles): void {
  for (const name of ['annotations.json', 'annotations.json.bak']) {
    files.damage(`${folder}/${name}`, Buffer.from('{}\n'));
  }
}

test('brings back all that a backup and the journals after it have', async () => {
  const files = new MemoryFiles();
  const first = await open(files, day(1));
  value(await first.addIssue(issue('i1'), source('i1')));
  await workOn(first, 0);
  await first.close();
  const second = await open(files, day(2), 1_000_000);
  await backUp(files, second, day(2));
  value(await second.edit(issueId('i1'), note('m0', '备份之后', day(3))));
  value(await second.edit(issueId('i1'), add(mark('i1', 'after'))));
  const expected = value(await second.annotations(issueId('i1')));
  await second.close();
  damageBoth(files);

  const third = await open(files, day(4));
  expect(value(await third.annotations(issueId('i1')))).toEqual(expected);
  expect(third.notices.map(({ code }) => code)).toEqual(['file-rebuilt', 'file-rebuilt', 'marks-salvaged']);
  expect(third.notices.at(-1)).toMatchObject({ made: day(2) });
  expect((await third.check()).problems).toEqual([]);
  value(await third.undo(issueId('i1'), day(4)));
  await third.close();
  const again = await open(files, day(5));
  expect(value(await again.annotations(issueId('i1')))).toEqual(expected.slice(0, -1));
  expect(again.notices).toEqual([]);
  await again.close();
  expect(files.paths.filter((path) => path.includes('/quarantine/')).length).toBe(2);
});

test('takes an older backup where the newest is damaged, and says what may be missing', async () => {
  const files = new MemoryFiles();
  const first = await open(files, day(1));
  value(await first.addIssue(issue('i1'), source('i1')));
  value(await first.edit(issueId('i1'), add(mark('i1', 'oldest', { note: '最早' }))));
  await backUp(files, first, day(1));
  await workOn(first, 0);
  await backUp(files, first, day(2));
  await workOn(first, 10);
  await first.close();
  files.damage(`${libraryPath}/backups/${backupName(day(2))}`, Buffer.from('PK'));
  damageBoth(files);

  const second = await open(files, day(3));
  const found = await notes(second, 'i1');
  expect(found).toMatchObject({ oldest: '最早', m19: '第 19 条' });
  const codes = second.notices.map(({ code }) => code);
  expect(codes).toContain('marks-salvaged');
  expect(codes).toContain('records-lost');
  await second.close();
});

test('puts nothing older over anything newer, though the older one has higher numbers', async () => {
  const files = new MemoryFiles();
  const first = await open(files, day(1));
  value(await first.addIssue(issue('i1'), source('i1')));
  await workOn(first, 0);
  await workOn(first, 10);
  await backUp(files, first, day(1));
  await first.close();
  // The issue is lost and imported anew; its numbers begin again.
  await files.removeFolder(folder);
  files.damage(`${libraryPath}/catalog.json`, null);
  files.damage(`${libraryPath}/catalog.json.bak`, null);
  const second = await open(files, day(3), 1_000_000);
  value(await second.addIssue(issue('i1'), source('i1')));
  for (let count = 0; count < 4; count++) {
    value(await second.edit(issueId('i1'), add(mark('i1', `m${count}`, { note: '重做的' }))));
  }
  await second.close();
  damageBoth(files);
  // One record is damaged as well, so that the journals do not have everything and the backup is asked.
  const journal = `${folder}/journal-00000001.jnl`;
  const lines = files.content(journal).toString().split('\n');
  lines[2] = (lines[2] ?? '').replace('重做的', '重做了');
  files.damage(journal, Buffer.from(lines.join('\n')));

  const third = await open(files, day(4));
  expect(await notes(third, 'i1')).toMatchObject({
    m0: '重做的',
    m2: '重做的',
    m3: '重做的',
    m19: '第 19 条',
  });
  expect(third.notices.map(({ code }) => code)).toContain('marks-salvaged');
  await third.close();
});

test('does without a backup where the journals have everything', async () => {
  const files = new MemoryFiles();
  const first = await open(files, day(1), 1_000_000);
  value(await first.addIssue(issue('i1'), source('i1')));
  value(await first.edit(issueId('i1'), add(mark('i1', 'm1'))));
  await backUp(files, first, day(1));
  value(await first.edit(issueId('i1'), note('m1', '后来的')));
  await first.close();
  for (const path of files.paths.filter((one) => one.startsWith(`${folder}/annotations.json`)))
    files.damage(path, null);
  const journals = files.paths.filter((path) => path.startsWith(folder) && path.endsWith('.jnl'));
  const second = await open(files, day(2));
  expect(await notes(second, 'i1')).toEqual({ m1: '后来的' });
  if (journals.some((path) => path.endsWith('journal-00000001.jnl'))) {
    expect(second.notices.map(({ code }) => code)).toEqual(['file-rebuilt']);
  }
  await second.close();
});

test('brings back what a backup has where nothing else is whole', async () => {
  const files = new MemoryFiles();
  const first = await open(files, day(1), 1_000_000);
  value(await first.addIssue(issue('i1'), source('i1')));
  value(await first.edit(issueId('i1'), add(mark('i1', 'm1', { note: '备份里有' }))));
  await backUp(files, first, day(1));
  await first.close();
  for (const path of files.paths.filter((one) => one.startsWith(folder) && /annotations|jnl$/.test(one))) {
    files.damage(path, Buffer.from('{}\n'));
  }
  const second = await open(files, day(2));
  expect(await notes(second, 'i1')).toEqual({ m1: '备份里有' });
  expect(second.notices.map(({ code }) => code)).toContain('marks-salvaged');
  value(await second.edit(issueId('i1'), add(mark('i1', 'm2'))));
  expect((await second.check()).problems).toEqual([]);
  await second.close();
  const third = await open(files, day(3));
  expect(Object.keys(await notes(third, 'i1'))).toEqual(['m1', 'm2']);
  expect(third.notices).toEqual([]);
  await third.close();
});
