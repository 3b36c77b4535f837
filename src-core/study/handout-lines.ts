// A handout line by line, each with what it is: the one order in which every format puts it, so that they all say the
// same. A format decides only what a line looks like.
import { handoutWords, type HandoutWords } from '../strings/handout-words';
import type { Handout, HandoutExcerpt, HandoutPart } from './handout';

export const handoutRoles = [
  'kind', // 参考材料, over the title
  'title',
  'fact',
  'section', // the heading of a part of the handout's own: 议程, 目录
  'entry', // a line of the agenda, the contents, the index or the minutes
  'heading', // a heading among the materials
  'excerpt', // the number and headline of an excerpt
  'passage',
  'warning', // what does not agree with the source
  'citation',
  'question',
  'notes', // for the leader
  'blank', // a line to write on
] as const;
export type HandoutRole = (typeof handoutRoles)[number];

export type HandoutLine = {
  readonly role: HandoutRole;
  /** One paragraph; empty for a blank line. */
  readonly text: string;
  /** Of a line of the contents, and of the excerpt or heading that it leads to: what both are known by. */
  readonly anchor?: string;
};

/** Which of the parts that lead through a handout are in it; all by default. */
export type HandoutParts = { readonly contents?: boolean; readonly index?: boolean };

/** Gives all lines of a handout in their order. */
export function handoutLines(handout: Handout, wanted: HandoutParts = {}): readonly HandoutLine[] {
  const words = handoutWords[handout.language];
  return [
    { role: 'kind', text: words.kind },
    { role: 'title', text: handout.title },
    ...handout.facts.map(({ label, value }) => line('fact', words.label(label, value))),
    ...section(
      words.agenda,
      handout.agenda.map(({ what, length }) => (length === '' ? what : `${what}　${length}`)),
    ),
    ...section(words.questions, numbered(handout.questions)),
    ...(wanted.contents === false ? [] : contents(handout, words)),
    ...handout.parts.flatMap((part, index) =>
      part.kind === 'heading'
        ? [{ role: 'heading' as const, text: part.text, anchor: `heading-${index}` }]
        : excerptLines(part, goesOn(handout.parts[index - 1], part), words),
    ),
    ...section(
      words.index,
      (wanted.index === false ? [] : handout.index).map(({ tag, numbers }) =>
        words.label(tag, inRuns(numbers)),
      ),
    ),
    ...section(words.minutes, handout.minutes),
  ];
}

/** Excerpts of one article that follow each other are one entry. */
function contents({ parts }: Handout, words: HandoutWords): readonly HandoutLine[] {
  if (parts.length === 0) return [];
  const entries: HandoutLine[] = [];
  let run: HandoutExcerpt[] = [];
  const close = (): void => {
    const [first] = run;
    if (first !== undefined) {
      const numbers = inRuns(run.map(({ number }) => number));
      entries.push({ role: 'entry', text: `${numbers}　${first.title}`, anchor: anchorOf(first) });
    }
    run = [];
  };
  for (const [index, part] of parts.entries()) {
    if (!goesOn(run[0], part)) close();
    if (part.kind === 'excerpt') run.push(part);
    else entries.push({ role: 'entry', text: part.text, anchor: `heading-${index}` });
  }
  close();
  return [line('section', words.contents), ...entries];
}

/** Numbers in their order, those that follow each other as from–to: 1、3–75. */
function inRuns(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && number === run.last + 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs
    .map(({ first, last }) =>
      first === last ? `${first}` : `${first}${last === first + 1 ? '、' : '–'}${last}`,
    )
    .join('、');
}

/** Whether a part is a further excerpt of the article that the one before is of. */
function goesOn(before: HandoutPart | undefined, part: HandoutPart): boolean {
  return (
    before?.kind === 'excerpt' &&
    part.kind === 'excerpt' &&
    before.article === part.article &&
    before.title === part.title
  );
}

/** Under a headline that stands already, an excerpt has its number alone. */
function excerptLines(
  excerpt: HandoutExcerpt,
  hasHeadline: boolean,
  words: HandoutWords,
): readonly HandoutLine[] {
  const { number, title } = excerpt;
  return [
    { role: 'excerpt', text: hasHeadline ? `${number}` : `${number}　${title}`, anchor: anchorOf(excerpt) },
    ...excerpt.passages.flatMap(({ paragraphs, warning }) => [
      ...(warning === null ? [] : [line('warning', warning)]),
      ...paragraphs.map((text) => line('passage', text)),
    ]),
    ...(excerpt.citation === '' ? [] : [line('citation', excerpt.citation)]),
    ...numbered(excerpt.questions).map((text) => line('question', words.label(words.questions, text))),
    ...(excerpt.leaderNotes === ''
      ? []
      : excerpt.leaderNotes
          .split(/\s*\n\s*/u)
          .map((text, index) => line('notes', index === 0 ? words.label(words.leaderNotes, text) : text))),
    ...Array.from({ length: excerpt.blankLines }, () => line('blank', '')),
  ];
}

function anchorOf({ number }: HandoutExcerpt): string {
  return `excerpt-${number}`;
}

function section(title: string, lines: readonly string[]): readonly HandoutLine[] {
  return lines.length === 0
    ? []
    : [line('section', title), ...lines.flatMap((text) => split(text).map((each) => line('entry', each)))];
}

/** One question stands as it is; several are numbered. */
function numbered(questions: readonly string[]): readonly string[] {
  return questions.length < 2 ? questions : questions.map((question, index) => `${index + 1}. ${question}`);
}

function split(text: string): readonly string[] {
  return text.split(/\s*[\r\n\u2028\u2029]+\s*/u);
}

function line(role: HandoutRole, text: string): HandoutLine {
  return { role, text };
}
