// Last pass: drafts become blocks. Datelines and signatures part from their paragraphs, cut paragraphs are joined, photos
// follow the article in which they stand.
import { readDateCode } from '../../text/chinese-date';
import { squeeze } from '../../text/han';
import { joinSpans, sliceSpan, trimSpan, type SourceSpan } from '../../text/source-span';
import type { Byline } from '../../publication/issue';
import type { Furniture, Join, ParsedBlock, ParsedPiece } from '../format';
import { findSignature } from './byline';
import {
  decide,
  furnitureOf,
  pieceOf,
  type AnyDraft,
  type Draft,
  type PhotoDraft,
  type TextLine,
} from './drafts';
import type { PageStyle } from './page-style';
import { findJoins } from './paragraphs';

export type FinishedPage = {
  readonly blocks: readonly ParsedBlock[];
  readonly furniture: readonly Furniture[];
  /** The dates that end codes state, one for each article that has one. */
  readonly codes: readonly { readonly iso: string; readonly furniture: Furniture }[];
};

/** Turns drafts into finished blocks. */
export function finishBlocks(drafts: readonly AnyDraft[], style: PageStyle): FinishedPage {
  const furniture: Furniture[] = [];
  const codes: { iso: string; furniture: Furniture }[] = [];
  const blocks = drafts.flatMap((draft): readonly ParsedBlock[] => {
    switch (draft.type) {
      case 'label':
        return [{ type: 'label', pieces: draft.pieces, alternatives: [], ...draft.decision }];
      case 'photos':
        return draft.photos.map((photo) => photoBlock(photo, furniture));
      case 'article':
      case 'notice':
        return [
          textBlock(draft, style, furniture, codes),
          ...draft.photos.map((photo) => photoBlock(photo, furniture)),
        ];
    }
  });
  return { blocks, furniture, codes };
}

function textBlock(
  draft: Draft,
  style: PageStyle,
  furniture: Furniture[],
  codes: { iso: string; furniture: Furniture }[],
): ParsedBlock {
  const bylines = [...draft.bylines];
  const pieces: ParsedPiece[] = [...draft.head];
  const lines = draft.text;
  const lastParagraph = lines.findLastIndex((line) => line.kind === 'paragraph');
  const joins = joinsOf(lines, style);
  let open: OpenParagraph | null = null;
  const close = () => {
    if (open !== null) pieces.push(...open.finish());
    open = null;
  };
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'paragraph') {
      // A byline set into a sentence that goes on, as a column foot can, does not part it.
      close();
      pieces.push(pieceOf(line.kind === 'item' ? 'paragraph' : line.kind, line.line, line.decision));
      continue;
    }
    const join = joins.get(index) ?? null;
    if (join === null || open === null) close();
    open ??= new OpenParagraph(line.decision);
    const text = open.takeDateline(line);
    // Each of several short items can be signed.
    const isItem = /^[●■◆◎□○★☆▲△▼◇•※]/u.test(line.line.text);
    open.append(takeEnd(text, isItem || index === lastParagraph, bylines, furniture, codes, open), join);
  }
  close();
  const byline = mergeBylines(bylines);
  return {
    type: draft.type,
    pieces,
    ...(byline === null ? {} : { byline }),
    ...(draft.date === null ? {} : { date: draft.date }),
    alternatives: draft.alternatives,
    ...draft.decision,
  };
}

/** A paragraph in the making: what stands before it, its parts, and what signs it. */
class OpenParagraph {
  private readonly before: ParsedPiece[] = [];
  private readonly after: ParsedPiece[] = [];
  private readonly parts: SourceSpan[] = [];
  private readonly joins: Join[] = [];
  private length = 0;
  private readonly decision: TextLine['decision'];

  constructor(decision: TextLine['decision']) {
    this.decision = decision;
  }

  /** Parts the dateline from a line and gives the rest. */
  takeDateline(line: TextLine): SourceSpan & { readonly joins: readonly Join[] } {
    if (line.dateline === 0) return line.line;
    this.before.push(pieceOf('byline', trimSpan(sliceSpan(line.line, 0, line.dateline)), line.decision));
    const rest = trimSpan(sliceSpan(line.line, line.dateline));
    const shift = line.line.text.length - rest.text.length;
    const joins = line.line.joins
      .filter((join) => join.at > shift)
      .map((join) => ({ ...join, at: join.at - shift }));
    return { ...rest, joins };
  }

  append(
    part: SourceSpan & { readonly joins: readonly Join[] },
    join: Pick<Join, 'confidence' | 'reason'> | null,
  ): void {
    if (part.text === '') return;
    if (join !== null && this.length > 0) this.joins.push({ at: this.length, ...join });
    for (const inner of part.joins) {
      if (inner.at < part.text.length) this.joins.push({ ...inner, at: inner.at + this.length });
    }
    this.parts.push({ text: part.text, ranges: part.ranges });
    this.length += part.text.length;
  }

  sign(piece: ParsedPiece): void {
    this.after.push(piece);
  }

  finish(): readonly ParsedPiece[] {
    const span = joinSpans(this.parts);
    const text =
      span.text === '' ? [] : [pieceOf('paragraph', { ...span, joins: this.joins }, this.decision)];
    return [...this.before, ...text, ...this.after];
  }
}

/** Parts an end code, the editors and a signature from the end of a paragraph and gives what is left. */
function takeEnd(
  line: SourceSpan & { readonly joins: readonly Join[] },
  isLast: boolean,
  bylines: Byline[],
  furniture: Furniture[],
  codes: { iso: string; furniture: Furniture }[],
  open: OpenParagraph,
): SourceSpan & { readonly joins: readonly Join[] } {
  let span: SourceSpan = line;
  const code = /(?<=[。！？）)」”])\s*([01]\d{6})$/u.exec(span.text.slice(-40));
  const iso = code === null ? null : readDateCode(code[1] ?? '');
  if (iso !== null) {
    const item = furnitureOf('end-code', sliceSpan(span, span.text.length - 7), 0.9);
    furniture.push(item);
    codes.push({ iso, furniture: item });
    span = trimSpan(sliceSpan(span, 0, span.text.length - 7));
  }
  const editors =
    /[（(【](?:[责責]任?[编編]辑?輯?|编辑|編輯|核稿|譯者|编译)[：:／/][^（()）【】]{2,30}[）)】]$/u.exec(
      span.text.slice(-50),
    );
  if (editors !== null && editors[0].length < span.text.length) {
    const start = span.text.length - editors[0].length;
    furniture.push(furnitureOf('editor-line', sliceSpan(span, start), 0.9));
    span = trimSpan(sliceSpan(span, 0, start));
  }
  const named =
    /(?<=[。！？”）」])\s*(?:责任编辑|責任編輯|责编|编辑)\s?[：:]\s?[\p{Script=Han}\s]{2,14}$/u.exec(
      span.text.slice(-40),
    );
  if (named !== null) {
    const start = span.text.length - named[0].length;
    furniture.push(furnitureOf('editor-line', trimSpan(sliceSpan(span, start)), 0.85));
    span = trimSpan(sliceSpan(span, 0, start));
  }
  const signature = findSignature(span.text, isLast);
  if (signature !== null) {
    bylines.push(signature.byline);
    open.sign(
      pieceOf(
        'byline',
        trimSpan(sliceSpan(span, signature.start)),
        decide(signature.confidence, 'signature-at-end'),
      ),
    );
    span = trimSpan(sliceSpan(span, 0, signature.start));
  }
  return { ...span, joins: line.joins };
}

/** The reasons to join each paragraph line to the paragraph line before it, by index into the lines. */
function joinsOf(
  lines: readonly TextLine[],
  style: PageStyle,
): ReadonlyMap<number, Pick<Join, 'confidence' | 'reason'>> {
  const result = new Map<number, Pick<Join, 'confidence' | 'reason'>>();
  let run: number[] = [];
  const settle = () => {
    const running = run.flatMap((index) => {
      const line = lines[index];
      if (line === undefined) return [];
      return [{ text: line.line.text.slice(line.dateline), printed: squeeze(line.line.text).length }];
    });
    findJoins(running, style).forEach((join, at) => {
      const index = run[at];
      if (join !== null && index !== undefined && (lines[index]?.dateline ?? 0) === 0)
        result.set(index, join);
    });
    run = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'paragraph') run.push(index);
    else settle();
  }
  settle();
  return result;
}

function photoBlock({ line, caption, captionLine }: PhotoDraft, furniture: Furniture[]): ParsedBlock {
  const decision = decide(
    caption.confidence,
    captionLine !== null
      ? 'credit-line-below'
      : caption.creditStart < line.text.length
        ? 'credit-form'
        : 'caption-form',
  );
  const pieces: ParsedPiece[] = [];
  const mark = trimSpan(sliceSpan(line, 0, caption.start));
  if (mark.text !== '') furniture.push(furnitureOf('caption-mark', mark, 0.9));
  const words = trimSpan(sliceSpan(line, caption.start, caption.end));
  const parts = [captionLine, { ...words, joins: caption.end === line.text.length ? line.joins : [] }];
  const whole = joinParts(parts.flatMap((part) => (part === null || part.text === '' ? [] : [part])));
  if (whole.text !== '') pieces.push(pieceOf('caption', whole, decision));
  const credit = trimSpan(sliceSpan(line, caption.creditStart));
  if (credit.text !== '') pieces.push(pieceOf('credit', credit, decision));
  return { type: 'photo', pieces, credits: caption.credits, alternatives: [], ...decision };
}

/** Parts of one sentence, each with its own joins, as one span. */
function joinParts(parts: readonly (SourceSpan & { readonly joins: readonly Join[] })[]): SourceSpan & {
  readonly joins: readonly Join[];
} {
  const joins: Join[] = [];
  let length = 0;
  for (const part of parts) {
    if (length > 0) joins.push({ at: length, confidence: 0.7, reason: 'mid-sentence' });
    joins.push(...part.joins.map((join) => ({ ...join, at: join.at + length })));
    length += part.text.length;
  }
  return { ...joinSpans(parts.map(({ text, ranges }) => ({ text, ranges }))), joins };
}

function mergeBylines(bylines: readonly Byline[]): Byline | null {
  if (bylines.length === 0) return null;
  const agency = bylines.find((byline) => byline.agency !== undefined)?.agency;
  return {
    ...(agency === undefined ? {} : { agency }),
    reporters: [...new Set(bylines.flatMap((byline) => byline.reporters))],
  };
}
