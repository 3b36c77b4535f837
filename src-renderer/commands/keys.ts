// Key chords as the catalog writes them, such as 'Mod+Shift+Z', and the keys which a keyboard event stands for.

type KeyStroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether this machine writes ⌘ where others write Ctrl. */
export function isApple(platform: string): boolean {
  return /^(?:Mac|iP)/u.test(platform);
}

/** Whether a key stroke is the chord. Letters count the same in either case. */
export function matchesChord(stroke: KeyStroke, chord: string, apple: boolean): boolean {
  const { key, modifiers } = parseChord(chord);
  const modified = apple ? stroke.metaKey : stroke.ctrlKey;
  const other = apple ? stroke.ctrlKey : stroke.metaKey;
  return (
    stroke.key.toLowerCase() === key.toLowerCase() &&
    modified === modifiers.includes('Mod') &&
    !other &&
    stroke.altKey === modifiers.includes('Alt') &&
    // A sign that is typed with Shift, such as '+', brings its Shift along.
    (stroke.shiftKey === modifiers.includes('Shift') || (key.length === 1 && !/[a-z0-9]/iu.test(key)))
  );
}

/** Whether the chord is a key alone, which must not take a letter from somebody who is typing. */
export function isPlainKey(chord: string): boolean {
  const { modifiers } = parseChord(chord);
  return !modifiers.includes('Mod') && !modifiers.includes('Alt') && !/^F\d+$/u.test(parseChord(chord).key);
}

/** What stands on a key that is not named by a sign of its own. */
const caps: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
};

/** Gives a chord as it is printed on the keys of this machine. */
export function printChord(chord: string, apple: boolean): string {
  const { key, modifiers } = parseChord(chord);
  const names = apple ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' } : { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' };
  const parts = [
    ...modifiers.map((modifier) => names[modifier]),
    caps[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ];
  return parts.join(apple ? '' : '+');
}

type Modifier = 'Mod' | 'Shift' | 'Alt';

function parseChord(chord: string): { readonly key: string; readonly modifiers: readonly Modifier[] } {
  // 'Mod++' is Mod and the plus key.
  const parts = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
  return {
    key: parts.at(-1) ?? '',
    modifiers: parts.slice(0, -1).filter((part): part is Modifier => ['Mod', 'Shift', 'Alt'].includes(part)),
  };
}
