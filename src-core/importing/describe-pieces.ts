// What an article's bylines and credits say, read again when a person has changed which pieces they are.
import type { Byline } from '../publication/issue';
import type { ParsedBlock, ParsedPiece } from './format';
import { findDateline, findSignature, readBylineLine } from './page-text/byline';
import { creditsOf } from './page-text/photo';

type Described = Pick<ParsedBlock, 'byline' | 'credits'>;

/** The byline and credits of a block whose pieces were changed; what its pieces still say stays as it was read. */
export function describePieces(former: ParsedBlock, pieces: readonly ParsedPiece[]): Described {
  const byline = isSame(former.pieces, pieces, 'byline')
    ? former.byline
    : bylineOf(textsOf(pieces, 'byline'));
  const credits = isSame(former.pieces, pieces, 'credit')
    ? former.credits
    : textsOf(pieces, 'credit').flatMap(creditsOf);
  return {
    ...(byline === undefined ? {} : { byline }),
    ...(credits === undefined || credits.length === 0 ? {} : { credits }),
  };
}

function bylineOf(texts: readonly string[]): Byline | undefined {
  if (texts.length === 0) return undefined;
  const read = texts.map(
    (text): Byline =>
      (readBylineLine(text) ?? findDateline(text) ?? findSignature(text, true))?.byline ?? {
        reporters: [text],
      },
  );
  const agency = read.find((byline) => byline.agency !== undefined)?.agency;
  return {
    ...(agency === undefined ? {} : { agency }),
    reporters: [...new Set(read.flatMap(({ reporters }) => reporters))],
  };
}

function textsOf(pieces: readonly ParsedPiece[], role: ParsedPiece['role']): readonly string[] {
  return pieces.filter((piece) => piece.role === role).map(({ text }) => text);
}

function isSame(
  former: readonly ParsedPiece[],
  pieces: readonly ParsedPiece[],
  role: ParsedPiece['role'],
): boolean {
  return textsOf(former, role).join('\n') === textsOf(pieces, role).join('\n');
}
