import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyCorrection, applyCorrections } from '../../../src-core/importing/apply-correction';
import type { Correction } from '../../../src-core/importing/correction';
import { parsePageText } from '../../../src-core/importing/page-text/parse-page-text';
import { accountFor, nothingLost } from './coverage';

const source = readFileSync('resources/samples/wujin-2022-10-11.txt', 'utf8');
const page = parsePageText(source);
const longest = page.blocks.findIndex(
  ({ pieces }) => pieces.filter(({ role }) => role === 'paragraph').length > 2,
);
const paragraph = page.blocks[longest]?.pieces.findIndex(({ role }) => role === 'paragraph') ?? -1;

function pieceTexts(corrections: readonly Correction[], block = longest): readonly string[] {
  const { page: corrected, applied } = applyCorrections(page, corrections);
  expect(applied).toBe(corrections.length);
  return corrected.blocks[block]?.pieces.map(({ text }) => text) ?? [];
}

describe('a correction', () => {
  it('joins what it split', () => {
    const before = pieceTexts([]);
    const split = pieceTexts([{ type: 'split', block: longest, piece: paragraph, at: 10 }]);
    expect(split).toHaveLength(before.length + 1);
    expect(split[paragraph]).toBe(before[paragraph]?.slice(0, 10));
    expect(
      pieceTexts([
        { type: 'split', block: longest, piece: paragraph, at: 10 },
        { type: 'join', block: longest, piece: paragraph },
      ]),
    ).toEqual(before);
  });

  it('accepts everything at once, and leaves the text as it is', () => {
    const accepted = applyCorrection(page, { type: 'accept-all' });
    const pieces = accepted?.blocks.flatMap((block) => block.pieces) ?? [];
    expect(pieces.map(({ text }) => text)).toEqual(
      page.blocks.flatMap((block) => block.pieces.map(({ text }) => text)),
    );
    for (const { confidence, reason, joins } of pieces) {
      expect([confidence, reason]).toEqual([1, 'by-hand']);
      for (const join of joins) expect(join.confidence).toBe(1);
    }
  });

  it('merges what it parted', () => {
    const corrections: Correction[] = [
      { type: 'part', block: longest, piece: paragraph },
      { type: 'merge', block: longest + 1 },
    ];
    expect(pieceTexts(corrections)).toEqual(pieceTexts([]));
  });

  it('moves a piece past its neighbour and back, and into the next article and back', () => {
    const there: Correction = { type: 'move', block: longest, piece: paragraph, way: 'down' };
    expect(pieceTexts([there])[paragraph + 1]).toBe(pieceTexts([])[paragraph]);
    expect(pieceTexts([there, { ...there, piece: paragraph + 1, way: 'up' }])).toEqual(pieceTexts([]));

    const last = (page.blocks[longest]?.pieces.length ?? 0) - 1;
    const over: Correction = { type: 'move', block: longest, piece: last, way: 'down' };
    expect(pieceTexts([over], longest + 1)[0]).toBe(pieceTexts([])[last]);
    const back: Correction = { type: 'move', block: longest + 1, piece: 0, way: 'up' };
    expect(pieceTexts([over, back])).toEqual(pieceTexts([]));
  });

  it('says that an article is a notice or a photo, and what its lines then are', () => {
    const text = parsePageText('运河日报\n\n一座新桥\n\n本报记者 林远\n\n桥昨日落成。两岸的人们走上桥面。\n');
    const photo = applyCorrection(text, { type: 'type', block: 0, to: 'photo' })?.blocks[0];
    expect(photo).toMatchObject({ type: 'photo', confidence: 1, reason: 'by-hand', credits: ['林远'] });
    expect(photo?.pieces.map(({ role }) => role)).toEqual(['caption', 'credit', 'caption']);
    const notice = applyCorrection(text, { type: 'type', block: 0, to: 'notice' })?.blocks[0];
    expect(notice?.pieces.map(({ role }) => role)).toEqual(['headline', 'issuer', 'paragraph']);
  });

  it('takes back what it set aside', () => {
    const corrections: Correction[] = [
      { type: 'set-aside', block: longest, piece: paragraph },
      { type: 'take-back', furniture: page.furniture.length, block: longest, piece: paragraph },
    ];
    expect(pieceTexts(corrections)).toEqual(pieceTexts([]));
  });

  it('gives a piece another role, and is sure of it', () => {
    const corrected = applyCorrection(page, {
      type: 'role',
      block: longest,
      piece: paragraph,
      role: 'subhead',
    });
    expect(corrected?.blocks[longest]?.pieces[paragraph]).toMatchObject({
      role: 'subhead',
      confidence: 1,
      reason: 'by-hand',
    });
  });

  it('reads the names of a byline again when another piece is one', () => {
    const text = parsePageText('运河日报\n\n一座新桥\n\n本报记者 林远\n\n桥昨日落成。两岸的人们走上桥面。\n');
    const at = text.blocks[0]?.pieces.findIndex(({ role }) => role === 'byline') ?? -1;
    expect(text.blocks[0]?.byline?.reporters).toEqual(['林远']);
    const dropped = applyCorrection(text, { type: 'role', block: 0, piece: at, role: 'paragraph' });
    expect(dropped?.blocks[0]?.byline).toBeUndefined();
    const again =
      dropped === null
        ? null
        : applyCorrection(dropped, { type: 'role', block: 0, piece: at, role: 'byline' });
    expect(again?.blocks[0]?.byline?.reporters).toEqual(['林远']);
  });

  it('says what the page does not, and can leave unsaid what it does', () => {
    const stated: Correction = {
      type: 'metadata',
      publication: '晚报',
      date: '2023-05-06',
      pageNumber: 'A1',
      pageName: null,
    };
    const corrected = applyCorrection(page, stated);
    expect(corrected).toMatchObject({ publication: '晚报', publicationDate: '2023-05-06', pageNumber: 'A1' });
    expect(corrected).not.toHaveProperty('pageName');
  });

  it.each<Correction>([
    { type: 'role', block: 999, piece: 0, role: 'deck' },
    { type: 'split', block: longest, piece: paragraph, at: 1_000_000 },
    { type: 'join', block: longest, piece: 999 },
    { type: 'merge', block: 0 },
    { type: 'part', block: 0, piece: 0 },
    { type: 'reading', block: 0, reading: 99 },
    { type: 'take-back', furniture: 999, block: 0, piece: 0 },
    { type: 'move', block: 0, piece: 0, way: 'up' },
    { type: 'type', block: 0, to: 'article' },
  ])('that does not fit is refused: $type', (correction) => {
    expect(applyCorrection(page, correction)).toBeNull();
  });

  it('loses, doubles and alters no character, whatever is done', () => {
    const small = fc.nat(7);
    const correction = fc.oneof(
      fc.record({
        type: fc.constant('split' as const),
        block: small,
        piece: small,
        at: fc.integer({ min: 1, max: 40 }),
      }),
      fc.record({ type: fc.constant('join' as const), block: small, piece: small }),
      fc.record({ type: fc.constant('part' as const), block: small, piece: small }),
      fc.record({ type: fc.constant('merge' as const), block: small }),
      fc.record({ type: fc.constant('set-aside' as const), block: small, piece: small }),
      fc.record({ type: fc.constant('take-back' as const), furniture: small, block: small, piece: small }),
      fc.record({ type: fc.constant('reading' as const), block: small, reading: small }),
      fc.record({
        type: fc.constant('move' as const),
        block: small,
        piece: small,
        way: fc.constantFrom('up' as const, 'down' as const),
      }),
      fc.record({
        type: fc.constant('type' as const),
        block: small,
        to: fc.constantFrom('article' as const, 'photo' as const, 'notice' as const, 'label' as const),
      }),
    );
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 12 }), (corrections) => {
        const corrected = corrections.reduce((now, next) => applyCorrection(now, next) ?? now, page);
        expect(accountFor(source, corrected)).toEqual(nothingLost);
      }),
      { numRuns: 150 },
    );
  });
});
