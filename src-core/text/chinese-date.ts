// Dates as Chinese newspapers print them: 2022年10月11日, 2022-10-11, 二〇二二年十月十一日, 中華民國二十八年四月廿三日,
// 民國105年5月20日, and the seven-digit Republican code 1050520 of the Central News Agency.
import { parseChineseNumber } from './chinese-number';
import type { TextRange } from './offsets';

export type DateForm = 'common' | 'chinese-numerals' | 'republican' | 'republican-code';

export type FoundDate = {
  /** ISO 8601 calendar date. */
  readonly iso: string;
  readonly range: TextRange;
  readonly form: DateForm;
};

const numeral = '[0-9０-９]{1,2}|[〇零○一二三四五六七八九十廿卅元]{1,4}';
const common =
  /((?:19|20)\d\d|[１２][０-９]{3})\s{0,2}[年\-/.．]\s{0,2}(\d{1,2}|[０-９]{1,2})\s{0,2}[月\-/.．]\s{0,2}(\d{1,2}|[０-９]{1,2})(?!\d)\s{0,2}[日号號]?/gu;
const chinese = new RegExp(
  `([一二][〇零○ＯO一二三四五六七八九]{3})年\\s{0,2}(${numeral})月\\s{0,2}(${numeral})[日号號]`,
  'gu',
);
const republican = new RegExp(
  `(?:中[華华])?民[國国]\\s{0,2}([0-9０-９]{1,3}|[〇零○一二三四五六七八九十百廿卅元]{1,6})\\s{0,2}年\\s{0,2}(${numeral})\\s{0,2}月\\s{0,2}(${numeral})\\s{0,2}[日号號]`,
  'gu',
);

/** Every date the text states in full, in reading order. */
export function findDates(text: string): readonly FoundDate[] {
  const found: FoundDate[] = [];
  if (!/[年\-/.．]/u.test(text)) return found;
  collect(text, republican, 'republican', (year) => readNumber(year) + 1911, found);
  collect(text, common, 'common', readNumber, found);
  collect(text, chinese, 'chinese-numerals', readNumber, found);
  return found.sort((one, other) => one.range.start - other.range.start);
}

/** Reads the Republican date code that ends an agency report, such as 1050520; null where it is no date. */
export function readDateCode(code: string): string | null {
  if (!/^[01]\d{6}$/u.test(code)) return null;
  return toIso(Number(code.slice(0, 3)) + 1911, Number(code.slice(3, 5)), Number(code.slice(5)));
}

function collect(
  text: string,
  pattern: RegExp,
  form: DateForm,
  readYear: (year: string) => number,
  found: FoundDate[],
): void {
  for (const match of text.matchAll(pattern)) {
    const [whole, year = '', month = '', day = ''] = match;
    const iso = toIso(readYear(year), readNumber(month), readNumber(day));
    const range = { start: match.index, end: match.index + whole.length };
    if (
      iso !== null &&
      found.every((date) => date.range.end <= range.start || date.range.start >= range.end)
    ) {
      found.push({ iso, range, form });
    }
  }
}

function readNumber(digits: string): number {
  return parseChineseNumber(digits.normalize('NFKC')) ?? Number.NaN;
}

function toIso(year: number, month: number, day: number): string | null {
  if (!(year >= 1800 && year <= 2200 && month >= 1 && month <= 12 && day >= 1)) return null;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day > (lengths[month - 1] ?? 0)) return null;
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
