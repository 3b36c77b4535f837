// Offsets into text. In memory every offset counts UTF-16 code units, as JavaScript strings do; files for other
// programs use the unit of their standard, which for the W3C TextPositionSelector is the code point.

/** An offset or length in UTF-16 code units. */
export type CodeUnits = number;

/** An offset or length in Unicode code points. */
export type CodePoints = number;

/** A half-open range [start, end) in UTF-16 code units. */
export type TextRange = { readonly start: CodeUnits; readonly end: CodeUnits };

/** Turns an offset in code units into one in code points. An offset inside a surrogate pair counts the pair. */
export function toCodePoints(text: string, offset: CodeUnits): CodePoints {
  let count = 0;
  for (let index = 0; index < offset && index < text.length; count++) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return count;
}

/** Turns an offset in code points into one in code units; past the end it gives the text's length. */
export function toCodeUnits(text: string, offset: CodePoints): CodeUnits {
  let index = 0;
  for (let count = 0; count < offset && index < text.length; count++) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return index;
}

/** Moves an offset that stands inside a surrogate pair to the pair's start. */
export function toCharacterStart(text: string, offset: CodeUnits): CodeUnits {
  const unit = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? offset - 1 : offset;
}

/** Moves an offset that stands inside a surrogate pair to the pair's end. */
export function toCharacterEnd(text: string, offset: CodeUnits): CodeUnits {
  return toCharacterStart(text, offset) === offset ? offset : offset + 1;
}
