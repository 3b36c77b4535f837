import { expect, test } from 'vitest';
import { detailWords } from '../../src-core/strings/detail-words';

test.each([
  ["EACCES: permission denied, open '/library/LOCK'", '没有权限，EACCES', 'no permission, EACCES'],
  [
    'library-unwritable: ENOSPC: no space left on device, write',
    '磁盘已满，ENOSPC',
    'the disk is full, ENOSPC',
  ],
  ['write: EIO: i/o error, write', '磁盘读写出错，EIO', 'the disk failed, EIO'],
  [
    'app, pid 4242, lab-3, 2026-11-28T22:46:05.957Z',
    '剪报，电脑 lab-3，进程 4242',
    'Jianbao on lab-3, process 4242',
  ],
  ['checksum does not agree +2', '校验和不符，另有 2 处', 'its checksum does not agree, and 2 more'],
  ['mark m1: range-outside-text', '标记 m1 与正文对不上', 'mark m1: range-outside-text'],
  [
    'issues/i1/issue.json: invalid distance',
    'issues/i1/issue.json 读不出来',
    'issues/i1/issue.json: invalid distance',
  ],
  ['运河日报', '运河日报', '运河日报'],
] as const)('says «%s» in the words of the user', (detail, chinese, english) => {
  expect([detailWords(detail, 'zh-CN'), detailWords(detail, 'en')]).toEqual([chinese, english]);
});
