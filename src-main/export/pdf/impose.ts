// Puts tiers 段 (columns 栏 in 横排) together to sheets. The engine sets each tier as a page of its own, headlines within
// it, as simple vertical newspapers are made up; here they are imposed, one below the other in 竖排.
//
// Headlines do not span the tiers here: poppler, by which most Linux viewers copy and search, takes a vertical headline
// that does for the last thing to read. It finds the order of tiers that lie clear of one another, whatever stands in
// them. Pages made up as wholes need more to be read in order: see newspaper.ts.
import { runningHead } from '../../../src-core/typesetting/furniture';
import { layoutIssue } from '../../../src-core/typesetting/layout-issue';
import type {
  Em,
  Frame,
  Furniture,
  IssueLayout,
  LatinMetrics,
  PageLayout,
  Rule,
} from '../../../src-core/typesetting/model';
import type { PageSpec } from '../../../src-core/typesetting/page-spec';
import type { Issue } from '../../../src-core/publication/issue';

/** How a sheet is parted. */
export type TierPlan = {
  readonly count: number;
  /** Characters in a line. */
  readonly measure: number;
  /** White between two tiers. */
  readonly gap: Em;
  /** How far in it a rule stands, from the tier before; in its middle where it is left out. */
  readonly rule?: Em;
};

const hairline: Em = 0.05;

/**
 * Lays an issue out on sheets of `spec`; `firstSheet` is the number of sheets before them. What follows an issue has no
 * masthead.
 */
export function layoutSheets(
  issue: Issue,
  spec: PageSpec,
  tiers: TierPlan,
  metrics: LatinMetrics,
  firstSheet: number,
  hasMasthead = true,
): IssueLayout {
  const { measure } = tiers;
  const galleys = layoutIssue(
    issue,
    {
      ...spec,
      inlineSize: measure,
      measure: { min: measure, max: measure },
      order: 'placed',
      masthead: hasMasthead,
      sheetsBefore: firstSheet,
    },
    metrics,
  ).pages;
  const pages = Array.from({ length: Math.ceil(galleys.length / tiers.count) }, (_, sheet) =>
    impose(galleys.slice(sheet * tiers.count, (sheet + 1) * tiers.count), spec, tiers, sheet),
  );
  return {
    direction: spec.direction,
    pages: pages.map((page, sheet) => ({
      ...page,
      furniture: [
        ...runningHead(issue, spec, {
          sheet: firstSheet + sheet,
          articleId: page.frames[0]?.articleId ?? null,
          hasMasthead: page.furniture.some(({ kind }) => kind === 'masthead'),
        }),
        ...page.furniture,
      ],
    })),
  };
}

function impose(galleys: readonly PageLayout[], spec: PageSpec, tiers: TierPlan, sheet: number): PageLayout {
  const { measure, gap } = tiers;
  const frames: Frame[] = [];
  const rules: Rule[] = [];
  const furniture: Furniture[] = [];
  galleys.forEach((galley, tier) => {
    const inline = tier * (measure + gap);
    const moved = <T extends { readonly rect: Frame['rect'] }>(placed: T): T => ({
      ...placed,
      rect: { ...placed.rect, inline: placed.rect.inline + inline },
    });
    frames.push(
      ...galley.frames.map((frame) => ({ ...moved(frame), frameId: `s${sheet}-${tier}-${frame.frameId}` })),
    );
    rules.push(...galley.rules.map(moved));
    // A running head belongs to the sheet; a masthead stands in its tier.
    furniture.push(...galley.furniture.filter(({ kind }) => kind !== 'running').map(moved));
  });
  rules.push(...tierRules(galleys.length, spec, tiers));
  return { inlineSize: spec.inlineSize, blockSize: spec.blockSize, frames, rules, furniture };
}

/** The rules between so many tiers. */
export function tierRules(
  count: number,
  spec: PageSpec,
  { measure, gap, rule = gap / 2 }: TierPlan,
): readonly Rule[] {
  return Array.from({ length: Math.max(0, count - 1) }, (_, tier) =>
    tierRule(tier * (measure + gap) + measure + rule, spec.blockSize),
  );
}

function tierRule(inline: Em, blockSize: Em): Rule {
  return {
    kind: 'tier',
    rect: { inline: inline - hairline / 2, block: 0, inlineSize: hairline, blockSize },
  };
}
