// What stands on which sheet: what goes before, the issues one after the other, what follows them. Everything is laid out
// before the first page is written; what is kept of it is small.
import type { ColorMeanings, Language } from '../../../src-core/ipc/contract';
import type { ExportLayout, ExportMatter, ExportNotes } from '../../../src-core/ipc/export-choices';
import type { TextFace } from '../../../src-core/typesetting/faces';
import type { LatinMetrics } from '../../../src-core/typesetting/model';
import type { TypesettingStyle } from '../../../src-core/typesetting/page-spec';
import { backMatters, frontMatters } from './choose-matter';
import { markName } from './links';
import type { Direction } from './page-geometry';
import type { PageProof } from './newspaper';
import { noteBandOf, planSheet, type ChosenPaper, type NoteBand, type SheetPlan } from './paper';
import { countSheets, layIssues, type IssueWithMarks } from './plan-issues';
import { layMatters } from './plan-matter';
import type { ExportPlan, PlannedPage } from './planned';
import { documentTitle } from './words';

export type PlanOptions = {
  readonly issues: readonly IssueWithMarks[];
  readonly direction: Direction;
  readonly paper: ChosenPaper;
  readonly layout: ExportLayout;
  /** What stands before and after the issues besides notes and the index of marks. */
  readonly matter: readonly ExportMatter[];
  /** The user's own title for the document; empty for none. */
  readonly title: string;
  /** Whether an index of the marks follows the issues; the marks are then numbered. */
  readonly index: boolean;
  /** Where notes are printed: over the columns, at the end, or not at all. */
  readonly notes: ExportNotes;
  /** Whether sheets without marks are left out; where no sheet has any, all stay. */
  readonly markedPagesOnly: boolean;
  /** Size of the body type in points, in 横排 in one column; the paper's own where it is left out. */
  readonly body: number | undefined;
  /** So many sheets the issues are to fill; undefined where that does not matter. */
  readonly fitPages: number | undefined;
  /** Whether running heads stand on the sheets; by default they do. */
  readonly runningHeads?: boolean;
  readonly colorMeanings: ColorMeanings;
  readonly style: TypesettingStyle;
  /** Is asked for every page where whole pages are chosen. */
  readonly prove: PageProof;
  readonly now: Date;
  readonly language: Language;
  /** Throws where the work is to stop. */
  readonly check: () => void;
  /** The face of the text; Song by default. */
  readonly textFace?: TextFace;
};

/** Lays everything out. */
export function planExport(options: PlanOptions, metrics: LatinMetrics): ExportPlan {
  const { direction, paper, language, layout, prove, check } = options;
  const hasNotes = options.issues.some(({ annotations }) => annotations.some(({ note }) => note !== ''));
  const place = placeOfNotes(options);
  const band = place !== null && hasNotes ? noteBandOf(paper, direction, place) : null;
  const sheet = chooseSheet(options, band, metrics);
  const laid = layIssues(options.issues, {
    direction,
    layout,
    sheet,
    band,
    language,
    metrics,
    isSized: options.body !== undefined || options.fitPages !== undefined,
    prove,
    check,
  });
  const marked = laid.map(({ marked: one }) => one);
  const all = laid.flatMap(({ pages }) => pages);
  const withMarks = all.filter((page) => page.marks.length > 0);
  const chosen = options.markedPagesOnly && withMarks.length > 0 ? withMarks : all;
  const marks = marked.flatMap(({ marks: { placed } }) => placed);
  const title = documentName(options);
  const matterSheet = planSheet(paper, direction, sheetSetting(options, options.body, null));
  const setting = {
    title,
    sheet: matterSheet,
    listSheet:
      direction === 'vertical'
        ? matterSheet
        : planSheet(paper, direction, { body: options.body, isOneColumn: true, style: options.style }),
    metrics,
  };
  const back = layMatters(backMatters(options, laid, chosen), {
    ...setting,
    kind: 'back',
    sheetsBefore: all.length,
  });
  const front = layMatters(frontMatters(options, marked, chosen, back), {
    ...setting,
    kind: 'front',
    sheetsBefore: 0,
  });
  const linked = withKnownLinks([...front, ...chosen, ...back]);
  const pages = options.runningHeads === false ? linked.map(withoutHead) : linked;
  return {
    title,
    band,
    parts: [...new Set(pages.map(({ part }) => part))],
    pages,
    marks,
    orphans: marked.flatMap(({ marks: { orphans } }) => orphans),
    places: new Set(pages.flatMap(({ places }) => places.map(({ name }) => name))),
    isNumbered: isNumbered(options),
  };
}

/** Beside the type area, or between its tiers; whole pages have no room there, and their notes stand at the head. */
function placeOfNotes({ notes, layout }: PlanOptions): 'head' | 'side' | null {
  if (notes !== 'head' && notes !== 'side') return null;
  return layout === 'newspaper' ? 'head' : notes;
}

/** The sheets on which the issues are set: with the largest type at which they fill no more than asked for. */
function chooseSheet(options: PlanOptions, band: NoteBand | null, metrics: LatinMetrics): SheetPlan {
  const { paper, direction, fitPages, textFace = 'song' } = options;
  const plan = (body: number | undefined): SheetPlan => {
    const planned = planSheet(paper, direction, sheetSetting(options, body, band));
    return { ...planned, spec: { ...planned.spec, textFace } };
  };
  if (fitPages === undefined) return plan(options.body);
  let [least, most] = [0, bodySizes.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    const sheet = plan(bodySizes[middle]);
    if (countSheets(options.issues, { ...options, sheet, metrics }) <= fitPages) least = middle;
    else most = middle - 1;
  }
  return plan(bodySizes[least]);
}

/** From 小七号, the least that can be read, to 三号, in points. */
const bodySizes: readonly number[] = Array.from({ length: 43 }, (_, at) => 5.5 + at * 0.25);

function sheetSetting(
  { direction, body: own, style }: PlanOptions,
  body: number | undefined,
  band: NoteBand | null,
) {
  return { body, band, style, isOneColumn: own !== undefined && direction === 'horizontal' };
}

function isNumbered({ index, notes, matter }: PlanOptions): boolean {
  return index || notes !== 'none' || matter.includes('tags') || matter.includes('authors');
}

/** The user's title, or the names of the first issue and the last. */
function documentName({ title, issues }: PlanOptions): string {
  if (title.trim() !== '') return title.trim();
  const names = issues.map(({ issue }) => documentTitle(issue));
  const [first = ''] = names;
  const last = names.length > 1 ? names.at(-1) : undefined;
  return last === undefined ? first : `${first} — ${last}`;
}

function withoutHead(page: PlannedPage): PlannedPage {
  const furniture = page.layout.furniture.filter(({ kind }) => kind !== 'running');
  return { ...page, layout: { ...page.layout, furniture } };
}

/** Names each place once, where it comes first, and leaves out links to what is not in the document. */
function withKnownLinks(pages: readonly PlannedPage[]): readonly PlannedPage[] {
  const known = new Set(
    pages.flatMap(({ marks }) =>
      marks.flatMap(({ mark, piece }) => (piece.isFirst ? [markName(mark.number)] : [])),
    ),
  );
  const named = pages.map((page) => ({
    ...page,
    places: page.places.filter(({ name }) => !known.has(name) && known.add(name)),
  }));
  return named.map((page) => ({
    ...page,
    links: page.links.filter(({ destination }) => known.has(destination)),
  }));
}
