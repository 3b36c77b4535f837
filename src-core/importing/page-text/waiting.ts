// Display lines, and what stands among them, that wait until what follows says what they are.
import type { Byline } from '../../publication/issue';
import { countCharacters } from '../../text/han';
import type { Decision } from '../format';
import type { PhotoDraft, WaitingLine } from './drafts';
import type { PageStyle } from './page-style';
import { isMarkedName, isSectionNameAbove } from './section-names';
import type { LogicalLine } from './unwrap';

export type WaitingByline = {
  readonly line: LogicalLine;
  readonly byline: Byline;
  readonly decision: Decision;
};

export type Waiting = {
  lines: WaitingLine[];
  photos: PhotoDraft[];
  bylines: WaitingByline[];
  /** Authors whom the date line of a web page names. */
  authors: string[];
  /** A date line stood below the lines, so they are a title. */
  isTitled: boolean;
  /** The lines stand below a heading such as 相关阅读, so they are links unless text follows. */
  isLinks: boolean;
};

/** Nothing waits. */
export function noneWaiting(): Waiting {
  return { lines: [], photos: [], bylines: [], authors: [], isTitled: false, isLinks: false };
}

/** Section names and lines set far above the rest are labels rather than part of the headline. */
export function splitLabels(
  lines: readonly LogicalLine[],
  style: PageStyle,
): { readonly labels: readonly LogicalLine[]; readonly display: readonly LogicalLine[] } {
  let from = 0;
  for (let index = 0; index < lines.length - 1; index++) {
    const line = lines[index];
    const next = lines[index + 1];
    if (line === undefined || next === undefined) break;
    const isFar = next.blankAbove > Math.max(1, style.usualBlank) + 1;
    const isName = isSectionNameAbove(line.text) || (!style.isTraditional && isShortName(line, next));
    if (isFar || isMarkedName(line.text) || (index === from && isName)) from = index + 1;
  }
  return { labels: lines.slice(0, from), display: lines.slice(from) };
}

/** Two to four characters above a longer line name the column it stands in: 影像, 百姓故事. */
function isShortName(line: LogicalLine, next: LogicalLine): boolean {
  return (
    /^\p{Script=Han}{2,4}$/u.test(line.text) && countCharacters(next.text) >= 6 && !/^——/u.test(next.text)
  );
}

/**
 * Many short display lines in a row are a poem without punctuation; what heads the next article stands in the last group
 * when `isFollowed` by one. Null where the lines are no poem.
 */
export function splitPoem(
  lines: readonly LogicalLine[],
  isFollowed: boolean,
): { readonly poem: readonly LogicalLine[]; readonly display: readonly LogicalLine[] } | null {
  const lastGroup = lines.at(-1)?.group;
  const isLastApart = lines.some((line) => line.group !== lastGroup);
  let from = isFollowed ? lines.length - 1 : lines.length;
  if (isFollowed && isLastApart) from = lines.findIndex((line) => line.group === lastGroup);
  const poem = lines.slice(0, from);
  const length = poem.reduce((sum, line) => sum + countCharacters(line.text), 0) / Math.max(1, poem.length);
  const isVerse = poem.every((line) => !/^——|[《》：]/u.test(line.text));
  return poem.length >= 4 && length <= 14 && isVerse ? { poem, display: lines.slice(from) } : null;
}
