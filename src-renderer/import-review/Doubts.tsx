// What wants a look, above the structure: the doubtful decisions, the most doubtful first, and what the reading met in the
// source. A press goes to the place.
import type { ReactNode } from 'react';
import type { Diagnostic, ParsedPage } from '../../src-core/importing/format';
import { doubtfulPlaces, goToOffset, goToPiece, useReview } from '../state/import-review';
import { useStrings } from '../strings/use-strings';

/** Shows what wants a look; nothing where all is sure. */
export function Doubts({ page }: { readonly page: ParsedPage }): ReactNode {
  const words = useStrings().review;
  const here = useReview((state) => state.place);
  const doubts = doubtfulPlaces(page);
  // Doubtful decisions are listed as they stand now, whatever was said of them when the source was read.
  const met = page.diagnostics.filter(({ code }) => code !== 'doubtful-decision');
  if (doubts.length + met.length === 0) return null;
  return (
    <article className="review-doubts" aria-label={words.toLookAt}>
      <h3>{words.toLookAt}</h3>
      <ul>
        {met.map((diagnostic, index) => (
          <Met key={`d${index}`} diagnostic={diagnostic} />
        ))}
        {doubts.slice(0, mostListed).map((place) => {
          const piece = page.blocks[place.block]?.pieces[place.piece];
          if (piece === undefined) return null;
          return (
            <li key={`${place.block} ${place.piece}`}>
              <button
                type="button"
                className="review-doubt"
                aria-current={here.block === place.block && here.piece === place.piece ? 'true' : undefined}
                onClick={() => goToPiece(place)}
              >
                <span className="review-role">{words.roles[piece.role]}</span>
                <span className="review-words">{piece.text}</span>
                <span className="review-why">
                  {words.because(percentOf(place, page), words.reasons[piece.reason])}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {doubts.length > mostListed && <p className="muted">{words.moreDoubts(doubts.length - mostListed)}</p>}
    </article>
  );
}

/** More than a screen holds would hide the structure below. */
const mostListed = 4;

function Met({ diagnostic }: { readonly diagnostic: Diagnostic }): ReactNode {
  const words = useStrings().review;
  const { code, detail, ranges } = diagnostic;
  const text = words.diagnostics[code](detail ?? '');
  const [first] = ranges;
  return (
    <li>
      {first === undefined ? (
        <p className="review-met">{text}</p>
      ) : (
        <button type="button" className="review-met" onClick={() => goToOffset(first.start)}>
          {text}
        </button>
      )}
    </li>
  );
}

function percentOf(
  { block, piece }: { readonly block: number; readonly piece: number },
  page: ParsedPage,
): number {
  const found = page.blocks[block]?.pieces[piece];
  const least = Math.min(found?.confidence ?? 1, ...(found?.joins.map(({ confidence }) => confidence) ?? []));
  return Math.round(least * 100);
}
