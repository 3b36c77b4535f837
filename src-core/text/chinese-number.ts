// Whole numbers in Chinese numerals up to 9999, read by value (二十八, 廿三, 一百零五) or digit by digit (二〇二二).

const digits = new Map(
  [...'〇一二三四五六七八九']
    .map((character, value): [string, number] => [character, value])
    .concat([
      ['零', 0],
      ['○', 0],
      ['O', 0],
      ['Ｏ', 0],
      ['元', 1],
      ['两', 2],
      ['兩', 2],
    ]),
);
const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const tens = new Map([
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
]);

/** Reads a number in Chinese or Western digits; null where the text is not one. */
export function parseChineseNumber(text: string): number | null {
  if (/^\d{1,9}$/u.test(text)) return Number(text);
  if (text === '') return null;
  const isByDigit = text.length > 1 && [...text].every((character) => digits.has(character));
  if (isByDigit) return Number([...text].map((character) => digits.get(character)).join(''));
  let total = 0;
  let pending: number | null = null;
  for (const character of text) {
    const digit = digits.get(character);
    const unit = units.get(character);
    const ten = tens.get(character);
    if (digit !== undefined) pending = digit;
    else if (unit !== undefined) {
      total += (pending ?? 1) * unit;
      pending = null;
    } else if (ten !== undefined && pending === null) total += ten;
    else return null;
  }
  return total + (pending ?? 0);
}
