// The text of an issue in other characters than the printed ones, 简 for 繁 or 繁 for 简, for the eye alone: every
// character keeps its place, so that marks, copies and hits still count in the printed text. A word whose conversion
// would be longer or shorter stays as it is printed.

/** Converts a text, as opencc-js does it. */
export type ConvertText = (text: string) => string;

/** Gives the text in other characters, of the same length in UTF-16 code units and each in its place. */
export function displayText(text: string, convert: ConvertText): string {
  return text
    .split(sentenceEnd)
    .map((sentence) => displaySentence(sentence, convert))
    .join('');
}

/** Behind each end of a sentence or line. */
const sentenceEnd = /(?<=[\n。！？；])/u;

/** By its words where that keeps every character in its place, else character by character. */
function displaySentence(sentence: string, convert: ConvertText): string {
  const converted = convert(sentence);
  if (keepsPlaces(sentence, converted)) return converted;
  return [...sentence]
    .map((character) => {
      const other = convert(character);
      return keepsPlaces(character, other) ? other : character;
    })
    .join('');
}

function keepsPlaces(printed: string, converted: string): boolean {
  const [before, after] = [[...printed], [...converted]];
  return (
    before.length === after.length && before.every((character, at) => character.length === after[at]?.length)
  );
}
