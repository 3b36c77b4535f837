// The review of what was recognised: what the library gave, the corrections so far, and where the user is. The page that
// shows is always the recognised one with all corrections applied, those of earlier reviews among them, so that undo is
// one correction less, however long ago it was made.
import { create } from 'zustand';
import { applyCorrections } from '../../src-core/importing/apply-correction';
import type { Correction } from '../../src-core/importing/correction';
import type { ParsedPage } from '../../src-core/importing/format';
import type { AppError } from '../../src-core/ipc/app-error';
import type { CallOutput } from '../../src-core/ipc/contract';
import type { CodeUnits, TextRange } from '../../src-core/text/offsets';
import { call } from '../bridge/bridge';
import { useDesk } from './desk';
import { post, report } from './notices';
import { followRevision } from './open-issue';

export type PiecePlace = { readonly block: number; readonly piece: number };

type ReviewState = {
  readonly review: CallOutput<'review.open'> | null;
  readonly corrections: readonly Correction[];
  /** The opened page with the corrections. */
  readonly page: ParsedPage | null;
  readonly place: PiecePlace;
  /** A place of the source that is shown though it became no piece; null for the piece's own. */
  readonly offset: CodeUnits | null;
  /** Whether the place is being chosen at which the piece is cut in two. */
  readonly isSplitting: boolean;
  readonly isSaving: boolean;
  readonly error: AppError | null;
};

const closed: ReviewState = {
  review: null,
  corrections: [],
  page: null,
  place: { block: 0, piece: 0 },
  offset: null,
  isSplitting: false,
  isSaving: false,
  error: null,
};

/** Below this a decision is doubtful, and is shown to the user first. */
const doubtful = 0.75;

export const useReview = create<ReviewState>(() => closed);

/** Opens the review of the issue that lies open. */
export async function beginReview(): Promise<void> {
  const { issueId } = useDesk.getState();
  if (issueId === null) return;
  const opened = await call('review.open', { issueId });
  if (!opened.ok) return report(opened.error);
  const { corrections } = opened.value;
  const { page } = applyCorrections(opened.value.page, corrections);
  useReview.setState({
    ...closed,
    review: opened.value,
    corrections,
    page,
    place: doubtfulPlaces(page)[0] ?? closed.place,
  });
}

/** Closes the review and lets its corrections go. */
export function leaveReview(): void {
  useReview.setState(closed);
}

/** How many corrections differ from those that are saved; 0 where there is nothing to save. */
export function countUnsaved({ review, corrections }: Pick<ReviewState, 'review' | 'corrections'>): number {
  const saved = review?.corrections ?? [];
  let same = 0;
  while (same < corrections.length && JSON.stringify(corrections[same]) === JSON.stringify(saved[same]))
    same++;
  return corrections.length - same + (saved.length - same);
}

/** Makes a correction; gives false where it does not fit. */
export function correct(correction: Correction, place?: PiecePlace): boolean {
  const { corrections } = useReview.getState();
  return show([...corrections, correction], place);
}

/** Moves the piece that is looked at past its neighbour, or into the next article, and goes along with it. */
export function movePiece(way: 'up' | 'down'): boolean {
  const { page, place } = useReview.getState();
  const block = page?.blocks[place.block];
  if (page === null || block === undefined) return false;
  const to = place.piece + (way === 'up' ? -1 : 1);
  if (to >= 0 && to < block.pieces.length)
    return correct({ type: 'move', ...place, way }, { ...place, piece: to });
  // An article that is left empty goes away, and those behind it move up.
  const isEmptied = block.pieces.length === 1;
  const target =
    way === 'up'
      ? { block: place.block - 1, piece: page.blocks[place.block - 1]?.pieces.length ?? 0 }
      : { block: isEmptied ? place.block : place.block + 1, piece: 0 };
  return correct({ type: 'move', ...place, way }, target);
}

/** Takes the last correction back. */
export function undoCorrection(): void {
  const { corrections } = useReview.getState();
  if (corrections.length > 0) show(corrections.slice(0, -1));
}

/** Goes to a piece. */
export function goToPiece(place: PiecePlace): void {
  useReview.setState({ place, offset: null, isSplitting: false });
}

/** Lets the user choose where the piece is cut in two. */
export function beginSplit(): void {
  useReview.setState({ isSplitting: true });
}

/** Goes to the piece which an offset of the source became, or shows the offset where it became none. */
export function goToOffset(offset: CodeUnits): void {
  const { page } = useReview.getState();
  const holds = ({ start, end }: TextRange): boolean => start <= offset && offset < end;
  const found = (page === null ? [] : allPlaces(page)).find(({ block, piece }) =>
    page?.blocks[block]?.pieces[piece]?.ranges.some(holds),
  );
  if (found === undefined) useReview.setState({ offset });
  else goToPiece(found);
}

/** Goes to the piece before or after, over the borders of articles. */
export function goBeside(step: 1 | -1): void {
  const { page, place } = useReview.getState();
  const all = page === null ? [] : allPlaces(page);
  const at = all.findIndex(({ block, piece }) => block === place.block && piece === place.piece);
  const next = all[at + step];
  if (next !== undefined) goToPiece(next);
}

/** Goes to the next doubtful decision after this one, and from the last to the first. */
export function goToDoubt(): void {
  const { page, place } = useReview.getState();
  const doubts = page === null ? [] : [...doubtfulPlaces(page)].sort(inOrder);
  const next = doubts.find((doubt) => inOrder(place, doubt) < 0) ?? doubts[0];
  if (next !== undefined) goToPiece(next);
}

/** Makes a new revision of the issue and opens it. */
export async function saveReview(): Promise<void> {
  const { review, corrections, isSaving } = useReview.getState();
  if (review === null || isSaving) return;
  if (countUnsaved({ review, corrections }) === 0) return leaveReview();
  useReview.setState({ isSaving: true, error: null });
  const { issueId, revision } = review;
  const saved = await call('review.save', { issueId, revision, corrections: [...corrections] });
  if (!saved.ok) return useReview.setState({ isSaving: false, error: saved.error });
  leaveReview();
  await followRevision({ issueId });
  if (saved.value.waiting > 0) post({ kind: 'waiting', count: saved.value.waiting });
}

/** The doubtful pieces, the most doubtful first. */
export function doubtfulPlaces(page: ParsedPage): readonly PiecePlace[] {
  const sureness = ({ block, piece }: PiecePlace): number => {
    const found = page.blocks[block]?.pieces[piece];
    return found === undefined
      ? 1
      : Math.min(found.confidence, ...found.joins.map((join) => join.confidence));
  };
  return allPlaces(page)
    .filter((place) => sureness(place) < doubtful)
    .sort((one, other) => sureness(one) - sureness(other));
}

function allPlaces(page: ParsedPage): readonly PiecePlace[] {
  return page.blocks.flatMap(({ pieces }, block) => pieces.map((_piece, piece) => ({ block, piece })));
}

function inOrder(one: PiecePlace, other: PiecePlace): number {
  return one.block - other.block || one.piece - other.piece;
}

function show(corrections: readonly Correction[], wanted?: PiecePlace): boolean {
  const { review, place } = useReview.getState();
  if (review === null) return false;
  const { page, applied } = applyCorrections(review.page, corrections);
  if (applied < corrections.length) return false;
  const { block, piece } = wanted ?? place;
  const at = Math.min(block, page.blocks.length - 1);
  const last = (page.blocks[at]?.pieces.length ?? 1) - 1;
  useReview.setState({
    corrections,
    page,
    place: { block: at, piece: Math.min(piece, last) },
    offset: null,
    isSplitting: false,
    error: null,
  });
  return true;
}
