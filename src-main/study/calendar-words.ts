// What a calendar shows of a study day.
import type { Language } from '../../src-core/ipc/contract';
import { handoutWords } from '../../src-core/strings/handout-words';
import type { CalendarWords } from '../../src-core/study/calendar-file';

/** The words in the user's language: the theme, and who leads, what is on and what is asked. */
export function calendarWords(language: Language): CalendarWords {
  const words = handoutWords[language];
  return {
    summary: ({ theme }) => (theme === '' ? words.untitled : words.label(words.untitled, theme)),
    description: ({ ordinal, leader, agenda, questions }) =>
      [
        ...(ordinal === undefined ? [] : [words.ordinal(ordinal)]),
        ...(leader === '' ? [] : [words.label(words.leader, leader)]),
        ...agenda.map(({ what, minutes }) =>
          minutes === 0 ? what : `${what}　${words.minutesLong(minutes)}`,
        ),
        ...questions.map((question) => words.label(words.questions, question)),
      ].join('\n'),
  };
}
