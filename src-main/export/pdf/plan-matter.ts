// The sheets of what stands before and after the issues. Each matter begins a sheet.
import type { Article, Issue } from '../../../src-core/publication/issue';
import { issueIdSchema } from '../../../src-core/publication/issue';
import { runningHead } from '../../../src-core/typesetting/furniture';
import type { LatinMetrics, PageLayout } from '../../../src-core/typesetting/model';
import { rangeToQuads } from '../../../src-core/typesetting/range-to-quads';
import type { BackMatter } from './back-matter';
import { layoutSheets } from './impose';
import { entryName, markName, matterName } from './links';
import { setList } from './list-sheets';
import type { MatterList } from './matter';
import { romanNumeral } from './matter-words';
import { toPaperRect } from './page-geometry';
import type { SheetPlan } from './paper';
import { piecesOf } from './place-marks';
import { plainPage, type PageLabel, type PlannedPage, type PlannedPart } from './planned';
import { setTitlePage, type TitleWords } from './title-page';

/** A matter to be set: running text, a list, or the title page. */
export type Matter =
  | { readonly kind: 'text'; readonly text: BackMatter; readonly title: string }
  | { readonly kind: 'list'; readonly list: MatterList }
  | { readonly kind: 'title'; readonly words: TitleWords };

export type MatterSetting = {
  readonly kind: 'front' | 'back';
  /** The title of the document, over every page. */
  readonly title: string;
  /** For running text, and for lists. */
  readonly sheet: SheetPlan;
  readonly listSheet: SheetPlan;
  readonly metrics: LatinMetrics;
  /** How many sheets of the same count stand before. */
  readonly sheetsBefore: number;
};

/** Lays matters out one after the other. */
export function layMatters(matters: readonly Matter[], setting: MatterSetting): readonly PlannedPage[] {
  const pages: PlannedPage[] = [];
  for (const matter of matters) {
    pages.push(...layMatter(matter, { ...setting, sheetsBefore: setting.sheetsBefore + pages.length }));
  }
  return pages;
}

function layMatter(matter: Matter, setting: MatterSetting): readonly PlannedPage[] {
  switch (matter.kind) {
    case 'text':
      return layText(matter.text, matter.title, setting);
    case 'list':
      return layList(matter.list, setting);
    case 'title':
      return layTitle(matter.words, setting);
  }
}

function layText(
  { article, entries }: BackMatter,
  title: string,
  setting: MatterSetting,
): readonly PlannedPage[] {
  const { sheet, metrics, sheetsBefore } = setting;
  const issue = issueAround(article, title, setting);
  const layout = layoutSheets(issue, sheet.spec, sheet.tiers, metrics, sheetsBefore, false);
  const part = partOf(article, title, 'index', sheet, setting);
  return layout.pages.map((page, at) => {
    const numbers = entries.flatMap(({ mark, range }) =>
      rangeToQuads(layout, article.articleId, range)
        .slice(0, 1)
        .filter((quad) => quad.page === at)
        .map((quad) => ({ mark, rect: toPaperRect(sheet.geometry, quad) })),
    );
    return {
      ...plainPage(part, page, labelOf(at, setting)),
      places: [
        ...begins(article, at, sheet),
        ...numbers.map(({ mark, rect }) => ({ name: entryName(mark), rect })),
      ],
      links: numbers.map(({ mark, rect }) => ({ rect, destination: markName(mark) })),
    };
  });
}

function layList(list: MatterList, setting: MatterSetting): readonly PlannedPage[] {
  const { listSheet: sheet, metrics } = setting;
  const { article, layout, ranges } = setList(list, sheet.spec, sheet.tiers, metrics);
  const part = partOf(article, list.title, list.structure, sheet, setting);
  const issue = issueAround(article, list.title, setting);
  const links = ranges.flatMap(({ line: { destination }, ...range }) =>
    destination === undefined
      ? []
      : rangeToQuads(layout, article.articleId, range).map((quad) => ({ quad, destination })),
  );
  const samples = ranges.flatMap(({ line, start }) =>
    (line.samples ?? []).flatMap((sample) => {
      const range = { start: start + sample.range.start, end: start + sample.range.end };
      return piecesOf(layout, sheet.geometry, article.articleId, [range]).map((piece) => ({ sample, piece }));
    }),
  );
  return layout.pages.map((page, at) => ({
    ...plainPage(part, withHead(page, issue, at, sheet, setting), labelOf(at, setting)),
    places: begins(article, at, sheet),
    links: links
      .filter(({ quad }) => quad.page === at)
      .map(({ quad, destination }) => ({ rect: toPaperRect(sheet.geometry, quad), destination })),
    samples: samples.filter(({ piece }) => piece.page === at),
  }));
}

function layTitle(words: TitleWords, setting: MatterSetting): readonly PlannedPage[] {
  const { spec } = setting.listSheet;
  const { article, page } = setTitlePage(words, spec, setting.metrics);
  const tiers = { count: 1, measure: Math.floor(spec.inlineSize), gap: setting.listSheet.tiers.gap };
  const part = partOf(article, words.title, 'text', { ...setting.listSheet, tiers }, setting);
  return [plainPage(part, page, labelOf(0, setting))];
}

function partOf(
  article: Article,
  title: string,
  structure: PlannedPart['structure'],
  sheet: SheetPlan,
  { kind }: MatterSetting,
): PlannedPart {
  return { title, kind, structure, articles: [article], sheet };
}

function labelOf(at: number, { kind, sheetsBefore }: MatterSetting): PageLabel {
  return { style: kind === 'front' ? 'roman' : 'arabic', number: sheetsBefore + at + 1 };
}

/** The place where a matter begins, as the contents know it. */
function begins({ articleId }: Article, at: number, { geometry }: SheetPlan): PlannedPage['places'] {
  if (at > 0) return [];
  const rect = toPaperRect(geometry, { inline: 0, block: 0, inlineSize: 1, blockSize: 1 });
  return [{ name: matterName(articleId), rect }];
}

function withHead(
  page: PageLayout,
  issue: Issue,
  at: number,
  { spec }: SheetPlan,
  setting: MatterSetting,
): PageLayout {
  const { style, number } = labelOf(at, setting);
  const head = runningHead(issue, spec, {
    sheet: number - 1,
    articleId: issue.articles[0]?.articleId ?? null,
    hasMasthead: false,
    ...(style === 'roman' ? { called: romanNumeral(number) } : {}),
  });
  return { ...page, furniture: [...head, ...page.furniture] };
}

/** The engine sets issues; a matter is one with a single article, called after the document and itself. */
function issueAround(article: Article, name: string, { title }: MatterSetting): Issue {
  return {
    issueId: issueIdSchema.parse('matter'),
    publication: title,
    articles: [article],
    pages: [{ name, articleIds: [article.articleId] }],
    source: { fileName: name, sha256: '', encoding: 'utf-8' },
    imported: '',
  };
}
