import { describe, expect, test } from 'vitest';
import { commands } from '../../src-core/command/catalog';
import { isApple, isPlainKey, matchesChord, printChord } from '../../src-renderer/commands/keys';

function stroke(
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

describe('matching', () => {
  test('takes Ctrl for Mod, and ⌘ on Apple machines', () => {
    expect(matchesChord(stroke('z', { ctrlKey: true }), 'Mod+Z', false)).toBe(true);
    expect(matchesChord(stroke('z', { metaKey: true }), 'Mod+Z', true)).toBe(true);
    expect(matchesChord(stroke('z', { ctrlKey: true }), 'Mod+Z', true)).toBe(false);
  });

  test('tells a chord from the same chord with Shift', () => {
    expect(matchesChord(stroke('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', false)).toBe(false);
    expect(matchesChord(stroke('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', false)).toBe(true);
  });

  test('takes a sign that needs Shift on some keyboards', () => {
    expect(matchesChord(stroke('+', { ctrlKey: true, shiftKey: true }), 'Mod++', false)).toBe(true);
  });

  test('does not take a letter with Ctrl for the letter alone', () => {
    expect(matchesChord(stroke('n', { ctrlKey: true }), 'N', false)).toBe(false);
    expect(matchesChord(stroke('n'), 'N', false)).toBe(true);
  });
});

test('knows which keys a typist needs', () => {
  expect(['N', '1', 'Delete', '['].map(isPlainKey)).toEqual([true, true, true, true]);
  expect(['Mod+Z', 'F6', 'Shift+F6'].map(isPlainKey)).toEqual([false, false, false]);
});

test('prints chords as the keys are labelled', () => {
  expect(printChord('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
  expect(printChord('Mod+Shift+Z', true)).toBe('⌘⇧Z');
  expect(printChord('Mod++', false)).toBe('Ctrl++');
  expect(printChord('Alt+ArrowLeft', false)).toBe('Alt+←');
  expect(printChord('Mod+PageDown', true)).toBe('⌘Page Down');
});

test('knows Apple machines', () => {
  expect([isApple('MacIntel'), isApple('Linux x86_64'), isApple('Win32')]).toEqual([true, false, false]);
});

test('no two commands share a key', () => {
  const keys = commands.flatMap((command) => command.keys.map((key) => key.toLowerCase()));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
