import { expect, it } from 'vitest';
import { holdingChoices, plainHandout } from '../../../src-core/study/handout-templates';

const booklet = { ...plainHandout, booklet: true };

it('leaves out a booklet where none can be made, and where none can be chosen', () => {
  expect(holdingChoices(booklet)).toEqual(booklet);
  expect(holdingChoices({ ...booklet, paper: 'A5' }).booklet).toBe(false);
  expect(holdingChoices({ ...booklet, format: 'docx' }).booklet).toBe(false);
});
