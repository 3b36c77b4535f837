import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupName, backupsToDrop, backupTime } from '../../../src-main/library/backup-generations';
import { AutomaticBackups, type BackupSource } from '../../../src-main/library/library-backup';
import { Notices } from '../../../src-main/library/notices';
import type { Library } from '../../../src-main/library/library';
import { readBackup } from '../../../src-main/library/read-backup';
import { restoreAsLibrary, restoreInto } from '../../../src-main/library/restore';
import { openIssue } from '../../../src-main/library/issue-opening';
import { nodeFiles } from '../../../src-main/library/node-files';
import { Quarantine } from '../../../src-main/library/quarantine';
import {
  add,
  failure,
  inFolder,
  issue,
  issueId,
  mark,
  note,
  notes,
  opened,
  remove,
  source,
  value,
} from './support';

const later = '2026-02-01T00:00:00.000Z';

async function filled(folder: string): Promise<Library> {
  const library = await opened(join(folder, 'library'));
  for (const name of ['i1', 'i2']) value(await library.addIssue(issue(name), source(name)));
  value(await library.edit(issueId('i1'), add(mark('i1', 'm1', { note: '一' }))));
  value(await library.edit(issueId('i1'), add(mark('i1', 'm2', { note: '二' }))));
  value(await library.edit(issueId('i2'), add(mark('i2', 'm3', { note: '三' }))));
  value(await library.edit(issueId('i2'), add(mark('i2', 'm4', { note: '四' }))));
  value(await library.edit(issueId('i2'), remove('m4')));
  return library;
}

test('backs everything up into one zip, from which an equal library comes', () =>
  inFolder(async (folder) => {
    const library = await filled(folder);
    const zip = join(folder, 'backup.zip');
    const manifest = value(await library.backUp(zip));
    expect([manifest.issues, manifest.annotations, manifest.files.length]).toEqual([2, 3, 7]);
    // What comes after the backup is not in it.
    value(await library.edit(issueId('i1'), note('m1', '变')));
    await library.close();
    value(await restoreAsLibrary(zip, join(folder, 'restored')));
    const restored = await opened(join(folder, 'restored'));
    // Nothing was damaged, so nothing is told of.
    expect(restored.notices).toEqual([]);
    expect(await notes(restored, 'i1')).toEqual({ m1: '一', m2: '二' });
    expect(await notes(restored, 'i2')).toEqual({ m3: '三' });
    expect(value(await restored.trash(issueId('i2'))).map(({ annotationId }) => annotationId)).toEqual([
      'm4',
    ]);
    expect(value(await restored.readIssue(issueId('i2')))).toEqual(issue('i2'));
    expect(Buffer.from(value(await restored.readSource(issueId('i2'))))).toEqual(source('i2'));
    value(await restored.undo(issueId('i2'), later));
    expect(await notes(restored, 'i2')).toEqual({ m3: '三', m4: '四' });
    await restored.close();
    const checked = await opened(join(folder, 'restored'));
    expect((await checked.check()).problems).toEqual([]);
    await checked.close();
    expect((await readdir(folder)).sort()).toEqual(['backup.zip', 'library', 'restored']);
  }));

test('restores into a library what is missing or changed there, deletes nothing, and can be undone', () =>
  inFolder(async (folder) => {
    const library = await filled(folder);
    const zip = join(folder, 'backup.zip');
    value(await library.backUp(zip));
    value(await library.edit(issueId('i1'), note('m1', '变')));
    value(await library.edit(issueId('i1'), remove('m2')));
    value(await library.edit(issueId('i1'), add(mark('i1', 'new', { note: '新' }))));
    await library.close();
    const other = await opened(join(folder, 'other'));
    value(await other.addIssue(issue('i1'), source('i1')));
    for (const [target, expected] of [
      [
        await opened(join(folder, 'library')),
        { issuesAdded: 0, marksAdded: 0, marksRestored: 1, marksChanged: 1, marksOnlyHere: 1 },
      ],
      [other, { issuesAdded: 1, marksAdded: 3, marksRestored: 0, marksChanged: 0, marksOnlyHere: 0 }],
    ] as const) {
      expect(value(await restoreInto(target, zip, later))).toEqual({
        ...expected,
        issuesRestored: 0,
        issuesOnlyHere: 0,
        issuesMended: 0,
        issuesWithoutText: 0,
        studyDaysAdded: 0,
        studyDaysChanged: 0,
        tagsChanged: 0,
      });
      expect(await notes(target, 'i1')).toMatchObject({ m1: '一', m2: '二' });
      expect(await notes(target, 'i2')).toEqual({ m3: '三' });
      expect((await target.check()).problems).toEqual([]);
      value(await target.undo(issueId('i1'), later));
      expect(Object.keys(await notes(target, 'i1'))).not.toContain('m2');
      await target.close();
    }
  }));

test('brings back an issue whose folder is gone, also while it is open, and counts what is only here', () =>
  inFolder(async (folder) => {
    const library = await filled(folder);
    const zip = join(folder, 'backup.zip');
    value(await library.backUp(zip));
    value(await library.addIssue(issue('i9'), source('i9')));
    value(await library.edit(issueId('i9'), add(mark('i9', 'm9'))));
    expect(Object.keys(await notes(library, 'i1'))).toEqual(['m1', 'm2']);
    await rm(join(folder, 'library', 'issues', 'i1'), { recursive: true });
    const restored = value(await restoreInto(library, zip, later));
    expect(restored).toMatchObject({ issuesAdded: 1, marksAdded: 2, issuesOnlyHere: 1, marksOnlyHere: 1 });
    expect(await notes(library, 'i1')).toEqual({ m1: '一', m2: '二' });
    value(await library.edit(issueId('i1'), note('m1', '变')));
    await library.close();
    const again = await opened(join(folder, 'library'));
    expect(await notes(again, 'i1')).toEqual({ m1: '变', m2: '二' });
    expect((await again.check()).problems).toEqual([]);
    await again.close();
  }));

test('backs up what there is beside what is damaged, and mends that from an earlier backup', () =>
  inFolder(async (folder) => {
    const library = await filled(folder);
    const early = join(folder, 'early.zip');
    expect(value(await library.backUp(early)).damaged).toBe(0);
    await library.close();
    const issues = join(folder, 'library', 'issues');
    await writeFile(join(issues, 'i1', 'source.bin'), 'rotten');
    for (const name of ['issue.json', 'issue.json.bak']) await writeFile(join(issues, 'i2', name), 'rotten');
    const damaged = await opened(join(folder, 'library'));
    const late = join(folder, 'late.zip');
    expect(value(await damaged.backUp(late))).toMatchObject({ issues: 2, annotations: 3, damaged: 2 });
    // It has no good text to begin an issue with, and takes none away.
    const other = await opened(join(folder, 'other'));
    expect(value(await restoreInto(other, late, later))).toMatchObject({ issuesWithoutText: 2 });
    await other.close();

    expect(value(await restoreInto(damaged, early, later))).toMatchObject({
      issuesAdded: 0,
      issuesMended: 2,
    });
    expect((await damaged.check()).problems).toEqual([]);
    expect(value(await damaged.readIssue(issueId('i2')))).toEqual(issue('i2'));
    expect(await notes(damaged, 'i1')).toEqual({ m1: '一', m2: '二' });
    const aside = await readdir(join(folder, 'library', 'quarantine'));
    expect(aside.map((name) => name.replace(/\.damaged.*$/u, '')).sort()).toEqual([
      'issues-i1-source.bin',
      'issues-i2-issue.json',
      'issues-i2-issue.json.bak',
    ]);
    await rm(join(issues, 'i1'), { recursive: true });
    await damaged.close();
    const again = await opened(join(folder, 'library'));
    expect(value(await again.backUp(late))).toMatchObject({ issues: 1, damaged: 1 });
    await again.close();
  }));

test('refuses a backup that is damaged anywhere, and then writes nothing', () =>
  inFolder(async (folder) => {
    const library = await filled(folder);
    const zip = join(folder, 'backup.zip');
    value(await library.backUp(zip));
    await library.close();
    const whole = await readFile(zip);
    for (let place = 10; place < whole.length; place += 97) {
      const damaged = Buffer.from(whole);
      damaged[place] = (whole[place] ?? 0) ^ 0x55;
      await writeFile(join(folder, 'damaged.zip'), damaged);
      const target = join(folder, `restored-${place}`);
      const result = await restoreAsLibrary(join(folder, 'damaged.zip'), target);
      if (result.ok) {
        // The flipped byte was in a date or another place that no content depends on.
        const restored = await opened(target);
        expect(await notes(restored, 'i1')).toEqual({ m1: '一', m2: '二' });
        await restored.close();
      } else {
        expect(result.error.code).toBe('backup-unusable');
        expect(await readdir(folder)).not.toContain(`restored-${place}`);
      }
    }
    await writeFile(join(folder, 'damaged.zip'), whole.subarray(0, whole.length - 30));
    expect(failure(await restoreAsLibrary(join(folder, 'damaged.zip'), join(folder, 'r'))).code).toBe(
      'backup-unusable',
    );
    expect(failure(await restoreAsLibrary(join(folder, 'none.zip'), join(folder, 'r'))).code).toBe(
      'file-missing',
    );
  }));

test('restores no library over what stands in a folder', () =>
  inFolder(async (folder) => {
    const library = await filled(folder);
    const zip = join(folder, 'backup.zip');
    value(await library.backUp(zip));
    await library.close();
    expect(failure(await restoreAsLibrary(zip, join(folder, 'library'))).code).toBe('folder-unfit');
  }));

test('leaves an older backup alone when the new one cannot be written', () =>
  inFolder(async (folder) => {
    const library = await filled(folder);
    await mkdir(join(folder, 'backup.zip'));
    expect(failure(await library.backUp(join(folder, 'backup.zip'))).code).toBe('target-unwritable');
    expect(failure(await library.backUp(join(folder, 'no', 'backup.zip'))).code).toBe('target-unwritable');
    await library.close();
    expect((await readdir(folder)).sort()).toEqual(['backup.zip', 'library']);
  }));

test('makes an automatic backup an hour at most, of the marks alone', () =>
  inFolder(async (folder) => {
    await (await filled(folder)).close();
    const library = join(folder, 'library');
    const notices = new Notices();
    let made = '2026-03-01T00:00:00.000Z';
    const from = (): BackupSource => ({
      files: nodeFiles,
      library,
      libraryId: 'l',
      made,
      issueIds: [issueId('i1'), issueId('i2')],
      issue: (id) =>
        openIssue(
          {
            files: nodeFiles,
            library,
            quarantine: new Quarantine(nodeFiles, library, () => made),
            snapshotAfter: 1_000,
            isWritable: () => false,
            knownJournal: () => null,
            notice: notices.add,
          },
          id,
        ),
      text: () => Promise.reject(new Error('not asked for')),
      source: () => Promise.reject(new Error('not asked for')),
      studyDays: () => Promise.resolve([]),
      trashed: () => Promise.resolve([]),
      tagTraits: () => Promise.resolve([]),
    });
    const backups = new AutomaticBackups(from, notices);
    await backups.makeIfDue();
    for (const time of ['2026-03-01T00:00:00.000Z', '2026-03-01T00:59:00.000Z', '2026-03-01T01:00:00.000Z']) {
      made = time;
      backups.noteChange();
      await backups.makeIfDue();
    }
    const names = await readdir(join(library, 'backups'));
    expect(names.sort()).toEqual([backupName('2026-03-01T00:00:00.000Z'), backupName(made)]);
    const backup = await readBackup(nodeFiles, join(library, 'backups', backupName(made)));
    expect(backup.manifest).toMatchObject({ scope: 'marks', issues: 2, annotations: 3 });
    await backup.close();
    await rename(library, join(folder, 'away'));
    made = '2026-03-01T02:00:00.000Z';
    backups.noteChange();
    await backups.makeIfDue();
    expect(await readdir(folder)).toEqual(['away']);
    expect(notices.all).toEqual([]);
    // It is made as soon as the folder is back.
    await rename(join(folder, 'away'), library);
    await backups.makeIfDue();
    expect(await readdir(join(library, 'backups'))).toContain(backupName(made));
    notices.add({ code: 'records-lost', path: library, detail: { code: 'journal-shorter' } });
    made = '2026-03-01T09:00:00.000Z';
    backups.noteChange();
    await backups.makeIfDue();
    expect((await readdir(join(library, 'backups'))).length).toBe(3);
    const open = await opened(library);
    expect(value(await restoreInto(open, join(library, 'backups', names[0] ?? ''), later))).toMatchObject({
      marksAdded: 0,
      marksOnlyHere: 0,
    });
    await open.close();
  }));

test('keeps backups of every hour, day and week, and few in all', () => {
  const hours = fc.uniqueArray(fc.integer({ min: 0, max: 24 * 80 }), { maxLength: 300 });
  fc.assert(
    fc.property(hours, (made) => {
      const now = Date.UTC(2026, 5, 1);
      const names = made.map((hour) => backupName(new Date(now - hour * 3_600_000).toISOString()));
      const dropped = new Set(backupsToDrop(names, now));
      const kept = names.filter((name) => !dropped.has(name));
      expect(kept.length).toBeLessThanOrEqual(25 + 8 + 5);
      const newest = [...names].sort().at(-1);
      if (newest !== undefined) expect(kept).toContain(newest);
      // Nothing that is dropped leaves its day of the last week, or its week of the last four, without a backup.
      for (const name of dropped) {
        const age = now - (backupTime(name) ?? 0);
        const every = age <= 7 * 86_400_000 ? 86_400_000 : 7 * 86_400_000;
        if (age > 28 * 86_400_000) continue;
        const period = (other: string): number => Math.floor((backupTime(other) ?? 0) / every);
        expect(kept.some((other) => period(other) === period(name))).toBe(true);
      }
    }),
  );
  expect(backupsToDrop(['notes.txt', 'marks-x.zip'], 0)).toEqual([]);
});
