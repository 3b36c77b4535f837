// Calendar dates as ISO 8601 texts, reckoned without a clock or a time zone.

const dayLength = 86_400_000;

/** Gives the date of a day that exists; null for one that does not, such as 31 June. */
export function validDate(year: number, month: number, day: number): string | null {
  if (![year, month, day].every(Number.isInteger) || year < 1800 || year > 2200) return null;
  const time = new Date(Date.UTC(year, month - 1, day));
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day ? isoOf(time) : null;
}

/** Gives the day of that month nearest to another date, in its year or the years beside it. */
export function nearestYear(near: string, month: number, day: number): string | null {
  const year = Number(near.slice(0, 4));
  const candidates = [year, year + 1, year - 1].flatMap((each) => validDate(each, month, day) ?? []);
  const [first, ...others] = candidates;
  if (first === undefined) return null;
  return others.reduce((best, other) => (distance(other, near) < distance(best, near) ? other : best), first);
}

/** Gives the date so many days later. */
export function shiftDays(date: string, days: number): string {
  return isoOf(new Date(timeOf(date) + days * dayLength));
}

/** Gives the month so many months later. */
export function shiftMonths(date: string, months: number): { readonly year: number; readonly month: number } {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
}

function distance(one: string, other: string): number {
  return Math.abs(timeOf(one) - timeOf(other));
}

function timeOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function isoOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
