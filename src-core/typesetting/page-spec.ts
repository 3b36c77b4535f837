// What a page is asked to be, before anything is set on it.
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
};

export const defaultStyle: TypesettingStyle = { region: 'GB', prohibition: 'gb' };

export type PageSpec = {
  readonly direction: 'vertical' | 'horizontal';
  /** Size of the page's type area 版心 in em of the body size. */
  readonly inlineSize: Em;
  /** Infinity for one page that grows as long as the text, as a scrolled view has it. */
  readonly blockSize: Em;
  /** From one body line to the next, in em; 1.5 at most where a PDF's text is to be found in order by every reader. */
  readonly linePitch: Em;
  /** White space between tiers; at least 1. */
  readonly tierGap: Em;
  /** How many characters a line of body text should have at least and at most; tiers are chosen to fit. */
  readonly measure: { readonly min: number; readonly max: number };
  readonly style: TypesettingStyle;
  /**
   * How articles share a page of finite size: each across all tiers (the default), or parted over the whole page, the
   * lead where reading starts.
   */
  readonly arrangement?: 'strips' | 'page';
};
