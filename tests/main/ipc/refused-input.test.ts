// Every field of every channel, spoiled in every way that a message can be: none of it reaches a handler.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appErrorSchema } from '../../../src-core/ipc/app-error';
import { channelNames, goodInputs, isOptional, reachedHandlers, send, tryingRouter } from './trying-router';

type Path = readonly (string | number)[];

const router = tryingRouter();
const tenMegabytes = 'x'.repeat(10 * 1024 * 1024);

describe.each(channelNames)('%s', (channel) => {
  const good: unknown = goodInputs[channel];
  const places = [...walk(good, [])];

  async function expectRefused(input: unknown, how: string) {
    const answer = await send(router, channel, input);
    expect(answer, how).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  }

  test('lets a good input through', async () => {
    expect(await send(router, channel, good)).toEqual({
      ok: false,
      error: { code: 'internal', detail: channel },
    });
  });

  test('refuses what is no plain object', async () => {
    const others = [undefined, null, 7, '{}', true, [], [good], new Map(), new Date(0), new Uint8Array(3)];
    for (const input of others) await expectRefused(input, typeof input);
  });

  test('refuses every field of a wrong type', async () => {
    for (const [path, value] of places) {
      for (const wrong of wrongTypes(value, mayBeNull(channel, path))) {
        await expectRefused(replace(good, path, wrong), `${path.join('.')} = ${String(wrong)}`);
      }
    }
  });

  test('refuses every object with a field missing', async () => {
    for (const [path] of places) {
      if (typeof path.at(-1) === 'string' && !isOptional(channel, path)) {
        await expectRefused(remove(good, path), `without ${path.join('.')}`);
      }
    }
  });

  test('refuses every object with a field too many', async () => {
    for (const [path, value] of [[[], good] as const, ...places]) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
      for (const extra of ['extra', '__proto__', 'constructor', 'toString']) {
        const wider: unknown = Object.defineProperty({ ...value }, extra, { value: {}, enumerable: true });
        await expectRefused(replace(good, path, wider), `${path.join('.')} with ${extra}`);
      }
    }
  });

  test('refuses numbers that are no count, and text without end', async () => {
    for (const [path, value] of places) {
      const spoiled =
        typeof value === 'number'
          ? [Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5, 2 ** 60]
          : typeof value === 'string'
            ? [tenMegabytes]
            : [];
      for (const wrong of spoiled) {
        await expectRefused(replace(good, path, wrong), `${path.join('.')} = ${String(wrong).slice(0, 20)}`);
      }
    }
  });

  test('refuses ids that could be paths', async () => {
    const paths = ['../a', '..', '.', 'a/b', 'a\\b', 'a\0b', 'C:a', '', ' ', 'a'.repeat(65), '版'];
    for (const [path] of places) {
      if (!/Id$/.test(String(path.at(-1)))) continue;
      for (const id of paths) await expectRefused(replace(good, path, id), `${path.join('.')} = ${id}`);
    }
  });

  test('answers anything at all with a failure of the closed set', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.anything({ withMap: true, withSet: true, withDate: true, withBigInt: true }),
        async (input) => {
          const answer = await send(router, channel, input);
          expect(answer.ok).toBe(false);
          if (!answer.ok) appErrorSchema.parse(answer.error);
        },
      ),
    );
  });

  test('shows a handler no key that the contract does not name, whatever is put anywhere', async () => {
    const known = new Set(
      [...walk(good, [])].flatMap(([path]) => path.filter((part) => typeof part === 'string')),
    );
    let seen: unknown = null;
    const spy = (input: unknown) => {
      seen = input;
      return Promise.reject(new Error('the handler was reached'));
    };
    const spying = tryingRouter({
      calls: { ...reachedHandlers.calls, [channel]: spy },
      tasks: { ...reachedHandlers.tasks, [channel]: spy },
    });
    const anywhere = fc.constantFrom<Path>([], ...places.map(([path]) => path));
    await fc.assert(
      fc.asyncProperty(anywhere, fc.anything({ withMap: true, withDate: true }), async (path, junk) => {
        seen = null;
        await send(spying, channel, replace(good, path, junk));
        for (const [found, value] of walk(seen, [])) {
          for (const part of found) if (typeof part === 'string') expect(known).toContain(part);
          if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
        }
      }),
    );
  });
});

/** Every place below a value, with what stands there. */
function* walk(value: unknown, path: Path): Generator<readonly [Path, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    yield [place, inner];
    yield* walk(inner, place);
  }
}

function wrongTypes(value: unknown, isNullable: boolean): readonly unknown[] {
  const others: readonly unknown[] = ['text', 7, true, [[]], 7n, () => 7, ...(isNullable ? [] : [null])];
  // An empty object or a field left out has the test of missing fields.
  if (typeof value === 'object') return others;
  return [...others.filter((other) => typeof other !== typeof value), {}];
}

/** The value with something else at a place; the rest is shared. */
function replace(value: unknown, path: Path, other: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return other;
  if (Array.isArray(value)) {
    return value.map((inner: unknown, index) => (index === first ? replace(inner, rest, other) : inner));
  }
  const entries = Object.entries(value as object) as [string, unknown][];
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, key === first ? replace(inner, rest, other) : inner]),
  );
}

function remove(value: unknown, path: Path): unknown {
  const parent = path.slice(0, -1);
  let object = value;
  for (const part of parent) object = (object as Record<string | number, unknown>)[part];
  const rest = Object.fromEntries(Object.entries(object as object).filter(([key]) => key !== path.at(-1)));
  return replace(value, parent, rest);
}

function mayBeNull(channel: string, path: Path): boolean {
  const field = String(path.at(-1));
  const nullable: Readonly<Record<string, readonly string[]>> = {
    'settings.write': ['place', 'exportChoices', 'body', 'fitPages'],
    'tags.describe': ['color'],
  };
  return field === 'place' || (nullable[channel]?.includes(field) ?? false);
}
