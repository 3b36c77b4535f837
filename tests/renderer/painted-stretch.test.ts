// What is painted of the strip: what is seen at once, and a view about it by and by.
import { describe, expect, it } from 'vitest';
import { growStretch, stretchAt, type Stretch } from '../../src-renderer/reader/painted-stretch';
import type { Strip } from '../../src-renderer/reader/strip';

const strip: Strip = { direction: 'vertical', body: 20, marginInline: 2, marginBlock: 3 };
const visible = 800;

function covers(outer: Stretch, inner: Stretch): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}

describe('the stretch in view', () => {
  it('holds all that is seen, and a view on either side is worth painting', () => {
    const { seen, worth } = stretchAt(strip, 1234, visible);
    const shown = { from: 1234 / 20 - 3, to: (1234 + visible) / 20 - 3 };
    expect(covers(seen, shown)).toBe(true);
    expect(seen.to - seen.from).toBeLessThan((visible / 20) * 1.3);
    expect(covers(worth, { from: shown.from - visible / 20, to: shown.to + visible / 20 })).toBe(true);
  });

  it('stays the same while the strip moves by a little', () => {
    expect(stretchAt(strip, 1201, visible)).toEqual(stretchAt(strip, 1299, visible));
  });
});

describe('the painted stretch', () => {
  const view = stretchAt(strip, 4000, visible);

  it('is what is seen after a jump, whatever was painted elsewhere', () => {
    expect(growStretch({ from: 0, to: 40 }, view, 5)).toEqual({
      from: view.seen.from - 5,
      to: view.seen.to + 5,
    });
    expect(growStretch({ from: 0, to: 40 }, view, 0)).toEqual(view.seen);
  });

  it('grows step by step until all is painted that is worth it, and no further', () => {
    let painted = view.seen;
    let steps = 0;
    for (let next = growStretch(painted, view, 10); next !== painted; next = growStretch(painted, view, 10)) {
      expect(covers(next, painted)).toBe(true);
      painted = next;
      steps++;
    }
    expect(painted).toEqual(view.worth);
    expect(steps).toBe(Math.ceil(visible / 20 / 10));
  });

  it('never lacks what has come into view, and lets go of what is far', () => {
    const moved = stretchAt(strip, 4500, visible);
    const painted = growStretch(view.worth, moved, 0);
    expect(covers(painted, moved.seen)).toBe(true);
    expect(painted.from).toBe(moved.worth.from);
  });
});
