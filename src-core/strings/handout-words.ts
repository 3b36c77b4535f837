// The few words which a handout and a calendar put around what the user wrote and the paper says.
import type { Language } from '../ipc/contract';

export type HandoutWords = {
  /** Stands over the theme. */
  readonly kind: string;
  /** The title where a day has no theme yet. */
  readonly untitled: string;
  /** Which study day of the year. */
  readonly ordinal: (ordinal: number) => string;
  readonly date: (year: number, month: number, day: number, weekday: number) => string;
  readonly time: string;
  readonly place: string;
  readonly leader: string;
  readonly participants: string;
  readonly names: (names: readonly string[]) => string;
  readonly agenda: string;
  readonly minutesLong: (minutes: number) => string;
  readonly contents: string;
  readonly questions: string;
  readonly leaderNotes: string;
  readonly index: string;
  readonly minutes: string;
  readonly number: (number: number) => string;
  readonly label: (label: string, value: string) => string;
  readonly differs: (excerpt: string, source: string) => string;
  readonly missing: string;
  /** Stands for text that differs by being absent on one side. */
  readonly nothing: string;
  /** The number of a page, before and behind it. */
  readonly page: readonly [before: string, after: string];
};

/** The words in each of the languages. */
export const handoutWords: { readonly [L in Language]: HandoutWords } = {
  'zh-CN': {
    kind: '学习日参考材料',
    untitled: '学习日',
    ordinal: (ordinal) => `今年第${ordinal}个学习日`,
    date: (year, month, day, weekday) =>
      `${year}年${month}月${day}日（星期${'日一二三四五六'.charAt(weekday)}）`,
    time: '时间',
    place: '地点',
    leader: '主持人',
    participants: '参加人员',
    names: (names) => names.join('、'),
    agenda: '议程',
    minutesLong: (minutes) => `${minutes}分钟`,
    contents: '目录',
    questions: '讨论题',
    leaderNotes: '主持人备注',
    index: '标签索引',
    minutes: '记录',
    number: (number) => `材料${number}`,
    label: (label, value) => `${label}：${value}`,
    differs: (excerpt, source) => `与原文不符：摘录作「${excerpt}」，原文作「${source}」`,
    missing: '原文不在：找不到这段文字的出处',
    nothing: '（无）',
    page: ['第', '页'],
  },
  en: {
    kind: 'Study day handout',
    untitled: 'Study day',
    ordinal: (ordinal) => `Study day no. ${ordinal} of the year`,
    date: (year, month, day, weekday) =>
      `${days[weekday] ?? ''}, ${day} ${months[month - 1] ?? ''} ${year}`.replace(/^, /u, ''),
    time: 'Time',
    place: 'Place',
    leader: 'Leader',
    participants: 'Participants',
    names: (names) => names.join(', '),
    agenda: 'Agenda',
    minutesLong: (minutes) => `${minutes} min`,
    contents: 'Contents',
    questions: 'Questions',
    leaderNotes: 'Leader’s notes',
    index: 'Index by tag',
    minutes: 'Minutes',
    number: (number) => `Text ${number}`,
    label: (label, value) => `${label}: ${value}`,
    differs: (excerpt, source) =>
      `Does not agree with the source: the excerpt has “${excerpt}”, the source “${source}”`,
    missing: 'Not in the source: these words were not found where they were taken from',
    nothing: '(nothing)',
    page: ['Page ', ''],
  },
};

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
