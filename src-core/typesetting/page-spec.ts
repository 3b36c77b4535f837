// What a page is asked to be, before anything is set on it.
import type { ArticleId } from '../publication/issue';
import type { TextFace } from './faces';
import type { Em } from './model';

export type TypesettingStyle = {
  /** GB: Mainland forms and half-width line ends; CNS: Taiwan and Hong Kong. */
  readonly region: 'GB' | 'CNS';
  /** How much 避头尾 is asked for (clreq, "prohibition rules for line start and line end"). */
  readonly prohibition: 'none' | 'basic' | 'gb' | 'strict';
  /** How a number of four digits stands in 竖排: digit by digit (the default), squeezed into one cell, or on its side. */
  readonly fourDigits?: 'combine' | 'upright' | 'rotate';
  /** How two to four capitals stand in 竖排 where they stand alone: letter by letter (the default), or on their side. */
  readonly acronyms?: 'upright' | 'rotate';
  /**
   * How a book title stands in 竖排: between 《》 (the default), or beside a wavy line in their stead (GB/T 15834-2011,
   * 5.2.4); never both.
   */
  readonly titles?: 'marks' | 'wavy';
};

export const defaultStyle: TypesettingStyle = { region: 'GB', prohibition: 'gb' };

/** What may stand between the lines: nothing, lines or dots on one side of the type, or on both. */
export type Interlinear = 'none' | 'one-sided' | 'two-sided';

/**
 * The least pitch that leaves room for what stands between the lines (clreq, "handling of interlinear punctuation": half
 * an em on one side, five eighths for both). The pitch is chosen for all of a text: marks never change it.
 */
export function leastLinePitch(interlinear: Interlinear): Em {
  switch (interlinear) {
    case 'none':
      return 1;
    case 'one-sided':
      return 1.5;
    case 'two-sided':
      return 1.625;
  }
}

export type PageSpec = {
  readonly direction: 'vertical' | 'horizontal';
  /** Size of the page's type area 版心 in em of the body size. */
  readonly inlineSize: Em;
  /** Infinity for one page that grows as long as the text, as a scrolled view has it. */
  readonly blockSize: Em;
  /** From one body line to the next, in em; 1.5 at most where a PDF's text is to be found in order by every reader. */
  readonly linePitch: Em;
  /** What may be drawn between the lines; none is promised room by default. */
  readonly interlinear?: Interlinear;
  /** White space between tiers; at least 1. */
  readonly tierGap: Em;
  /** How many characters a line of body text should have at least and at most; tiers are chosen to fit. */
  readonly measure: { readonly min: number; readonly max: number };
  readonly style: TypesettingStyle;
  /** The face of the text, with which the others go; Song by default. */
  readonly textFace?: TextFace;
  /**
   * How articles share a page of finite size: each across all tiers (the default), or parted over the whole page, the
   * lead where reading starts.
   */
  readonly arrangement?: 'strips' | 'page';
  /** The order of the articles: as they are printed (the default), or by what the user has decided of the make-up. */
  readonly order?: 'printed' | 'placed';
  /** The printed page 版 that is set alone, counted from 0, one more than the last for what stands on none; all by default. */
  readonly printedPage?: number;
  /** Whether the first page of an issue has a masthead 报头, where its name is known. */
  readonly masthead?: boolean;
  /** Articles of which no headline spans the tiers: it stands at the head of their first, as on a page with none. */
  readonly headsInTier?: ReadonlySet<ArticleId>;
  /** How many sheets stand before the first; 0 by default. */
  readonly sheetsBefore?: number;
};
