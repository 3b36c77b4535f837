// No message from a window names a file: paths come from dialogs of the main process, and a window has tokens.
import { z } from 'zod';
import { expect, test } from 'vitest';
import { calls, tasks } from '../../../src-core/ipc/contract';

const inputs = Object.entries({ ...calls, ...tasks }).map(([name, { input }]) => [name, input] as const);

test.each(inputs)('%s takes no path', (_name, input) => {
  const fields = [...fieldNames(z.toJSONSchema(input))];
  expect(fields.filter((field) => /path|file|folder|directory|ur[il]|href/i.test(field))).toEqual([]);
});

test('the search for fields finds those of inner objects', () => {
  expect([...fieldNames(z.toJSONSchema(calls['annotations.edit'].input))]).toEqual(
    expect.arrayContaining(['edit', 'annotation', 'target', 'quote', 'exact', 'note']),
  );
});

function* fieldNames(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, inner] of Object.entries(schema) as [string, unknown][]) {
    if (key === 'properties' && typeof inner === 'object' && inner !== null) yield* Object.keys(inner);
    yield* fieldNames(inner);
  }
}
