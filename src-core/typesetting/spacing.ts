// The white space between neighbours in a line: what adjacent marks lose (标点挤压), what stands between Han and Latin, and
// how much of it all may shrink. Widths during breaking and positions when a line is set both come from here.
import type { Cluster } from './cluster';
import type { Em } from './model';

/** Lengths closer than this are equal. */
export const tolerance: Em = 1e-9;

/** Between Han and proportional type: a quarter em, from an eighth to a third when the line is adjusted. */
export const autospace: Em = 1 / 4;
export const autospaceLeast: Em = 1 / 8;
export const autospaceMost: Em = 1 / 3;

/** A word space may shrink to a quarter em and grow to a half. */
export const wordSpaceLeast: Em = 1 / 4;
export const wordSpaceMost: Em = 1 / 2;

function isMark(cluster: Cluster): boolean {
  switch (cluster.kind) {
    case 'open':
    case 'close':
    case 'pause':
    case 'stop':
    case 'full':
      return true;
    default:
      return false;
  }
}

/** Whether a space takes no room, so that what stands beside it are neighbours. */
export function isEaten(cluster: Cluster): boolean {
  return cluster.kind === 'space' && cluster.advance === 0 && !cluster.isForcedEnd;
}

/** How much white two adjacent marks lose: half an em of what stands between their inks (clreq; 。」 is 1.5 em). */
export function adjacentCut(before: Cluster, after: Cluster): Em {
  const white = before.trail + after.lead;
  if (white === 0 || !isMark(before) || !isMark(after)) return 0;
  return Math.min(0.5, white);
}

/** The gap between two clusters, before adjustment. */
export function gapBetween(before: Cluster, after: Cluster): Em {
  if (after.glued) return 0;
  if (before.kind === 'latin') return after.kind === 'han' ? autospace : 0;
  return after.kind === 'latin' && before.kind === 'han' ? autospace : 0;
}

/** How much a word space may give up. */
export function spaceSlack(space: Cluster): Em {
  return Math.max(0, space.advance - wordSpaceLeast);
}

/** Whether the line may be stretched between two clusters: not in what holds together, not beside connectors. */
export function mayStretch(before: Cluster, after: Cluster): boolean {
  if (before.kind === 'latin' && after.kind === 'latin') return false; // parts of one run
  return !after.glued && !isStiff(before) && !isStiff(after);
}

function isStiff(cluster: Cluster): boolean {
  return cluster.kind === 'connector' || cluster.kind === 'solidus';
}
