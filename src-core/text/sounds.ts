// Which characters of a text are rare, and how they sound here: the reading is the word's, since many characters have
// several. How common a character is, is told by GB 2312: its first level holds the 3,755 that print uses every day, its
// second 3,008 that it uses less, and all others are rare. A traditional form counts as its simplified one.
import { toSimplified } from '../search/fold';

/** The sounds of an article's rare characters, by their offsets in UTF-16 code units. */
export type ArticleSounds = ReadonlyMap<number, string>;

/** Gives the readings of the characters of a passage, one for each. */
export type ReadAloud = (passage: string) => readonly string[];

/** Whether a character is rare enough for its sound to be asked for. */
export type IsRare = (character: string) => boolean;

/** Which levels of GB 2312 are common: both, or with 'uncommon' the first alone. */
export type Rarity = 'rare' | 'uncommon';

/** Finds the sounds of the characters that are rare. */
export function soundsOf(text: string, isRare: IsRare, read: ReadAloud): ArticleSounds {
  const sounds = new Map<number, string>();
  let start = 0;
  for (const passage of text.split(passageEnd)) {
    const characters = [...passage];
    if (characters.some(isRare)) {
      const readings = read(passage);
      let offset = start;
      characters.forEach((character, at) => {
        const sound = readings[at];
        if (sound !== undefined && sound !== character && isRare(character)) sounds.set(offset, sound);
        offset += character.length;
      });
    }
    start += passage.length;
  }
  return sounds;
}

/** Behind the end of each sentence or line: words do not reach over it. */
const passageEnd = /(?<=[\n。！？；])/u;

/** Gives the test for Han characters; `decode` reads bytes of GB 2312. */
export function rarenessOf(rarity: Rarity, decode: (bytes: Uint8Array) => string): IsRare {
  const common = new Set(decode(rowsOfStandard(0xb0, rarity === 'uncommon' ? 0xd7 : 0xf7)));
  return (character) =>
    /\p{Script=Han}/u.test(character) &&
    character !== '〇' &&
    character !== '々' &&
    !common.has(toSimplified(character));
}

/** So many rows of GB 2312. */
function rowsOfStandard(first: number, last: number): Uint8Array {
  const bytes: number[] = [];
  for (let row = first; row <= last; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return Uint8Array.from(bytes);
}
