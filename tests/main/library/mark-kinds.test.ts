// Marks of every kind are as they were after the library was closed and opened again, and their edits can be undone.
import { expect, test } from 'vitest';
import { annotationIdSchema, type Annotation, type Target } from '../../../src-core/annotation/annotation';
import { describePassages } from '../../../src-core/annotation/passages';
import { add, failure, inFolder, issue, issueId, mark, opened, source, text, value } from './support';

const id = issueId('i1');
const later = '2026-02-01T00:00:00.000Z';

function passages(...ranges: readonly (readonly [number, number])[]): Target {
  const target = describePassages(
    text,
    ranges.map(([start, end]) => ({ start, end })),
  );
  if (target === null) throw new Error('no passages');
  return target;
}

const parted: Annotation = { ...mark('i1', 'm1'), target: passages([0, 2], [4, 7]) };
const own: Annotation = { ...mark('i1', 'm2', { start: 9, end: 12 }), color: 'custom' };
const whole: Annotation = { ...mark('i1', 'm3', { note: '通篇有据' }), scope: 'article' };

test('keeps several passages, notes on a whole, links and the own colour', () =>
  inFolder(async (folder) => {
    const first = await opened(folder);
    value(await first.addIssue(issue('i1'), source('i1')));
    for (const annotation of [parted, own, whole]) value(await first.edit(id, add(annotation)));
    const links = [parted.annotationId];
    const { annotationId } = whole;
    value(await first.edit(id, { type: 'update', annotationId, changes: { links }, at: later }));
    await first.close();

    const again = await opened(folder);
    expect(again.notices).toEqual([]);
    expect(value(await again.annotations(id))).toEqual([parted, own, { ...whole, links, modified: later }]);
    expect(value(await again.history(id)).undo).toEqual({ kind: 'links', count: 1 });
    value(await again.undo(id, later));
    const unlinked = value(await again.annotations(id)).find((each) => each.annotationId === annotationId);
    expect(unlinked).not.toHaveProperty('links');
    expect((await again.check()).problems).toEqual([]);
    await again.close();
  }));

test('refuses a mark of which any passage does not stand in the text, or stands before another', () =>
  inFolder(async (folder) => {
    const library = await opened(folder);
    value(await library.addIssue(issue('i1'), source('i1')));
    const [one, other] = [passages([0, 2]), passages([4, 7])];
    const refused = async (target: Target): Promise<string> =>
      failure(await library.edit(id, add({ ...parted, target }))).code;
    expect(await refused({ ...other, more: [one] })).toBe('invalid-input');
    expect(await refused({ ...passages([0, 4]), more: [other] })).toBe('invalid-input');
    const foreign = { ...other, quote: { ...other.quote, exact: '别处文字' } };
    expect(await refused({ ...one, more: [foreign] })).toBe('quote-not-found');
    const changes = { target: { ...one, more: [foreign] } };
    value(await library.edit(id, add(parted)));
    const annotationId = annotationIdSchema.parse('m1');
    const updated = await library.edit(id, { type: 'update', annotationId, changes, at: later });
    expect(failure(updated).code).toBe('quote-not-found');
    await library.close();
  }));
