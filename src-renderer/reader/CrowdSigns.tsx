// The signs that say how many marks lie over each other where they cannot all be drawn apart. Pressing one picks them in
// turn, as pressing the passage does; the card and the list tell of them to those who cannot see the page.
import { memo, useMemo, type ComponentProps, type ReactNode } from 'react';
import type { AnnotationId } from '../../src-core/annotation/annotation';
import { crowdsOf, type Crowd } from '../annotations/crowds';
import type { PlacedMark, PlacedMarks } from '../annotations/mark-ranges';
import { pickMark } from '../state/reader';
import type { MarkLayer } from './MarkLayer';
import { inlineOf } from './hit-test';
import { lineAt, type LineIndex, type PlacedLine } from './line-index';

type CrowdSignsProps = ComponentProps<typeof MarkLayer>;

/** Paints the signs within a stretch of the strip. */
export const CrowdSigns = memo(function CrowdSigns(props: CrowdSignsProps): ReactNode {
  const { index, body, from, to, marks, activeMark } = props;
  const signs = useMemo(() => signsIn(index, marks), [index, marks]);
  return signs
    .filter(({ line: { rect } }) => rect.block < to && rect.block + rect.blockSize > from)
    .map(({ crowd, line }) => (
      <div
        key={`${line.index} ${crowd.offset}`}
        className="crowd-sign"
        aria-hidden="true"
        style={boxOf(line, crowd.offset, body)}
        onMouseDown={(event) => event.stopPropagation()}
        onClick={() => pickMark(nextOf(crowd.marks, activeMark), true)}
      >
        {crowd.marks.length}
      </div>
    ));
});

function signsIn(index: LineIndex, marks: PlacedMarks['byArticle']) {
  return [...marks].flatMap(([articleId, list]) =>
    crowdsIn(list, index.layout.direction).flatMap((crowd) => {
      const line = lineAt(index, articleId, crowd.offset);
      return line === null ? [] : [{ crowd, line }];
    }),
  );
}

// The marks of an article are the same value as long as none of them changes.
const known = {
  vertical: new WeakMap<object, readonly Crowd[]>(),
  horizontal: new WeakMap<object, readonly Crowd[]>(),
};

function crowdsIn(marks: readonly PlacedMark[], direction: keyof typeof known): readonly Crowd[] {
  const found = known[direction].get(marks) ?? crowdsOf(marks, direction);
  known[direction].set(marks, found);
  return found;
}

function nextOf(marks: readonly PlacedMark[], activeMark: AnnotationId | null): AnnotationId | null {
  const current = marks.findIndex(({ mark }) => mark.annotationId === activeMark);
  return marks[(current + 1) % marks.length]?.mark.annotationId ?? null;
}

/** The side of a sign in em, and in pixels at the least. */
const side = 0.62;
const leastSide = 11;

/** In the corner of the passage's beginning, towards the next line, where the outermost lines are. */
function boxOf(line: PlacedLine, offset: number, body: number) {
  const size = Math.max(leastSide, side * line.line.size * body);
  const middle = line.rect.block + line.rect.blockSize / 2;
  return {
    insetInlineStart: inlineOf(line, offset) * body - size / 2,
    insetBlockStart: (middle + line.line.size * 0.62) * body,
    blockSize: size,
    minInlineSize: size,
    fontSize: size * 0.78,
    lineHeight: `${size}px`,
  };
}
