// Recognises in an issue that a study day 学习日 is announced: its date, which of the year it is, its theme and place, as
// far as the words say. The year is the one the notice states or the one nearest to the day it was written; without
// either nothing is found, and nothing that is not said is made up.
import type { Article, ArticleId, Issue } from '../publication/issue';
import { parseChineseNumber } from '../text/chinese-number';
import { findDates } from '../text/chinese-date';
import type { TextRange } from '../text/offsets';
import { nearestYear, shiftDays, shiftMonths, validDate } from './calendar-date';

export type StudyDayNotice = {
  readonly articleId: ArticleId;
  /** The sentence that names the day, in the article's canonical text. */
  readonly range: TextRange;
  /** ISO 8601 calendar date. */
  readonly date: string;
  /** Which study day of the year; absent where the notice does not say. */
  readonly ordinal?: number;
  readonly theme?: string;
  readonly place?: string;
};

/** What a group calls the day on which it meets; not 学习会议精神, nor 学习班子. */
const day =
  '(?:[学學][习習](?:活[动動])?日|(?:[学學][习習]|[读讀][书書])(?:[会會](?![议議计計])|班(?![子长長])))';
const numeral = '[0-9０-９]{1,3}|[〇零○一二三四五六七八九十廿卅百两兩]{1,5}';
const opening = '“"「『〝‘《〈【';
const ordinalBefore = new RegExp(
  `(今年|本年度?|全年|年[内內]|\\d{4}年度?)[^，。；]{0,12}?第(${numeral})[个個次期场場](?:\\p{Script=Han}{0,8})?[${opening}]?(?:\\p{Script=Han}{0,8})?${day}`,
  'u',
);
const ordinalAfter = new RegExp(
  `${day}[^，。；]{0,8}?(今年|本年度?|全年|年[内內]|\\d{4}年度?)[^，。；]{0,4}?第(${numeral})[个個次期场場]`,
  'u',
);

/** Gives the study days which an issue announces, in reading order; at most one of a sentence. */
export function findStudyDayNotices(issue: Issue): readonly StudyDayNotice[] {
  return issue.articles.flatMap((article) => noticesOf(article, article.date ?? issue.date));
}

function noticesOf(article: Article, written: string | undefined): readonly StudyDayNotice[] {
  const sentences = sentencesOf(article.text);
  return sentences.flatMap((range, index) => {
    const sentence = article.text.slice(range.start, range.end);
    if (!new RegExp(day, 'u').test(sentence)) return [];
    const date = dateIn(sentence, written);
    if (date === null) return [];
    // Reports tell of days that were; a notice, or a day still to come, is an announcement.
    if (article.type !== 'notice' && (written === undefined || date < written)) return [];
    const rest = article.text.slice(range.start, sentences[index + 3]?.start ?? article.text.length);
    const ordinal = ordinalIn(sentence);
    const theme = themeIn(rest);
    const place = placeIn(rest);
    return [
      {
        articleId: article.articleId,
        range,
        date,
        ...(ordinal === null ? {} : { ordinal }),
        ...(theme === null ? {} : { theme }),
        ...(place === null ? {} : { place }),
      },
    ];
  });
}

/** Sentences end at 。！？ and at the end of a line; a closing quotation mark belongs to its sentence. */
function sentencesOf(text: string): readonly TextRange[] {
  return [...text.matchAll(/[^。！？!?\n]+[。！？!?]*[”’」』"]*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function dateIn(sentence: string, written: string | undefined): string | null {
  const [stated] = findDates(sentence);
  if (stated !== undefined) return stated.iso;
  if (written === undefined) return null;
  const monthDay = new RegExp(
    `(明年|今年)?\\s?((?:${numeral}))\\s?月\\s?((?:${numeral}))\\s?[日号號]`,
    'u',
  ).exec(sentence);
  if (monthDay !== null) {
    const [, year, month = '', dayOfMonth = ''] = monthDay;
    const [monthNumber, dayNumber] = [numberOf(month), numberOf(dayOfMonth)];
    const own = Number(written.slice(0, 4));
    if (year === '明年') return validDate(own + 1, monthNumber, dayNumber);
    if (year === '今年') return validDate(own, monthNumber, dayNumber);
    return nearestYear(written, monthNumber, dayNumber);
  }
  const inMonth = new RegExp(`(本|[当當]|下个?|下個)月\\s?(${numeral})\\s?[日号號]`, 'u').exec(sentence);
  if (inMonth !== null) {
    const [, which = '', dayOfMonth = ''] = inMonth;
    const month = shiftMonths(written, which.startsWith('下') ? 1 : 0);
    return validDate(month.year, month.month, numberOf(dayOfMonth));
  }
  const near = /(今|明|[后後])[天日]/u.exec(sentence);
  if (near === null) return null;
  return shiftDays(written, near[1] === '今' ? 0 : near[1] === '明' ? 1 : 2);
}

function ordinalIn(sentence: string): number | null {
  const found = ordinalBefore.exec(sentence) ?? ordinalAfter.exec(sentence);
  const ordinal = numberOf(found?.[2] ?? '');
  return Number.isInteger(ordinal) && ordinal > 0 ? ordinal : null;
}

function themeIn(text: string): string | null {
  const named =
    /(?:主[题題](?:[为為是]|[：:])|[学學][习習](?:文件|[内內]容|材料)(?:[为為是]|[：:]))[：:]*\s*/u.exec(
      text,
    );
  if (named !== null) return phraseAt(text.slice(named.index + named[0].length));
  const around = new RegExp(`[以围圍][绕繞]?(?=[${opening}])`, 'u').exec(text);
  if (around === null) return null;
  const rest = text.slice(around.index + around[0].length);
  const theme = quotedAt(rest);
  return theme !== null && /^(?:[这這]一|[为為])?主[题題]/u.test(rest.slice(theme.length + 2)) ? theme : null;
}

function placeIn(text: string): string | null {
  const named = /(?:地[点點]|[会會][场場])(?:[设設]在|[为為在是]|[：:])+\s*/u.exec(text);
  if (named !== null) return phraseAt(text.slice(named.index + named[0].length));
  return /在([^，。；！？\n在]{2,24}?)(?:[举舉][行办辦]|召[开開]|[开開][办辦])/u.exec(text)?.[1] ?? null;
}

/** The phrase in quotation marks that a text begins with, else what stands before the next stop. */
function phraseAt(text: string): string | null {
  const quoted = quotedAt(text);
  if (quoted !== null) return quoted;
  const plain = /^[^，。；！？\n]+/u.exec(text)?.[0].trim() ?? '';
  return plain === '' ? null : plain;
}

const closings: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['〝', '〞'],
  ['‘', '’'],
]);

/** The words within the quotation marks that a text begins with, marks of the same kind within them included. */
function quotedAt(text: string): string | null {
  const open = text.charAt(0);
  const close = open === '"' ? '"' : closings.get(open);
  if (close === undefined) return null;
  let depth = 0;
  for (let index = 1; index < text.length; index++) {
    const sign = text.charAt(index);
    if (sign === '\n') return null;
    if (sign === close) {
      if (depth === 0) return index === 1 ? null : text.slice(1, index);
      depth--;
    } else if (sign === open) depth++;
  }
  return null;
}

function numberOf(digits: string): number {
  return parseChineseNumber(digits.normalize('NFKC')) ?? Number.NaN;
}
