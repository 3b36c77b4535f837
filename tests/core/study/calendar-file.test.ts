import { describe, expect, it } from 'vitest';
import { calendarFile, type CalendarWords } from '../../../src-core/study/calendar-file';
import type { StudyDay } from '../../../src-core/study/study-day';
import { studyDay } from '../../builders/study-day';

const words: CalendarWords = { summary: ({ theme }) => theme, description: ({ minutes }) => minutes };

function linesOf(day: StudyDay): readonly string[] {
  return calendarFile([day], words, '2022-10-11T08:09:10.000Z').split('\r\n');
}

describe('calendarFile', () => {
  it('writes a whole day that does not block the calendar', () => {
    expect(linesOf(studyDay({ place: '区图书馆' }))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Jianbao//Jianbao//ZH',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:day-1@jianbao',
      'DTSTAMP:20221011T080910Z',
      'LAST-MODIFIED:20221011T000000Z',
      'SEQUENCE:0',
      'DTSTART;VALUE=DATE:20221014',
      'DTEND;VALUE=DATE:20221015',
      'TRANSP:TRANSPARENT',
      'SUMMARY:读报',
      'LOCATION:区图书馆',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('lasts as long as its agenda where it begins at an hour', () => {
    const timed = studyDay({ time: '14:30', agenda: [{ what: '读报', minutes: 45 }] });
    expect(linesOf(timed)).toEqual(expect.arrayContaining(['DTSTART:20221014T143000', 'DURATION:PT45M']));
  });

  it('ends a day at the year’s end on the first of January', () => {
    expect(linesOf(studyDay({ date: '2022-12-31' }))).toContain('DTEND;VALUE=DATE:20230101');
  });

  it('escapes what has a meaning in the file', () => {
    const day = studyDay({ theme: '读报；甲, 乙; 丙\\丁', minutes: '一\r\n二\n三' });
    expect(linesOf(day)).toEqual(
      expect.arrayContaining(['SUMMARY:读报；甲\\, 乙\\; 丙\\\\丁', 'DESCRIPTION:一\\n二\\n三']),
    );
  });

  it('folds long lines at 75 octets, between characters, so that unfolding gives them back', () => {
    const theme = '深入学习𦦙河两岸的经验'.repeat(20);
    const file = calendarFile([studyDay({ theme })], words, '2022-10-11T08:09:10.000Z');
    for (const line of file.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\ud800-\udbff]$|^ ?[\udc00-\udfff]/);
    }
    expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${theme}\r\n`);
  });
});
