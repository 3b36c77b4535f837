// Lays an issue out on pages. In the scrolled view the page is one and grows as long as its text: an article takes a strip
// across all tiers, and short ones stand beside each other. Paper has as many pages as it needs; there the pieces may also be
// arranged over the whole page (版面).
import type { Issue } from '../publication/issue';
import {
  createArranger,
  headedPlan,
  rowsBetween,
  shapesOf,
  type Arranger,
  type Mastheads,
  type Plan,
} from './arrange';
import { runningHead } from './furniture';
import { createCompositor } from './galley';
import { jumpLine, type JumpRow } from './jump-line';
import { mastheadWords, setMasthead } from './masthead';
import type { Frame, IssueLayout, LatinMetrics, PageLayout } from './model';
import { leastLinePitch, type PageSpec } from './page-spec';
import { piecesOf, rowsOfHeadlines, type Piece, type Shape } from './piece';
import {
  endsInBox,
  placeBody,
  placeHeadlines,
  placePlan,
  roomToGrow,
  ruleBetweenStrips,
  startsInBox,
  type OpenPage,
  type Placing,
} from './place-plan';
import {
  balanceTiers,
  chooseTiers,
  fillBelow,
  fillTiers,
  longestTier,
  spanSize,
  tierStart,
  type Filling,
} from './tiers';

/**
 * Lays out every article of the issue, in order; all of each article's text stands in its frames, each offset once. Throws
 * a RangeError where the pitch is too small for what is to stand between the lines.
 */
export function layoutIssue(issue: Issue, spec: PageSpec, metrics: LatinMetrics): IssueLayout {
  const least = leastLinePitch(spec.interlinear ?? 'none');
  if (spec.linePitch < least - 1e-9)
    throw new RangeError(`a line pitch of ${spec.linePitch} em is less than ${least}`);
  const compositor = createCompositor(spec, metrics);
  const grid = chooseTiers(spec);
  const pieces = piecesOf(compositor, issue, grid);
  const sheet = createSheet(spec, grid);
  const mastheads = mastheadsOf(issue, sheet);
  if (spec.arrangement === 'page' && Number.isFinite(sheet.rowsPerPage)) {
    arrangePages(sheet, pieces, mastheads);
  } else {
    openWithMasthead(sheet, mastheads);
    arrangeStrips(sheet, createArranger(pieces, 0), pieces);
  }
  return { direction: spec.direction, pages: finishPages(sheet, issue) };
}

/** The pages as they fill. */
type Sheet = {
  readonly spec: PageSpec;
  readonly placing: Placing;
  readonly rowsPerPage: number;
  readonly pages: FillingPage[];
};

/** `row` is the next free one; `last` the plan that stands before it. */
type FillingPage = OpenPage & { row: number; last: Plan | null };

function createSheet(spec: PageSpec, grid: Placing['grid']): Sheet {
  let frames = 0;
  const placing = { grid, linePitch: spec.linePitch, nextFrameId: () => `f${++frames}` };
  const rowsPerPage = Number.isFinite(spec.blockSize)
    ? Math.max(1, Math.floor(spec.blockSize / spec.linePitch + 1e-9))
    : Infinity;
  return { spec, placing, rowsPerPage, pages: [emptyPage()] };
}

function emptyPage(): FillingPage {
  return { frames: [], rules: [], furniture: [], row: 0, last: null };
}

function currentPage(sheet: Sheet): FillingPage {
  return sheet.pages.at(-1) ?? newPage(sheet);
}

function newPage(sheet: Sheet): FillingPage {
  const page = emptyPage();
  sheet.pages.push(page);
  return page;
}

function finishPages({ spec, pages }: Sheet, issue: Issue): readonly PageLayout[] {
  const isPaper = Number.isFinite(spec.blockSize);
  return pages.map((page, at) => ({
    inlineSize: spec.inlineSize,
    blockSize: isPaper ? spec.blockSize : page.row * spec.linePitch,
    frames: page.frames,
    rules: page.rules,
    furniture: isPaper
      ? [
          ...runningHead(issue, spec, {
            sheet: (spec.sheetsBefore ?? 0) + at,
            articleId: page.frames[0]?.articleId ?? null,
            hasMasthead: page.furniture.some(({ kind }) => kind === 'masthead'),
          }),
          ...page.furniture,
        ]
      : [],
  }));
}

/** The issue's masthead over each number of tiers, where it leaves half of the page at least. */
function mastheadsOf(issue: Issue, { spec, placing: { grid }, rowsPerPage }: Sheet): Mastheads {
  const isFirst = (spec.sheetsBefore ?? 0) === 0 && (spec.printedPage ?? 0) === 0;
  const isWanted = spec.masthead === true && isFirst && Number.isFinite(rowsPerPage);
  const words = isWanted ? mastheadWords(issue, spec.direction) : null;
  if (words === null) return [];
  return Array.from({ length: grid.count + 1 }, (_, tiers) => {
    const span = spanSize(grid, tiers);
    if (tiers === 0) return undefined;
    const masthead = setMasthead(words, spec, span, Math.floor(rowsPerPage * 0.4));
    return masthead.rows * 2 <= rowsPerPage ? masthead : undefined;
  });
}

/** Where articles stand in strips, the masthead is a strip of its own before them. */
function openWithMasthead(sheet: Sheet, mastheads: Mastheads): void {
  const { count } = sheet.placing.grid;
  const masthead = mastheads[count];
  if (masthead === undefined) return;
  const plan: Plan = { kind: 'masthead', masthead, tiers: count, rows: masthead.rows, price: 0 };
  const page = currentPage(sheet);
  placePlan(sheet.placing, page, plan, { tier: 0, tiers: count, row: 0, rows: masthead.rows });
  page.row = masthead.rows;
  page.last = plan;
}

/** Pieces beside each other in one strip: no more than these, and no longer than a screen shows. */
const mostBeside = 6;
const mostRowsBeside = 20;
/** A headline is followed by at least this many rows of its body, or goes to the next page with it. */
const leastBodyRows = 4;

/** Parts the pieces into strips of one or of several beside each other, whatever costs least, and places them in order. */
function arrangeStrips(sheet: Sheet, arranger: Arranger, pieces: readonly Piece[]): void {
  const { count } = sheet.placing.grid;
  type Best = { readonly cost: number; readonly from: number };
  const best: Best[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= pieces.length; to++) {
    let least: Best = { cost: Infinity, from: to - 1 };
    for (let from = to - 1; from >= Math.max(0, to - mostBeside); from--) {
      const isSingle = to - from === 1;
      if (!isSingle && (from === 0 || count === 1)) break;
      const plan = arranger.plan(from, to, count);
      if (!isSingle && (plan.kind !== 'beside' || plan.rows > Math.min(mostRowsBeside, sheet.rowsPerPage)))
        continue;
      const cost = (best[from]?.cost ?? 0) + arranger.cost(plan) + rowsBetween * count;
      if (cost < least.cost) least = { cost, from };
    }
    best.push(least);
  }
  const strips: { readonly from: number; readonly to: number }[] = [];
  for (let to = pieces.length; to > 0; to = strips.at(-1)?.from ?? 0) {
    strips.push({ from: best[to]?.from ?? to - 1, to });
  }
  for (const { from, to } of strips.reverse()) placeStrip(sheet, arranger.plan(from, to, count));
}

/** Places a strip behind what the page holds; one that finds no room goes on from page to page, if it can be cut. */
function placeStrip(sheet: Sheet, plan: Plan): void {
  const { placing } = sheet;
  const { count } = placing.grid;
  const cut =
    plan.kind === 'piece' && (!plan.piece.isBoxed || plan.rows > sheet.rowsPerPage) ? plan.piece : null;
  const shape = cut?.shape(count, 0);
  const least = shape === undefined ? plan.rows : leastOf(shape);
  const page = openStrip(sheet, plan, least);
  if (cut === null || plan.rows <= sheet.rowsPerPage - page.row) {
    placePlan(placing, page, plan, { tier: 0, tiers: count, row: page.row, rows: plan.rows });
    page.row += plan.rows;
  } else {
    placeCut(sheet, page, cut);
  }
  currentPage(sheet).last = plan;
}

/** What a shape needs to begin: its headlines, and some rows of its body. */
function leastOf(shape: Shape): number {
  const rows = shape.headRows + shape.bodyRows;
  return Math.min(rows, rowsOfHeadlines(shape) + leastBodyRows);
}

function openStrip(sheet: Sheet, plan: Plan, least: number): FillingPage {
  const page = currentPage(sheet);
  if (page.row === 0 || page.last === null) return page;
  if (page.row + rowsBetween + least > sheet.rowsPerPage) return newPage(sheet);
  if (!endsInBox(page.last) && !startsInBox(plan)) {
    const { count } = sheet.placing.grid;
    ruleBetweenStrips(
      sheet.placing,
      page,
      { tier: 0, tiers: count, row: page.row, rows: rowsBetween },
      page.row,
    );
  }
  page.row += rowsBetween;
  return page;
}

/** Places a piece over the rest of this page and as many more as it needs, without a box. */
function placeCut(sheet: Sheet, first: FillingPage, piece: Piece): void {
  const { placing } = sheet;
  const { lines, columns, ...shape } = piece.shape(placing.grid.count, 0);
  let page = first;
  const span = { inline: 0, inlineSize: shape.isHeadInTier ? columns.measure : sheet.spec.inlineSize };
  placeHeadlines(placing, page, shape, span, page.row * placing.linePitch, 0);
  page.row += shape.headRows;
  const rowOfJump = (tier: number, row: number): JumpRow => ({
    inline: tierStart(columns, tier),
    inlineSize: columns.measure,
    block: row * placing.linePitch,
  });
  const leads = sheet.spec.arrangement === 'page';
  for (let next = 0; next < lines.length;) {
    const left = Math.max(1, sheet.rowsPerPage - page.row - (leads ? 1 : 0));
    const fill = (all: Parameters<typeof fillTiers>[0], from: number): Filling => {
      const whole = balanceTiers(all, from, columns.count);
      return longestTier(whole) <= left ? whole : fillTiers(all, from, left, columns.count);
    };
    const filling =
      shape.isHeadInTier && next === 0
        ? fillBelow(lines, rowsOfHeadlines(shape), (all) => fill(all, 0))
        : fill(lines, next);
    const origin = { inline: 0, block: page.row * placing.linePitch };
    placeBody(placing, page, piece.article, piece.role, lines, filling, columns, origin);
    page.row += longestTier(filling);
    next = filling.next;
    if (next >= lines.length) continue;
    const number = (sheet.spec.sheetsBefore ?? 0) + sheet.pages.length;
    if (leads) {
      const last = rowOfJump(filling.tiers.length - 1, page.row);
      page.furniture.push(...jumpLine('onward', number + 1, last, sheet.spec));
    }
    page = newPage(sheet);
    if (leads) {
      page.furniture.push(...jumpLine('from', number, rowOfJump(0, 0), sheet.spec));
      page.row = 1;
    }
  }
}

/** Fills page after page with as many pieces as it holds, arranged over all of it. */
function arrangePages(sheet: Sheet, pieces: readonly Piece[], mastheads: Mastheads): void {
  const { count } = sheet.placing.grid;
  const arranger = createArranger(pieces, 0);
  const emphatic = [createArranger(pieces, 2), createArranger(pieces, 1)];
  for (let from = 0; from < pieces.length;) {
    const page = currentPage(sheet);
    const room = sheet.rowsPerPage - page.row - (page.row > 0 ? rowsBetween : 0);
    const opens = from === 0 && page.row === 0;
    const planBy = (by: Arranger, to: number): Plan =>
      opens ? headedPlan(by, mastheads, from, to, count) : by.plan(from, to, count);
    let to = from;
    while (to < pieces.length && to - from < mostOnPage && planBy(arranger, to + 1).rows <= room) to++;
    if (to === from) {
      // Nothing fits whole: what can be cut is begun here, all else begins the next page.
      if (opens) openWithMasthead(sheet, mastheads);
      placeStrip(sheet, arranger.plan(from, from + 1, count));
      from++;
      continue;
    }
    const plain = planBy(arranger, to);
    const next = pieces[to];
    const nextFollows = next !== undefined && room - plain.rows >= rowsBetween + leastRows(next, count);
    const plan = nextFollows
      ? plain
      : fullest(
          plain,
          room,
          emphatic.map((by) => () => planBy(by, to)),
        );
    const isNearlyFull = plan.rows >= room * leastFull;
    const growth = nextFollows || !isNearlyFull ? 0 : Math.min(room - plan.rows, roomToGrow(plan));
    const rows = plan.rows + growth;
    openStrip(sheet, plan, plan.rows);
    placePlan(sheet.placing, page, plan, { tier: 0, tiers: count, row: page.row, rows });
    if (opens) inReadingOrder(page, pieces);
    page.row += rows;
    page.last = plan;
    from = to;
    if (from < pieces.length && !nextFollows) newPage(sheet);
  }
}

/** What stands after a masthead is read when the lead is. */
function inReadingOrder(page: OpenPage, pieces: readonly Piece[]): void {
  const ids = pieces.flatMap(({ label, article }) => (label === null ? [article] : [label, article]));
  const order = new Map(ids.map(({ articleId }, at) => [articleId, at]));
  const at = (frame: Frame): number => order.get(frame.articleId) ?? ids.length;
  page.frames.sort((one, other) => at(one) - at(other));
}

/** A page emptier than this share keeps its white at its end rather than around its headlines. */
const leastFull = 0.7;

/** The plan with the largest headlines that still has room. */
function fullest(plain: Plan, room: number, emphatic: readonly (() => Plan)[]): Plan {
  for (const planned of emphatic) {
    const plan = planned();
    if (plan.rows <= room && leadIsLargest(plan)) return plan;
  }
  return plain;
}

/** Whether no headline is as large as that of the page's first piece. */
function leadIsLargest(plan: Plan): boolean {
  const [lead, ...others] = shapesOf(plan).map(({ headlines }) =>
    Math.max(0, ...headlines.flatMap(({ block }) => block.lines.map(({ size }) => size))),
  );
  return lead === undefined || lead === 0 || others.every((size) => size < lead);
}

/** More pieces than this on one page are not looked at together. */
const mostOnPage = 14;

/** What a piece needs to begin below others: a box stands whole, all else is cut. */
function leastRows(piece: Piece, tiers: number): number {
  const shape = piece.shape(tiers, 0);
  return piece.isBoxed ? shape.rows : rowsOfHeadlines(shape) + 2 * leastBodyRows;
}
