// What a page says of itself: publication, date, page number and name. Only what the text states is taken; where there are
// several readings the surest is chosen and the others are kept.
import type { Stated } from '../format';
import type { RoledLine } from './line-role';

export type PageMetadata = {
  readonly publication: readonly Stated[];
  readonly publicationDate: readonly Stated[];
  readonly pageNumber?: string;
  readonly pageName?: string;
};

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
): PageMetadata {
  const publication: Stated[] = [];
  const dates: Stated[] = [];
  let pageNumber: string | undefined;
  let pageName: string | undefined;
  for (const { line, role } of roled) {
    const range = line.ranges[0];
    const place = range === undefined ? {} : { range };
    if (role.kind === 'date') dates.push({ value: role.iso, confidence: 0.6, ...place });
    if (role.kind !== 'furniture') continue;
    const { kind, date, publication: paper, confidence } = role.furniture;
    const isPageLine = kind === 'page-line';
    if (date !== undefined) dates.push({ value: date, confidence: isPageLine ? 0.97 : confidence, ...place });
    if (paper !== undefined)
      publication.push({ value: paper, confidence: isPageLine ? 0.95 : 0.7, ...place });
    if (isPageLine) {
      pageNumber ??= role.furniture.pageNumber;
      pageName ??= role.furniture.pageName;
    }
  }
  const isCoded = codes.length > 0 && codes.length >= articles;
  for (const { iso, start, end } of codes)
    dates.push({ value: iso, confidence: isCoded ? 0.7 : 0.3, range: { start, end } });
  const under = new Set(signed.map(({ start }) => start));
  const weighed = dates.map((date) =>
    date.range !== undefined && under.has(date.range.start) ? { ...date, confidence: 0.3 } : date,
  );
  return {
    publication: bestFirst(publication),
    publicationDate: bestFirst(weighed),
    ...(pageNumber === undefined ? {} : { pageNumber }),
    ...(pageName === undefined ? {} : { pageName }),
  };
}

/** The readings without repetition, the surest first and among equals the one that stands first. */
function bestFirst(stated: readonly Stated[]): readonly Stated[] {
  const sorted = [...stated].sort((one, other) => other.confidence - one.confidence);
  return sorted.filter(
    (reading, index) => sorted.findIndex((other) => other.value === reading.value) === index,
  );
}
