import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IssueTurns } from '../../../src-main/library/issue-turns';
import { issueId } from './support';

const i1 = issueId('i1');
const i2 = issueId('i2');

test('begins at once where nobody else changes the issue', async () => {
  const turns = new IssueTurns();
  const begun: string[] = [];
  const change = turns.change(i1, () => {
    begun.push('first');
    return Promise.resolve('done');
  });
  expect(begun).toEqual(['first']);
  expect(turns.isChanging(i1)).toBe(true);
  expect(turns.isChanging(i2)).toBe(false);
  expect(await change).toBe('done');
  expect(turns.isChanging(i1)).toBe(false);
});

test('begins changes of one issue in order, one at a time until a turn is ended', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          issue: fc.constantFrom(i1, i2),
          before: fc.nat({ max: 3 }),
          after: fc.nat({ max: 3 }),
          how: fc.constantFrom('ends', 'is done', 'fails'),
          pause: fc.nat({ max: 2 }),
        }),
        { maxLength: 12 },
      ),
      async (changes) => {
        const turns = new IssueTurns();
        const begun: number[] = [];
        const holds = new Map<string, number>();
        const all: Promise<unknown>[] = [];
        for (const [index, { issue, before, after, how, pause }] of changes.entries()) {
          const change = turns.change(issue, async (turn) => {
            expect(holds.get(issue)).toBe(undefined);
            holds.set(issue, index);
            begun.push(index);
            await waits(before);
            expect(holds.get(issue)).toBe(index);
            holds.delete(issue);
            if (how === 'fails') throw new Error('failed');
            if (how === 'is done') return after;
            turn.end();
            turn.end();
            await waits(after);
            return after;
          });
          all.push(change.catch((error: unknown) => error));
          await waits(pause);
        }
        await turns.done();
        expect([turns.isChanging(i1), turns.isChanging(i2)]).toEqual([false, false]);
        const outcomes = await Promise.all(all);
        expect(outcomes.map((outcome) => outcome instanceof Error)).toEqual(
          changes.map(({ how }) => how === 'fails'),
        );
        for (const issue of [i1, i2]) {
          const order = begun.filter((index) => changes[index]?.issue === issue);
          expect(order).toEqual([...order].sort((one, other) => one - other));
        }
        expect(begun.length).toBe(changes.length);
      },
    ),
    { numRuns: 100 },
  ));

test('goes on after a change that fails', async () => {
  const turns = new IssueTurns();
  const failing = turns.change(i1, () => Promise.reject(new Error('no')));
  const next = turns.change(i1, () => Promise.resolve('made'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('made');
  await turns.done();
});

async function waits(turnsOfTheLoop: number): Promise<void> {
  for (let turn = 0; turn < turnsOfTheLoop; turn++) await setImmediate();
}
