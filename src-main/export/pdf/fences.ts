// Fences of unseen words that part a vertical page 版面 for poppler. It takes any block for one that may be read before
// another unless it lies wholly below that, so that of a headline across several tiers and the tiers after it the tiers
// come first. What stands between two blocks in its strip, and to the left of the one, keeps the other from coming before
// it; and what stands upside down never comes before anything but by its place. So between what is read first and what is
// read next stands a fence, as long as both together, and behind the fence a cap at each frame that is read next: the cap
// keeps the frame from being read before the fence. All are doubled spaces, upside down, in white.
import { leastOf, mostOf, type SeenFrame, type SeenPiece, type SpaceWord } from './seen-frames';

/**
 * Sizes of stops and of caps. All sizes are so different that poppler never takes words of two of them for one block.
 */
const sizes = {
  stop: 0.2,
  cap: 0.35,
  outerCap: 0.12,
} as const;

/** The sizes of fences that are drawn out, as they are taken one after the other, and of those that are not. */
export type FenceSizes = { readonly drawnOut: readonly number[]; readonly plain: number };

/** Ways to choose them: the larger, the fewer words, and upside down they must not be most of the page. */
export const fenceSizes: readonly FenceSizes[] = [
  { drawnOut: [37, 14.6, 5.8, 93, 2.3, 0.9, 233], plain: 14.6 },
  { drawnOut: [14.6, 37, 5.8, 93, 2.3, 0.9, 233], plain: 37 },
  { drawnOut: [5.8, 2.3, 37, 0.9, 93, 14.6, 233], plain: 14.6 },
];

/** From one word of a fence to the next, in its own size: a little less than poppler's limit. */
const pitch = 1.45;

/** Between what follows each other across the lines, so much must lie for a fence. */
const leastParting = 3;

/** A place where what is read first and what is read next are parted. */
type Parting = {
  readonly before: readonly SeenFrame[];
  readonly after: readonly SeenFrame[];
};

/**
 * Gives the words that part the frames of a page, which are in reading order; null where the frames cannot be parted one
 * after the other, or there is no room. `em` is the size of the body type.
 */
export function fencesOf(
  frames: readonly SeenFrame[],
  em: number,
  chosen: FenceSizes,
): readonly SpaceWord[] | null {
  const found = partingsOf(frames);
  if (found === null) return null;
  const partings = placed(
    found,
    frames.flatMap(({ blocks }) => blocks.map(({ right }) => right)),
  );
  const far = Math.min(...frames.map(({ left }) => left)) - em;
  const fences: Fence[] = [];
  for (const parting of [...partings].sort((one, other) => other.place - one.place)) {
    const built = fenceOf(parting, frames, fences, chosen);
    if (built === null) return null;
    fences.push(built);
  }
  const isDrawnOut = new Set(fences.flatMap((fence) => (fence.isDrawnOut ? [fence.parting] : [])));
  return [
    ...fences.flatMap((fence) => wordsOf(fence, far)),
    ...capsOf(partings, far, (parting) => isDrawnOut.has(parting)),
  ];
}

/** Parts frames into what is read first and what next, again and again; tiers below each other need nothing between. */
function partingsOf(frames: readonly SeenFrame[]): readonly Parting[] | null {
  if (frames.length < 2) return [];
  for (let count = 1; count < frames.length; count++) {
    const [before, after] = [frames.slice(0, count), frames.slice(count)];
    if (mostOf(before, 'bottom') > leastOf(after, 'top')) continue;
    return joined([], partingsOf(before), partingsOf(after));
  }
  for (let count = 1; count < frames.length; count++) {
    const [before, after] = [frames.slice(0, count), frames.slice(count)];
    if (leastOf(before, 'lastRight') - mostOf(after, 'right') < leastParting) continue;
    return joined([{ before, after }], partingsOf(before), partingsOf(after));
  }
  return null;
}

function joined(...parts: readonly (readonly Parting[] | null)[]): readonly Parting[] | null {
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}

type PlacedParting = Parting & { readonly place: number; readonly top: number; readonly bottom: number };

/**
 * Says where the partings' fences stand: as near to what is read first as they can, but the lower ones a little further to
 * the left, for poppler draws each block out to what lies below it, as far as nothing is beside it.
 */
function placed(partings: readonly Parting[], rights: readonly number[]): readonly PlacedParting[] {
  const known: PlacedParting[] = [];
  const reaching = partings.map((parting) => ({ ...parting, ...reachOf(parting) }));
  for (const parting of reaching.sort((one, other) => one.top - other.top)) {
    const [last, next] = [leastOf(parting.before, 'lastRight'), mostOf(parting.after, 'right')];
    const least = next + Math.min(2, (last - next) / 2);
    let place = Math.min(last - 1, Math.max(leastOf(parting.before, 'left') - 1, least));
    for (const other of [...known].sort((one, two) => two.place - one.place)) {
      if (Math.abs(other.place - place) < apart) place = Math.max(least, other.place - apart);
    }
    place = clearOfEdges(place, least, rights);
    known.push({ ...parting, place });
  }
  return known;
}

/**
 * Moves a fence to the left where a block ends just before it: poppler draws what stands beside the fence out to that block
 * below, and could not tell it from the caps.
 */
function clearOfEdges(place: number, least: number, rights: readonly number[]): number {
  let clear = place;
  for (;;) {
    const edge = rights.find((right) => right > clear - 0.9 && right < clear + 0.15);
    if (edge === undefined) return clear;
    clear = edge - 0.3;
    if (clear < least) return place;
  }
}

/** Between two fences that do not stand at the same tiers. */
const apart = 2.5;

function reachOf({ before, after }: Parting): { readonly top: number; readonly bottom: number } {
  const all = [...before, ...after];
  return { top: leastOf(all, 'top'), bottom: mostOf(all, 'bottom') };
}

/** A fence: words of one size in a column, the topmost drawn out to the left where that is asked. */
type Fence = {
  readonly parting: PlacedParting;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly isDrawnOut: boolean;
};

/**
 * Makes a fence beside those to its right; null where there is no room. What is upside down and lies wholly to the right
 * of something above it would come before that: so it is drawn out over it to the left. It then takes all words of its size
 * beside it for its own: no two such fences beside each other are of one size.
 */
function fenceOf(
  parting: PlacedParting,
  frames: readonly SeenFrame[],
  known: readonly Fence[],
  { drawnOut, plain }: FenceSizes,
): Fence | null {
  const { place: right, top, bottom } = parting;
  if (!frames.some((frame) => frame.bottom < top && frame.lastRight < right)) {
    return { parting, right, top, bottom, size: plain, isDrawnOut: false };
  }
  const size = drawnOut.find(
    (free) =>
      free < bottom - top &&
      !known.some(
        (fence) =>
          fence.size === free && fence.top < bottom + clearOf * free && fence.bottom > top - clearOf * free,
      ),
  );
  return size === undefined ? null : { parting, right: right - 0.3, top, bottom, size, isDrawnOut: true };
}

/** Fences of one size that are nearer to each other than so many of it are one. */
const clearOf = 1.7;

function wordsOf({ right, top, bottom, size, isDrawnOut }: Fence, far: number): readonly SpaceWord[] {
  const words = column(right, top, bottom, size);
  return isDrawnOut ? words.map((word, at) => (at === 0 ? { ...word, left: far } : word)) : words;
}

function column(right: number, top: number, bottom: number, size: number): readonly SpaceWord[] {
  const length = Math.max(0, bottom - top - size);
  const count = Math.max(1, Math.ceil(length / (pitch * size)));
  return Array.from({ length: count + 1 }, (_, at) => ({
    left: right - 0.2,
    right,
    base: top + 0.12 * size + (length * at) / count,
    size,
    isTurned: true,
  }));
}

/**
 * A cap for each block that nothing of the same side stands before: the lower ones, too, a little further to the left, and
 * no two of them so near each other that they are one block. Poppler draws each block out to the right as far as nothing is
 * beside it: a fence that is drawn out to the left is beside nothing, so a stop stands between it and each of its caps.
 */
function capsOf(
  partings: readonly PlacedParting[],
  far: number,
  hasStops: (parting: PlacedParting) => boolean,
): readonly SpaceWord[] {
  const bases: number[] = [];
  return partings
    .flatMap((parting) => {
      const blocks = parting.after.flatMap((frame) => frame.blocks);
      return blocks
        .filter((block) => !blocks.some((other) => other.right > block.right && meets(other, block)))
        .map((block) => {
          let base = beginningBeside(block, parting.before) + 2 * sizes.cap;
          while (bases.some((known) => Math.abs(known - base) < 2.2 * sizes.cap)) base += sizes.cap;
          bases.push(base);
          return { parting, base };
        });
    })
    .flatMap(({ parting, base }): readonly CapPlace[] => {
      if (!hasStops(parting)) return [{ parting, base, size: sizes.cap, stops: 0 }];
      const outer = partings.filter(
        (other) => other.place > parting.place && other.top <= base && other.bottom >= base,
      );
      return [
        { parting, base, size: sizes.cap, stops: outer.length + 1 },
        ...outer.map((other, at) => ({
          parting: other,
          base: base + stopStep * (at + 1),
          size: sizes.outerCap,
          stops: 0,
        })),
      ];
    })
    .sort((one, other) => one.base - other.base)
    .flatMap(({ parting, base, size, stops }, rank) => {
      const { place } = parting;
      const right = hasStops(parting) ? place - 0.45 - rank * 0.004 : place - 0.5 - rank * 0.012;
      const stop = { left: place - 0.4, right: place - 0.4, size: sizes.stop, isTurned: false, isStop: true };
      return [
        { left: far, right, base, size, isTurned: true },
        ...Array.from({ length: stops }, (_, at) => ({ ...stop, base: base + stopStep * at })),
      ];
    });
}

/** A cap of a parting, and how many stops stand before it. */
type CapPlace = {
  readonly parting: PlacedParting;
  readonly base: number;
  readonly size: number;
  readonly stops: number;
};

/** From one stop to the next below it, where they are to be one block. */
const stopStep = 0.3;

/** Where a block begins, or what is read before it and stands beside it: what stands there is beside both. */
function beginningBeside(block: SeenPiece, before: readonly SeenFrame[]): number {
  const starts = before
    .flatMap((frame) => frame.blocks)
    .filter((other) => meets(other, block))
    .map(({ top, bottom }) => ({
      top: Math.max(top, block.top),
      length: Math.min(bottom, block.bottom) - Math.max(top, block.top),
    }))
    .sort((one, other) => other.length - one.length);
  return starts[0]?.top ?? block.top;
}

function meets(one: SeenPiece, other: SeenPiece): boolean {
  return one.top < other.bottom && one.bottom > other.top;
}
