// How tags and commands are read, so that Latin keys find them: 生态 by shengtai, st or sheng. The dictionary of readings is
// large and is loaded when one is first typed; until then the first letters are those of the language's own order.
import type { pinyin } from 'pinyin-pro';
import { pinyinInitials } from './pinyin-initials';

export type Reading = {
  /** The syllables without tones, run together; ü is v. */
  readonly full: string;
  /** The first letters of the syllables. */
  readonly initials: string;
};

let toPinyin: typeof pinyin | null = null;
let loading: Promise<void> | null = null;
const known = new Map<string, Reading>();

/** Loads the dictionary; without it, names are still found by their characters and first letters. */
export function loadReadings(): Promise<void> {
  loading ??= import('pinyin-pro').then((loaded) => {
    toPinyin = loaded.pinyin;
    known.clear();
  });
  return loading;
}

/** How a name is read, as far as is known now. */
export function readingOf(name: string): Reading {
  const reading = known.get(name) ?? read(name);
  known.set(name, reading);
  return reading;
}

function read(name: string): Reading {
  if (toPinyin === null) return { full: '', initials: pinyinInitials(name).toLowerCase() };
  const syllables = toPinyin(name, { toneType: 'none', type: 'array', v: true });
  return {
    full: syllables.join('').toLowerCase(),
    initials: syllables
      .map((syllable) => syllable.slice(0, 1))
      .join('')
      .toLowerCase(),
  };
}
