// Parts a page among pieces. A page is cut across all its tiers, or between two tiers, and each part again, until every
// part holds one piece (a slicing tree). Pieces keep their order, right before left and upper before lower, so the
// first stands at the top right in 竖排. The arrangement that wastes the least of the page is taken, with a price on shapes that
// are hard to read; it is found by dynamic programming and depends on nothing else.
import type { Masthead } from './masthead';
import type { Emphasis, Piece, Shape } from './piece';

type PlanSize = { readonly tiers: number; readonly rows: number; readonly price: number };

/** How a part of a page is used. `strips` follow each other across all its tiers; parts `beside` each other have their own. */
export type Plan =
  | (PlanSize & { readonly kind: 'piece'; readonly piece: Piece; readonly shape: Shape })
  | (PlanSize & { readonly kind: 'strips' | 'beside'; readonly parts: readonly Plan[] })
  | (PlanSize & { readonly kind: 'masthead'; readonly masthead: Masthead })
  | HeadedPlan;

/** A piece whose headline stands beside the masthead, over the tiers after the masthead's; its body lies below both. */
export type HeadedPlan = PlanSize & {
  readonly kind: 'headed';
  readonly piece: Piece;
  readonly shape: Shape;
  readonly masthead: Masthead;
  readonly mastheadTiers: number;
  /** The rows that masthead and headline share. */
  readonly headRows: number;
};

/** The shapes of a plan's pieces, that of the first piece of all first. */
export function shapesOf(plan: Plan): readonly Shape[] {
  const found: { readonly isLead: boolean; readonly shape: Shape }[] = [];
  const gather = (part: Plan): void => {
    if (part.kind === 'piece' || part.kind === 'headed')
      found.push({ isLead: part.piece.isLead, shape: part.shape });
    else if ('parts' in part) part.parts.forEach(gather);
  };
  gather(plan);
  return [...found.filter(({ isLead }) => isLead), ...found.filter(({ isLead }) => !isLead)].map(
    ({ shape }) => shape,
  );
}

/** Rows between two strips; the rule stands in their middle. */
export const rowsBetween = 1;

/** Finds arrangements of runs of `pieces`; what it has found it keeps. */
export type Arranger = {
  /** The best plan for the pieces from `from` to before `to` over `tiers` tiers. */
  readonly plan: (from: number, to: number, tiers: number) => Plan;
  /** What a plan costs, in rows of one tier. */
  readonly cost: (plan: Plan) => number;
  /** The plan of the piece `at` over `tiers` tiers with a masthead beside its headline; null where it has none. */
  readonly headed: (at: number, masthead: Masthead, mastheadTiers: number, tiers: number) => Plan | null;
};

/** Gives an arranger of an issue's pieces, the first of which leads. */
export function createArranger(pieces: readonly Piece[], emphasis: Emphasis): Arranger {
  const plans = new Map<number, Plan>();
  const plan = (from: number, to: number, tiers: number): Plan => {
    const key = (from * (pieces.length + 1) + to) * 1024 + tiers;
    let best = plans.get(key);
    if (best === undefined) {
      best = findPlan(from, to, tiers);
      plans.set(key, best);
    }
    return best;
  };
  const findPlan = (from: number, to: number, tiers: number): Plan => {
    const piece = pieces[from];
    if (piece === undefined) throw new RangeError(`no piece ${from} among ${pieces.length}`);
    if (to - from === 1) return piecePlan(piece, tiers, emphasis, from === 0);
    let best: { readonly joined: Joined; readonly cost: number } | undefined;
    for (let middle = from + 1; middle < to; middle++) {
      for (let upper = 0; upper < tiers; upper++) {
        const joined: Joined =
          upper === 0
            ? { kind: 'strips', first: plan(from, middle, tiers), second: plan(middle, to, tiers) }
            : { kind: 'beside', first: plan(from, middle, upper), second: plan(middle, to, tiers - upper) };
        const joinedCost = rowsOf(joined) * tiers + priceOf(joined);
        if (best === undefined || joinedCost < best.cost - 1e-9) best = { joined, cost: joinedCost };
      }
    }
    return best === undefined ? piecePlan(piece, tiers, emphasis, from === 0) : join(best.joined, tiers);
  };
  const headed: Arranger['headed'] = (at, masthead, mastheadTiers, tiers) => {
    const piece = pieces[at];
    if (piece === undefined || piece.isBoxed) return null;
    const shape = piece.shape(tiers, emphasis, tiers - mastheadTiers);
    if (shape.headRows === 0) return null;
    const headRows = Math.max(masthead.rows, shape.headRows);
    const whitePrice =
      Math.abs(masthead.rows - shape.headRows) *
      (shape.headRows > masthead.rows ? mastheadTiers : tiers - mastheadTiers);
    const price = priceOfPiece(piece, shape, tiers, at === 0) + whitePrice / 2;
    return {
      kind: 'headed',
      piece,
      shape,
      masthead,
      mastheadTiers,
      headRows,
      tiers,
      rows: headRows + shape.bodyRows,
      price,
    };
  };
  return { plan, cost, headed };
}

/** A masthead over each number of tiers over which it can stand, at the index of the number. */
export type Mastheads = readonly (Masthead | undefined)[];

/**
 * The best plan for a page that a masthead opens. It stands at the head of the first strip, the lead's headline beside it
 * and the lead's text below both; or over the first tiers, the lead after it.
 */
export function headedPlan(
  { plan, cost, headed }: Arranger,
  mastheads: Mastheads,
  from: number,
  to: number,
  tiers: number,
): Plan {
  let best: { readonly plan: Plan; readonly cost: number } | undefined;
  const consider = (made: Plan): void => {
    const madeCost = cost(made);
    if (best === undefined || madeCost < best.cost - 1e-9) best = { plan: made, cost: madeCost };
  };
  const strips = (first: Plan, next: number, end: number, over: number): Plan =>
    next === end ? first : join({ kind: 'strips', first, second: plan(next, end, over) }, over);
  const beside = (first: Plan, next: number): void => {
    const left = tiers - first.tiers;
    if (left === 0 && next === to) consider(first);
    if (left > 0 && next < to) consider(join({ kind: 'beside', first, second: plan(next, to, left) }, tiers));
  };
  mastheads.forEach((masthead, span) => {
    if (masthead === undefined || span > tiers || !masthead.isCompact) return;
    const alone: Plan = { kind: 'masthead', masthead, tiers: span, rows: masthead.rows, price: 0 };
    for (let middle = from + 1; middle <= to; middle++) beside(strips(alone, from, middle, span), middle);
    for (let over = span + 1; over <= tiers; over++) {
      const lead = headed(from, masthead, span, over);
      if (lead === null) continue;
      for (let middle = from + 1; middle <= to; middle++)
        beside(strips(lead, from + 1, middle, over), middle);
    }
  });
  return best?.plan ?? plan(from, to, tiers);
}

function cost(plan: Plan): number {
  return plan.rows * plan.tiers + plan.price;
}

/** Two plans put together. */
type Joined = { readonly kind: 'strips' | 'beside'; readonly first: Plan; readonly second: Plan };

function rowsOf({ kind, first, second }: Joined): number {
  return kind === 'strips' ? first.rows + rowsBetween + second.rows : Math.max(first.rows, second.rows);
}

/** White at the foot of the shorter of two parts is paid for as area; it also looks unplanned. */
function priceOf({ kind, first, second }: Joined): number {
  const price = first.price + second.price;
  return kind === 'strips' ? price : price + Math.abs(first.rows - second.rows) * 1.2;
}

function join(joined: Joined, tiers: number): Plan {
  const { kind, first, second } = joined;
  const parts = [first, second].flatMap((plan) => (plan.kind === kind ? plan.parts : [plan]));
  return { kind, parts, tiers, rows: rowsOf(joined), price: priceOf(joined) };
}

/** Tiers with fewer lines than this look like a footnote beside their headline. */
const leastTierRows = 5;
/** More lines than this in a single tier are tiring to follow. */
const mostSingleRows = 36;

function piecePlan(piece: Piece, tiers: number, emphasis: Emphasis, isLead: boolean): Plan {
  const shape = piece.shape(tiers, emphasis);
  return {
    kind: 'piece',
    piece,
    shape,
    tiers,
    rows: shape.rows,
    price: priceOfPiece(piece, shape, tiers, isLead),
  };
}

/** What it costs that a shape is hard to read. */
function priceOfPiece(piece: Piece, shape: Shape, tiers: number, isLead: boolean): number {
  const { bodyRows, columns, headlineLines, lines } = shape;
  let price = 0;
  if (columns.count > 1 && bodyRows < leastTierRows)
    price += (leastTierRows - bodyRows) * 3 * (columns.count - 1);
  if (tiers > 1 && piece.isBoxed && columns.count === 1) price += (tiers - 1) * 6;
  if (lines.some((line) => line.cells[0]?.role === 'verse')) price += (columns.count - 1) * 12;
  if (tiers === 1 && bodyRows > mostSingleRows) price += bodyRows - mostSingleRows;
  if (headlineLines > 2) price += (headlineLines - 2) * 6;
  if (isLead) price += 40 / tiers;
  return price;
}
