// Book titles with a wavy line beside them (GB/T 15834-2011, 5.2.4): the older form of 竖排, in which the line stands for
// 《》. The marks stay in the text: each shares the cell of the character next to it and is not painted.
import type { Cluster } from './cluster';
import type { MarkedStretch } from './mark-drawing';
import type { Em, LineBox } from './model';

/** Gives the clusters with each 《…》 that closes in the same block as a title without marks. */
export function withTitleLines(clusters: readonly Cluster[]): Cluster[] {
  const joined: Cluster[] = [];
  let at = 0;
  for (let cluster = clusters[at]; cluster !== undefined; cluster = clusters[at]) {
    const close = cluster.text === '《' ? closingAt(clusters, at) : null;
    if (close === null || close < at + 2) {
      joined.push(cluster);
      at++;
      continue;
    }
    joined.push(...titleOf(clusters.slice(at, close + 1)));
    at = close + 1;
  }
  return joined;
}

/** Where the title that opens at `from` closes; null where it does not, or a line is forced to end in it. */
function closingAt(clusters: readonly Cluster[], from: number): number | null {
  let depth = 0;
  for (let at = from; at < clusters.length; at++) {
    const cluster = clusters[at];
    if (cluster === undefined || cluster.isForcedEnd) return null;
    if (cluster.text === '《') depth++;
    if (cluster.text === '》' && --depth === 0) return at;
  }
  return null;
}

function titleOf(clusters: readonly Cluster[]): readonly Cluster[] {
  const title = clusters[0]?.start;
  const named = clusters.map((cluster) => ({ ...cluster, title }));
  const inner = named.slice(1, -1);
  const [open, close] = [named[0], named.at(-1)];
  const first = inner[0];
  if (open === undefined || close === undefined || first === undefined) return clusters;
  inner[0] = {
    ...first,
    start: open.start,
    text: open.text + first.text,
    display: first.display ?? first.text,
    stops: first.stops && [...open.text].map(() => 0).concat(first.stops),
    glued: open.glued,
  };
  const last = inner.at(-1);
  if (last === undefined) return clusters;
  inner[inner.length - 1] = {
    ...last,
    end: close.end,
    text: last.text + close.text,
    display: last.display ?? last.text,
    stops: last.stops && [...last.stops, last.stops.at(-1) ?? 0],
  };
  return inner;
}

/** A title's piece in one line, and where it begins, in em from the line's start. */
export type TitleStretch = MarkedStretch & { readonly start: Em };

/** Gives the pieces of titles in a line beside which a wavy line is to be drawn. */
export function titleStretches({ cells }: Pick<LineBox, 'cells'>): readonly TitleStretch[] {
  const stretches: TitleStretch[] = [];
  for (let at = 0; at < cells.length;) {
    const first = cells[at];
    let end = at + 1;
    while (end < cells.length && cells[end]?.title === first?.title) end++;
    const last = cells[end - 1];
    if (first?.title !== undefined && last !== undefined) {
      stretches.push({
        start: first.boxStart,
        length: last.boxEnd - first.boxStart,
        signs: [],
        opens: first.start === first.title,
        closes: last.text.endsWith('》'),
        level: 0,
      });
    }
    at = end;
  }
  return stretches;
}
