import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDays } from '../../../src-core/study/calendar-date';
import { sameDayInMonth, weekdayOf, weeksOfMonth } from '../../../src-core/study/month';

const dates = fc.integer({ min: -40_000, max: 40_000 }).map((days) => shiftDays('2022-10-14', days));

describe('weeksOfMonth', () => {
  it('begins with the Monday of the week in which the month begins', () => {
    const weeks = weeksOfMonth('2022-10-14');
    expect(weeks[0]).toEqual([
      '2022-09-26',
      '2022-09-27',
      '2022-09-28',
      '2022-09-29',
      '2022-09-30',
      '2022-10-01',
      '2022-10-02',
    ]);
    expect(weeks.at(-1)?.[0]).toBe('2022-10-31');
  });

  it('holds every day of the month once, in whole weeks from Monday on', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const days = weeksOfMonth(date).flat();
        expect(days).toEqual(days.map((_day, at) => shiftDays(days[0] ?? '', at)));
        expect(weekdayOf(days[0] ?? '')).toBe(0);
        expect(days.length % 7).toBe(0);
        expect(days.filter((day) => day === date)).toHaveLength(1);
      }),
    );
  });
});

describe('sameDayInMonth', () => {
  it.each([
    ['2022-10-31', 1, '2022-11-30'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2022-01-15', -1, '2021-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2022-12-31', -12, '2021-12-31'],
  ])('from %s by %i months to %s', (date, months, wanted) => {
    expect(sameDayInMonth(date, months)).toBe(wanted);
  });
});
