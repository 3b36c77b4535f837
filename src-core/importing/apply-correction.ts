// How a correction changes a parsed page. Pure: it gives the corrected page, or null where the correction does not fit.
// No character is lost by any of them; what is set aside stands among the furniture.
import { joinSpans, sliceSpan, trimSpan } from '../text/source-span';
import type { Correction } from './correction';
import type { Decision, Furniture, Join, ParsedBlock, ParsedPage, ParsedPiece } from './format';
import { describePieces } from './describe-pieces';

const byHand: Decision = { confidence: 1, reason: 'by-hand' };

/** Roles of the lines above an article's text, which its alternative readings are about. */
const displayRoles: ReadonlySet<string> = new Set(['kicker', 'headline', 'deck']);

/** Applies one correction; null where it does not fit the page. */
export function applyCorrection(page: ParsedPage, correction: Correction): ParsedPage | null {
  switch (correction.type) {
    case 'metadata':
      return withMetadata(page, correction);
    case 'forget':
      return page;
    case 'accept-all':
      return acceptAll(page);
    case 'merge':
      return merge(page, correction.block);
    case 'take-back':
      return takeBack(page, correction);
    case 'move':
      return move(page, correction);
    case 'type':
      return retype(page, correction.block, correction.to);
    default: {
      const block = page.blocks[correction.block];
      if (block === undefined) return null;
      const changed = inBlock(block, correction);
      if (changed === null) return null;
      const blocks = changed.blocks.filter(({ pieces }) => pieces.length > 0);
      return {
        ...page,
        blocks: page.blocks.toSpliced(correction.block, 1, ...blocks),
        furniture: [...page.furniture, ...changed.furniture],
      };
    }
  }
}

/** Applies corrections in order, up to the first that does not fit; gives how many were applied. */
export function applyCorrections(
  page: ParsedPage,
  corrections: readonly Correction[],
): { readonly page: ParsedPage; readonly applied: number } {
  let corrected = page;
  for (const [applied, correction] of corrections.entries()) {
    const next = applyCorrection(corrected, correction);
    if (next === null) return { page: corrected, applied };
    corrected = next;
  }
  return { page: corrected, applied: corrections.length };
}

type Changed = { readonly blocks: readonly ParsedBlock[]; readonly furniture: readonly Furniture[] };
type InBlock = Exclude<
  Correction,
  { type: 'metadata' | 'merge' | 'move' | 'type' | 'take-back' | 'accept-all' | 'forget' }
>;

function inBlock(block: ParsedBlock, correction: InBlock): Changed | null {
  const { pieces } = block;
  const only = (next: readonly ParsedPiece[]): Changed => ({
    blocks: [withPieces(block, next)],
    furniture: [],
  });
  if (correction.type === 'reading') return readAgain(block, correction.reading);
  const piece = pieces[correction.piece];
  if (piece === undefined) return null;
  switch (correction.type) {
    case 'accept':
      return only(pieces.with(correction.piece, accepted(piece)));
    case 'role':
      return only(pieces.with(correction.piece, { ...piece, ...byHand, role: correction.role }));
    case 'split': {
      if (correction.at >= piece.text.length) return null;
      const parts = [cut(piece, 0, correction.at), cut(piece, correction.at, piece.text.length)];
      return parts.some(({ text }) => text === '')
        ? null
        : only(pieces.toSpliced(correction.piece, 1, ...parts));
    }
    case 'join': {
      const next = pieces[correction.piece + 1];
      if (next === undefined) return null;
      return only(pieces.toSpliced(correction.piece, 2, joined(piece, next)));
    }
    case 'set-aside':
      return {
        blocks: [withPieces(block, pieces.toSpliced(correction.piece, 1))],
        furniture: [{ kind: 'by-hand', text: piece.text, ranges: piece.ranges, ...byHand }],
      };
    case 'part': {
      if (correction.piece === 0) return null;
      const rest = pieces.slice(correction.piece);
      return {
        blocks: [
          withPieces(block, pieces.slice(0, correction.piece)),
          withPieces({ type: 'article', pieces: rest, alternatives: [], ...byHand }, rest),
        ],
        furniture: [],
      };
    }
  }
}

function readAgain(block: ParsedBlock, reading: number): Changed | null {
  const roles = block.alternatives[reading]?.roles;
  const places = [...block.pieces.keys()].filter((at) => displayRoles.has(block.pieces[at]?.role ?? ''));
  if (roles === undefined || roles.length !== places.length) return null;
  const pieces = block.pieces.map((piece, at) => {
    const role = roles[places.indexOf(at)];
    return role === undefined ? piece : { ...piece, ...byHand, role };
  });
  const former = {
    roles: places.map((at) => block.pieces[at]?.role ?? 'headline'),
    confidence: block.confidence,
  };
  return {
    blocks: [{ ...withPieces(block, pieces), alternatives: block.alternatives.with(reading, former) }],
    furniture: [],
  };
}

function merge(page: ParsedPage, at: number): ParsedPage | null {
  const block = page.blocks[at];
  const before = page.blocks[at - 1];
  if (block === undefined || before === undefined) return null;
  const merged = withPieces({ ...before, ...byHand, alternatives: [] }, [...before.pieces, ...block.pieces]);
  return { ...page, blocks: page.blocks.toSpliced(at - 1, 2, merged) };
}

function move(
  page: ParsedPage,
  { block: at, piece: from, way }: Extract<Correction, { type: 'move' }>,
): ParsedPage | null {
  const block = page.blocks[at];
  const piece = block?.pieces[from];
  if (block === undefined || piece === undefined) return null;
  const step = way === 'up' ? -1 : 1;
  const to = from + step;
  const left = block.pieces.toSpliced(from, 1);
  if (to >= 0 && to < block.pieces.length) {
    const moved = withPieces(block, left.toSpliced(to, 0, piece));
    return { ...page, blocks: page.blocks.with(at, moved) };
  }
  const other = page.blocks[at + step];
  if (other === undefined) return null;
  const grown = withPieces(other, way === 'up' ? [...other.pieces, piece] : [piece, ...other.pieces]);
  const blocks = page.blocks.with(at + step, grown).with(at, withPieces(block, left));
  return { ...page, blocks: blocks.filter(({ pieces }) => pieces.length > 0) };
}

/** What the pieces of a block become that turns out to be of another type. */
const rolesIn: Readonly<
  Record<ParsedBlock['type'], Partial<Record<ParsedPiece['role'], ParsedPiece['role']>>>
> = {
  article: { label: 'headline', caption: 'paragraph', credit: 'byline', issuer: 'byline', date: 'paragraph' },
  notice: { label: 'headline', caption: 'paragraph', credit: 'issuer', byline: 'issuer' },
  photo: {
    kicker: 'caption',
    headline: 'caption',
    deck: 'caption',
    label: 'caption',
    paragraph: 'caption',
    subhead: 'caption',
    verse: 'caption',
    byline: 'credit',
    issuer: 'credit',
  },
  label: {
    kicker: 'label',
    headline: 'label',
    deck: 'label',
    paragraph: 'label',
    subhead: 'label',
    caption: 'label',
  },
};

function retype(page: ParsedPage, at: number, to: ParsedBlock['type']): ParsedPage | null {
  const block = page.blocks[at];
  if (block === undefined || block.type === to) return null;
  const pieces = block.pieces.map((piece) => {
    const role = rolesIn[to][piece.role];
    return role === undefined ? piece : { ...piece, ...byHand, role };
  });
  const retyped = withPieces({ ...block, type: to, alternatives: [], ...byHand }, pieces);
  return { ...page, blocks: page.blocks.with(at, retyped) };
}

function takeBack(
  page: ParsedPage,
  { furniture: at, block: blockAt, piece }: Extract<Correction, { type: 'take-back' }>,
): ParsedPage | null {
  const furniture = page.furniture[at];
  const block = page.blocks[blockAt];
  if (furniture === undefined || block === undefined || piece > block.pieces.length) return null;
  const { text, ranges } = furniture;
  const taken: ParsedPiece = { text, ranges, role: 'paragraph', joins: [], ...byHand };
  return {
    ...page,
    blocks: page.blocks.with(blockAt, withPieces(block, block.pieces.toSpliced(piece, 0, taken))),
    furniture: page.furniture.toSpliced(at, 1),
  };
}

function withMetadata(page: ParsedPage, stated: Extract<Correction, { type: 'metadata' }>): ParsedPage {
  const { publication: _p, publicationDate: _d, pageNumber: _n, pageName: _m, ...rest } = page;
  return {
    ...rest,
    ...(stated.publication === null ? {} : { publication: stated.publication }),
    ...(stated.date === null ? {} : { publicationDate: stated.date }),
    ...(stated.pageNumber === null ? {} : { pageNumber: stated.pageNumber }),
    ...(stated.pageName === null ? {} : { pageName: stated.pageName }),
  };
}

/** A block with other pieces, and what its byline and credits then say. */
function withPieces(block: ParsedBlock, pieces: readonly ParsedPiece[]): ParsedBlock {
  const { byline: _byline, credits: _credits, ...rest } = block;
  return { ...rest, pieces, ...describePieces(block, pieces) };
}

function cut(piece: ParsedPiece, start: number, end: number): ParsedPiece {
  const joins = piece.joins.flatMap((join): readonly Join[] =>
    join.at > start && join.at < end ? [{ ...join, at: join.at - start }] : [],
  );
  return { ...trimSpan(sliceSpan(piece, start, end)), role: piece.role, joins, ...byHand };
}

function joined(first: ParsedPiece, second: ParsedPiece): ParsedPiece {
  const at = first.text.length;
  return {
    ...joinSpans([
      { text: first.text, ranges: first.ranges },
      { text: second.text, ranges: second.ranges },
    ]),
    role: first.role,
    joins: [
      ...first.joins,
      { at, confidence: 1, reason: 'by-hand' },
      ...second.joins.map((join) => ({ ...join, at: join.at + at })),
    ],
    ...byHand,
  };
}

function acceptAll(page: ParsedPage): ParsedPage {
  return {
    ...page,
    blocks: page.blocks.map((block) => ({ ...block, pieces: block.pieces.map(accepted) })),
  };
}

function accepted(piece: ParsedPiece): ParsedPiece {
  return { ...piece, ...byHand, joins: piece.joins.map(sure) };
}

function sure(join: Join): Join {
  return { ...join, confidence: 1 };
}
