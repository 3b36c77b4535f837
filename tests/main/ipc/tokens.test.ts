import { describe, expect, test } from 'vitest';
import { AppFailure } from '../../../src-core/ipc/app-error';
import { tasks } from '../../../src-core/ipc/contract';
import { createTokens } from '../../../src-main/application/tokens';

const paths = ['/home/reader/报纸.txt', '/home/reader/b.txt'];
const unknown = new AppFailure({ code: 'token-unknown' });

describe('a token', () => {
  test('stands for the paths it was made for, once', () => {
    const tokens = createTokens();
    const token = tokens.keep(1, 'import', paths);
    expect(tokens.take(1, 'import', token)).toEqual(paths);
    expect(() => tokens.take(1, 'import', token)).toThrow(unknown);
  });

  test('can be looked at again and again', () => {
    const tokens = createTokens();
    const token = tokens.keep(1, 'reveal', paths);
    expect(tokens.look(1, 'reveal', token)).toEqual(paths);
    expect(tokens.look(1, 'reveal', token)).toEqual(paths);
  });

  test('is good for its purpose alone, and a wrong try does not use it up', () => {
    const tokens = createTokens();
    const token = tokens.keep(1, 'import', paths);
    expect(() => tokens.take(1, 'export', token)).toThrow(unknown);
    expect(() => tokens.look(1, 'reveal', token)).toThrow(unknown);
    expect(tokens.take(1, 'import', token)).toEqual(paths);
  });

  test('is good for its window alone', () => {
    const tokens = createTokens();
    const token = tokens.keep(1, 'export', paths);
    expect(() => tokens.take(2, 'export', token)).toThrow(unknown);
  });

  test('is forgotten with its window, and no other is', () => {
    const tokens = createTokens();
    const first = tokens.keep(1, 'export', paths);
    const second = tokens.keep(2, 'export', paths);
    tokens.forget(1);
    expect(() => tokens.take(1, 'export', first)).toThrow(unknown);
    expect(tokens.take(2, 'export', second)).toEqual(paths);
  });

  test('is dropped when too many have come after it', () => {
    const tokens = createTokens(3);
    const made = Array.from({ length: 4 }, (_, index) => tokens.keep(1, 'reveal', [String(index)]));
    expect(() => tokens.look(1, 'reveal', made[0] ?? '')).toThrow(unknown);
    expect(made.slice(1).map((token) => tokens.look(1, 'reveal', token))).toEqual([['1'], ['2'], ['3']]);
  });

  test('does not change with the list it was made from', () => {
    const tokens = createTokens();
    const chosen = [...paths];
    const token = tokens.keep(1, 'import', chosen);
    chosen.push('/etc/passwd');
    expect(tokens.take(1, 'import', token)).toEqual(paths);
  });

  test('is random, tells nothing of the path and fits the contract', () => {
    const tokens = createTokens(1000);
    const made = Array.from({ length: 1000 }, () => tokens.keep(1, 'import', paths));
    expect(new Set(made).size).toBe(1000);
    for (const token of made) {
      expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/);
      expect(tasks['import.run'].input.safeParse({ token }).success).toBe(true);
    }
  });

  test.each(['/home/reader/报纸.txt', '../../../../etc/passwd', '__proto__', 'constructor', ''])(
    'is nothing that could be guessed: %j',
    (guess) => {
      const tokens = createTokens();
      tokens.keep(1, 'import', paths);
      expect(() => tokens.take(1, 'import', guess)).toThrow(unknown);
    },
  );
});
