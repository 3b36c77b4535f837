import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  placeSideNotes,
  type SideLane,
  type WantedSideNote,
} from '../../src-renderer/reader/place-side-notes';

function lanes(count: number, article = 'a', length = 10): readonly SideLane[] {
  return Array.from({ length: count }, () => ({ length, article }));
}

function note(lane: number, start: number, characters: number): WantedSideNote {
  return { lane, start, advances: Array.from({ length: characters }, () => 1) };
}

function places(notes: readonly WantedSideNote[], beside: readonly SideLane[]): readonly string[] {
  return placeSideNotes(notes, beside).map((pieces) =>
    pieces
      .map(({ lane, start, from, to, isCut }) => `${lane}@${start}:${from}-${to}${isCut ? '…' : ''}`)
      .join(' '),
  );
}

test('stands beside its passage, and goes on beside the next columns', () => {
  expect(places([note(0, 4, 5)], lanes(2))).toEqual(['0@4:0-5']);
  expect(places([note(0, 4, 20)], lanes(3))).toEqual(['0@4:0-6 1@0:6-16 2@0:16-20']);
});

test('begins beside the next column where only a character or two would stand behind its passage', () => {
  expect(places([note(0, 8, 5)], lanes(2))).toEqual(['1@0:0-5']);
});

test('begins before its passage where the article ends', () => {
  expect(places([note(1, 8, 5)], [...lanes(2), ...lanes(2, 'b')])).toEqual(['1@5:0-5']);
});

test('makes way for the note before it, and is left to the list where it would stand too far off', () => {
  expect(places([note(0, 0, 6), note(0, 1, 3)], lanes(4))).toEqual(['0@0:0-6', '0@6.7:0-3']);
  expect(places([note(0, 0, 38), note(0, 5, 3)], lanes(6))).toEqual([
    '0@0:0-10 1@0:10-20 2@0:20-30 3@0:30-38',
    '',
  ]);
});

test('is cut with an ellipsis where there is no more room', () => {
  expect(places([note(0, 0, 30)], [...lanes(2), ...lanes(2, 'b')])).toEqual(['0@0:0-10 1@0:10-20…']);
});

test('never puts two notes on one place, loses no character between two columns, and leaves no lane', () => {
  const wanted = fc.array(
    fc.record({ lane: fc.integer({ min: 0, max: 11 }), start: fc.nat(9), characters: fc.nat(70) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(wanted, (given) => {
      const beside = [...lanes(4), ...lanes(5, 'b', 14), ...lanes(3, 'c', 6)];
      const notes = given
        .map(({ lane, start, characters }) => note(lane, start, characters))
        .sort((a, b) => a.lane - b.lane || a.start - b.start);
      const placed = placeSideNotes(notes, beside);
      const taken = placed
        .flat()
        .map(({ lane, start, from, to }) => ({ lane, start, end: start + to - from }));
      for (const [at, one] of taken.entries()) {
        expect(one.start).toBeGreaterThanOrEqual(0);
        expect(one.end).toBeLessThanOrEqual((beside[one.lane]?.length ?? 0) + 1e-6);
        for (const other of taken.slice(at + 1)) {
          if (other.lane === one.lane) {
            expect(other.start >= one.end || one.start >= other.end).toBe(true);
          }
        }
      }
      for (const pieces of placed) {
        expect(pieces.map(({ from }) => from)).toEqual(
          [0, ...pieces.map(({ to }) => to)].slice(0, pieces.length),
        );
      }
    }),
  );
});
