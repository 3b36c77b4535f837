// What the composition engine makes, as plain data. One engine serves the screen and paper; a painter only puts glyphs
// where this says.
//
// Directions are logical. `inline` runs along a line (down in 竖排, right in 横排) and `block` from line to line (left in
// 竖排, down in 横排). A page's origin is where reading starts: top right in 竖排, top left in 横排. Tiers (段) and columns
// (栏) follow each other along the inline axis in both, so one layout serves both directions; only a painter knows x, y.
//
// Every length within a line box is in em of its frame's size; every length of frames, pages, rules and quads is in em
// of the body size ("rows and characters of the page"). Offsets are UTF-16 code units of the article's canonical text.
import type { ArticleId, BlockRole } from '../publication/issue';
import type { TextRange } from '../text/offsets';

export type Em = number;

/**
 * The faces a page is set in: Song 宋, Kai 楷, Hei 黑, the bold ones for headlines; and one of the reader's own, which is
 * installed on the computer.
 */
export type Face = 'song' | 'song-bold' | 'kai' | 'hei' | 'hei-bold' | 'own';

/** How a cell is painted. */
export type CellPaint =
  | 'upright' // a full-width character
  | 'vertical' // a mark whose form turns with the line: use the font's `vert` glyph in 竖排
  | 'rotate' // a Latin run lying on its side in 竖排, plain in 横排
  | 'combine' // digits set across in one cell in 竖排 (直排内横排)
  | 'rule'; // —— or …… (or one alone): an unbroken sign over the cell's whole advance

/** In em along the line, and across it towards the next line. */
export type GlyphShift = { readonly along: Em; readonly across: Em };

/**
 * One or more characters that are placed together. `inline` is where the painted glyph's em box begins (it may lie
 * before the cell when white space at its head was cut away), `boxStart`..`boxEnd` what a highlight covers.
 */
export type Cell = {
  readonly start: number;
  readonly end: number;
  /** The source's characters from `start` to `end`, in their base code points. */
  readonly text: string;
  /**
   * What to paint instead of `text`: half-width marks where two full-width ones share a cell (？！ in 竖排), a character
   * without the title mark beside it.
   */
  readonly display?: string;
  readonly paint: CellPaint;
  /** Where the glyph's natural box begins, in em from the line's start. */
  readonly inline: Em;
  /** The glyph's natural advance before any cut; a glyph whose own advance is another (·) is centred in it. */
  readonly advance: Em;
  readonly boxStart: Em;
  readonly boxEnd: Em;
  /** For a run of proportional type: where each code unit of it ends, in em from `inline`. */
  readonly stops?: readonly Em[];
  /** Size of the glyph against its frame's, below 1 for squeezed digits. */
  readonly scale: number;
  /** How far the glyph is moved from its own place, where the style has it elsewhere than the face does. */
  readonly shift?: GlyphShift;
  /** The offset at which the book title begins that the cell belongs to, where a wavy line stands for 《》. */
  readonly title?: number;
  /** The role of the block the cell's text stands in (a byline may run into its paragraph). */
  readonly role: BlockRole;
};

export type LineBox = {
  /** The range the line's cells cover. */
  readonly start: number;
  readonly end: number;
  readonly cells: readonly Cell[];
  /** Distance of the line's block-start edge from its frame's, in em of the body size. */
  readonly block: Em;
  /** How thick the line is along the block axis, in em of the body size: the line's pitch. */
  readonly blockSize: Em;
  /** Where the line's inline start lies from its frame's, in em of the body size. */
  readonly inline: Em;
  /** The line's measure, in em of its frame's size. */
  readonly measure: Em;
  /** True for the last line of a paragraph, which need not fill its measure. */
  readonly isLast: boolean;
};

/** A rectangle in em of the body size from the page's origin. */
export type Rect = {
  readonly inline: Em;
  readonly block: Em;
  readonly inlineSize: Em;
  readonly blockSize: Em;
};

export type FrameRole = 'headline' | 'body' | 'caption' | 'notice' | 'label';

/** A rectangle that text of one article is set in. */
export type Frame = {
  readonly frameId: string;
  readonly articleId: ArticleId;
  readonly role: FrameRole;
  readonly rect: Rect;
  readonly lines: readonly SetLine[];
};

/** A line with the type it is set in; a headline block holds lines of several sizes. */
export type SetLine = LineBox & {
  readonly face: Face;
  /** Size of type in em of the body size. */
  readonly size: Em;
};

/** A rule 栏线, to be filled, or the border of a box, to be drawn along its rectangle; decoration, in no text. */
export type Rule = { readonly rect: Rect; readonly kind: 'tier' | 'article' | 'box' };

/**
 * Page furniture: masthead, date, page number. In no article, and an artifact in the PDF. Its text runs left to right
 * in both directions, centred in its rectangle. That of a running head lies before the type area (negative `inline` in
 * 竖排, negative `block` in 横排); a masthead, and the line that says where an article goes on, lie within it.
 */
export type Furniture = {
  readonly kind: 'running' | 'masthead' | 'jump';
  readonly rect: Rect;
  readonly text: string;
  readonly face: Face;
  readonly size: Em;
};

export type PageLayout = {
  readonly inlineSize: Em;
  readonly blockSize: Em;
  /** In reading order. */
  readonly frames: readonly Frame[];
  readonly rules: readonly Rule[];
  readonly furniture: readonly Furniture[];
};

export type IssueLayout = {
  readonly direction: 'vertical' | 'horizontal';
  readonly pages: readonly PageLayout[];
};

/** A piece of a page that a text range covers: one for each line it runs through. */
export type Quad = Rect & { readonly page: number; readonly range: TextRange };

/** The one thing the engine asks of fonts: how far a run of proportional type reaches, in em. */
export interface LatinMetrics {
  latinAdvance(face: Face, run: string): Em;
}
