// A study day that the library refuses is kept over the closing of the window, shown as not saved, and sent again.
import { beforeEach, expect, test, vi } from 'vitest';
import { fail, ok } from '../../src-core/result';
import type { StudyDay } from '../../src-core/study/study-day';
import { studyDay } from '../builders/study-day';

/** What the browser engine keeps, whatever window is open. */
let engine: Map<string, string>;
let stored: StudyDay;
let isFull = false;

const call = (name: string, input: { readonly day?: StudyDay }): Promise<unknown> => {
  if (name === 'study.day') return Promise.resolve(ok(stored));
  if (name !== 'study.save' || input.day === undefined) throw new Error(name);
  const { day } = input;
  if (isFull) return Promise.resolve(fail({ code: 'disk-full', path: '/library' }));
  if (day.revision !== stored.revision)
    return Promise.resolve(fail({ code: 'study-day-changed', studyDayId: day.studyDayId }));
  stored = { ...day, revision: day.revision + 1 };
  return Promise.resolve(ok(stored));
};

/** A window that has just been opened, with nothing but what the engine has kept. */
async function openWindow() {
  vi.resetModules();
  const day = await import('../../src-renderer/state/study-day');
  const kept = await import('../../src-renderer/state/kept-days');
  const { useNotices } = await import('../../src-renderer/state/notices');
  await kept.sendKeptDays();
  return { ...day, ...kept, notices: () => useNotices.getState().notices.map(({ notice }) => notice) };
}

beforeEach(() => {
  engine = new Map();
  vi.stubGlobal('window', { jianbao: { call, run: () => undefined, on: () => () => undefined } });
  vi.stubGlobal('localStorage', {
    get length() {
      return engine.size;
    },
    key: (at: number) => [...engine.keys()][at] ?? null,
    getItem: (key: string) => engine.get(key) ?? null,
    setItem: (key: string, value: string) => engine.set(key, value),
    removeItem: (key: string) => engine.delete(key),
  });
  // The locks of windows that are closed are gone; so are all in these tests.
  const locks = {
    request: (_name: string, hold: () => Promise<unknown>) => hold(),
    query: () => Promise.resolve({ held: [] }),
  };
  vi.stubGlobal('navigator', { locks });
  stored = studyDay({ revision: 1 });
  isFull = false;
});

test('is kept where it is refused, and saved by the next window', async () => {
  const first = await openWindow();
  await first.openDay(stored.studyDayId);
  isFull = true;
  first.changeDay({ theme: '读报' });
  expect(await first.flushDay()).toBe(false);
  // What is typed after the refusal is kept too, in the moment in which it is typed.
  first.changeDay({ place: '三楼' });
  expect(first.useKeptDays.getState().days.get(stored.studyDayId)).toMatchObject({ place: '三楼' });

  const second = await openWindow();
  expect(second.notices()).toMatchObject([
    { kind: 'failure', error: { code: 'disk-full' } },
    { kind: 'kept', count: 1 },
  ]);
  expect(second.useKeptDays.getState().days.size).toBe(1);
  await second.openDay(stored.studyDayId);
  expect(second.useStudyDay.getState()).toMatchObject({
    saving: 'refused',
    day: { theme: '读报', place: '三楼' },
  });

  isFull = false;
  const third = await openWindow();
  expect(third.notices()).toEqual([{ kind: 'kept', count: 1 }]);
  expect(stored).toMatchObject({ theme: '读报', place: '三楼', revision: 2 });
  expect(third.useKeptDays.getState().days.size).toBe(0);
  expect((await openWindow()).notices()).toEqual([]);
});

test('is asked about where it was changed elsewhere meanwhile, and forgotten once that is settled', async () => {
  const first = await openWindow();
  await first.openDay(stored.studyDayId);
  isFull = true;
  first.changeDay({ theme: '读报' });
  await first.flushDay();
  isFull = false;
  stored = { ...stored, theme: '别处', revision: 2 };
  const second = await openWindow();
  await second.openDay(stored.studyDayId);
  expect(second.useStudyDay.getState()).toMatchObject({
    refusal: { code: 'study-day-changed' },
    day: { theme: '读报' },
  });
  await second.settleConflict('theirs');
  expect(second.useStudyDay.getState()).toMatchObject({ saving: 'saved', day: { theme: '别处' } });
  expect([...engine]).toEqual([]);
});

test('that is not saved when the window closes is kept, and forgotten where it was saved after all', async () => {
  const first = await openWindow();
  await first.openDay(stored.studyDayId);
  first.changeDay({ theme: '读报' });
  first.keepUnsaved();
  expect(engine.size).toBe(1);
  stored = { ...stored, theme: '读报', revision: 2 };
  expect((await openWindow()).notices()).toEqual([]);
  expect(engine.size).toBe(0);
});
