// A month as a calendar shows it: whole weeks, from Monday on, as the week is counted in China and by ISO 8601.
import { shiftDays, shiftMonths } from './calendar-date';

/** Gives the weeks that hold a day of the month; each has seven ISO 8601 dates. `date` is any day of the month. */
export function weeksOfMonth(date: string): readonly (readonly string[])[] {
  const first = `${date.slice(0, 7)}-01`;
  const start = shiftDays(first, -weekdayOf(first));
  const weeks: string[][] = [];
  for (let monday = start; weeks.length === 0 || monday.slice(0, 7) === date.slice(0, 7);) {
    const from = monday;
    weeks.push(Array.from({ length: 7 }, (_, day) => shiftDays(from, day)));
    monday = shiftDays(monday, 7);
  }
  return weeks;
}

/** Which day of the week a date is, Monday being 0. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Gives the same day so many months later, or the last of that month where it has no such day. */
export function sameDayInMonth(date: string, months: number): string {
  const { year, month } = shiftMonths(date, months);
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  const moved = shiftDays(first, Number(date.slice(8, 10)) - 1);
  return moved.slice(0, 7) === first.slice(0, 7) ? moved : shiftDays(`${moved.slice(0, 7)}-01`, -1);
}
