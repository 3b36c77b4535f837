// What a page says of itself: publication, date, page number and name. Only what the text states is taken; where there are
// several readings the surest is chosen and the others are kept.
import type { Readings, Stated } from '../format';
import type { RoledLine } from './line-role';

type DatedPlace = { readonly iso: string; readonly start: number; readonly end: number };

/**
 * Reads the metadata off the page's furniture. `codes` are the dates of end codes, `articles` the number of articles:
 * a code dates its article, and the page only where every article has it. `signed` are the dates under notices.
 */
export function readMetadata(
  roled: readonly RoledLine[],
  codes: readonly DatedPlace[],
  articles: number,
  signed: readonly DatedPlace[],
): Readings {
  const publication: Stated[] = [];
  const dates: Stated[] = [];
  const pageNumber: Stated[] = [];
  const pageName: Stated[] = [];
  for (const { line, role } of roled) {
    const range = line.ranges[0];
    const place = range === undefined ? {} : { range };
    if (role.kind === 'date') dates.push({ value: role.iso, confidence: 0.6, reason: 'date-line', ...place });
    if (role.kind !== 'furniture') continue;
    const { kind, confidence, ...stated } = role.furniture;
    const isPageLine = kind === 'page-line' || kind === 'front-matter';
    const add = (readings: Stated[], value: string | undefined, sureness: number): void => {
      if (value !== undefined) readings.push({ value, confidence: sureness, reason: kind, ...place });
    };
    add(dates, stated.date, isPageLine ? 0.97 : confidence);
    add(publication, stated.publication, isPageLine ? 0.95 : 0.7);
    if (!isPageLine) continue;
    add(pageNumber, stated.pageNumber, confidence);
    add(pageName, stated.pageName, confidence);
  }
  const isCoded = codes.length > 0 && codes.length >= articles;
  for (const { iso, start, end } of codes)
    dates.push({
      value: iso,
      confidence: isCoded ? 0.7 : 0.3,
      reason: 'end-code',
      range: { start, end },
    });
  const under = new Set(signed.map(({ start }) => start));
  const weighed = dates.map((date): Stated =>
    date.range !== undefined && under.has(date.range.start)
      ? { ...date, confidence: 0.3, reason: 'notice-date' }
      : date,
  );
  return {
    publication: bestFirst(publication),
    publicationDate: bestFirst(weighed),
    pageNumber: bestFirst(pageNumber),
    pageName: bestFirst(pageName),
  };
}

/** The readings without repetition, the surest first and among equals the one that stands first. */
function bestFirst(stated: readonly Stated[]): readonly Stated[] {
  const sorted = [...stated].sort((one, other) => other.confidence - one.confidence);
  return sorted.filter(
    (reading, index) => sorted.findIndex((other) => other.value === reading.value) === index,
  );
}
