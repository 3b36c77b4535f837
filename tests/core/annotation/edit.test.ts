import { describe, expect, it } from 'vitest';
import { incomingEditSchema, isChecked, type Edit } from '../../../src-core/annotation/edit';

const removal = { type: 'remove', annotationId: 'm1', at: '2026-01-01T00:00:00.000Z' };

describe('edits that come in', () => {
  it('are known to be checked from then on, and what they were made of is not', () => {
    const edit = incomingEditSchema.parse(removal);
    expect(edit).toEqual(removal);
    expect(isChecked(edit)).toBe(true);
    expect(isChecked(removal as Edit)).toBe(false);
    expect(isChecked({ ...edit })).toBe(false);
  });

  it('are refused where they are not valid', () => {
    expect(incomingEditSchema.safeParse({ ...removal, at: 5 }).success).toBe(false);
    expect(incomingEditSchema.safeParse({ ...removal, also: 'this' }).success).toBe(false);
  });
});
