import { expect, test } from 'vitest';
import { shownPanels, withPanel } from '../../src-renderer/state/side-panels';

const both = { shelfOpen: true, marksOpen: true };

test('a wide window shows both panels, a narrow one of the two the shelf', () => {
  expect(shownPanels(both, false)).toEqual({ shelf: true, marks: true });
  expect(shownPanels(both, true)).toEqual({ shelf: true, marks: false });
  expect(shownPanels({ shelfOpen: false, marksOpen: true }, true)).toEqual({ shelf: false, marks: true });
});

test('a panel that is opened in a narrow window takes the place of the other', () => {
  expect(shownPanels({ ...both, ...withPanel('marks', true, true) }, true)).toEqual({
    shelf: false,
    marks: true,
  });
  expect(withPanel('marks', true, false)).toEqual({ marksOpen: true });
});

test('closing the one that shows in a narrow window brings no other to light', () => {
  expect(shownPanels({ ...both, ...withPanel('shelf', false, true) }, true)).toEqual({
    shelf: false,
    marks: false,
  });
});
