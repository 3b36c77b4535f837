// Puts the pieces of a plan in their places on a page: frames with their lines, and the rules between.
import { rowsBetween, type HeadedPlan, type Plan } from './arrange';
import type { GalleyLine } from './galley';
import type { Masthead } from './masthead';
import type { Em, Frame, FrameRole, Furniture, Rect, Rule, SetLine } from './model';
import { boxPadding, type Piece, type Shape } from './piece';
import { longestTier, spanSize, tierStart, type Filling, type TierGrid } from './tiers';
import type { Article } from '../publication/issue';

/** A page while it fills. */
export type OpenPage = {
  readonly frames: Frame[];
  readonly rules: Rule[];
  readonly furniture: Furniture[];
};

/** What placing needs to know of the page. */
export type Placing = {
  readonly grid: TierGrid;
  readonly linePitch: Em;
  readonly nextFrameId: () => string;
};

/** A part of the page: tiers from `tier`, rows from `row`. */
export type Region = {
  readonly tier: number;
  readonly tiers: number;
  readonly row: number;
  readonly rows: number;
};

const articleRule: Em = 0.08;
const tierRule: Em = 0.04;

/** Places a plan in a region; rows it does not need go to its headlines first. */
export function placePlan(placing: Placing, page: OpenPage, plan: Plan, region: Region): void {
  switch (plan.kind) {
    case 'piece':
      placePiece(placing, page, plan.piece, plan.shape, region);
      return;
    case 'strips':
      placeStrips(placing, page, plan.parts, region);
      return;
    case 'beside':
      placeBeside(placing, page, plan.parts, region);
      return;
    case 'masthead':
      placeMasthead(placing, page, plan.masthead, region);
      return;
    case 'headed':
      placeHeaded(placing, page, plan, region);
  }
}

/** The masthead and the headline beside each other, the body over all tiers below them. */
function placeHeaded(placing: Placing, page: OpenPage, plan: HeadedPlan, region: Region): void {
  const { shape, piece, masthead, mastheadTiers } = plan;
  const headRows = plan.headRows + Math.min(headAir, Math.max(0, region.rows - plan.rows));
  const head = { ...region, rows: headRows };
  placeMasthead(placing, page, masthead, { ...head, tiers: mastheadTiers });
  const beside = regionRect(placing, {
    ...head,
    tier: region.tier + mastheadTiers,
    tiers: region.tiers - mastheadTiers,
  });
  placeHeadlines(placing, page, shape, beside, beside.block, headRows - shape.headRows);
  const { inline, block, blockSize } = regionRect(placing, head);
  placeBody(placing, page, piece.article, piece.role, shape.lines, shape.balanced, shape.columns, {
    inline,
    block: block + blockSize,
  });
}

/** Rows that a headline can take besides its own without looking loose. */
const headAir = 3;

/** Its last border reaches to the region's end, where that is near. */
function placeMasthead(placing: Placing, page: OpenPage, masthead: Masthead, region: Region): void {
  const outer = regionRect(placing, region);
  const moved = (rect: Rect): Rect => ({
    ...rect,
    inline: rect.inline + outer.inline,
    block: rect.block + outer.block,
  });
  const end = masthead.rows * placing.linePitch;
  masthead.boxes.forEach((box) => {
    const isLast = box.block + box.blockSize > end - 1e-6;
    const isNear = outer.blockSize - end < 3 * placing.linePitch;
    const blockSize = isLast && isNear ? outer.blockSize - box.block : box.blockSize;
    page.rules.push({ kind: 'box', rect: moved({ ...box, blockSize }) });
  });
  page.furniture.push(...masthead.furniture.map((piece) => ({ ...piece, rect: moved(piece.rect) })));
}

function placeStrips(placing: Placing, page: OpenPage, parts: readonly Plan[], region: Region): void {
  const needed = parts.reduce((sum, part) => sum + part.rows, 0) + (parts.length - 1) * rowsBetween;
  const extra = shareRows(Math.max(0, region.rows - needed), parts.map(roomToGrow));
  let row = region.row;
  parts.forEach((part, at) => {
    const previous = parts[at - 1];
    if (previous !== undefined) {
      if (!endsInBox(previous) && !startsInBox(part)) ruleBetweenStrips(placing, page, region, row);
      row += rowsBetween;
    }
    const rows = part.rows + (extra[at] ?? 0);
    placePlan(placing, page, part, { ...region, row, rows });
    row += rows;
  });
}

/** How many rows a part can take besides what it needs without looking loose. */
export function roomToGrow(plan: Plan): number {
  switch (plan.kind) {
    case 'piece':
      return plan.shape.headRows > 0 ? 3 : plan.piece.isBoxed ? 1 : 0;
    case 'strips':
      return plan.parts.reduce((sum, part) => sum + roomToGrow(part), 0);
    case 'beside':
      return plan.parts.reduce((least, part) => Math.min(least, roomToGrow(part) + plan.rows - part.rows), 3);
    case 'headed':
      return headAir;
    case 'masthead':
      return 1;
  }
}

/** Shares rows out one by one, in turn, as far as there is room. */
function shareRows(rows: number, room: readonly number[]): readonly number[] {
  const shares = room.map(() => 0);
  let left = rows;
  for (let isShared = true; left > 0 && isShared;) {
    isShared = false;
    for (let at = 0; at < room.length && left > 0; at++) {
      const share = shares[at] ?? 0;
      if (share >= (room[at] ?? 0)) continue;
      shares[at] = share + 1;
      left--;
      isShared = true;
    }
  }
  return shares;
}

/** The rule between two strips, in the middle of the rows between them. */
export function ruleBetweenStrips(placing: Placing, page: OpenPage, region: Region, row: number): void {
  page.rules.push({
    kind: 'article',
    rect: {
      inline: tierStart(placing.grid, region.tier),
      block: (row + rowsBetween / 2) * placing.linePitch - articleRule / 2,
      inlineSize: spanSize(placing.grid, region.tiers),
      blockSize: articleRule,
    },
  });
}

function placeBeside(placing: Placing, page: OpenPage, parts: readonly Plan[], region: Region): void {
  let { tier } = region;
  parts.forEach((part, at) => {
    const previous = parts[at - 1];
    if (previous !== undefined && !(isBox(previous) || isBox(part))) {
      pushTierRule(placing, page, tierStart(placing.grid, tier) - placing.grid.gap / 2, region, articleRule);
    }
    placePlan(placing, page, part, { ...region, tier, tiers: part.tiers });
    tier += part.tiers;
  });
}

function isBox(plan: Plan): boolean {
  return plan.kind === 'masthead' || (plan.kind === 'piece' && plan.piece.isBoxed);
}

/** Whether a plan has nothing but boxes at its end: their borders part it from what follows. */
export function endsInBox(plan: Plan): boolean {
  if (!('parts' in plan)) return isBox(plan);
  return (plan.kind === 'strips' ? plan.parts.slice(-1) : plan.parts).every(endsInBox);
}

/** Whether a plan has nothing but boxes at its start. */
export function startsInBox(plan: Plan): boolean {
  if (!('parts' in plan)) return isBox(plan);
  return (plan.kind === 'strips' ? plan.parts.slice(0, 1) : plan.parts).every(startsInBox);
}

function placePiece(placing: Placing, page: OpenPage, piece: Piece, shape: Shape, region: Region): void {
  const outer = regionRect(placing, region);
  if (piece.isBoxed) {
    page.rules.push({ kind: 'box', rect: outer });
    placeBoxed(placing, page, piece, shape, outer, region.rows);
    return;
  }
  const air = shape.headRows > 0 ? Math.min(3, region.rows - shape.rows) : 0;
  const head = shape.isHeadInTier ? { ...outer, inlineSize: shape.columns.measure } : outer;
  const start = region.row * placing.linePitch;
  const end = placeHeadlines(placing, page, shape, head, start, air);
  placeBody(placing, page, piece.article, piece.role, shape.lines, shape.balanced, shape.columns, {
    inline: outer.inline,
    block: shape.isHeadInTier ? start : end,
  });
}

function placeBoxed(
  placing: Placing,
  page: OpenPage,
  piece: Piece,
  shape: Shape,
  outer: Rect,
  rows: number,
): void {
  const used = spanSize(shape.columns, shape.columns.count);
  const inner = { inline: outer.inline + (outer.inlineSize - used) / 2, inlineSize: used };
  const slack = rows - boxPadding.rows - shape.rows + boxPadding.rows;
  const start = outer.block + ((boxPadding.rows + slack) / 2) * placing.linePitch;
  const block = placeHeadlines(placing, page, shape, { ...outer, ...inner }, start, 0);
  placeBody(placing, page, piece.article, piece.role, shape.lines, shape.balanced, shape.columns, {
    inline: inner.inline,
    block,
  });
}

/** Places the headline blocks one after the other; gives where the body begins. `air` rows are spread around them. */
export function placeHeadlines(
  placing: Placing,
  page: OpenPage,
  shape: Pick<Shape, 'headlines'>,
  span: Pick<Rect, 'inline' | 'inlineSize'>,
  start: Em,
  air: number,
): Em {
  let block = start;
  shape.headlines.forEach(({ article, block: headline }, at) => {
    const extra = at === 0 ? air * placing.linePitch : 0;
    pushFrame(
      placing,
      page,
      article,
      'headline',
      headline.lines.map((line) => ({ ...line, block: line.block + extra / 2 })),
      {
        inline: span.inline,
        block,
        inlineSize: span.inlineSize,
        blockSize: headline.rows * placing.linePitch + extra,
      },
    );
    block += headline.rows * placing.linePitch + extra;
  });
  return block;
}

/** Places a filling of columns side by side, with a rule in each gap. */
export function placeBody(
  placing: Placing,
  page: OpenPage,
  article: Article,
  role: FrameRole,
  lines: readonly GalleyLine[],
  filling: Filling,
  columns: TierGrid,
  origin: Pick<Rect, 'inline' | 'block'>,
): void {
  const blockSize = longestTier(filling) * placing.linePitch;
  filling.tiers.forEach((tier, at) => {
    const inline = origin.inline + tierStart(columns, at);
    if (tier.to > tier.from)
      pushFrame(placing, page, article, role, placeLines(lines, tier.from, tier.to, placing.linePitch), {
        inline,
        block: origin.block + (tier.row ?? 0) * placing.linePitch,
        inlineSize: columns.measure,
        blockSize: tier.rows * placing.linePitch,
      });
    if (at > 0) {
      const inset = Math.min(0.5, blockSize / 4);
      page.rules.push({
        kind: 'tier',
        rect: {
          inline: inline - columns.gap / 2 - tierRule / 2,
          block: origin.block + inset,
          inlineSize: tierRule,
          blockSize: blockSize - 2 * inset,
        },
      });
    }
  });
}

function pushTierRule(placing: Placing, page: OpenPage, inline: Em, region: Region, thickness: Em): void {
  const { block, blockSize } = regionRect(placing, region);
  page.rules.push({
    kind: 'article',
    rect: { inline: inline - thickness / 2, block, inlineSize: thickness, blockSize },
  });
}

function regionRect({ grid, linePitch }: Placing, { tier, tiers, row, rows }: Region): Rect {
  return {
    inline: tierStart(grid, tier),
    block: row * linePitch,
    inlineSize: spanSize(grid, tiers),
    blockSize: rows * linePitch,
  };
}

function placeLines(lines: readonly GalleyLine[], from: number, to: number, pitch: Em): readonly SetLine[] {
  let row = 0;
  return lines.slice(from, to).map((line) => {
    const { start, end, cells, inline, measure, isLast, face, size, rows } = line;
    const block = row * pitch;
    row += rows;
    return { start, end, cells, block, blockSize: rows * pitch, inline, measure, isLast, face, size };
  });
}

function pushFrame(
  placing: Placing,
  page: OpenPage,
  article: Article,
  role: FrameRole,
  lines: readonly SetLine[],
  rect: Rect,
): void {
  page.frames.push({ frameId: placing.nextFrameId(), articleId: article.articleId, role, rect, lines });
}
