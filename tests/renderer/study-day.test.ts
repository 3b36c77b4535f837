// The open study day: what is typed is one step, what is refused stays, and what another window stored is asked about.
import { beforeEach, expect, test, vi } from 'vitest';
import type { Bridge } from '../../src-core/ipc/bridge';
import { calls } from '../../src-core/ipc/contract';
import { fail, ok } from '../../src-core/result';
import type { StudyDay } from '../../src-core/study/study-day';
import {
  changeDay,
  flushDay,
  openDay,
  settleConflict,
  stepDay,
  useStudyDay,
} from '../../src-renderer/state/study-day';
import { useNotices } from '../../src-renderer/state/notices';
import { removeDay } from '../../src-renderer/state/study';
import { studyDay } from '../builders/study-day';

/** The day as the library has it, stored by revisions as the main process does. */
let stored: StudyDay;
let isFull = false;
let saves = 0;

const call: Bridge['call'] = (name, input) => {
  if (name === 'study.day') return Promise.resolve(ok(stored));
  if (name === 'study.remove') return Promise.resolve(ok({}));
  if (name === 'study.days') return Promise.resolve(ok([]));
  if (name !== 'study.save') throw new Error(name);
  const { day } = calls['study.save'].input.parse(input);
  if (isFull) return Promise.resolve(fail({ code: 'disk-full', path: '/library' }));
  if (day.revision !== stored.revision) {
    return Promise.resolve(fail({ code: 'study-day-changed', studyDayId: day.studyDayId }));
  }
  saves++;
  stored = { ...day, revision: day.revision + 1, modified: `change ${saves}` };
  const { studyDayId, revision, modified } = stored;
  return Promise.resolve(ok({ studyDayId, revision, modified }));
};

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { jianbao: { call, run: () => undefined, on: () => () => undefined } });
  useStudyDay.setState({ day: null, past: [], future: [], step: null, saving: 'saved', refusal: null });
  stored = studyDay({ revision: 1 });
  isFull = false;
  saves = 0;
  await openDay(stored.studyDayId);
});

function shown(): StudyDay | null {
  return useStudyDay.getState().day;
}

test('saves once the hand rests, and counts on from what is stored', async () => {
  changeDay({ theme: '读' }, 'theme');
  changeDay({ theme: '读报' }, 'theme');
  expect(useStudyDay.getState().saving).toBe('waiting');
  await vi.runAllTimersAsync();
  expect(saves).toBe(1);
  expect(stored.theme).toBe('读报');
  changeDay({ place: '三楼' }, 'place');
  await vi.runAllTimersAsync();
  expect(stored).toMatchObject({ theme: '读报', place: '三楼', revision: 3 });
  expect(useStudyDay.getState()).toMatchObject({ saving: 'saved', refusal: null });
});

test('takes letters of one field back together, and makes them again', async () => {
  changeDay({ theme: '读报' }, 'theme');
  changeDay({ theme: '读报会' }, 'theme');
  changeDay({ place: '三楼' }, 'place');
  stepDay('undo');
  expect(shown()).toMatchObject({ theme: '读报会', place: '' });
  stepDay('undo');
  expect(shown()?.theme).toBe('读报');
  stepDay('redo');
  stepDay('redo');
  await vi.runAllTimersAsync();
  expect(stored).toMatchObject({ theme: '读报会', place: '三楼' });
});

test('leaves out a time and a number that are cleared', async () => {
  changeDay({ time: '14:00', ordinal: 5 });
  changeDay({ time: undefined, ordinal: undefined });
  await vi.runAllTimersAsync();
  expect('time' in stored).toBe(false);
  expect('ordinal' in stored).toBe(false);
});

test('keeps what is refused, stays at the day, and saves it once that is possible', async () => {
  isFull = true;
  changeDay({ theme: '不能丢' }, 'theme');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(useStudyDay.getState()).toMatchObject({ saving: 'refused', refusal: { code: 'disk-full' } });
  expect(await openDay(studyDay({ studyDayId: 'day-2' as StudyDay['studyDayId'] }).studyDayId)).toBe(false);
  expect(shown()?.theme).toBe('不能丢');
  isFull = false;
  // It need not be asked for.
  await vi.advanceTimersByTimeAsync(3_000);
  expect(stored.theme).toBe('不能丢');
  expect(useStudyDay.getState()).toMatchObject({ saving: 'saved', refusal: null });
});

test.each([
  ['theirs', '别处改的'],
  ['mine', '这里改的'],
] as const)('ends a conflict with another window by %s', async (which, theme) => {
  stored = { ...stored, theme: '别处改的', revision: 2 };
  changeDay({ theme: '这里改的' }, 'theme');
  await vi.runAllTimersAsync();
  expect(useStudyDay.getState().refusal).toMatchObject({ code: 'study-day-changed' });
  expect(stored.theme).toBe('别处改的');
  await settleConflict(which);
  expect(stored.theme).toBe(theme);
  expect(shown()?.theme).toBe(theme);
  expect(useStudyDay.getState().saving).toBe('saved');
});

test('never sends two changes at once', async () => {
  changeDay({ theme: '一' });
  const first = flushDay();
  changeDay({ theme: '二' });
  const [one, two] = await Promise.all([first, flushDay()]);
  expect([one, two]).toEqual([true, true]);
  expect(stored.theme).toBe('二');
});

test('says of a study day that is removed where it can be brought back', async () => {
  await removeDay(stored.studyDayId);
  expect(shown()).toBeNull();
  expect(useNotices.getState().notices.map(({ notice }) => notice.kind)).toContain('study-removed');
});
