// What a page as a whole is like: how it sets paragraphs apart, its script, and whether it has the punctuation of old
// papers, which end no sentence with a full stop.
import { hasOldPunctuation, usesIndents } from './text-habits';
import type { LogicalLine } from './unwrap';

export type PageStyle = {
  /** Empty lines stand between the paragraphs. */
  readonly isSpaced: boolean;
  /** Paragraphs begin with an indent. */
  readonly isIndented: boolean;
  readonly isTraditional: boolean;
  /** Sentences are ended by 、 or by nothing, as in papers of the Republic. */
  readonly isOldStyle: boolean;
  /** How many empty lines usually stand between paragraphs. */
  readonly usualBlank: number;
  /** Every two neighbouring characters of the page; what a cut parts is often a word that stands whole elsewhere. */
  readonly pairs: ReadonlySet<string>;
};

const traditional = /[國會來時個們這為說對發後經學開關東車馬門見長書記報電話點萬與從將灣臺]/gu;
const simplified = /[国会来时个们这为说对发后经学开关东车马门见长书记报电话点万与从将湾]/gu;

/** Reads the style off a page's logical lines. */
export function readPageStyle(lines: readonly LogicalLine[]): PageStyle {
  const sample = lines
    .slice(0, 400)
    .map((line) => line.text.slice(0, 2000))
    .join('\n');
  const spaced = lines.filter((line) => line.blankAbove > 0);
  const blanks = spaced
    .slice(1)
    .map((line) => line.blankAbove)
    .sort((one, other) => one - other);
  return {
    isSpaced: spaced.length >= Math.max(2, (lines.length - 1) * 0.5),
    isIndented: usesIndents(lines),
    isTraditional: countOf(sample, traditional) > countOf(sample, simplified),
    isOldStyle: hasOldPunctuation(lines),
    usualBlank: blanks[Math.floor(blanks.length / 2)] ?? 0,
    pairs: pairsOf(lines),
  };
}

/**
 * Whether the last character of one line and the first of the next belong to one word or number: a word known from the
 * rest of the page, Latin letters, digits with their unit.
 */
export function isWordCut(style: PageStyle, above: string, below: string): boolean {
  const pair = above.slice(-1) + below.slice(0, 1);
  return style.pairs.has(pair) || /^(?:[A-Za-z][a-z]|\d[\d年月日号时點点%％元万亿])$/u.test(pair);
}

function pairsOf(lines: readonly LogicalLine[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const { text } of lines) {
    for (let index = 1; index < text.length; index++) {
      if (text.charCodeAt(index) > 0x2fff && text.charCodeAt(index - 1) > 0x2fff)
        pairs.add(text.slice(index - 1, index + 1));
    }
  }
  return pairs;
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}
