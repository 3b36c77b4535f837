// Study days as an iCalendar file (RFC 5545), which every calendar takes in. Times of day are floating: a study day begins
// at its hour wherever the calendar is read.
import type { StudyDay } from './study-day';
import { shiftDays } from './calendar-date';

/** The words which the calendar shows of a day. */
export type CalendarWords = {
  readonly summary: (day: StudyDay) => string;
  readonly description: (day: StudyDay) => string;
};

const defaultMinutes = 120;

/**
 * Gives the file's text, with the line ends that RFC 5545 asks for.
 * @param now ISO 8601 instant in UTC at which it is made
 */
export function calendarFile(days: readonly StudyDay[], words: CalendarWords, now: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jianbao//Jianbao//ZH',
    'CALSCALE:GREGORIAN',
    ...days.flatMap((day) => eventLines(day, words, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(day: StudyDay, words: CalendarWords, now: string): readonly string[] {
  const description = words.description(day);
  return [
    'BEGIN:VEVENT',
    `UID:${day.studyDayId}@jianbao`,
    `DTSTAMP:${utc(now)}`,
    `LAST-MODIFIED:${utc(day.modified)}`,
    `SEQUENCE:${day.revision}`,
    ...spanLines(day),
    `SUMMARY:${escapeText(words.summary(day))}`,
    ...(day.place === '' ? [] : [`LOCATION:${escapeText(day.place)}`]),
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    'END:VEVENT',
  ];
}

/** A whole day, or from its hour on as long as the agenda takes; two hours where that is not said. */
function spanLines({ date, time, agenda }: StudyDay): readonly string[] {
  if (time === undefined) {
    return [
      `DTSTART;VALUE=DATE:${compact(date)}`,
      `DTEND;VALUE=DATE:${compact(shiftDays(date, 1))}`,
      'TRANSP:TRANSPARENT',
    ];
  }
  const minutes = agenda.reduce((total, step) => total + step.minutes, 0);
  return [
    `DTSTART:${compact(date)}T${time.replace(':', '')}00`,
    `DURATION:PT${minutes === 0 ? defaultMinutes : minutes}M`,
  ];
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}

/** An instant in the form of RFC 5545, section 3.3.5, form 2. */
function utc(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/gu, '')}Z`;
}

/** RFC 5545, section 3.3.11: a backslash before what has a meaning; no control characters. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replace(/\r\n|[\n\r\u2028\u2029]/gu, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

const mostOctets = 75;

/** RFC 5545, section 3.1: lines of at most 75 octets; a character is never parted. */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const length = utf8Length(character);
    // The blank that a folded line begins with counts too.
    if (octets + length > mostOctets - (pieces.length === 0 ? 0 : 1)) {
      pieces.push(piece);
      piece = '';
      octets = 0;
    }
    piece += character;
    octets += length;
  }
  return [...pieces, piece].join('\r\n ');
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
