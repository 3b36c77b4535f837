// The source as it came, with the piece that is looked at lit; a press on the source goes to the piece it became. A source
// can be long: it is cut into stretches of whole lines, of which a step redraws only those that are lit or were.
import { memo, useEffect, useMemo, useRef, type MouseEvent, type ReactNode } from 'react';
import type { ParsedPage } from '../../src-core/importing/format';
import type { CodeUnits, TextRange } from '../../src-core/text/offsets';
import { goToPiece, useReview } from '../state/import-review';
import { useStrings } from '../strings/use-strings';

/** Shows the source. */
export function SourceText({ text }: { readonly text: string }): ReactNode {
  const strings = useStrings();
  const { page, place, offset } = useReview();
  const element = useRef<HTMLElement>(null);
  const own = page?.blocks[place.block]?.pieces[place.piece]?.ranges ?? [];
  const ranges = offset === null ? own : rangesAt(page, offset, text.length);
  useEffect(
    () => element.current?.querySelector('mark')?.scrollIntoView({ block: 'center' }),
    [place, page, offset],
  );
  const stretches = useMemo(() => cutIntoStretches(text), [text]);
  return (
    <section
      ref={element}
      className="review-source"
      aria-label={strings.review.source}
      tabIndex={0}
      onClick={choosePiece}
    >
      {stretches.map(({ start, end }) => {
        const lit = ranges.filter((range) => range.start < end && range.end > start);
        return <Stretch key={start} start={start} words={text.slice(start, end)} lit={placesOf(lit)} />;
      })}
    </section>
  );
}

/** What stands at a place that became no piece: a line of the furniture, or the character itself. */
function rangesAt(page: ParsedPage | null, offset: CodeUnits, length: CodeUnits): readonly TextRange[] {
  const line = page?.furniture.find(({ ranges }) =>
    ranges.some(({ start, end }) => start <= offset && offset < end),
  );
  return line?.ranges ?? [{ start: offset, end: Math.min(length, offset + 1) }];
}

/** A stretch of the source; `lit` names its lit ranges, so that one which stays as it is is not drawn again. */
const Stretch = memo(function Stretch(props: {
  readonly start: number;
  readonly words: string;
  readonly lit: string;
}): ReactNode {
  const { start, words, lit } = props;
  return (
    <div className="review-stretch">
      {cutAt(start, words, rangesOf(lit)).map((part) =>
        part.isLit ? (
          <mark key={part.start} data-start={part.start}>
            {part.words}
          </mark>
        ) : (
          <span key={part.start} data-start={part.start}>
            {part.words}
          </span>
        ),
      )}
    </div>
  );
});

/** About a screen of text. */
const leastStretch = 1500;

function cutIntoStretches(text: string): readonly TextRange[] {
  const stretches: TextRange[] = [];
  for (let start = 0; start < text.length;) {
    const line = text.indexOf('\n', start + leastStretch);
    const end = line < 0 ? text.length : line + 1;
    stretches.push({ start, end });
    start = end;
  }
  return stretches;
}

function placesOf(ranges: readonly TextRange[]): string {
  return ranges.map(({ start, end }) => `${start}-${end}`).join(' ');
}

function rangesOf(places: string): readonly TextRange[] {
  return places === ''
    ? []
    : places.split(' ').map((place) => {
        const [start = 0, end = 0] = place.split('-').map(Number);
        return { start, end };
      });
}

function cutAt(from: number, text: string, ranges: readonly TextRange[]) {
  const parts: { start: number; words: string; isLit: boolean }[] = [];
  const last = from + text.length;
  let at = from;
  const add = (to: number, isLit: boolean): void => {
    const end = Math.min(last, to);
    if (end > at) parts.push({ start: at, words: text.slice(at - from, end - from), isLit });
    at = Math.max(at, end);
  };
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
    add(start, false);
    add(end, true);
  }
  add(last, false);
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
