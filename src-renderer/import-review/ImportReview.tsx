// The review of what was recognised: the source at one side, the structure at the other, each showing where the user is in
// the other. Everything is done with keys too, and undone.
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { errorMessage } from '../../src-core/strings/error-messages';
import {
  beginSplit,
  correct,
  countUnsaved,
  doubtfulPlaces,
  goBeside,
  goToDoubt,
  leaveReview,
  movePiece,
  saveReview,
  undoCorrection,
  useReview,
} from '../state/import-review';
import { useLanguage, useStrings } from '../strings/use-strings';
import { useModal } from '../ui/use-modal';
import { Metadata } from './Metadata';
import { SourceText } from './SourceText';
import { Structure } from './Structure';
import { roleKeys } from './role-keys';

/** Shows the review while one is open. */
export function ImportReview(): ReactNode {
  const isOpen = useReview((state) => state.review !== null);
  return isOpen ? <OpenReview /> : null;
}

function OpenReview(): ReactNode {
  const strings = useStrings();
  const words = strings.review;
  const language = useLanguage();
  const { review, page, corrections, isSaving, error } = useReview();
  const element = useRef<HTMLDialogElement>(null);
  useModal(element, () => {
    // What was laid out before the dialog showed could not be scrolled to.
    element.current?.querySelector('.review-piece[aria-current]')?.scrollIntoView({ block: 'nearest' });
  });
  useEffect(() => {
    // A button that went away with its reason took the focus along; the keys must still be heard.
    if (document.activeElement === document.body) element.current?.focus();
  }, [page]);
  if (review === null || page === null) return null;
  const doubts = doubtfulPlaces(page).length;
  const unsaved = countUnsaved({ review, corrections });
  return (
    <dialog
      ref={element}
      className="review cover"
      tabIndex={-1}
      aria-label={words.title}
      onKeyDown={pressKey}
      onCancel={(event) => {
        event.preventDefault();
        if (unsaved === 0) leaveReview();
      }}
    >
      <header>
        <h2>{words.title}</h2>
        <p role="status">{words.doubts(doubts)}</p>
        <button type="button" className="text-button is-outlined" disabled={doubts === 0} onClick={goToDoubt}>
          {words.nextDoubt} <kbd>N</kbd>
        </button>
        <button
          type="button"
          className="text-button is-outlined"
          disabled={doubts === 0}
          onClick={() => correct({ type: 'accept-all' })}
        >
          {words.acceptAll} <kbd>Shift+A</kbd>
        </button>
        <button
          type="button"
          className="text-button is-outlined"
          disabled={corrections.length === 0}
          onClick={undoCorrection}
        >
          {words.undo}
        </button>
        <button type="button" className="text-button is-outlined" onClick={leaveReview}>
          {unsaved === 0 ? strings.close : words.discard(unsaved)}
        </button>
        <button
          type="button"
          className="text-button is-primary"
          disabled={unsaved === 0 || isSaving}
          onClick={() => void saveReview()}
        >
          {words.save}
        </button>
      </header>
      {error !== null && (
        <p className="failure" role="alert">
          {errorMessage(error, language)}
        </p>
      )}
      <Metadata page={page} />
      <div className="review-sides">
        <SourceText text={review.text} />
        <Structure page={page} />
      </div>
      <footer className="muted">{words.keys}</footer>
    </dialog>
  );
}

/** The keys of the review; no other command of the window hears them. */
function pressKey(event: KeyboardEvent<HTMLDialogElement>): void {
  const { key, target } = event;
  const isTyping = target instanceof HTMLElement && target.matches('input, textarea, select');
  event.nativeEvent.stopPropagation();
  if (event.nativeEvent.isComposing) return;
  const isModified = event.ctrlKey || event.metaKey;
  if (isModified && key.toLowerCase() === 's') void saveReview();
  else if (event.altKey && !isTyping && (key === 'ArrowUp' || key === 'ArrowDown'))
    movePiece(key === 'ArrowUp' ? 'up' : 'down');
  else if (isTyping || event.altKey) return;
  else if (isModified && key.toLowerCase() === 'z') undoCorrection();
  else if (
    isModified ||
    !(key === 'A' && event.shiftKey ? correct({ type: 'accept-all' }) : pressPlainKey(key))
  )
    return;
  event.preventDefault();
}

function element(): HTMLElement | null {
  return document.querySelector<HTMLElement>('dialog.review');
}

function pressPlainKey(key: string): boolean {
  const { place } = useReview.getState();
  const role = roleKeys.find((candidate) => candidate.key === key)?.role;
  if (role !== undefined) return correct({ type: 'role', ...place, role });
  switch (key.toLowerCase()) {
    case 'arrowdown':
      goBeside(1);
      return true;
    case 'arrowup':
      goBeside(-1);
      return true;
    case 'n':
      goToDoubt();
      return true;
    case 'a':
      return correct({ type: 'accept', ...place });
    case 's':
      beginSplit();
      return true;
    case 't':
      element()?.querySelector<HTMLElement>('.review-block[aria-current] .review-type')?.focus();
      return true;
    case 'j':
      return correct({ type: 'join', ...place });
    case 'x':
      return correct({ type: 'set-aside', ...place });
    case 'p':
      return correct({ type: 'part', ...place }, { block: place.block + 1, piece: 0 });
    case 'm':
      return correct(
        { type: 'merge', block: place.block },
        { block: Math.max(0, place.block - 1), piece: 0 },
      );
    default:
      return false;
  }
}
