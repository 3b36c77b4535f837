// The first letters of characters read in Mandarin, by which Chinese readers find a command with Latin keys: 导出 is dc.
// The order of the language itself, as the browser engine knows it, tells between which letters' first characters each
// one stands; that is exact but for a few characters with several readings.

/** The first character of each letter in the order of Pinyin. */
const firsts = '阿a八b嚓c哒d妸e发f旮g哈h讥j咔k垃l妈m拏n噢o妑p七q呥r仨s他t屲w夕x丫y帀z';

const letters: readonly { readonly first: string; readonly letter: string }[] = [
  ...firsts.matchAll(/(.)([a-z])/gu),
].map(([, first = '', letter = '']) => ({ first, letter }));

const collator = new Intl.Collator('zh-CN-u-co-pinyin');

/** Gives a text with the first letter of its reading in place of each Han character; other characters stay. */
export function pinyinInitials(text: string): string {
  return [...text].map(initialOf).join('');
}

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character;
  return letters.findLast(({ first }) => collator.compare(first, character) <= 0)?.letter ?? character;
}
