// The index of marks: every mark with its number, words, note, tags and author, as one more article after the issues.
import type { Annotation } from '../../../src-core/annotation/annotation';
import { passagesOf } from '../../../src-core/annotation/passages';
import type { Language } from '../../../src-core/ipc/contract';
import { articleTitle } from '../../../src-core/publication/article-text';
import type { Article, Issue } from '../../../src-core/publication/issue';
import { backMatter, type BackMatter, type MatterPiece } from './back-matter';
import type { PlacedMark, PlacedMarks } from './place-marks';
import { haveSeveralAuthors } from './signed';
import { documentTitle, indexWords, styleNames } from './words';

/** An issue with the places of its marks. */
export type MarkedIssue = { readonly issue: Issue; readonly marks: PlacedMarks };

export type IndexOptions = {
  /** Whether it gives the notes; not where they stand at the end themselves. */
  readonly notes: boolean;
  readonly language: Language;
};

type EntryOptions = IndexOptions & { readonly isSigned: boolean };

/** Gives the index, or null where there are no marks. */
export function markIndex(issues: readonly MarkedIssue[], options: IndexOptions): BackMatter | null {
  const marked = issues.filter(({ marks }) => marks.placed.length + marks.orphans.length > 0);
  if (marked.length === 0) return null;
  const all = marked.flatMap(({ marks: { placed, orphans } }) => [
    ...placed.map(({ annotation }) => annotation),
    ...orphans,
  ]);
  const isSigned = haveSeveralAuthors(all);
  const author = all[0]?.author.trim() ?? '';
  const words = indexWords[options.language];
  return backMatter('mark-index', [
    { role: 'headline', text: words.title },
    ...(isSigned || author === '' ? [] : [{ role: 'paragraph' as const, text: words.author(author) }]),
    ...marked.flatMap(({ issue, marks }) => [
      ...(issues.length > 1 ? [{ role: 'subhead' as const, text: briefly(documentTitle(issue)) }] : []),
      ...entriesOf(marks, { ...options, isSigned }),
    ]),
  ]);
}

function entriesOf({ placed, orphans }: PlacedMarks, options: EntryOptions): readonly MatterPiece[] {
  const pieces: MatterPiece[] = [];
  let previous: Article | null = null;
  for (const mark of placed) {
    if (mark.article !== previous)
      pieces.push({ role: 'subhead', text: briefly(articleTitle(mark.article)) });
    previous = mark.article;
    pieces.push(entry(mark, options));
  }
  if (orphans.length > 0) {
    pieces.push({ role: 'subhead', text: indexWords[options.language].orphans });
    for (const annotation of orphans) {
      const text = [quoted(annotation), ...remarks(annotation, { ...options, notes: true })].join('　');
      pieces.push({ role: 'paragraph', text });
    }
  }
  return pieces;
}

/** A title, no longer than a line. */
function briefly(title: string): string {
  const characters = [...title];
  return characters.length <= 16 ? title : `${characters.slice(0, 15).join('')}…`;
}

/** One paragraph for each mark: its number, words and place, then what its author says of it. */
function entry({ annotation, number, pieces }: PlacedMark, options: EntryOptions): MatterPiece {
  const { language } = options;
  const place = indexWords[language].place(
    styleNames[language][annotation.style],
    (pieces[0]?.page ?? 0) + 1,
  );
  return {
    role: 'paragraph',
    mark: number,
    text: [`${number}　${quoted(annotation)}${place}`, ...remarks(annotation, options)].join('　'),
  };
}

function remarks(annotation: Annotation, { notes, language, isSigned }: EntryOptions): readonly string[] {
  const words = indexWords[language];
  const note = annotation.note.replace(/\s*[\r\n\u2028\u2029]+\s*/gu, '　').trim();
  return [
    ...(note === '' || !notes ? [] : [words.note(note)]),
    ...(annotation.tags.length === 0 ? [] : [words.tags(annotation.tags)]),
    ...(annotation.author === '' || !isSigned ? [] : [words.author(annotation.author)]),
  ];
}

/** The passages between marks that newspapers do not use themselves. A long one is known by its beginning and end. */
function quoted({ target }: Annotation): string {
  return cited(
    passagesOf(target)
      .map(({ quote }) => quote.exact)
      .join('……'),
    30,
    12,
    6,
  );
}

/** The passage, so short that it only names a mark. */
export function quotedBriefly({ target }: Annotation): string {
  return cited(target.quote.exact, 10, 4, 2);
}

function cited(exact: string, head: number, tail: number, spare: number): string {
  const characters = [...exact.replace(/\s*\n\s*/gu, '／')];
  const words =
    characters.length <= head + tail + spare
      ? characters.join('')
      : `${characters.slice(0, head).join('')}……${characters.slice(-tail).join('')}`;
  return `「${words}」`;
}
