// How much of the strip is painted: at first what is in view, then, by and by, a view before it and one behind, so that
// neither opening nor moving paints much at once.
import type { Em } from '../../src-core/typesetting/model';
import { scrolledBy, visibleStretch, type Strip } from './strip';

/** A stretch of the strip, in em of its type area along the block axis. */
export type Stretch = { readonly from: Em; readonly to: Em };

/** What is in view, and what is worth painting about it. */
export type ViewStretch = { readonly seen: Stretch; readonly worth: Stretch; readonly visible: Em };

/** Ends of painted stretches lie on such parts of a view, so that little steps change nothing. */
const partsOfView = 8;

/** Gives what is seen of a strip that is scrolled by so many CSS pixels, `visible` of which show. */
export function stretchAt(strip: Strip, scrolled: number, visible: number): ViewStretch {
  const view = Math.max(1, visible);
  const step = view / partsOfView;
  const about = (views: number): Stretch => ({
    from: (Math.floor((scrolled - views * view) / step) * step) / strip.body - strip.marginBlock,
    to: (Math.ceil((scrolled + (1 + views) * view) / step) * step) / strip.body - strip.marginBlock,
  });
  return { seen: about(0), worth: about(1), visible: view / strip.body };
}

/** Gives what an element shows of the strip now. */
export function stretchOf(strip: Strip, element: HTMLElement): ViewStretch {
  return stretchAt(strip, scrolledBy(element, strip.direction), visibleStretch(element, strip.direction));
}

/**
 * Gives what to paint next: all that is seen, and of what is worth painting no more than `most` em on either side beside
 * what is painted already.
 */
export function growStretch(painted: Stretch, { seen, worth }: ViewStretch, most: Em): Stretch {
  const isNear = painted.from <= seen.to && painted.to >= seen.from;
  const kept = isNear
    ? { from: Math.max(painted.from, worth.from), to: Math.min(painted.to, worth.to) }
    : seen;
  const from = Math.min(seen.from, Math.max(worth.from, kept.from - most));
  const to = Math.max(seen.to, Math.min(worth.to, kept.to + most));
  return from === painted.from && to === painted.to ? painted : { from, to };
}
