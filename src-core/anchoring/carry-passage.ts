// Carries a passage from one revision of a text to another made from the same source. It is sure or it is nothing: every
// character of the passage must stand in one article, in the same order and with nothing else between, white space aside.
import { isWhite } from '../text/han';
import type { CodeUnits, TextRange } from '../text/offsets';

/** One article of a revision: its text, and for each of its code units that of the source, or -1. */
export type SourcedText = { readonly text: string; readonly source: ArrayLike<CodeUnits> };

/** Where the characters of the source stand in a revision. */
export type SourceIndex = ReadonlyMap<CodeUnits, { readonly article: number; readonly at: CodeUnits }>;

/** Where a passage stands in a revision: the index of its article and its range. */
export type CarriedPassage = { readonly article: number; readonly range: TextRange };

/** Indexes a revision by its source. */
export function indexBySource(revision: readonly SourcedText[]): SourceIndex {
  const index = new Map<CodeUnits, { readonly article: number; readonly at: CodeUnits }>();
  for (const [article, { source }] of revision.entries()) {
    for (let at = 0; at < source.length; at++) {
      const unit = source[at] ?? -1;
      if (unit >= 0) index.set(unit, { article, at });
    }
  }
  return index;
}

/** Finds where a range of a former article stands in a revision; null where any of its characters is gone or apart. */
export function carryPassage(
  former: SourcedText,
  range: TextRange,
  revision: readonly SourcedText[],
  index: SourceIndex,
): CarriedPassage | null {
  let article: number | null = null;
  let start: CodeUnits = 0;
  let end: CodeUnits = 0;
  for (let unit = range.start; unit < range.end; unit++) {
    if (isWhite(former.text.charAt(unit))) continue;
    const place = index.get(former.source[unit] ?? -1);
    if (place === undefined) return null;
    if (article === null) {
      article = place.article;
      start = place.at;
    } else if (place.article !== article || !isBlank(revision[article]?.text ?? '', end, place.at)) {
      return null;
    }
    end = place.at + 1;
  }
  return article === null ? null : { article, range: { start, end } };
}

/** Whether a stretch of text goes forward and is nothing but white space. */
function isBlank(text: string, start: CodeUnits, end: CodeUnits): boolean {
  if (end < start) return false;
  for (let at = start; at < end; at++) if (!isWhite(text.charAt(at))) return false;
  return true;
}
