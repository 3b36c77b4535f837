// The pieces of a text that a reader selects or moves by: characters as people see them, words, sentences, paragraphs.
import type { Article } from '../../src-core/publication/issue';
import type { CodeUnits, TextRange } from '../../src-core/text/offsets';

export type TextUnit = 'character' | 'word' | 'sentence' | 'paragraph';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** How far around an offset a segmenter needs to see, in code units. */
const surroundings = 64;

/** Gives the end of the character that begins at an offset; the text's length at its end. */
function nextCharacter(text: string, offset: CodeUnits): CodeUnits {
  for (const { segment } of graphemes.segment(text.slice(offset, offset + surroundings))) {
    return offset + segment.length;
  }
  return text.length;
}

/** Gives the start of the character that ends at an offset; 0 at the text's start. */
function previousCharacter(text: string, offset: CodeUnits): CodeUnits {
  const from = Math.max(0, offset - surroundings);
  let start = from;
  for (const { index } of graphemes.segment(text.slice(from, offset))) start = from + index;
  return offset === 0 ? 0 : start;
}

/** Gives the character, word, sentence or paragraph around an offset. */
export function unitAround(
  article: Pick<Article, 'text' | 'blocks'>,
  offset: CodeUnits,
  unit: TextUnit,
): TextRange {
  const { text } = article;
  switch (unit) {
    case 'character':
      return { start: offset, end: nextCharacter(text, offset) };
    case 'word':
      return wordAround(text, offset);
    case 'sentence':
      return sentenceAround(text, offset);
    case 'paragraph':
      return lineAround(text, offset);
  }
}

/** Gives where the next unit after, or the unit before, an offset begins; the text's ends at its ends. */
export function unitBoundary(
  article: Pick<Article, 'text' | 'blocks'>,
  offset: CodeUnits,
  unit: TextUnit,
  direction: 'forward' | 'backward',
): CodeUnits {
  const { text } = article;
  if (direction === 'forward') {
    if (unit === 'character') return nextCharacter(text, offset);
    const { end } = unitAround(article, offset, unit);
    return Math.min(text.length, Math.max(end, nextCharacter(text, offset)));
  }
  if (unit === 'character') return previousCharacter(text, offset);
  const before = previousCharacter(text, offset);
  return Math.min(before, unitAround(article, before, unit).start);
}

function wordAround(text: string, offset: CodeUnits): TextRange {
  const line = lineAround(text, offset);
  for (const { index, segment } of words.segment(text.slice(line.start, line.end))) {
    const start = line.start + index;
    if (offset < start + segment.length) return { start, end: start + segment.length };
  }
  return { start: offset, end: nextCharacter(text, offset) };
}

/** A sentence ends with its closing quotes and brackets, and with its paragraph. */
function sentenceAround(text: string, offset: CodeUnits): TextRange {
  const line = lineAround(text, offset);
  const paragraph = text.slice(line.start, line.end);
  let start = line.start;
  for (const match of paragraph.matchAll(/[。！？!?…]+[”’」』）)》〉】]*/gu)) {
    const end = line.start + match.index + match[0].length;
    if (offset < end) return { start, end };
    start = end;
  }
  return { start, end: line.end };
}

/** Blocks are parted by line feeds in the canonical text. */
function lineAround(text: string, offset: CodeUnits): TextRange {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end };
}
