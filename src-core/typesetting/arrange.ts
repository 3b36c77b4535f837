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
  | (PlanSize & { readonly kind: 'masthead'; readonly masthead: Masthead });

/** The shapes of a plan's pieces, that of the first piece of all first. */
export function shapesOf(plan: Plan): readonly Shape[] {
  const found: { readonly isLead: boolean; readonly shape: Shape }[] = [];
  const gather = (part: Plan): void => {
    if (part.kind === 'piece') found.push({ isLead: part.piece.isLead, shape: part.shape });
    else if (part.kind !== 'masthead') part.parts.forEach(gather);
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
  return { plan, cost };
}

/** No more pieces than this share the masthead's tiers in the first strip. */
const mostAfterMasthead = 3;

/** A masthead over each number of tiers over which it can stand, at the index of the number. */
export type Mastheads = readonly (Masthead | undefined)[];

/**
 * The best plan for a page that a masthead opens: it stands at the head of the first strip, or of the first tiers, the lead
 * next to it. In the first strip short pieces may follow the masthead within its own tiers, as the 报眼 does, while the
 * lead has the tiers beside them; all other pieces come after, in their order.
 */
export function headedPlan(
  { plan, cost }: Arranger,
  mastheads: Mastheads,
  from: number,
  to: number,
  tiers: number,
): Plan {
  let best: { readonly plan: Plan; readonly cost: number } | undefined;
  const consider = (joined: Joined): void => {
    const made = join(joined, tiers);
    const joinedCost = cost(made);
    if (best === undefined || joinedCost < best.cost - 1e-9) best = { plan: made, cost: joinedCost };
  };
  mastheads.forEach((masthead, span) => {
    if (masthead === undefined || span > tiers || !masthead.isCompact) return;
    const first: Plan = { kind: 'masthead', masthead, tiers: span, rows: masthead.rows, price: 0 };
    if (span === tiers) {
      consider({ kind: 'strips', first, second: plan(from, to, tiers) });
      return;
    }
    for (let middle = from + 1; middle <= to; middle++) {
      // Beside each other in the first strip, all else in the strips after it.
      const lead = plan(from, middle, tiers - span);
      for (let next = middle; next <= Math.min(to, middle + mostAfterMasthead); next++) {
        const column: Plan =
          next === middle ? first : join({ kind: 'strips', first, second: plan(middle, next, span) }, span);
        const below: Joined = { kind: 'beside', first: column, second: lead };
        if (next === to) consider(below);
        else consider({ kind: 'strips', first: join(below, tiers), second: plan(next, to, tiers) });
      }
      // One after the other in the first tiers, all else in the tiers after them.
      if (middle === to) continue;
      const after: Joined = { kind: 'strips', first, second: plan(from, middle, span) };
      consider({ kind: 'beside', first: join(after, span), second: plan(middle, to, tiers - span) });
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
  const { rows, bodyRows, columns, headlineLines, lines } = shape;
  let price = 0;
  if (columns.count > 1 && bodyRows < leastTierRows)
    price += (leastTierRows - bodyRows) * 3 * (columns.count - 1);
  if (tiers > 1 && piece.isBoxed && columns.count === 1) price += (tiers - 1) * 6;
  if (lines.some((line) => line.cells[0]?.role === 'verse')) price += (columns.count - 1) * 12;
  if (tiers === 1 && bodyRows > mostSingleRows) price += bodyRows - mostSingleRows;
  if (headlineLines > 2) price += (headlineLines - 2) * 6;
  if (isLead) price += 40 / tiers;
  return { kind: 'piece', piece, shape, tiers, rows, price };
}
