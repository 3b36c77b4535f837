// Days and small numbers as a newspaper prints them in its masthead.

const numerals = '〇一二三四五六七八九';

/** 2026年3月5日　星期四 for an ISO 8601 date; any other text as it stands. */
export function dateWords(date: string): string {
  const parts = partsOf(date);
  return parts === null ? date : `${parts.year}年${parts.month}月${parts.day}日　${parts.weekday}`;
}

/** 二〇二六年三月五日　星期四 for an ISO 8601 date; any other text as it stands. */
export function dateInNumerals(date: string): string {
  const parts = partsOf(date);
  if (parts === null) return date;
  const year = [...String(parts.year)].map((digit) => numerals[Number(digit)] ?? digit).join('');
  return `${year}年${inNumerals(parts.month)}月${inNumerals(parts.day)}日　${parts.weekday}`;
}

/** A number below 100 by value (十二), a larger one digit by digit (一〇五). */
export function inNumerals(value: number): string {
  if (value >= 100 || value < 0 || !Number.isInteger(value)) {
    return [...String(value)].map((digit) => numerals[Number(digit)] ?? digit).join('');
  }
  const tens = Math.floor(value / 10);
  const units = value % 10;
  if (tens === 0) return numerals[units] ?? '';
  return `${tens === 1 ? '' : (numerals[tens] ?? '')}十${units === 0 ? '' : (numerals[units] ?? '')}`;
}

type DayParts = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: string;
};

function partsOf(date: string): DayParts | null {
  const [, year = NaN, month = NaN, day = NaN] = (/^(\d{4})-(\d{2})-(\d{2})/u.exec(date) ?? []).map(Number);
  const weekday = '日一二三四五六'[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return weekday === undefined ? null : { year, month, day, weekday: `星期${weekday}` };
}
