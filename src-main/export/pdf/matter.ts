// What stands before and after the issues: a title page, lists whose entries lead to a page, a legend. Each is an article
// of its own, set by the same engine through the same fonts, so that its words are found and copied like all others.
import type { MarkColor, MarkStyle } from '../../../src-core/annotation/annotation';
import type { TextRange } from '../../../src-core/text/offsets';

/** A passage of an entry that shows what a mark looks like. */
export type Sample = { readonly range: TextRange; readonly style: MarkStyle; readonly color: MarkColor };

export type MatterLine = {
  /** A group heads the entries after it; a remark, within a group, those of one printed page. */
  readonly role: 'group' | 'entry' | 'remark';
  readonly text: string;
  /** Stands at the end of the line behind leaders: the page it leads to. */
  readonly tail?: string;
  /** The place in the document it leads to. */
  readonly destination?: string;
  /** What is marked in it; ranges count in its text. */
  readonly samples?: readonly Sample[];
};

/** A list: its title and its lines. */
export type MatterList = {
  readonly id: string;
  readonly title: string;
  /** What it is in the structure of the document. */
  readonly structure: 'contents' | 'index' | 'text';
  readonly lines: readonly MatterLine[];
};
