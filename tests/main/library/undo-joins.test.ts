// Undo in the library itself: what is typed in one go is one step.
import { expect, test } from 'vitest';
import { annotationIdSchema } from '../../../src-core/annotation/annotation';
import {
  add,
  failure,
  inFolder,
  issue,
  issueId,
  mark,
  note,
  notes,
  opened,
  source,
  TestClock,
  value,
} from './support';

const i1 = issueId('i1');

test('takes what was typed within half a second of the last as one step, after a restart too', () =>
  inFolder(async (folder) => {
    const clock = new TestClock();
    const library = await opened(folder, { now: clock.now });
    value(await library.addIssue(issue('i1'), source('i1')));
    value(await library.edit(i1, add(mark('i1', 'm1'))));
    for (const [wait, words] of [
      [2_000, '稻'],
      [500, '稻花'],
      [500, '稻花香'],
      [501, '稻花香里'],
    ] as const) {
      clock.move(wait);
      value(await library.edit(i1, note('m1', words, clock.now())));
    }
    await library.close();
    const again = await opened(folder, { now: clock.now });
    const seen: (string | undefined)[] = [];
    for (let step = 0; step < 3; step++) {
      value(await again.undo(i1, clock.now()));
      seen.push((await notes(again, 'i1'))['m1']);
    }
    expect(seen).toEqual(['稻花香', '', undefined]);
    expect(failure(await again.undo(i1, clock.now())).code).toBe('nothing-to-undo');
    value(await again.redo(i1, clock.now()));
    value(await again.redo(i1, clock.now()));
    expect(await notes(again, 'i1')).toEqual({ m1: '稻花香' });
    await again.close();
  }));

test('does not take two notes, or a note and a colour, for one step, however fast they come', () =>
  inFolder(async (folder) => {
    const library = await opened(folder);
    value(await library.addIssue(issue('i1'), source('i1')));
    value(await library.edit(i1, add(mark('i1', 'm1'))));
    value(await library.edit(i1, add(mark('i1', 'm2'))));
    value(await library.edit(i1, note('m1', '一')));
    value(await library.edit(i1, note('m2', '二')));
    const annotationId = annotationIdSchema.parse('m2');
    const at = '2026-01-01T00:00:01.000Z';
    value(await library.edit(i1, { type: 'update', annotationId, changes: { color: 'ink' }, at }));
    value(await library.undo(i1, at));
    expect(await notes(library, 'i1')).toEqual({ m1: '一', m2: '二' });
    value(await library.undo(i1, at));
    expect(await notes(library, 'i1')).toEqual({ m1: '一', m2: '' });
    await library.close();
  }));
