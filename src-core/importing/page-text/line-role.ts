// What a logical line of a page can be.
import type { Byline } from '../../publication/issue';
import type { FoundByline } from './byline';
import type { FoundFurniture } from './furniture';
import type { FoundCaption } from './photo';
import type { LogicalLine } from './unwrap';

export type LineRole =
  | { readonly kind: 'furniture'; readonly furniture: FoundFurniture }
  | { readonly kind: 'date'; readonly iso: string }
  | {
      readonly kind: 'byline';
      readonly byline: Byline;
      readonly confidence: number;
      readonly isPenName: boolean;
      /** Known by a habit of the publication. */
      readonly isHabitual?: boolean;
    }
  | { readonly kind: 'label' }
  | { readonly kind: 'photo'; readonly caption: FoundCaption }
  /** A caption whose credit is the next line. */
  | { readonly kind: 'caption-above-credit' }
  | { readonly kind: 'notice-title'; readonly confidence: number }
  | { readonly kind: 'display'; readonly form: DisplayForm }
  | { readonly kind: 'body'; readonly dateline: FoundByline | null }
  | { readonly kind: 'verse' }
  /** One line of a list, such as results or prices: a paragraph that is joined to nothing. */
  | { readonly kind: 'list' };

/** What a display line's own form says of it: numbered and colon-ended lines head a part of an article. */
export type DisplayForm = 'plain' | 'numbered' | 'colon';

export type RoledLine = { readonly line: LogicalLine; readonly role: LineRole };
