// Fourth pass: the page from top to bottom. Display lines wait until what follows says whether they head a new article,
// stand within the one at hand, or are a label.
import { sliceSpan } from '../../text/source-span';
import type { Decision, Furniture } from '../format';
import { joinDisplayLines, readDisplay } from './display';
import {
  decide,
  furnitureOf,
  pieceOf,
  type AnyDraft,
  type Draft,
  type PhotoDraft,
  type TextLine,
} from './drafts';
import { bylineIsAbove, weighHeadline } from './headline';
import { findSignedDate, isIssuer, isNoticeNumber } from './notice';
import type { PageStyle } from './page-style';
import type { DisplayForm, LineRole, RoledLine } from './line-role';
import { isShortsSection } from './section-names';
import type { LogicalLine } from './unwrap';
import { noneWaiting, splitLabels, splitPoem, type Waiting } from './waiting';

export type Assembly = { readonly drafts: readonly AnyDraft[]; readonly furniture: readonly Furniture[] };

type RoleOf<K extends LineRole['kind']> = Extract<LineRole, { kind: K }>;

/** Puts the roled lines of a page together into articles, notices, photos and labels. */
export function assemble(lines: readonly RoledLine[], style: PageStyle): Assembly {
  const assembler = new Assembler(lines, style);
  lines.forEach(({ line, role }, index) => {
    assembler.take(line, role, index);
  });
  return assembler.finish();
}

class Assembler {
  private readonly drafts: AnyDraft[] = [];
  private readonly furniture: Furniture[] = [];
  private current: Draft | null = null;
  private waiting: Waiting = noneWaiting();
  private captionLine: LogicalLine | null = null;
  /** Within a section of short reports every display line heads one. */
  private isAmongShorts = false;
  /** What follows a label which the publication is known to set is a headline. */
  private isBelowLabel = false;
  /** A headline without a byline stood on this page, so that others may too. */
  private hasWeighedHeadline = false;
  private readonly roled: readonly RoledLine[];
  private readonly style: PageStyle;

  constructor(roled: readonly RoledLine[], style: PageStyle) {
    this.roled = roled;
    this.style = style;
  }

  take(line: LogicalLine, role: LineRole, index: number): void {
    if (this.takeSignedDate(line)) return;
    switch (role.kind) {
      case 'furniture':
        this.takeFurniture(line, role);
        return;
      case 'date':
        this.takeDate(line, role.iso, index);
        return;
      case 'byline':
        this.takeByline(line, role, index);
        return;
      case 'caption-above-credit':
        this.captionLine = line;
        return;
      case 'label':
        this.flush();
        this.pushLabels([line], decide(0.95, 'profile'));
        this.isBelowLabel = true;
        return;
      case 'photo':
        this.takePhoto({ line, caption: role.caption, captionLine: this.captionLine });
        this.captionLine = null;
        return;
      case 'notice-title':
        this.takeNoticeTitle(line, role.confidence, index);
        return;
      case 'display':
        this.takeDisplay(line, role.form, index);
        return;
      case 'body':
      case 'verse':
      case 'list':
        this.takeText(line, role, index);
    }
  }

  finish(): Assembly {
    this.flush();
    return { drafts: this.drafts, furniture: this.furniture };
  }

  private takeFurniture(line: LogicalLine, role: RoleOf<'furniture'>): void {
    const { kind, confidence, authors = [], opensLinks = false } = role.furniture;
    this.furniture.push(furnitureOf(kind, line, confidence));
    if (kind === 'page-line' || opensLinks) this.flush();
    if (kind === 'page-line' || kind === 'editor-line' || role.furniture.endsArticle === true) this.close();
    if (kind === 'page-line') this.isAmongShorts = false;
    if (opensLinks) this.waiting.isLinks = true;
    if (this.waiting.lines.length > 0) {
      this.waiting.isTitled = this.waiting.isTitled || kind === 'date-line';
      this.waiting.authors.push(...authors);
    } else if (authors.length > 0 && this.current !== null) {
      this.current.bylines.push({ reporters: [...authors] });
    }
  }

  private takeDate(line: LogicalLine, iso: string, index: number): void {
    const notice = this.current;
    const isOpen = notice?.type === 'notice' && !notice.isClosed;
    if (isOpen && this.waiting.lines.length > 0 && this.waiting.lines.length <= 4) {
      for (const { line: issuer } of this.waiting.lines) {
        const confidence = isIssuer(issuer.text) ? 0.93 : 0.7;
        notice.text.push(textLine(issuer, 'issuer', decide(confidence, 'before-notice-date')));
      }
      this.settleAround(notice);
    }
    const isSigned = isOpen && this.waiting.lines.length === 0 && notice.text.length > 0;
    const isEnd = this.roled[index + 1]?.role.kind !== 'body';
    if (isSigned && (notice.text.at(-1)?.kind === 'issuer' || isEnd)) {
      notice.text.push(textLine(line, 'date', decide(0.93, 'notice-date')));
      notice.date = iso;
      notice.isClosed = true;
      return;
    }
    if (this.waiting.lines.length > 0) this.waiting.isTitled = true;
    this.furniture.push(furnitureOf('date-line', line, 0.8));
  }

  /** A line with both issuer and date ends an open notice. */
  private takeSignedDate(line: LogicalLine): boolean {
    const notice = this.current;
    if (notice?.type !== 'notice' || notice.isClosed || notice.text.length === 0) return false;
    const signed = findSignedDate(line.text);
    if (signed === null || this.waiting.lines.length > 0) return false;
    const issuer = { ...line, ...sliceSpan(line, 0, signed.issuerEnd), joins: [] };
    const date = { ...line, ...sliceSpan(line, signed.dateStart), joins: [] };
    notice.text.push(textLine(issuer, 'issuer', decide(0.93, 'before-notice-date')));
    notice.text.push(textLine(date, 'date', decide(0.93, 'notice-date')));
    notice.date = signed.iso;
    notice.isClosed = true;
    return true;
  }

  private takeByline(line: LogicalLine, role: RoleOf<'byline'>, index: number): void {
    this.settlePoem(true);
    const form = role.isPenName ? 'pen-name-under-headline' : 'byline-line';
    const decision = decide(role.confidence, role.isHabitual === true ? 'profile' : form);
    const isAbove = bylineIsAbove(line, this.roled[index + 1]);
    if (isAbove || this.waiting.lines.length > 0 || this.current === null || this.current.isClosed) {
      this.waiting.bylines.push({ line, byline: role.byline, decision });
      return;
    }
    this.current.text.push(
      textLine(
        line,
        'byline',
        role.isHabitual === true ? decision : decide(role.confidence * 0.95, 'signature-at-end'),
      ),
    );
    this.current.bylines.push(role.byline);
  }

  private takePhoto(photo: PhotoDraft): void {
    if (this.waiting.lines.length > 0 || this.waiting.bylines.length > 0) this.waiting.photos.push(photo);
    else if (this.current !== null) this.current.photos.push(photo);
    else this.drafts.push({ type: 'photos', photos: [photo] });
  }

  private takeNoticeTitle(line: LogicalLine, confidence: number, index: number): void {
    let at = index + 1;
    while (this.roled[at]?.role.kind === 'furniture') at++;
    const next = this.roled[at]?.role;
    const isReport = next?.kind === 'byline' || (next?.kind === 'body' && next.dateline !== null);
    if (next === undefined || next.kind === 'photo' || (confidence < 0.9 && isReport)) {
      this.takeDisplay(line, 'plain', index);
      return;
    }
    const above = this.waiting.lines.at(-1)?.line;
    const isIssued = above !== undefined && isIssuer(above.text) && line.blankAbove <= this.style.usualBlank;
    if (isIssued) this.waiting.lines.pop();
    this.flush();
    const head = (isIssued ? [above, line] : [line]).map((part) => ({ ...part, group: 0 }));
    const title = joinDisplayLines(head, { ...this.style, isSpaced: isIssued });
    const decision = decide(confidence, 'notice-title');
    const pieces = title.map((piece) => pieceOf('headline', piece, decision));
    this.start('notice', pieces, [], decision);
  }

  private takeDisplay(line: LogicalLine, form: DisplayForm, index: number): void {
    const next = this.roled[index + 1]?.role.kind;
    const notice = this.current;
    const isOpen = notice?.type === 'notice' && !notice.isClosed && notice.text.length > 0;
    if (isOpen && this.waiting.lines.length === 0 && isIssuer(line.text) && next !== 'body') {
      const confidence = next === 'date' ? 0.95 : 0.75;
      notice.text.push(textLine(line, 'issuer', decide(confidence, 'before-notice-date')));
      return;
    }
    const isNotice = notice?.type === 'notice' && !notice.isClosed && this.waiting.lines.length === 0;
    if (isNotice && (form === 'colon' || (notice.text.length === 0 && isNoticeNumber(line.text)))) {
      notice.text.push({ line, kind: 'paragraph', dateline: 0, decision: decide(0.75, 'ends-with-colon') });
      return;
    }
    const { lines, bylines, photos, isTitled } = this.waiting;
    if (bylines.length > 0 && lines.length > 0) this.startWaiting(decide(0.9, 'byline-follows'));
    else if (photos.length > 0) this.flush();
    else if (isTitled && lines.length > 1) this.startWaiting(decide(0.9, 'web-title'));
    this.waiting.lines.push({ line, form });
  }

  private takeText(line: LogicalLine, role: RoleOf<'body' | 'verse' | 'list'>, index: number): void {
    const dateline = role.kind === 'body' ? role.dateline : null;
    this.settlePoem(true);
    if (role.kind === 'list') this.settleListHead();
    if (this.waiting.lines.length > 0) this.settleWaiting(dateline !== null, index);
    else if (this.waiting.bylines.length > 0) this.startWaiting(decide(0.6, 'byline-line'));
    const current =
      this.current === null || this.current.isClosed
        ? this.start('article', [], [], decide(0.4, 'no-headline'))
        : this.current;
    if (role.kind === 'verse') {
      current.text.push(textLine(line, 'verse', decide(0.8, 'verse-form')));
      return;
    }
    if (role.kind === 'list') {
      current.text.push(textLine(line, 'item', decide(0.75, 'list-form')));
      return;
    }
    if (dateline !== null) current.bylines.push(dateline.byline);
    const decision =
      dateline === null ? decide(0.95, 'sentence-form') : decide(dateline.confidence, 'dateline-form');
    current.text.push({ line, kind: 'paragraph', dateline: dateline?.end ?? 0, decision });
  }

  /** Of several lines above a list the last names the list, not the article: 今日荧屏 / 中央电视台. */
  private settleListHead(): void {
    const { lines, bylines } = this.waiting;
    const last = lines.at(-1);
    if (last === undefined || lines.length < 2 || bylines.length > 0) return;
    lines.pop();
    this.startWaiting(decide(0.7, 'only-display-line'));
    this.current?.text.push(textLine(last.line, 'subhead', decide(0.65, 'list-form')));
  }

  /** Running text follows the waiting display lines: they head it, or stand within the article at hand. */
  private settleWaiting(hasDateline: boolean, index: number): void {
    const { labels } = splitLabels(
      this.waiting.lines.map(({ line }) => line),
      this.style,
    );
    const weight = weighHeadline({
      waiting: this.waiting.lines,
      current: this.current,
      hasByline: hasDateline || this.waiting.bylines.length > 0,
      isTitled: this.waiting.isTitled,
      isAfterWeighed: this.hasWeighedHeadline,
      isInSection: labels.length > 0 || this.isAmongShorts || this.isBelowLabel,
      roled: this.roled,
      index,
      style: this.style,
    });
    if (weight.isHeadline) {
      this.hasWeighedHeadline ||= weight.decision.reason === 'weighed-as-headline';
      this.startWaiting(weight.decision);
      return;
    }
    const { confidence, reason } = weight.decision;
    for (const { line, form } of this.waiting.lines) {
      const ownReason = form === 'numbered' ? 'numbered' : form === 'colon' ? 'ends-with-colon' : reason;
      this.current?.text.push(textLine(line, 'subhead', decide(confidence, ownReason)));
    }
    if (this.current !== null) this.settleAround(this.current);
    this.waiting = noneWaiting();
  }

  /** Gives an article what waited with display lines that have been settled in it: bylines, authors and photos. */
  private settleAround(draft: Draft): void {
    const { bylines, photos, authors } = this.waiting;
    for (const { line, byline, decision } of bylines) {
      draft.text.push(textLine(line, 'byline', decision));
      draft.bylines.push(byline);
    }
    draft.photos.push(...photos);
    if (authors.length > 0) draft.bylines.push({ reporters: [...authors] });
    this.waiting = noneWaiting();
  }

  private startWaiting(decision: Decision): void {
    const { lines, bylines, photos, authors, isTitled } = this.waiting;
    const { labels, display } = splitLabels(
      lines.map(({ line }) => line),
      this.style,
    );
    this.pushLabels(labels);
    const reading = readDisplay(display, this.style, isTitled);
    const head = reading.pieces.map((piece) => pieceOf(piece.role, piece, piece));
    const article = this.start('article', head, reading.alternatives, decision);
    this.waiting = { ...noneWaiting(), bylines, photos, authors };
    this.settleAround(article);
  }

  /** Many short lines that wait are a poem: of the article at hand if that has no text yet, else with its own title. */
  private settlePoem(isFollowed: boolean): void {
    if (this.waiting.bylines.length > 0 || this.waiting.isTitled || this.waiting.isLinks) return;
    const { labels, display } = splitLabels(
      this.waiting.lines.map(({ line }) => line),
      this.style,
    );
    const split = splitPoem(display, isFollowed);
    const [title, ...rest] = split?.poem ?? [];
    if (split === null || title === undefined) return;
    const { photos } = this.waiting;
    this.pushLabels(labels);
    const open = this.current?.isClosed === false ? this.current : null;
    const isTitled = open?.text.every((line) => line.kind === 'byline' || line.kind === 'verse') === true;
    const sure = decide(0.5, 'first-of-several-display-lines');
    const poem =
      isTitled && open !== null ? open : this.start('article', [pieceOf('headline', title, sure)], [], sure);
    for (const line of isTitled ? split.poem : rest) {
      poem.text.push(textLine(line, 'verse', decide(0.6, 'verse-form')));
    }
    poem.photos.push(...photos);
    this.waiting = { ...noneWaiting(), lines: split.display.map((line) => ({ line, form: 'plain' })) };
  }

  private start(
    type: Draft['type'],
    head: Draft['head'],
    alternatives: Draft['alternatives'],
    decision: Decision,
  ): Draft {
    this.waiting = noneWaiting();
    this.isBelowLabel = false;
    const draft: Draft = {
      type,
      head,
      alternatives,
      text: [],
      bylines: [],
      photos: [],
      decision,
      date: null,
      isClosed: false,
    };
    this.drafts.push(draft);
    this.current = draft;
    return draft;
  }

  private close(): void {
    if (this.current !== null) this.current.isClosed = true;
  }

  /** No text follows: the waiting lines are a poem, links or labels, and their photos stand by themselves. */
  private flush(): void {
    this.settlePoem(false);
    const { photos, bylines, isLinks } = this.waiting;
    const lines = this.waiting.lines.map(({ line }) => line);
    for (const { line, byline, decision } of bylines) {
      if (this.current === null) lines.push(line);
      else {
        this.current.bylines.push(byline);
        this.current.text.push(textLine(line, 'byline', decision));
      }
    }
    this.waiting = noneWaiting();
    if (isLinks) this.furniture.push(...lines.map((line) => furnitureOf('web-leftover', line, 0.7)));
    else {
      const decision = decide(0.65, 'no-text-follows');
      for (const unit of joinDisplayLines(lines, this.style)) {
        this.drafts.push({ type: 'label', pieces: [pieceOf('label', unit, decision)], decision });
      }
    }
    if (photos.length > 0) this.drafts.push({ type: 'photos', photos });
  }

  private pushLabels(lines: readonly LogicalLine[], decision = decide(0.7, 'section-name')): void {
    for (const line of lines) {
      this.isAmongShorts = isShortsSection(line.text);
      this.drafts.push({ type: 'label', pieces: [pieceOf('label', line, decision)], decision });
    }
  }
}

function textLine(line: LogicalLine, kind: TextLine['kind'], decision: Decision): TextLine {
  return { line, kind, dateline: 0, decision };
}
