// The recognised structure: articles with their pieces, each with its role, how sure that is and why. The piece that is
// looked at shows what can be done with it.
import { memo, useEffect, useRef, type ReactNode } from 'react';
import type {
  Furniture,
  JoinReason,
  ParsedBlock,
  ParsedPage,
  ParsedPiece,
} from '../../src-core/importing/format';
import { blockRoles } from '../../src-core/publication/block-roles';
import {
  beginSplit,
  correct,
  goToPiece,
  movePiece,
  useReview,
  type PiecePlace,
} from '../state/import-review';
import { useStrings } from '../strings/use-strings';
import { Doubts } from './Doubts';
import { Habits } from './Habits';

/** Shows the articles, and what belongs to none. */
export function Structure({ page }: { readonly page: ParsedPage }): ReactNode {
  const words = useStrings().review;
  const here = useReview((state) => state.place);
  return (
    <section className="review-structure" aria-label={words.structure}>
      <Doubts page={page} />
      {page.blocks.map((block, at) => (
        <Block key={at} block={block} at={at} here={here.block === at ? here.piece : null} />
      ))}
      {page.furniture.length > 0 && (
        <article aria-label={words.furniture}>
          <h3>{words.furniture}</h3>
          {page.furniture.map((furniture, at) => (
            <FurnitureLine key={at} furniture={furniture} at={at} place={here} />
          ))}
        </article>
      )}
      <Habits />
    </section>
  );
}

/** One block; a page can have hundreds, of which a step or a correction changes one or two. */
const Block = memo(function Block(props: {
  readonly block: ParsedBlock;
  readonly at: number;
  /** The piece that is looked at, where it is one of this block. */
  readonly here: number | null;
}): ReactNode {
  const { block, at, here } = props;
  const words = useStrings().review;
  return (
    <article
      className="review-block"
      aria-label={words.article(at + 1)}
      aria-current={here === null ? undefined : 'true'}
    >
      <BlockHead block={block} at={at} isHere={here !== null} />
      {block.alternatives.map((alternative, reading) => (
        <button
          key={reading}
          type="button"
          className="text-button is-outlined"
          onClick={() => correct({ type: 'reading', block: at, reading })}
        >
          {words.otherReading(alternative.roles.map((role) => words.roles[role]).join(' / '))}
        </button>
      ))}
      {block.pieces.map((piece, index) => (
        <Piece key={index} piece={piece} place={{ block: at, piece: index }} isHere={here === index} />
      ))}
    </article>
  );
});

/** What a block is, and why: an article by the byline below its headline, a notice by its title. */
function BlockHead(props: {
  readonly block: ParsedBlock;
  readonly at: number;
  readonly isHere: boolean;
}): ReactNode {
  const { block, at, isHere } = props;
  const strings = useStrings();
  const words = strings.review;
  return (
    <header className="review-head">
      <h3>
        {words.article(at + 1)} · {strings.articleTypes[block.type]}
      </h3>
      <span className="review-why">
        {words.because(Math.round(block.confidence * 100), words.reasons[block.reason])}
      </span>
      {isHere && (
        <select
          className="review-type"
          aria-label={words.type}
          value={block.type}
          onChange={(event) => {
            const to = articleTypes.find((candidate) => candidate === event.target.value);
            if (to !== undefined) correct({ type: 'type', block: at, to });
          }}
        >
          {articleTypes.map((type) => (
            <option key={type} value={type}>
              {strings.articleTypes[type]}
            </option>
          ))}
        </select>
      )}
    </header>
  );
}

const articleTypes = ['article', 'photo', 'notice', 'label'] as const;

function Piece(props: {
  readonly piece: ParsedPiece;
  readonly place: PiecePlace;
  readonly isHere: boolean;
}): ReactNode {
  const { piece, place, isHere } = props;
  const words = useStrings().review;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isHere) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  const percent = Math.round(piece.confidence * 100);
  return (
    <div
      ref={element}
      className={`review-piece${isHere ? ' is-here' : ''}`}
      aria-current={isHere ? 'true' : undefined}
    >
      <button type="button" className="review-text" onClick={() => goToPiece(place)}>
        <span className={`review-role is-${piece.role}`}>{words.roles[piece.role]}</span>
        <span>{piece.text}</span>
      </button>
      <p className={piece.confidence < 0.75 ? 'review-why is-doubtful' : 'review-why'}>
        {words.because(percent, words.reasons[piece.reason])}
        {joinsByReason(piece).map(({ reason, least, count }) =>
          words.joined(Math.round(least * 100), words.joins[reason], count),
        )}
      </p>
      {isHere && <PieceActions piece={piece} place={place} />}
    </div>
  );
}

/** The joins within a piece: how many for each reason, and how sure the least sure of them is. */
function joinsByReason({ joins }: ParsedPiece) {
  const groups = new Map<JoinReason, { reason: JoinReason; least: number; count: number }>();
  for (const { reason, confidence } of joins) {
    const { least = 1, count = 0 } = groups.get(reason) ?? {};
    groups.set(reason, { reason, least: Math.min(least, confidence), count: count + 1 });
  }
  return [...groups.values()];
}

function PieceActions({
  piece,
  place,
}: {
  readonly piece: ParsedPiece;
  readonly place: PiecePlace;
}): ReactNode {
  const words = useStrings().review;
  const text = useRef<HTMLTextAreaElement>(null);
  const isSplitting = useReview((state) => state.isSplitting);
  const split = (): void => {
    const at = text.current?.selectionStart ?? 0;
    if (at > 0) correct({ type: 'split', ...place, at });
  };
  return (
    <div className="review-actions">
      <select
        aria-label={words.role}
        value={piece.role}
        onChange={(event) => {
          const role = blockRoles.find((candidate) => candidate === event.target.value);
          if (role !== undefined) correct({ type: 'role', ...place, role });
        }}
      >
        {blockRoles.map((role) => (
          <option key={role} value={role}>
            {words.roles[role]}
          </option>
        ))}
      </select>
      <Action label={words.accept} shortcut="A" run={() => correct({ type: 'accept', ...place })} />
      <Action label={words.join} shortcut="J" run={() => correct({ type: 'join', ...place })} />
      <Action label={words.setAside} shortcut="X" run={() => correct({ type: 'set-aside', ...place })} />
      <Action label={words.part} shortcut="P" run={() => correct({ type: 'part', ...place })} />
      <Action label={words.merge} shortcut="M" run={() => correct({ type: 'merge', block: place.block })} />
      <Action label={words.moveUp} shortcut="Alt+↑" run={() => movePiece('up')} />
      <Action label={words.moveDown} shortcut="Alt+↓" run={() => movePiece('down')} />
      {!isSplitting && <Action label={words.beginSplit} shortcut="S" run={beginSplit} />}
      {isSplitting && (
        <>
          {/* The caret says where to cut; the text itself is the source's and takes no letters. */}
          <textarea
            ref={text}
            autoFocus
            aria-label={words.splitText}
            rows={3}
            value={piece.text}
            onChange={() => undefined}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              split();
            }}
          />
          <Action label={words.split} shortcut="Enter" run={split} />
        </>
      )}
    </div>
  );
}

function Action(props: {
  readonly label: string;
  readonly shortcut: string;
  readonly run: () => void;
}): ReactNode {
  const { label, shortcut, run } = props;
  return (
    <button type="button" className="text-button is-outlined" onClick={run}>
      {label} <kbd>{shortcut}</kbd>
    </button>
  );
}

function FurnitureLine(props: {
  readonly furniture: Furniture;
  readonly at: number;
  readonly place: PiecePlace;
}): ReactNode {
  const { furniture, at, place } = props;
  const words = useStrings().review;
  return (
    <div className="review-piece">
      <p className="review-text">
        <span className="review-role">{words.kinds[furniture.kind]}</span>
        <span>{furniture.text}</span>
      </p>
      <p className="review-why">
        {words.because(Math.round(furniture.confidence * 100), words.reasons[furniture.reason])}
      </p>
      <button
        type="button"
        className="text-button is-outlined"
        onClick={() => correct({ type: 'take-back', furniture: at, ...place })}
      >
        {words.takeBack}
      </button>
    </div>
  );
}
