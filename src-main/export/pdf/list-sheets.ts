// A list on sheets: its title in the first tier, its lines from tier to tier, headings kept with what they head.
import type { Article } from '../../../src-core/publication/issue';
import { createCompositor } from '../../../src-core/typesetting/galley';
import { setHeadline } from '../../../src-core/typesetting/headline-block';
import type {
  Frame,
  IssueLayout,
  LatinMetrics,
  PageLayout,
  SetLine,
} from '../../../src-core/typesetting/model';
import type { PageSpec } from '../../../src-core/typesetting/page-spec';
import { tierRules, type TierPlan } from './impose';
import { listArticle, setListLine } from './list-lines';
import type { MatterLine, MatterList } from './matter';

export type ListSheets = {
  readonly article: Article;
  readonly layout: IssueLayout;
  /** The range of each line in the article's text. */
  readonly ranges: readonly { readonly line: MatterLine; readonly start: number; readonly end: number }[];
};

/** The size of a list's title, a step of the headlines. */
const titleStep = 4;
/** Rows of white before a group. */
const beforeGroup = 1;

/** Sets a list on as many sheets as it needs. */
export function setList(
  list: MatterList,
  spec: PageSpec,
  tiers: TierPlan,
  metrics: LatinMetrics,
): ListSheets {
  const compositor = createCompositor(spec, metrics);
  const article = listArticle(list);
  const [, ...blocks] = article.blocks;
  const { linePitch } = spec;
  const rows = Math.max(4, Math.floor(spec.blockSize / linePitch + 1e-9));
  const heading = setHeadline(compositor, article, tiers.measure, titleStep);
  const columns: { lines: SetLine[] }[] = [{ lines: [] }];
  const headRows = heading === null ? 0 : heading.rows + 1;
  let row = headRows;
  const ranges = list.lines.map((line, at) => {
    const block = blocks[at];
    if (block === undefined) throw new Error('a list has a block for each of its lines');
    const set = setListLine(compositor, article, block, line, tiers.measure);
    const white = line.role === 'group' && row > headRows ? beforeGroup : 0;
    // A heading stands with the first line of what it heads.
    const least = line.role === 'group' ? white + set.length + 1 : Math.min(2, set.length);
    if (row > 0 && row + least > rows) row = nextColumn(columns);
    else row += white;
    for (const one of set) {
      if (row >= rows) row = nextColumn(columns);
      columns.at(-1)?.lines.push({ ...one, block: row * linePitch });
      row++;
    }
    return { line, start: block.start, end: block.end };
  });
  const pages: PageLayout[] = [];
  for (let first = 0; first < columns.length; first += tiers.count) {
    const frames = columns.slice(first, first + tiers.count).flatMap(({ lines }, tier): readonly Frame[] => {
      const rect = {
        inline: tier * (tiers.measure + tiers.gap),
        block: 0,
        inlineSize: tiers.measure,
        blockSize: spec.blockSize,
      };
      const frame = { articleId: article.articleId, rect };
      const id = `${list.id}-${first + tier}`;
      return [
        ...(first + tier === 0 && heading !== null
          ? [{ ...frame, frameId: `${id}-head`, role: 'headline' as const, lines: heading.lines }]
          : []),
        { ...frame, frameId: id, role: 'body' as const, lines },
      ];
    });
    pages.push({
      inlineSize: spec.inlineSize,
      blockSize: spec.blockSize,
      frames,
      rules: tierRules(Math.min(tiers.count, columns.length - first), spec, tiers),
      furniture: [],
    });
  }
  return { article, layout: { direction: spec.direction, pages }, ranges };
}

function nextColumn(columns: { lines: SetLine[] }[]): number {
  columns.push({ lines: [] });
  return 0;
}
