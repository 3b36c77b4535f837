// A handout 参考材料 before it has any form: what stands in it, in order. Every excerpt is proved against its source here,
// once for all formats; one that does not agree says so wherever it is printed.
import { citeSource, sourceFacts, type CitationForm } from '../citation/cite';
import type { Language } from '../ipc/contract';
import { articleTitle } from '../publication/article-text';
import type { Issue, IssueId } from '../publication/issue';
import { handoutWords, type HandoutWords } from '../strings/handout-words';
import { checkPassage, stateOf, type ExcerptState, type PassageCheck } from './check-excerpt';
import type { Excerpt, MaterialId, StudyDay } from './study-day';

export type HandoutOptions = {
  readonly language: Language;
  readonly citation: CitationForm;
  /** Whether the leader's notes are in it. */
  readonly leaderNotes: boolean;
};

/** Words on a line of their own, with what they are. */
export type LabelledLine = { readonly label: string; readonly value: string };

export type HandoutPassage = {
  /** The paragraphs of the passage, as the excerpt has them. */
  readonly paragraphs: readonly string[];
  /** What is wrong with it, in a sentence; null where it agrees with its source. */
  readonly warning: string | null;
};

export type HandoutExcerpt = {
  readonly kind: 'excerpt';
  readonly materialId: MaterialId;
  /** Counts the excerpts from 1. */
  readonly number: number;
  /** Names the article it is from, whether that is still there or not. */
  readonly article: string;
  /** The article's headline, or what stands in for one; the number where the article is gone. */
  readonly title: string;
  readonly state: ExcerptState;
  readonly passages: readonly HandoutPassage[];
  /** Where it comes from; empty where nothing is stated. */
  readonly citation: string;
  readonly questions: readonly string[];
  /** Empty where there are none, or they are not wanted. */
  readonly leaderNotes: string;
  readonly blankLines: number;
};

export type HandoutPart = { readonly kind: 'heading'; readonly text: string } | HandoutExcerpt;

export type Handout = {
  readonly language: Language;
  readonly title: string;
  /** Date and place, leader and participants, as far as they are known. */
  readonly facts: readonly LabelledLine[];
  readonly agenda: readonly { readonly what: string; readonly length: string }[];
  readonly questions: readonly string[];
  readonly parts: readonly HandoutPart[];
  /** Tags in Chinese order, each with the numbers of its excerpts. */
  readonly index: readonly { readonly tag: string; readonly numbers: readonly number[] }[];
  /** Paragraphs of the minutes; none before they are written. */
  readonly minutes: readonly string[];
};

/** Makes the handout of a study day from the present texts of the issues; those that are gone are not in the map. */
export function makeHandout(
  day: StudyDay,
  issues: ReadonlyMap<IssueId, Issue>,
  options: HandoutOptions,
): Handout {
  const { language } = options;
  const words = handoutWords[language];
  let number = 0;
  const tagged = new Map<string, number[]>();
  const parts = day.materials.map((material): HandoutPart => {
    if (material.kind === 'heading') return { kind: 'heading', text: material.text };
    number++;
    for (const tag of material.tags) tagged.set(tag, [...(tagged.get(tag) ?? []), number]);
    return handoutExcerpt(material, number, issues.get(material.issueId), options, words);
  });
  return {
    language,
    title: day.theme === '' ? words.untitled : day.theme,
    facts: factsOf(day, words),
    agenda: day.agenda.map(({ what, minutes }) => ({
      what,
      length: minutes === 0 ? '' : words.minutesLong(minutes),
    })),
    questions: day.questions,
    parts,
    index: [...tagged]
      .sort(([one], [other]) => one.localeCompare(other, 'zh-CN'))
      .map(([tag, numbers]) => ({ tag, numbers })),
    minutes: paragraphsOf(day.minutes),
  };
}

/** The excerpts of a handout that do not agree with their source. */
export function doubtfulExcerpts({ parts }: Handout): readonly HandoutExcerpt[] {
  return parts.filter((part) => part.kind === 'excerpt').filter(({ state }) => state !== 'agrees');
}

function handoutExcerpt(
  excerpt: Excerpt,
  number: number,
  issue: Issue | undefined,
  options: HandoutOptions,
  words: HandoutWords,
): HandoutExcerpt {
  const article = issue?.articles.find(({ articleId }) => articleId === excerpt.articleId) ?? null;
  const checks = excerpt.passages.map((passage) => checkPassage(article, passage));
  return {
    kind: 'excerpt',
    materialId: excerpt.materialId,
    number,
    article: `${excerpt.issueId} ${excerpt.articleId}`,
    title: article === null ? words.number(number) : articleTitle(article),
    state: stateOf(checks),
    passages: excerpt.passages.map((passage, index) => ({
      paragraphs: paragraphsOf(passage.quote.exact),
      warning: warningOf(checks[index] ?? { state: 'missing' }, words),
    })),
    citation:
      issue === undefined || article === null
        ? ''
        : citeSource(sourceFacts(issue, article), options.citation),
    questions: excerpt.questions,
    leaderNotes: options.leaderNotes ? excerpt.leaderNotes.trim() : '',
    blankLines: excerpt.blankLines,
  };
}

function warningOf(check: PassageCheck, words: HandoutWords): string | null {
  switch (check.state) {
    case 'agrees':
      return null;
    case 'missing':
      return words.missing;
    case 'differs': {
      const { excerpt, source } = check.difference;
      const shown = (text: string): string =>
        text === '' ? words.nothing : text.replace(/\s*\n\s*/gu, '／');
      return words.differs(shown(excerpt), shown(source));
    }
  }
}

function factsOf(day: StudyDay, words: HandoutWords): readonly LabelledLine[] {
  const facts = [
    { label: words.time, value: [dateInWords(day.date, words), day.time].filter(Boolean).join(' ') },
    { label: words.place, value: day.place },
    { label: words.leader, value: day.leader },
    { label: words.participants, value: words.names(day.participants) },
  ].filter(({ value }) => value !== '');
  return day.ordinal === undefined
    ? facts
    : [{ label: words.untitled, value: words.ordinal(day.ordinal) }, ...facts];
}

/** Gives a calendar date as people write it. */
export function dateInWords(date: string, words: HandoutWords): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return words.date(year, month, day, new Date(`${date}T00:00:00Z`).getUTCDay());
}

/** Parts a text at its line ends; empty lines part nothing. */
function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
