// The signs of notes on a whole article or issue, at the end of the headline. Pressing one opens its note; the list of marks
// has the same notes for those who cannot see them.
import { memo, type ReactNode } from 'react';
import type { AnnotationId } from '../../src-core/annotation/annotation';
import type { PlacedMark } from '../annotations/mark-ranges';
import { pickMark } from '../state/reader';
import { quadsOnStrip, type LineIndex } from './line-index';

type WholeSignsProps = {
  readonly index: LineIndex;
  readonly body: number;
  readonly marks: readonly PlacedMark[];
  readonly activeMark: AnnotationId | null;
};

/** Paints the signs. */
export const WholeSigns = memo(function WholeSigns(props: WholeSignsProps): ReactNode {
  const { index, body, marks, activeMark } = props;
  return marks
    .filter(({ mark }) => mark.scope !== undefined)
    .map((placed) => (
      <WholeSign
        key={placed.mark.annotationId}
        placed={placed}
        index={index}
        body={body}
        isActive={placed.mark.annotationId === activeMark}
      />
    ));
});

/** How large a sign is, in em of the body. */
const signSize = 0.7;

function WholeSign(props: {
  readonly placed: PlacedMark;
  readonly index: LineIndex;
  readonly body: number;
  readonly isActive: boolean;
}): ReactNode {
  const { placed, index, body, isActive } = props;
  const { mark, range } = placed;
  const quad = quadsOnStrip(index, mark.articleId, range).at(-1);
  if (quad === undefined) return null;
  const side = Math.min(signSize, quad.blockSize) * body;
  // Both kinds can stand at the first headline: that of the issue a little further along.
  const along = mark.scope === 'issue' ? 1.5 * side : 0.25 * side;
  return (
    <div
      className={`whole-sign stroke-${mark.color}${isActive ? ' is-active' : ''}`}
      aria-hidden="true"
      style={{
        insetInlineStart: (quad.inline + quad.inlineSize) * body + along,
        insetBlockStart: (quad.block + quad.blockSize / 2) * body - side / 2,
        inlineSize: side,
        blockSize: side,
      }}
      onMouseDown={(event) => event.stopPropagation()}
      onClick={() => pickMark(mark.annotationId, true, 'note')}
    />
  );
}
