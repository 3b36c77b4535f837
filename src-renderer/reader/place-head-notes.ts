// Where the notes at the head of the page stand: each above the column its mark begins in, or a little further along the
// strip where another note is in the way; never two on one place. A note that would come to stand too far from its
// column is left to the list. Lengths are em along the strip.

export type WantedNote = {
  /** Where the column of the mark begins. */
  readonly block: number;
  /** How much room the note takes. */
  readonly size: number;
};

export type HeadNotePlace = { readonly block: number; readonly size: number };

/** How far a note may stand from its column. */
const farthest = 5;
const gap = 0.4;

/** Places notes that come in the order of their columns; null for those that have to be left out. */
export function placeHeadNotes(notes: readonly WantedNote[]): readonly (HeadNotePlace | null)[] {
  let free = -Infinity;
  return notes.map(({ block, size }) => {
    const start = Math.max(block, free);
    if (start - block > farthest) return null;
    free = start + size + gap;
    return { block: start, size };
  });
}
