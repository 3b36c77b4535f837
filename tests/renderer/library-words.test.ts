import { expect, test, vi } from 'vitest';
import { en } from '../../src-renderer/strings/en';
import { libraryEn } from '../../src-renderer/strings/library.en';
import { libraryZhCn } from '../../src-renderer/strings/library.zh-cn';
import { zhCn } from '../../src-renderer/strings/zh-cn';

const done = {
  before: '/backups/before.zip',
  issuesRestored: 0,
  issuesAdded: 1,
  marksAdded: 0,
  marksRestored: 2,
  marksChanged: 1,
  marksOnlyHere: 0,
  issuesOnlyHere: 0,
  issuesMended: 0,
  issuesWithoutText: 0,
  studyDaysAdded: 1,
  studyDaysChanged: 1,
  tagsChanged: 1,
};

test('tells the day of an instant by the clock on the wall', () => {
  vi.stubEnv('TZ', 'Asia/Shanghai');
  expect(zhCn.desk.removedAt('2026-11-28T22:46:05.957Z')).toContain('2026年11月29日');
  expect(en.desk.removedAt('2026-11-28T22:46:05.957Z')).toContain('November 29, 2026');
  vi.unstubAllEnvs();
});

test('tells of all that a backup brought back, study days and tags too, one as one', () => {
  expect(libraryEn.restored(done)).toBe(
    'Restored: 1 issue and 2 marks back, 1 mark changed back; 2 study days as they were; names and colors of 1 tag as they were. What was here before is backed up in /backups/before.zip.',
  );
  expect(libraryZhCn.restored(done)).toBe(
    '已恢复：补回 1 期、2 处标记，改回 1 处，恢复 2 个学习日，恢复 1 个标签的别名和颜色。恢复前的内容备份在 /backups/before.zip。',
  );
});
