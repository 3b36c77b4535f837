// Study days and excerpts for tests.
import { describeRange } from '../../src-core/anchoring/describe-range';
import type { Issue } from '../../src-core/publication/issue';
import {
  excerptSchema,
  materialIdSchema,
  studyDaySchema,
  type Excerpt,
  type Material,
  type StudyDay,
} from '../../src-core/study/study-day';

/** A study day of 14 October 2022 without materials, but for what is given. */
export function studyDay(given: Partial<StudyDay> = {}): StudyDay {
  return studyDaySchema.parse({
    studyDayId: 'day-1',
    revision: 0,
    date: '2022-10-14',
    theme: '读报',
    place: '',
    leader: '',
    participants: [],
    materials: [],
    agenda: [],
    questions: [],
    minutes: '',
    created: '2022-10-11T00:00:00.000Z',
    modified: '2022-10-11T00:00:00.000Z',
    ...given,
  });
}

/** An excerpt of words that stand in an issue. */
export function excerptOf(
  issue: Issue,
  words: string,
  given: Partial<Omit<Excerpt, 'materialId'>> & { readonly materialId?: string } = {},
): Excerpt {
  const article = issue.articles.find(({ text }) => text.includes(words));
  if (article === undefined) throw new Error(`the issue has no “${words}”`);
  const start = article.text.indexOf(words);
  return excerptSchema.parse({
    kind: 'excerpt',
    materialId: 'm1',
    issueId: issue.issueId,
    articleId: article.articleId,
    passages: [describeRange(article.text, { start, end: start + words.length })],
    tags: [],
    questions: [],
    leaderNotes: '',
    blankLines: 0,
    ...given,
  });
}

/** A heading among the materials. */
export function headingOf(text: string, materialId: string): Material {
  return { kind: 'heading', materialId: materialIdSchema.parse(materialId), text };
}
