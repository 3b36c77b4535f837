// The headline block: kicker 引题, headline 主题 and deck 副题 in the order of the text, across the tiers, on as many whole rows
// of the page as they need (占行), so that the body after it is back on the grid.
import type { Article, Block, BlockRole } from '../publication/issue';
import type { Cluster } from './cluster';
import { besideCharacter, partingCosts, withinWord } from './display-parting';
import type { PageFaces } from './faces';
import type { Compositor } from './galley';
import { displayBlocks } from './galley';
import { explodeLatin } from './latin-run';
import type { Em, Face, SetLine } from './model';
import { naturalReach, setLine } from './set-line';

export type HeadlineBlock = {
  /** Lines with their places from the block's own start. */
  readonly lines: readonly SetLine[];
  /** How many rows of the page the block takes. */
  readonly rows: number;
  /** How many lines its longest display block is broken into. */
  readonly longest: number;
};

/** Sizes of type in em of the body, a step apart. */
export const sizeSteps: readonly Em[] = [1, 1.25, 1.5, 1.8, 2.2, 2.6, 3.2, 3.8];

type HeadlinesBySize = Map<string, HeadlineBlock | null>;

const headlinesOf = new WeakMap<Compositor, Map<Article, HeadlinesBySize>>();

/** Sets a headline as {@link composeHeadline} does, once for each span and step: many shapes of a piece have the same. */
export function setHeadline(
  compositor: Compositor,
  article: Article,
  span: Em,
  step: number,
): HeadlineBlock | null {
  const ofArticles = headlinesOf.get(compositor) ?? new Map<Article, HeadlinesBySize>();
  headlinesOf.set(compositor, ofArticles);
  const known: HeadlinesBySize = ofArticles.get(article) ?? new Map<string, HeadlineBlock | null>();
  ofArticles.set(article, known);
  const key = `${span} ${step}`;
  let headline = known.get(key);
  if (headline === undefined) known.set(key, (headline = composeHeadline(compositor, article, span, step)));
  return headline;
}

/**
 * Sets an article's display blocks over `span` em. `step` is the headline's place in {@link sizeSteps}; kicker and deck
 * are two steps smaller. Null where the article has none.
 */
function composeHeadline(
  compositor: Compositor,
  article: Article,
  span: Em,
  step: number,
): HeadlineBlock | null {
  const blocks = displayBlocks(article).filter((block) => block.end > block.start);
  if (blocks.length === 0) return null;
  const lines: SetLine[] = [];
  let thickness = 0;
  let longest = 0;
  blocks.forEach((block, at) => {
    const form = formOf(block.role, stepWithin(span, step), blocks, compositor.faces);
    if (at > 0) thickness += 0.35;
    const display = setDisplay(compositor, article, block, span, form);
    longest = Math.max(longest, display.length);
    for (const line of display) {
      lines.push({ ...line, block: thickness });
      thickness += line.blockSize;
    }
  });
  const { linePitch } = compositor.spec;
  const rows = Math.ceil((thickness + 1) / linePitch);
  const before = (rows * linePitch - thickness) / 2;
  return { lines: lines.map((line) => ({ ...line, block: line.block + before })), rows, longest };
}

/** The largest step at which a line still holds a few characters. */
function stepWithin(span: Em, step: number): number {
  let within = Math.min(step, sizeSteps.length - 1);
  while (within > 0 && (sizeSteps[within] ?? 1) * leastHeadline > span) within--;
  return within;
}

/** A headline is set smaller rather than in lines of fewer characters than this. */
const leastHeadline = 5;

type DisplayForm = { readonly face: Face; readonly size: Em; readonly leading: number };

function formOf(role: BlockRole, step: number, blocks: readonly Block[], faces: PageFaces): DisplayForm {
  const size = (at: number): Em => sizeSteps[Math.max(0, Math.min(sizeSteps.length - 1, at))] ?? 1;
  const hasHeadline = blocks.some((block) => block.role === 'headline' || block.role === 'label');
  if (role === 'headline' || role === 'label' || !hasHeadline) {
    return { face: faces.headline, size: size(step), leading: 1.25 };
  }
  return { face: faces.deck, size: size(step - 2), leading: 1.35 };
}

/** Sets one display block centred, in as many lines as its size asks, broken where the words part. */
function setDisplay(
  compositor: Compositor,
  article: Article,
  block: Block,
  span: Em,
  form: DisplayForm,
): readonly Omit<SetLine, 'block'>[] {
  const { region } = compositor.spec.style;
  const measure = Math.max(1, span / form.size);
  const words = displayWords(compositor, article, block, form.face, measure);
  const { clusters } = words;
  const ends = displayEnds(words, measure);
  return ends.map((to, at) => {
    const from = ends[at - 1] ?? 0;
    const cells = setLine(clusters, from, to, { measure, indent: 0, region, mayStretch: false });
    const reached = cells.at(-1)?.boxEnd ?? 0;
    return {
      start: cells[0]?.start ?? block.start,
      end: cells.at(-1)?.end ?? block.end,
      cells,
      blockSize: form.size * form.leading,
      inline: Math.max(0, (span - reached * form.size) / 2),
      measure,
      isLast: at === ends.length - 1,
      face: form.face,
      size: form.size,
    };
  });
}

/** A display block with what its breaking asks again and again, at every span and size: each is worked out once. */
type DisplayWords = {
  readonly clusters: readonly Cluster[];
  /** How far the clusters from `from` to before `to` reach in one line. */
  readonly width: (from: number, to: number) => Em;
  /** What it costs to end a line before the cluster `at`. */
  readonly partingCost: (at: number) => number;
};

type DisplayWordsByFace = Map<Face, DisplayWords>;

const wordsOf = new WeakMap<Compositor, Map<Block, DisplayWordsByFace>>();

function displayWords(
  compositor: Compositor,
  article: Article,
  block: Block,
  face: Face,
  measure: Em,
): DisplayWords {
  const ofBlocks = wordsOf.get(compositor) ?? new Map<Block, DisplayWordsByFace>();
  wordsOf.set(compositor, ofBlocks);
  const ofFaces: DisplayWordsByFace = ofBlocks.get(block) ?? new Map<Face, DisplayWords>();
  ofBlocks.set(block, ofFaces);
  const words =
    ofFaces.get(face) ??
    toDisplayWords(compositor, compositor.clusters(article.text, block, face), article.text);
  ofFaces.set(face, words);
  if (words.clusters.every((cluster) => cluster.advance <= measure)) return words;
  const parted = words.clusters.flatMap((cluster) =>
    cluster.advance > measure ? explodeLatin(cluster, measure) : [cluster],
  );
  return toDisplayWords(compositor, parted, article.text);
}

function toDisplayWords(compositor: Compositor, clusters: readonly Cluster[], text: string): DisplayWords {
  const { region } = compositor.spec.style;
  const reaches: ((to: number) => Em)[] = [];
  return {
    clusters,
    width: (from, to) => (reaches[from] ??= naturalReach(clusters, from, region))(to),
    partingCost: partingCosts(clusters, text),
  };
}

/** Another line is rather taken than a word parted. */
const lineCost = 5;

/** Ends of the lines: few lines, of like length, broken where words part. */
function displayEnds(words: DisplayWords, measure: Em): readonly number[] {
  const { clusters, width } = words;
  const total = width(0, clusters.length);
  const fewest = Math.ceil(total / measure - 1e-9);
  const isForced = clusters.some((cluster) => cluster.isForcedEnd);
  if (fewest <= 1 && !isForced) return [clusters.length];
  const isHeadlineLike = clusters.length <= 120;
  let best: Partial | null = null;
  for (let count = Math.max(1, fewest); isHeadlineLike && count <= fewest + 2; count++) {
    const found = bestEnds(words, measure, count, total / count);
    const cost = (found?.cost ?? Infinity) + (count - fewest) * lineCost;
    if (found !== null && cost < (best?.cost ?? Infinity)) best = { ...found, cost };
    if (best !== null && !partsWord(words, best.ends)) break;
  }
  return best?.ends ?? greedyEnds(words, measure);
}

type Partial = { readonly cost: number; readonly ends: readonly number[] };

function bestEnds(
  { clusters, width, partingCost: costOf }: DisplayWords,
  measure: Em,
  count: number,
  ideal: Em,
): Partial | null {
  let partials = new Map<number, Partial>([[0, { cost: 0, ends: [] }]]);
  for (let line = 1; line <= count; line++) {
    const next = new Map<number, Partial>();
    for (const [from, partial] of partials) {
      for (let to = from + 1; to <= clusters.length; to++) {
        const reached = width(from, to);
        if (reached > measure + 1e-9) break;
        if ((to === clusters.length) !== (line === count)) continue;
        const parting = to === clusters.length ? 0 : costOf(to);
        if (parting === Infinity) continue;
        const cost = partial.cost + parting + ((reached - ideal) / ideal) ** 2 * 20;
        const known = next.get(to);
        if (known === undefined || cost < known.cost) next.set(to, { cost, ends: [...partial.ends, to] });
      }
    }
    partials = next;
  }
  return partials.get(clusters.length) ?? null;
}

function partsWord({ partingCost }: DisplayWords, ends: readonly number[]): boolean {
  return ends.slice(0, -1).some((end) => partingCost(end) >= besideCharacter);
}

/** Fills line after line to the last place in its second half that parts no word; else to the last that may part at all. */
function greedyEnds({ clusters, width, partingCost }: DisplayWords, measure: Em): readonly number[] {
  const ends: number[] = [];
  let from = 0;
  while (from < clusters.length) {
    let farthest = from + 1;
    while (farthest < clusters.length && width(from, farthest + 1) <= measure + 1e-9) farthest++;
    const half = (from + farthest) / 2;
    const to =
      farthest === clusters.length
        ? farthest
        : (lastBelow(withinWord, half, farthest, partingCost) ??
          lastBelow(Infinity, from, farthest, partingCost) ??
          farthest);
    ends.push(to);
    from = to;
  }
  return ends;
}

function lastBelow(cost: number, from: number, to: number, costOf: (at: number) => number): number | null {
  for (let at = to; at > from; at--) if (costOf(at) < cost) return at;
  return null;
}
