import { expect, test } from 'vitest';
import { AppFailure } from '../../src-core/ipc/app-error';
import { causeOf, detailOf } from '../../src-core/ipc/cause';

test('what the system answers is a code, with its number and the file it speaks of', () => {
  const said = "EACCES: permission denied, open '/library/LOCK'";
  const thrown = Object.assign(new Error(said), { code: 'EACCES', path: '/library/LOCK' });
  expect(causeOf(thrown)).toEqual({ code: 'system', errno: 'EACCES', path: '/library/LOCK', said });
  const onHandle = Object.assign(new Error('EIO: i/o error, write'), { code: 'EIO' });
  expect(causeOf(onHandle)).toEqual({ code: 'system', errno: 'EIO', path: null, said: onHandle.message });
});

test('what a failure says is handed on, and what is none of the system is a defect of ours', () => {
  const failure = new AppFailure({ code: 'library-damaged', path: '/library', detail: { code: 'checksum' } });
  expect(causeOf(failure)).toEqual({ code: 'checksum' });
  const wrongCall = Object.assign(new TypeError('wrong argument'), { code: 'ERR_INVALID_ARG_TYPE' });
  expect(causeOf(wrongCall)).toEqual({ code: 'defect', said: 'wrong argument' });
  expect(causeOf('torn')).toEqual({ code: 'defect', said: 'torn' });
});

test('a failure without a detail says in brief what it is', () => {
  expect(detailOf({ code: 'file-missing', file: '/a.txt' })).toEqual({ code: 'file-gone', file: '/a.txt' });
  expect(detailOf({ code: 'disk-full', path: '/a' })).toMatchObject({ code: 'system', errno: 'ENOSPC' });
  expect(detailOf({ code: 'library-newer', path: '/a', version: 9 })).toEqual({
    code: 'newer-library',
    version: 9,
  });
  expect(detailOf({ code: 'nothing-to-undo' })).toEqual({ code: 'failure', failure: 'nothing-to-undo' });
});
