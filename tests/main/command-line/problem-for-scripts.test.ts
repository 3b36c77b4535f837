// What scripts read of a check stays letter for letter, however it is worded for people.
import { expect, test } from 'vitest';
import { problemSchema, type Problem } from '../../../src-core/ipc/detail';
import { problemForScripts } from '../../../src-main/command-line/problem-for-scripts';

const system = { errno: 'EACCES', path: '/l/a', said: "EACCES: permission denied, open '/l/a'" };

const lines: readonly (readonly [problem: Problem, line: string])[] = [
  [{ code: 'missing' }, 'missing'],
  [{ code: 'empty' }, 'empty file'],
  [{ code: 'a-folder' }, 'a folder'],
  [{ code: 'header-missing' }, 'no header line'],
  [{ code: 'header-unreadable' }, 'header line not readable'],
  [{ code: 'other-kind', kind: 'catalog' }, 'holds “catalog”'],
  [{ code: 'other-length', bytes: 3, written: 90 }, '3 of 90 bytes'],
  [{ code: 'checksum' }, 'checksum does not agree'],
  [
    {
      code: 'not-valid',
      at: 'rows.0',
      fault: 'invalid_type',
      names: [],
      said: 'Invalid input: expected object, received null',
    },
    'rows.0: Invalid input: expected object, received null',
  ],
  [{ code: 'of-other-issue', issueId: 'i2' }, 'belongs to issue i2'],
  [{ code: 'of-other-study-day', studyDayId: 's2' }, 'belongs to study day s2'],
  [{ code: 'journal-header-missing' }, 'no header'],
  [{ code: 'lines-damaged', lines: 2 }, '2 damaged lines'],
  [{ code: 'ends-early', last: 3, next: 5 }, 'ends at record 3 of 5'],
  [{ code: 'newer-schema', version: 9 }, 'of a newer schema (9)'],
  [{ code: 'newer-library', version: 9 }, 'library-newer'],
  [
    { code: 'salvaged', made: '2026-01-02T00:00:00.000Z' },
    'taken from the backup of 2026-01-02T00:00:00.000Z',
  ],
  [{ code: 'torn', wholeBytes: 40 }, 'torn after 40 bytes'],
  [{ code: 'records-gone', first: 3, last: 5 }, 'records 3–5 are gone'],
  [{ code: 'records-gone', first: 3, last: null }, 'records 3–? are gone'],
  [{ code: 'not-in-catalog' }, 'not in the catalog'],
  [{ code: 'names-unknown', issueId: 'i9' }, 'i9: not in the catalog'],
  [{ code: 'no-issue' }, 'not an issue'],
  [{ code: 'no-study-day' }, 'not a study day'],
  [
    { code: 'counts-differ', issueId: 'i1', counted: 2, found: 3 },
    'i1: the catalog counts 2 marks, there are 3',
  ],
  [{ code: 'mark-adrift', annotationId: 'm1', fault: 'range-outside-text' }, 'mark m1: range-outside-text'],
  [{ code: 'system', ...system }, system.said],
  [{ code: 'unreadable', ...system }, `file-unreadable: ${system.said}`],
  [{ code: 'file-gone', file: '/l/a' }, 'file-missing'],
  [{ code: 'failure', failure: 'library-silent' }, 'library-silent'],
  [{ code: 'defect', said: 'Invalid string length' }, 'Invalid string length'],
];

test.each(lines)('prints %j as «%s»', (problem, line) => {
  expect(problemForScripts({ path: '/l/a', problem })).toEqual({ path: '/l/a', problem: line });
});

test('these are all the problems that there are', () => {
  expect(new Set(lines.map(([{ code }]) => code))).toEqual(codesOf(problemSchema.options));
});

type Options = typeof problemSchema.options | (typeof problemSchema.options)[0]['options'];

function codesOf(options: Options): ReadonlySet<string> {
  return new Set(
    options.flatMap((option) =>
      'options' in option ? [...codesOf(option.options)] : [option.shape.code.value],
    ),
  );
}
