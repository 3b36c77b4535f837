// What a search paints: the hits in the text, and where all of them stand along the edge of the strip.
import { memo, type ReactNode } from 'react';
import { articlesWithin, lineAt, type LineIndex } from '../reader/line-index';
import { RangeLayer } from '../reader/MarkLayer';
import type { Strip } from '../reader/strip';
import { useFind } from '../state/find';

/** Paints the hits within a stretch of the strip, in em. */
export const FindLayer = memo(function FindLayer(props: {
  readonly index: LineIndex;
  readonly body: number;
  readonly from: number;
  readonly to: number;
}): ReactNode {
  const { index, body, from, to } = props;
  const { isOpen, hits, current } = useFind();
  if (!isOpen) return null;
  const near = articlesWithin(index, from, to);
  return hits.map((hit, number) => {
    const stretch = near.get(hit.articleId);
    if (stretch === undefined || hit.range.start >= stretch.end || hit.range.end <= stretch.start)
      return null;
    return (
      <RangeLayer
        key={`${hit.articleId}-${hit.range.start}`}
        index={index}
        body={body}
        className={number === current ? 'found is-current' : 'found'}
        place={hit}
      />
    );
  });
});

/** Hits that stand nearer together than this share of the strip are one sign at its edge. */
const finest = 0.004;

/** Draws a sign for each hit along the edge at which the strip is scrolled. */
export const FindEdge = memo(function FindEdge(props: {
  readonly index: LineIndex;
  readonly strip: Strip;
}): ReactNode {
  const { index, strip } = props;
  const { isOpen, hits, current } = useFind();
  if (!isOpen || hits.length === 0) return null;
  const whole = index.blockSize + 2 * strip.marginBlock;
  const places = new Map<number, { readonly share: number; readonly isCurrent: boolean }>();
  hits.forEach((hit, number) => {
    const line = lineAt(index, hit.articleId, hit.range.start);
    if (line === null) return;
    const share = (strip.marginBlock + line.rect.block + line.rect.blockSize / 2) / whole;
    const step = Math.round(share / finest);
    const isCurrent = number === current || places.get(step)?.isCurrent === true;
    places.set(step, { share, isCurrent });
  });
  return (
    <div className={`find-edge is-${strip.direction}`} aria-hidden="true">
      {[...places].map(([step, { share, isCurrent }]) => (
        <span
          key={step}
          className={isCurrent ? 'is-current' : undefined}
          style={{ insetBlockStart: `${share * 100}%` }}
        />
      ))}
    </div>
  );
});
