// The automatic backups that are kept: one an hour for a day, one a day for a week, one a week for four weeks.

const hour = 3_600_000;
const day = 24 * hour;
const week = 7 * day;

/** How often an automatic backup is made while marks change, in milliseconds. */
export const backupEvery = hour;

const spans: readonly (readonly [every: number, within: number])[] = [
  [hour, day],
  [day, week],
  [week, 4 * week],
];

/** The name of an automatic backup made at an ISO 8601 instant. */
export function backupName(made: string): string {
  return `marks-${made.replaceAll(':', '-')}.zip`;
}

/** When an automatic backup was made, in milliseconds since 1970; null for other names. */
export function backupTime(name: string): number | null {
  const match = /^marks-(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2}(?:\.\d+)?Z)\.zip$/.exec(name);
  const time = match === null ? Number.NaN : Date.parse(`${match[1]}:${match[2]}:${match[3]}`);
  return Number.isNaN(time) ? null : time;
}

/**
 * Which backups are no longer needed. Of each hour, day and week the first is kept as long as its span lasts; the
 * newest is always kept, and what is dated in the future is left alone.
 * @param names of automatic backups; others are left alone
 * @param now milliseconds since 1970
 */
export function backupsToDrop(names: readonly string[], now: number): readonly string[] {
  const dated = names
    .flatMap((name) => {
      const time = backupTime(name);
      return time === null ? [] : [{ name, time }];
    })
    .sort((one, other) => one.time - other.time);
  const kept = new Set<string>();
  for (const [every, within] of spans) {
    const seen = new Set<number>();
    for (const { name, time } of dated) {
      const period = Math.floor(time / every);
      if (now - time > within || seen.has(period)) continue;
      seen.add(period);
      kept.add(name);
    }
  }
  const newest = dated.at(-1)?.name;
  return dated.filter(({ name }) => name !== newest && !kept.has(name)).map(({ name }) => name);
}
