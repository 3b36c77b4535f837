// The source as it came, with the piece that is looked at lit; a press on the source goes to the piece it became.
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import type { TextRange } from '../../src-core/text/offsets';
import { goToPiece, useReview } from '../state/import-review';
import { useStrings } from '../strings/use-strings';

/** Shows the source. */
export function SourceText({ text }: { readonly text: string }): ReactNode {
  const strings = useStrings();
  const { page, place, offset } = useReview();
  const lit = useRef<HTMLElement>(null);
  const own = page?.blocks[place.block]?.pieces[place.piece]?.ranges ?? [];
  const ranges = offset === null ? own : [{ start: offset, end: Math.min(text.length, offset + 1) }];
  useEffect(() => lit.current?.scrollIntoView({ block: 'center' }), [place, page, offset]);
  const parts = cutAt(text, ranges);
  const first = parts.findIndex(({ isLit }) => isLit);
  return (
    <section className="review-source" aria-label={strings.review.source} tabIndex={0} onClick={choosePiece}>
      {parts.map(({ start, words, isLit }, index) =>
        isLit ? (
          <mark key={start} data-start={start} ref={index === first ? lit : undefined}>
            {words}
          </mark>
        ) : (
          <span key={start} data-start={start}>
            {words}
          </span>
        ),
      )}
    </section>
  );
}

function cutAt(text: string, ranges: readonly TextRange[]) {
  const parts: { start: number; words: string; isLit: boolean }[] = [];
  let at = 0;
  const add = (end: number, isLit: boolean): void => {
    if (end > at) parts.push({ start: at, words: text.slice(at, end), isLit });
    at = Math.max(at, end);
  };
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return parts;
}

function choosePiece(event: MouseEvent<HTMLElement>): void {
  const caret = document.caretRangeFromPoint(event.clientX, event.clientY);
  const holder = caret?.startContainer.parentElement;
  const { page } = useReview.getState();
  const start = Number(holder?.dataset['start'] ?? Number.NaN);
  if (caret === null || page === null || Number.isNaN(start)) return;
  const offset = start + caret.startOffset;
  for (const [block, { pieces }] of page.blocks.entries()) {
    const piece = pieces.findIndex(({ ranges }) =>
      ranges.some((range) => range.start <= offset && offset <= range.end),
    );
    if (piece >= 0) return goToPiece({ block, piece });
  }
}
