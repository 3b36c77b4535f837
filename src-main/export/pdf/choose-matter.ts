// Which matters stand before and after the issues, with what each is about.
import { articleTitle } from '../../../src-core/publication/article-text';
import { printedPageOf, printedPageWords } from '../../../src-core/typesetting/furniture';
import { endNotes } from './end-notes';
import { articleName, matterName } from './links';
import { markIndex, type MarkedIssue } from './mark-index';
import {
  authorIndex,
  contentsList,
  legendList,
  sourceList,
  tagIndex,
  type ListedIssue,
} from './matter-lists';
import type { PlacedMark } from './place-marks';
import type { PlanOptions } from './plan-export';
import type { IssueWithMarks, LaidIssue } from './plan-issues';
import type { Matter } from './plan-matter';
import type { PlannedPage } from './planned';
import { haveSeveralAuthors } from './signed';
import { titleWords } from './title-page';
import { documentTitle, indexWords } from './words';

/** Title page, contents and legend; `chosen` are the sheets of the issues, `back` those that follow. */
export function frontMatters(
  { matter, issues, title, now, language, direction, colorMeanings }: PlanOptions,
  marked: readonly MarkedIssue[],
  chosen: readonly PlannedPage[],
  back: readonly PlannedPage[],
): readonly Matter[] {
  const marks = marked.flatMap(({ marks: { placed } }) => placed);
  const authors = [...new Set(marks.map(({ annotation }) => annotation.author.trim()))];
  const legend = matter.includes('legend') ? legendList(marks, colorMeanings, language) : null;
  const words = titleWords({
    issues: issues.map(({ issue }) => issue),
    title,
    authors: authors.filter((name) => name !== ''),
    marks: marks.length,
    now,
    language,
    direction,
  });
  const contents = contentsList(listedIssues(issues, chosen), listedMatters(back), language);
  return [
    ...(matter.includes('title') ? [{ kind: 'title' as const, words }] : []),
    ...(matter.includes('contents') ? [{ kind: 'list' as const, list: contents }] : []),
    ...(legend === null ? [] : [{ kind: 'list' as const, list: legend }]),
  ];
}

/** Notes, index of marks, indexes by tag and author, sources. */
export function backMatters(
  options: PlanOptions,
  laid: readonly LaidIssue[],
  chosen: readonly PlannedPage[],
): readonly Matter[] {
  const { notes, index, matter, language } = options;
  const marked = laid.map((one) => one.marked);
  const marks = marked.flatMap(({ marks: { placed } }) => placed);
  const ended =
    notes === 'end'
      ? marks.filter(({ annotation }) => annotation.note !== '')
      : index
        ? []
        : laid.flatMap(({ left }) => left);
  const words = indexWords[language];
  const isSigned = haveSeveralAuthors(options.issues.flatMap(({ annotations }) => annotations));
  const ofMarks = index ? markIndex(marked, { notes: notes !== 'end', language }) : null;
  const lists = [
    matter.includes('tags') ? tagIndex(marks, pageOf, language) : null,
    matter.includes('authors') ? authorIndex(marks, pageOf, language) : null,
    matter.includes('sources') ? sourceList(sourcesOf(marked, chosen), language) : null,
  ];
  return [
    ...(ended.length === 0
      ? []
      : [{ kind: 'text' as const, text: endNotes(ended, language, isSigned), title: words.notes }]),
    ...(ofMarks === null ? [] : [{ kind: 'text' as const, text: ofMarks, title: words.title }]),
    ...lists.flatMap((list) => (list === null ? [] : [{ kind: 'list' as const, list }])),
  ];
}

function pageOf({ pieces: [first] }: PlacedMark): string {
  return first === undefined ? '' : String(first.page + 1);
}

/** The articles with marks, or all where there are none. */
function sourcesOf(marked: readonly MarkedIssue[], chosen: readonly PlannedPage[]) {
  const isMarked = marked.some(({ marks }) => marks.placed.length > 0);
  const shown = new Set(chosen.flatMap(({ places }) => places.map(({ name }) => name)));
  return marked.flatMap(({ issue, marks }, at) => {
    const own = new Set(marks.placed.map(({ article }) => article.articleId));
    return issue.articles.flatMap((article, index) => {
      const name = articleName(at, index);
      const isSource = isMarked ? own.has(article.articleId) : article.type === 'article';
      return isSource && shown.has(name) ? [{ issue, article, name }] : [];
    });
  });
}

function listedIssues(
  issues: readonly IssueWithMarks[],
  chosen: readonly PlannedPage[],
): readonly ListedIssue[] {
  const pages = new Map<string, string>();
  for (const { places, label } of chosen) {
    for (const { name } of places) if (!pages.has(name)) pages.set(name, String(label.number));
  }
  return issues.map(({ issue }, at) => {
    const groups: { called: string; articles: ListedIssue['groups'][number]['articles'][number][] }[] = [];
    const named = new Map(issue.articles.map((article, index) => [articleName(at, index), article]));
    for (const [name, page] of pages) {
      const article = named.get(name);
      if (article === undefined) continue;
      const printed = printedPageOf(issue, article.articleId);
      const called = printed === undefined ? '' : printedPageWords(printed);
      if (groups.at(-1)?.called !== called) groups.push({ called, articles: [] });
      groups.at(-1)?.articles.push({ title: articleTitle(article), page, name });
    }
    return { title: documentTitle(issue), groups };
  });
}

function listedMatters(back: readonly PlannedPage[]) {
  return back.flatMap(({ part, places, label }) => {
    const [articleId] = part.articles.map((article) => article.articleId);
    const place = places.find(({ name }) => articleId !== undefined && name === matterName(articleId));
    return place === undefined ? [] : [{ title: part.title, page: String(label.number), name: place.name }];
  });
}
