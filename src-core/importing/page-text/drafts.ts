// What the assembly builds up before the blocks are finished: articles and notices in the making.
import type { Byline } from '../../publication/issue';
import type { SourceSpan } from '../../text/source-span';
import type { Decision, Furniture, Join, ParsedPiece, Reason } from '../format';
import type { DisplayForm } from './line-role';
import type { FoundCaption } from './photo';
import type { LogicalLine } from './unwrap';

/** A line of an article's text with what the assembly decided about it. */
export type TextLine = {
  readonly line: LogicalLine;
  readonly kind: 'paragraph' | 'item' | 'subhead' | 'verse' | 'byline' | 'issuer' | 'date';
  /** Length of the dateline at the line's head. */
  readonly dateline: number;
  readonly decision: Decision;
};

export type PhotoDraft = {
  readonly line: LogicalLine;
  readonly caption: FoundCaption;
  /** The caption, where the line is only its credit. */
  readonly captionLine: LogicalLine | null;
};

export type Draft = {
  readonly type: 'article' | 'notice';
  readonly head: readonly ParsedPiece[];
  readonly alternatives: readonly {
    readonly roles: readonly ParsedPiece['role'][];
    readonly confidence: number;
  }[];
  readonly text: TextLine[];
  readonly bylines: Byline[];
  readonly photos: PhotoDraft[];
  readonly decision: Decision;
  date: string | null;
  /** Nothing more is expected: editors were named, a notice was dated, or another page began. */
  isClosed: boolean;
};

export type LabelDraft = {
  readonly type: 'label';
  readonly pieces: readonly ParsedPiece[];
  readonly decision: Decision;
};
export type LonePhotos = { readonly type: 'photos'; readonly photos: readonly PhotoDraft[] };
export type AnyDraft = Draft | LabelDraft | LonePhotos;

/** A display line that waits for what follows to say what it is. */
export type WaitingLine = { readonly line: LogicalLine; readonly form: DisplayForm };

/** Builds a decision. */
export function decide(confidence: number, reason: Reason): Decision {
  return { confidence: Math.round(confidence * 100) / 100, reason };
}

/** Builds a piece of one span. */
export function pieceOf(
  role: ParsedPiece['role'],
  span: SourceSpan & { readonly joins?: readonly Join[] },
  decision: Decision,
): ParsedPiece {
  return { text: span.text, ranges: span.ranges, role, joins: span.joins ?? [], ...decision };
}

/** Builds a piece of furniture. */
export function furnitureOf(kind: Furniture['kind'], span: SourceSpan, confidence: number): Furniture {
  return { kind, text: span.text, ranges: span.ranges, confidence, reason: kind };
}
