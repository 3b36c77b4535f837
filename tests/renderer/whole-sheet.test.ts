// After a change of direction or size the sheet one is at is shown whole where the view holds it, and is not cut off.
import { expect, it } from 'vitest';
import type { PageLayout } from '../../src-core/typesetting/model';
import { wholeSheet } from '../../src-renderer/reader/whole-sheet';

const page: PageLayout = { inlineSize: 60, blockSize: 40, frames: [], rules: [], furniture: [] };
const corner = { page: 1, inline: 3, block: 2 };

it.each([
  // The view in pixels, wide by high; a sheet of 600 by 400 along and across the lines.
  ['horizontal', 700, 500, { inline: 30, block: 20 }],
  ['horizontal', 700, 300, { inline: 30, block: 2 }],
  ['horizontal', 500, 500, { inline: 3, block: 20 }],
  ['vertical', 500, 700, { inline: 30, block: 20 }],
  ['vertical', 700, 500, { inline: 3, block: 20 }],
  ['vertical', 300, 500, { inline: 3, block: 2 }],
] as const)('shows the middle of what fits: %s, %d × %d', (direction, clientWidth, clientHeight, middle) => {
  const layout = { direction, pages: [page, page] };
  const shown = wholeSheet({ clientWidth, clientHeight }, layout, { direction, body: 10 }, corner);
  expect(shown).toEqual({ page: 1, ...middle });
});

it('leaves the place as it is where there is no such sheet any more', () => {
  const layout = { direction: 'vertical' as const, pages: [page] };
  const view = { clientWidth: 900, clientHeight: 900 };
  expect(wholeSheet(view, layout, { direction: 'vertical', body: 10 }, corner)).toBe(corner);
});
