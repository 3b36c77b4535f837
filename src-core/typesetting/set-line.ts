// Places the cells of one line. White space is cut and stretched in clreq's order ("line adjustment"); the boxes of the
// cells meet without gaps, so that marks over neighbours join.
import type { Cluster } from './cluster';
import { lettersOfLatin } from './latin-run';
import type { Cell, Em } from './model';
import type { TypesettingStyle } from './page-spec';
import {
  adjacentCut,
  autospaceLeast,
  autospaceMost,
  gapBetween,
  isEaten,
  mayStretch,
  spaceSlack,
  tolerance,
  wordSpaceMost,
} from './spacing';

export type LineSetting = {
  readonly measure: Em;
  readonly indent: Em;
  readonly region: TypesettingStyle['region'];
  /** Whether the line is stretched to its measure where it is short of it. */
  readonly mayStretch: boolean;
};

/** White space of one cluster in the line being set. */
type Slot = {
  readonly cluster: Cluster;
  /** Cut from the em box before and behind the ink. */
  cutLead: Em;
  cutTrail: Em;
  /** Between the cluster and the one before. */
  gap: Em;
  /** Advance of a word space after adjustment; otherwise the cluster's own. */
  advance: Em;
  /** Stretched behind the cluster. */
  stretch: Em;
};

/** Sets the clusters from `from` to before `to` as one line. */
export function setLine(
  clusters: readonly Cluster[],
  from: number,
  to: number,
  setting: LineSetting,
): readonly Cell[] {
  const slots = naturalSlots(clusters, from, to, setting.region);
  const last = lastSolid(slots);
  const lack = setting.measure - setting.indent - widthOf(slots);
  if (lack < -tolerance) shrink(slots, last, -lack);
  else if (lack > tolerance && setting.mayStretch) {
    const letters = lettersOfOneRun(slots);
    if (letters !== null) return setLine(letters, 0, letters.length, setting);
    stretch(slots, last, lack);
  }
  return placeCells(slots, setting.indent);
}

/** The letters of a line that holds nothing but pieces of Latin, such as a long address; null for any other line. */
function lettersOfOneRun(slots: readonly Slot[]): readonly Cluster[] | null {
  const clusters = slots.map(({ cluster }) => cluster);
  const letters = clusters.flatMap(lettersOfLatin);
  const isOneRun = clusters.every(({ kind }) => kind === 'latin');
  return isOneRun && letters.length > clusters.length ? letters : null;
}

/**
 * Gives how far lines reach that begin at `from` and end before a cluster, when nothing is adjusted. Whoever looks for
 * line ends asks this for many ends: what one answer has in common with the next is worked out once.
 */
export function naturalReach(
  clusters: readonly Cluster[],
  from: number,
  region: TypesettingStyle['region'],
): (to: number) => Em {
  const slots: Slot[] = [];
  /** How far the slots before each reach, themselves settled by the ones that follow them. */
  const before: Em[] = [];
  return (to) => {
    const count = Math.min(to, clusters.length) - from;
    while (slots.length < count && pushSlot(slots, clusters[from + slots.length]));
    let last = count - 1;
    while (last >= 0 && slots[last]?.cluster.kind === 'space') last--;
    for (let at = before.length; at <= last; at++) {
      const settled = slots[at - 1];
      before.push(settled === undefined ? 0 : (before[at - 1] ?? 0) + widthOfSlot(settled));
    }
    let width = before[last] ?? 0;
    for (let at = Math.max(0, last); at < count; at++) {
      const slot = slots[at];
      if (slot === undefined) break;
      // As if the line went no further: nothing behind the last one cuts it, and white at the end has no width.
      const trail = at + 1 < count ? slot.cutTrail : 0;
      const cutTrail = at === last && region === 'GB' ? slot.cluster.trail : trail;
      width += slot.gap + (at === last ? slot.advance : 0) - slot.cutLead - cutTrail + slot.stretch;
    }
    return width;
  };
}

function naturalSlots(
  clusters: readonly Cluster[],
  from: number,
  to: number,
  region: TypesettingStyle['region'],
): readonly Slot[] {
  const slots: Slot[] = [];
  for (let at = from; at < to; at++) if (!pushSlot(slots, clusters[at])) break;
  const last = lastSolid(slots);
  for (let at = last + 1; at < slots.length; at++) {
    const space = slots[at];
    if (space !== undefined) space.advance = 0;
  }
  const end = slots[last];
  if (region === 'GB' && end !== undefined) end.cutTrail = end.cluster.trail;
  return slots;
}

/** Puts a cluster behind the others; false where there is none. */
function pushSlot(slots: Slot[], cluster: Cluster | undefined): boolean {
  if (cluster === undefined) return false;
  const slot: Slot = { cluster, cutLead: 0, cutTrail: 0, gap: 0, advance: cluster.advance, stretch: 0 };
  const previous = isEaten(cluster) ? slots.at(-1) : lastWithRoom(slots);
  slots.push(slot);
  if (previous === undefined || (previous.cluster.kind === 'space' && isWhite(slots, slots.length - 1))) {
    if (cluster.kind === 'space')
      slot.advance = 0; // white at the head of a line is dropped
    else if (cluster.kind === 'open') slot.cutLead = cluster.lead;
    return true;
  }
  const cut = adjacentCut(previous.cluster, cluster);
  if (cut > 0) {
    previous.cutTrail = Math.min(cut, previous.cluster.trail);
    slot.cutLead = cut - previous.cutTrail;
  }
  slot.gap = gapBetween(previous.cluster, cluster);
  return true;
}

function lastWithRoom(slots: readonly Slot[]): Slot | undefined {
  return slots.findLast(({ cluster }) => !isEaten(cluster)) ?? slots.at(-1);
}

/** Whether there is nothing but white before a slot. */
function isWhite(slots: readonly Slot[], end: number): boolean {
  for (let at = 0; at < end; at++) if (slots[at]?.cluster.kind !== 'space') return false;
  return true;
}

function lastSolid(slots: readonly Slot[]): number {
  for (let at = slots.length - 1; at >= 0; at--) if (slots[at]?.cluster.kind !== 'space') return at;
  return -1;
}

function widthOf(slots: readonly Slot[]): Em {
  let width = 0;
  for (const slot of slots) width += widthOfSlot(slot);
  return width;
}

function widthOfSlot({ gap, advance, cutLead, cutTrail, stretch }: Slot): Em {
  return gap + advance - cutLead - cutTrail + stretch;
}

/** One place where white may be taken, and how much. */
type Source = { readonly available: Em; readonly take: (amount: Em) => void };

/** Takes `excess` from the line, a later class of white only when the ones before it are used up. */
function shrink(slots: readonly Slot[], last: number, excess: Em): void {
  let missing = excess;
  for (const step of shrinkOrder) {
    if (missing <= tolerance) return;
    const sources = step(slots, last).filter((source) => source.available > tolerance);
    const total = sources.reduce((sum, source) => sum + source.available, 0);
    if (total <= 0) continue;
    const ratio = Math.min(1, missing / total);
    for (const source of sources) source.take(source.available * ratio);
    missing -= total * ratio;
  }
}

/** clreq: line end, word space, interpunct, brackets, ，、, Han-Latin gap, and last 。 with the horizontal ：；！？. */
const shrinkOrder: readonly ((slots: readonly Slot[], last: number) => readonly Source[])[] = [
  (slots, last) => {
    const end = slots[last];
    return end === undefined ? [] : [trailSource(end)];
  },
  (slots, last) =>
    slots
      .slice(0, last)
      .flatMap((slot) =>
        slot.cluster.kind === 'space' && slot.advance > 0
          ? [{ available: spaceSlack(slot.cluster), take: (amount: Em) => void (slot.advance -= amount) }]
          : [],
      ),
  (slots, last) => markSources(slots, last, (kind) => kind === 'interpunct'),
  (slots, last) => markSources(slots, last, (kind) => kind === 'open' || kind === 'close'),
  (slots, last) => markSources(slots, last, (kind) => kind === 'pause'),
  (slots) =>
    slots.flatMap((slot) =>
      slot.gap > 0
        ? [{ available: slot.gap - autospaceLeast, take: (amount: Em) => void (slot.gap -= amount) }]
        : [],
    ),
  (slots, last) => markSources(slots, last, (kind) => kind === 'stop' || kind === 'full'),
];

function markSources(
  slots: readonly Slot[],
  last: number,
  belongs: (kind: Cluster['kind']) => boolean,
): readonly Source[] {
  const sources: Source[] = [];
  slots.forEach((slot, at) => {
    if (!belongs(slot.cluster.kind)) return;
    if (at > 0) {
      sources.push({
        available: slot.cluster.lead - slot.cutLead,
        take: (amount) => void (slot.cutLead += amount),
      });
    }
    if (at < last) sources.push(trailSource(slot));
  });
  return sources;
}

function trailSource(slot: Slot): Source {
  return {
    available: slot.cluster.trail - slot.cutTrail,
    take: (amount) => void (slot.cutTrail += amount),
  };
}

/** Gives `lack` to the line: word spaces to a half em, Han-Latin gaps to a third, then every place alike. */
function stretch(slots: readonly Slot[], last: number, lack: Em): void {
  const spaces = slots.filter((slot, at) => at < last && slot.cluster.kind === 'space' && slot.advance > 0);
  let missing = lack;
  missing -= share(
    spaces,
    missing,
    (slot) => Math.max(0, wordSpaceMost - slot.advance),
    (slot, amount) => {
      slot.advance += amount;
    },
  );
  const gaps = slots.filter((slot) => slot.gap > 0);
  missing -= share(
    gaps,
    missing,
    (slot) => autospaceMost - slot.gap,
    (slot, amount) => {
      slot.gap += amount;
    },
  );
  if (missing <= tolerance) return;
  const places = slots.slice(0, Math.max(0, last));
  const allowed = places.filter((slot, at) => {
    if (isEaten(slot.cluster)) return false;
    const after = slots[at + 1];
    return after !== undefined && mayStretch(slot.cluster, after.cluster);
  });
  // A line of nothing but what holds together is stretched all the same, rather than left short.
  const stretched = allowed.length > 0 ? allowed : places;
  for (const slot of stretched) slot.stretch = missing / stretched.length;
}

function share(
  slots: readonly Slot[],
  missing: Em,
  room: (slot: Slot) => Em,
  give: (slot: Slot, amount: Em) => void,
): Em {
  const total = slots.reduce((sum, slot) => sum + room(slot), 0);
  if (total <= 0 || missing <= tolerance) return 0;
  const ratio = Math.min(1, missing / total);
  for (const slot of slots) give(slot, room(slot) * ratio);
  return total * ratio;
}

function placeCells(slots: readonly Slot[], indent: Em): readonly Cell[] {
  const cells: Cell[] = [];
  let position = indent;
  let boxStart = indent;
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at];
    if (slot === undefined) break;
    const { cluster } = slot;
    position += slot.gap;
    const inline = position - slot.cutLead;
    position += slot.advance - slot.cutLead - slot.cutTrail;
    const behind = slot.stretch + (slots[at + 1]?.gap ?? 0);
    const boxEnd = position + behind / 2; // white between two cells belongs half to each
    const cell: Cell = {
      start: cluster.start,
      end: cluster.end,
      text: cluster.text,
      paint: cluster.paint,
      inline,
      advance: cluster.kind === 'space' ? slot.advance : cluster.advance,
      boxStart,
      boxEnd,
      scale: cluster.scale,
      role: cluster.role,
    };
    cells.push(
      isPlain(cluster)
        ? cell
        : {
            ...cell,
            ...(cluster.display === undefined ? undefined : { display: cluster.display }),
            ...(cluster.stops === undefined ? undefined : { stops: cluster.stops }),
            ...(cluster.shift === undefined ? undefined : { shift: cluster.shift }),
            ...(cluster.title === undefined ? undefined : { title: cluster.title }),
          },
    );
    boxStart = boxEnd;
    position += slot.stretch;
  }
  return cells;
}

/** Whether a cluster has nothing that only few cells carry. */
function isPlain({ display, stops, shift, title }: Cluster): boolean {
  return display === undefined && stops === undefined && shift === undefined && title === undefined;
}
