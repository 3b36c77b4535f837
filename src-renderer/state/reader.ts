// What goes on at the page: the selection and its caret, the mark that is picked, and what flashes to show where
// something is. Offsets are UTF-16 code units of the article's canonical text.
import { create } from 'zustand';
import type { AnnotationId } from '../../src-core/annotation/annotation';
import type { ArticleId } from '../../src-core/publication/issue';
import type { TextRange } from '../../src-core/text/offsets';
import { createRest } from './rest';

export type TextSelection = {
  readonly articleId: ArticleId;
  /** Where it was begun. */
  readonly anchor: number;
  /** Where it goes to; the caret stands there. */
  readonly focus: number;
};

export type TextPlace = { readonly articleId: ArticleId; readonly offset: number };

/** A place that the page is asked to show; `id` tells two requests for the same place apart. */
export type PlaceRequest = TextPlace & { readonly id: number; readonly flash: TextRange | null };

/** Which part of a mark's card is asked for when it opens. */
export type CardFocus = 'note' | 'tags' | 'links' | null;

type ReaderState = {
  readonly selection: TextSelection | null;
  /** True while the pointer draws the selection; its bar waits. */
  readonly isSelecting: boolean;
  /** True while arrows move a caret in the text instead of the page. */
  readonly hasCaret: boolean;
  readonly activeMark: AnnotationId | null;
  /** The mark that was picked last; it outlives a new selection, which can be added to it. */
  readonly heldMark: AnnotationId | null;
  readonly isCardOpen: boolean;
  readonly cardFocus: CardFocus;
  readonly request: PlaceRequest | null;
  /** What is lit for a moment to show where something is. */
  readonly flash: { readonly articleId: ArticleId; readonly range: TextRange } | null;
};

export const useReader = create<ReaderState>(() => ({
  selection: null,
  isSelecting: false,
  hasCaret: false,
  activeMark: null,
  heldMark: null,
  isCardOpen: false,
  cardFocus: null,
  request: null,
  flash: null,
}));

let nextRequest = 1;
const flashMilliseconds = 1200;
const flashRest = createRest(flashMilliseconds);

/** Sets or clears the selection. Selecting lets go of the picked mark. */
export function select(selection: TextSelection | null, isSelecting = false): void {
  useReader.setState({ selection, isSelecting, activeMark: null, isCardOpen: false, cardFocus: null });
}

/** Gives the selected range; null where nothing is selected. */
export function selectedRange(selection: TextSelection | null): TextRange | null {
  if (selection === null || selection.anchor === selection.focus) return null;
  return {
    start: Math.min(selection.anchor, selection.focus),
    end: Math.max(selection.anchor, selection.focus),
  };
}

/** Picks a mark, or lets go of it for null, and opens its card if asked to. The selection goes; the caret stays where it stands. */
export function pickMark(
  annotationId: AnnotationId | null,
  isCardOpen = false,
  cardFocus: CardFocus = null,
): void {
  useReader.setState(({ heldMark, hasCaret, selection }) => ({
    activeMark: annotationId,
    heldMark: annotationId ?? heldMark,
    isCardOpen,
    cardFocus,
    selection: hasCaret && selection !== null ? { ...selection, anchor: selection.focus } : null,
    isSelecting: false,
  }));
}

/** Takes the caret, where there is one, to a place that the reader goes to. */
export function takeCaretTo({ articleId, offset }: TextPlace): void {
  if (!useReader.getState().hasCaret) return;
  useReader.setState({ selection: { articleId, anchor: offset, focus: offset } });
}

/** Closes the card and leaves its mark picked. */
export function closeCard(): void {
  useReader.setState({ isCardOpen: false, cardFocus: null });
}

/** Asks the page to show a place, and a range there to flash. */
export function showPlace(place: TextPlace, flash: TextRange | null = null): void {
  useReader.setState({
    request: { ...place, id: nextRequest++, flash },
    flash: flash === null ? null : { articleId: place.articleId, range: flash },
  });
  flashRest.then(() => useReader.setState({ flash: null }));
}

/** Lets go of the selection, which was made in a text that is no more; the picked mark and its card stay. */
export function letGo(): void {
  useReader.setState({ selection: null, isSelecting: false, flash: null });
}

/** Forgets everything about the page, as when another issue is opened. */
export function clearReader(): void {
  useReader.setState({
    selection: null,
    isSelecting: false,
    activeMark: null,
    heldMark: null,
    isCardOpen: false,
    cardFocus: null,
    request: null,
    flash: null,
  });
}
