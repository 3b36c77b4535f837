// The sheets of an issue, each set when it is first wanted; one that is not set yet lies there empty. All are of one size,
// which the printed page with most to hold decides: it is set before any other.
import type { Article, ArticleId, Issue } from '../../src-core/publication/issue';
import type { IssueLayout, PageLayout } from '../../src-core/typesetting/model';
import {
  emptySheet,
  loadOf,
  onPaper,
  paperOf,
  setSide,
  sidesOf,
  type Paper,
} from '../../src-core/typesetting/printed-sheets';
import { joinSheets, type SheetOptions } from './sheet-layout';

export type Sheets = {
  /** All sheets as far as they are set; another value whenever more are. */
  readonly layout: () => IssueLayout;
  /** Sets what shows an article, or the first sheet for none, without telling those who listen. */
  readonly setFor: (articleId: ArticleId | null) => void;
  /** Sets the nearest to a page of the layout that is not set yet. */
  readonly setNear: (page: number) => void;
  /** Whether a page of the layout is set. */
  readonly isSet: (page: number) => boolean;
  readonly isComplete: () => boolean;
  /** Listens to changes of the layout; the returned function stops listening. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** Gives sheets none of which is set. */
export function createSheets(issue: Issue, options: SheetOptions): Sheets {
  const sides = sidesOf(issue);
  const known: (readonly PageLayout[] | undefined)[] = sides.map(() => undefined);
  const listeners = new Set<() => void>();
  let layout: IssueLayout | null = null;
  let paper: Paper | null = null;
  let empty: readonly PageLayout[] = [];

  function choosePaper(): Paper {
    const loads = sides.map(loadOf);
    const fullest = sides[loads.indexOf(Math.max(...loads))];
    if (fullest === undefined) return { height: 0, inlineSize: 0, blockSize: 0 };
    const set = setSide(issue, fullest, options);
    const chosen = paperOf(set);
    known[sides.indexOf(fullest)] = onPaper(set, chosen);
    empty = [emptySheet(chosen)];
    return chosen;
  }

  function set(at: number): void {
    const side = sides[at];
    if (side === undefined || known[at] !== undefined) return;
    paper ??= choosePaper();
    known[at] ??= onPaper(setSide(issue, side, options), paper);
    layout = null;
  }

  const pagesOf = (side: number): readonly PageLayout[] => known[side] ?? empty;
  function sideOfPage(page: number): number {
    let pages = 0;
    return sides.findIndex((_, side) => (pages += pagesOf(side).length) > page);
  }

  return {
    layout: () =>
      (layout ??= joinSheets(
        options.direction,
        sides.map((_, side) => pagesOf(side)),
      )),
    setFor: (articleId) => {
      const wanted = sides.findIndex(({ articles }) =>
        articles.some((article) => article.articleId === articleId),
      );
      set(Math.max(0, wanted));
    },
    setNear: (page) => {
      const here = Math.max(0, sideOfPage(page));
      const waiting = sides.flatMap((_, side) => (known[side] === undefined ? [side] : []));
      const [nearest] = waiting.sort((a, b) => Math.abs(a - here) - Math.abs(b - here));
      if (nearest === undefined) return;
      set(nearest);
      listeners.forEach((listener) => listener());
    },
    isSet: (page) => known[sideOfPage(page)] !== undefined,
    isComplete: () => known.every((pages) => pages !== undefined),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Ways of setting that are kept for an issue: those one goes to and fro between. */
const mostKept = 4;

const kept = new WeakMap<readonly Article[], Map<string, Sheets>>();

/** Gives the sheets of an issue, the same for the same options as long as these were used not long ago. */
export function sheetsOf(issue: Issue, options: SheetOptions): Sheets {
  const { direction, shape, style, face } = options;
  const ofIssue = kept.get(issue.articles) ?? new Map<string, Sheets>();
  kept.set(issue.articles, ofIssue);
  const key = JSON.stringify([direction, shape, style, face.name, issue.placement ?? []]);
  const sheets = ofIssue.get(key) ?? createSheets(issue, options);
  ofIssue.delete(key);
  ofIssue.set(key, sheets);
  const [oldest] = ofIssue.keys();
  if (ofIssue.size > mostKept && oldest !== undefined) ofIssue.delete(oldest);
  return sheets;
}
