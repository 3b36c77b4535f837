// The lines of a list, as contents and indexes have them: words, then leaders to the page at the end of the line. The
// leaders are spaces for every reader and points only to the eye.
import type { Article, Block } from '../../../src-core/publication/issue';
import { articleIdSchema } from '../../../src-core/publication/issue';
import type { Cluster } from '../../../src-core/typesetting/cluster';
import type { Compositor } from '../../../src-core/typesetting/galley';
import { breakLines } from '../../../src-core/typesetting/line-break';
import type { Cell, Em, SetLine } from '../../../src-core/typesetting/model';
import { naturalReach, setLine } from '../../../src-core/typesetting/set-line';
import type { MatterLine, MatterList } from './matter';

/** A list as an article: the first block is its title, then one for each line. */
export function listArticle({ id, title, lines }: MatterList): Article {
  const blocks: Block[] = [{ role: 'headline', start: 0, end: title.length }];
  let text = title;
  for (const { role, text: words, tail } of lines) {
    const whole = wholeText(words, tail);
    const start = text.length + 1;
    text += `\n${whole}`;
    blocks.push({ role: role === 'group' ? 'subhead' : 'paragraph', start, end: start + whole.length });
  }
  return { articleId: articleIdSchema.parse(id), type: 'article', text, blocks };
}

function wholeText(words: string, tail: string | undefined): string {
  return tail === undefined ? words : `${words}\u3000${tail}`;
}

/** One line of a list set in lines of type; `block` is still to be said. */
export type SetListLine = Omit<SetLine, 'block'>;

/** White that words leave for the leaders before a tail, in em. */
const beforeTail: Em = 1.5;
/** Further lines of one entry begin so far inside its first. */
const hanging: Em = 1;

/** Sets the line which is the block of `article`, in a measure of so many characters. */
export function setListLine(
  compositor: Compositor,
  article: Article,
  block: Block,
  { role, text, tail }: MatterLine,
  measure: number,
): readonly SetListLine[] {
  const { linePitch, style } = compositor.spec;
  const face = role === 'group' ? 'hei-bold' : 'song';
  const words = { ...block, end: block.start + text.length };
  const clusters = compositor.clusters(article.text, words, face);
  const tailClusters =
    tail === undefined
      ? []
      : compositor.clusters(article.text, { ...block, start: block.end - tail.length }, face);
  const tailWidth = naturalReach(tailClusters, 0, style.region)(tailClusters.length);
  const indent = role === 'remark' ? hanging : 0;
  const room = measure - (tail === undefined ? 0 : tailWidth + beforeTail);
  const lines = breakLines(clusters, {
    measure: room,
    firstIndent: indent,
    indent: indent + (role === 'group' ? 0 : hanging),
    region: style.region,
  });
  return lines.map((line, at) => {
    const isLast = at === lines.length - 1;
    const cells =
      isLast && tail !== undefined
        ? withTail(line.cells, tailClusters, tailWidth, measure, words.end, style.region)
        : line.cells;
    return {
      start: line.start,
      end: cells.at(-1)?.end ?? line.end,
      cells,
      blockSize: linePitch,
      inline: 0,
      measure,
      isLast,
      face,
      size: 1,
    };
  });
}

function withTail(
  cells: readonly Cell[],
  tail: readonly Cluster[],
  tailWidth: Em,
  measure: number,
  leaderAt: number,
  region: 'GB' | 'CNS',
): readonly Cell[] {
  const start = measure - tailWidth;
  const reached = cells.at(-1)?.boxEnd ?? 0;
  const leaders: Cell[] = [];
  // On the grid of the lines' end, so that the points of all lines stand below one another.
  for (let inline = Math.ceil(reached + 0.25); inline + 1 <= start - 0.25; inline++) {
    leaders.push(leader(inline, leaderAt));
  }
  const set = setLine(tail, 0, tail.length, { measure, indent: start, region, mayStretch: false });
  return [...cells, ...leaders, ...set];
}

/** All leaders of a line stand for the one space before its end. */
function leader(inline: Em, offset: number): Cell {
  return {
    start: offset,
    end: offset + 1,
    text: '\u3000',
    display: '·',
    paint: 'upright',
    inline,
    advance: 1,
    boxStart: inline,
    boxEnd: inline + 1,
    scale: 1,
    role: 'paragraph',
  };
}
