// The lists before and after the issues: contents, indexes by tag and by author, sources, legend.
import { markColors, markStyles } from '../../../src-core/annotation/palette';
import { tagTree, type TagNode } from '../../../src-core/annotation/tag-tree';
import { citeSource, sourceFacts } from '../../../src-core/citation/cite';
import type { ColorMeanings, Language } from '../../../src-core/ipc/contract';
import { articleTitle } from '../../../src-core/publication/article-text';
import type { Article, Issue } from '../../../src-core/publication/issue';
import { markName } from './links';
import { quotedBriefly } from './mark-index';
import type { MatterLine, MatterList } from './matter';
import { matterWords } from './matter-words';
import type { PlacedMark } from './place-marks';
import { colorNames, styleNames } from './words';

/** An issue as contents have it: what stands on which sheet. */
export type ListedIssue = {
  readonly title: string;
  readonly groups: readonly {
    /** How the printed page is called; empty where it has no name. */
    readonly called: string;
    readonly articles: readonly { readonly title: string; readonly page: string; readonly name: string }[];
  }[];
};

/** What follows the issues, and where it begins. */
export type ListedMatter = { readonly title: string; readonly page: string; readonly name: string };

/** 目录: the articles under their issues and printed pages, then what follows them. */
export function contentsList(
  issues: readonly ListedIssue[],
  matter: readonly ListedMatter[],
  language: Language,
): MatterList {
  const lines = issues.flatMap(({ title, groups }): readonly MatterLine[] => [
    ...(issues.length > 1 ? [{ role: 'group' as const, text: title }] : []),
    ...groups.flatMap(({ called, articles }): readonly MatterLine[] => [
      ...(groups.length > 1 && called !== ''
        ? [{ role: issues.length > 1 ? ('remark' as const) : ('group' as const), text: called }]
        : []),
      ...articles.map((article) => entryTo(article)),
    ]),
  ]);
  const after = matter.map((listed) => entryTo(listed));
  return {
    id: 'contents',
    title: matterWords[language].contents,
    structure: 'contents',
    lines: [
      ...lines,
      ...(after.length === 0
        ? []
        : [{ role: 'group' as const, text: matterWords[language].after }, ...after]),
    ],
  };
}

function entryTo({ title, page, name }: ListedMatter): MatterLine {
  return { role: 'entry', text: onOneLine(title), tail: page, destination: name };
}

function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/gu, '\u3000').trim();
}

/** Gives the page on which a mark begins, as it is called. */
type PageOf = (mark: PlacedMark) => string;

/** 标签索引: every tag with its marks, in the order of the tree; null where no mark has any. */
export function tagIndex(
  marks: readonly PlacedMark[],
  pageOf: PageOf,
  language: Language,
): MatterList | null {
  const byTag = groupBy(marks, ({ annotation }) => annotation.tags);
  if (byTag.size === 0) return null;
  const lines = (nodes: readonly TagNode[]): readonly MatterLine[] =>
    nodes.flatMap(({ tag, children }) => [
      ...groupLines(tag, byTag.get(tag) ?? [], pageOf),
      ...lines(children),
    ]);
  const counts = [...byTag].map(([tag, { length }]) => ({ tag, count: length }));
  return {
    id: 'tag-index',
    title: matterWords[language].tags,
    structure: 'index',
    lines: lines(tagTree(counts)),
  };
}

/** 标记人索引: who made which marks; null where there are none. */
export function authorIndex(
  marks: readonly PlacedMark[],
  pageOf: PageOf,
  language: Language,
): MatterList | null {
  if (marks.length === 0) return null;
  const byAuthor = groupBy(marks, ({ annotation }) => [annotation.author.trim()]);
  const named = [...byAuthor].sort(([one], [other]) =>
    one === '' || other === '' ? (one === '' ? 1 : -1) : one.localeCompare(other, 'zh-CN'),
  );
  return {
    id: 'author-index',
    title: matterWords[language].authors,
    structure: 'index',
    lines: named.flatMap(([author, own]) =>
      groupLines(author === '' ? matterWords[language].noAuthor : author, own, pageOf),
    ),
  };
}

function groupLines(heading: string, marks: readonly PlacedMark[], pageOf: PageOf): readonly MatterLine[] {
  if (marks.length === 0) return [];
  return [
    { role: 'group', text: onOneLine(heading) },
    ...marks.map((mark) => ({
      role: 'entry' as const,
      text: `${mark.number}\u3000${onOneLine(quotedBriefly(mark.annotation))}`,
      tail: pageOf(mark),
      destination: markName(mark.number),
    })),
  ];
}

function groupBy<T>(
  all: readonly T[],
  keysOf: (one: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}

/** An article as a source, and the place where it stands here. */
export type ListedSource = { readonly issue: Issue; readonly article: Article; readonly name: string };

/** 文献: where the passages come from, in GB/T 7714, numbered in the order of the document. */
export function sourceList(sources: readonly ListedSource[], language: Language): MatterList | null {
  if (sources.length === 0) return null;
  return {
    id: 'sources',
    title: matterWords[language].sources,
    structure: 'text',
    lines: sources.map(({ issue, article, name }, at) => ({
      role: 'entry',
      text: `[${at + 1}]\u3000${onOneLine(citeSource(sourceFacts(issue, article), 'gbt7714') || articleTitle(article))}`,
      destination: name,
    })),
  };
}

/** 图例: the colours and styles in use, what the user means by them, and how often each is there. */
export function legendList(
  marks: readonly PlacedMark[],
  meanings: ColorMeanings,
  language: Language,
): MatterList | null {
  if (marks.length === 0) return null;
  const words = matterWords[language];
  const count = (is: (mark: PlacedMark) => boolean): number => marks.filter(is).length;
  const whole = (name: string): { readonly start: number; readonly end: number } => ({
    start: 0,
    end: name.length,
  });
  const colors = markColors.flatMap((color): readonly MatterLine[] => {
    const times = count(({ annotation }) => annotation.color === color);
    if (times === 0) return [];
    const name = colorNames[language][color];
    const meaning = onOneLine(meanings[color] ?? '');
    return [
      {
        role: 'entry',
        text: meaning === '' ? name : `${name}\u3000${meaning}`,
        tail: words.times(times),
        samples: [{ range: whole(name), style: 'highlight', color }],
      },
    ];
  });
  const styles = markStyles.flatMap((style): readonly MatterLine[] => {
    const styled = marks.filter(
      ({ annotation }) => annotation.style === style && annotation.scope === undefined,
    );
    const [first] = styled;
    if (first === undefined) return [];
    const name = styleNames[language][style];
    return [
      {
        role: 'entry',
        text: name,
        tail: words.times(styled.length),
        samples: [{ range: whole(name), style, color: first.annotation.color }],
      },
    ];
  });
  return {
    id: 'legend',
    title: words.legend,
    structure: 'text',
    lines: [
      { role: 'group', text: words.colors },
      ...colors,
      ...(styles.length === 0 ? [] : [{ role: 'group' as const, text: words.styles }, ...styles]),
    ],
  };
}
