// Marks and the selection, beneath the text: fills that mix as pigments do, lines and dots beside the type. Nothing here
// is told to assistive technology; the list of marks is.
import { memo, type CSSProperties, type ReactNode } from 'react';
import type { Annotation, AnnotationId, MarkStyle } from '../../src-core/annotation/annotation';
import type { TextRange } from '../../src-core/text/offsets';
import { fillInset, fillStripes } from '../../src-core/typesetting/mark-drawing';
import type { Quad } from '../../src-core/typesetting/model';
import type { PlacedMark, PlacedMarks, PlacedPiece } from '../annotations/mark-ranges';
import type { TextPlace, TextSelection } from '../state/reader';
import { MarkStroke } from './MarkStroke';
import { inlineOf } from './hit-test';
import { articlesWithin, lineAt, quadsOnStrip, type LineIndex, type PlacedLine } from './line-index';

type MarkLayerProps = {
  readonly index: LineIndex;
  readonly body: number;
  /** The stretch to paint, in em along the strip. */
  readonly from: number;
  readonly to: number;
  readonly marks: PlacedMarks['byArticle'];
  readonly activeMark: AnnotationId | null;
};

/** Paints the marks within a stretch of the strip. */
export const MarkLayer = memo(function MarkLayer(props: MarkLayerProps): ReactNode {
  const { index, body, from, to, marks, activeMark } = props;
  return [...articlesWithin(index, from, to)]
    .flatMap(([articleId, stretch]) =>
      (marks.get(articleId) ?? []).filter(({ pieces }) =>
        pieces.some(({ range }) => range.start < stretch.end && range.end > stretch.start),
      ),
    )
    .map((placed) => (
      <MarkShape
        key={placed.mark.annotationId}
        placed={placed}
        index={index}
        body={body}
        isActive={placed.mark.annotationId === activeMark}
      />
    ));
});

type MarkShapeProps = {
  readonly placed: PlacedMark;
  readonly index: LineIndex;
  readonly body: number;
  readonly isActive: boolean;
};

const MarkShape = memo(function MarkShape({ placed, index, body, isActive }: MarkShapeProps): ReactNode {
  const { mark, pieces } = placed;
  const active = isActive ? ' is-active' : '';
  return pieces.map((piece, place) => {
    const level = piece.level[index.layout.direction];
    const quads = quadsOnStrip(index, mark.articleId, piece.range);
    const hasNoteSign = mark.note !== '' && place === pieces.length - 1;
    return quads.map((quad, at) => (
      <div
        key={quad.range.start}
        className={`${pieceClass(mark, piece)}${active}`}
        style={fillBox(quad, body, mark.style === 'highlight' ? level : 0)}
      >
        {mark.style !== 'highlight' && (
          <Stroke
            mark={mark}
            level={level}
            style={mark.style}
            quad={quad}
            ends={{ opens: at === 0, closes: at === quads.length - 1 }}
            index={index}
            body={body}
          />
        )}
        {hasNoteSign && piece.range.end <= quad.range.end && <span className="note-sign" />}
      </div>
    ));
  });
});

function pieceClass(mark: Annotation, { level, isOver }: PlacedPiece): string {
  if (mark.style !== 'highlight') return `stroke stroke-${mark.color}`;
  const over = isStriped(level.vertical) ? ' is-striped' : isOver ? ' is-over' : '';
  return `mark mark-${mark.color}${over}`;
}

function Stroke(props: {
  readonly mark: Annotation;
  readonly level: number;
  readonly style: Exclude<MarkStyle, 'highlight'>;
  readonly quad: Quad;
  readonly ends: { readonly opens: boolean; readonly closes: boolean };
  readonly index: LineIndex;
  readonly body: number;
}): ReactNode {
  const { mark, level, style, quad, ends, index, body } = props;
  const line = lineAt(index, mark.articleId, quad.range.start);
  return line === null ? null : (
    <MarkStroke
      style={style}
      quad={quad}
      line={line}
      ends={ends}
      direction={index.layout.direction}
      body={body}
      level={level}
    />
  );
}

/** Paints a range of one kind: the selection, or what flashes. */
export function RangeLayer(props: {
  readonly index: LineIndex;
  readonly body: number;
  readonly place: { readonly articleId: TextSelection['articleId']; readonly range: TextRange } | null;
  readonly className: string;
}): ReactNode {
  const { index, body, place, className } = props;
  if (place === null) return null;
  return quadsOnStrip(index, place.articleId, place.range).map((quad) => (
    <div key={quad.range.start} className={className} style={fillBox(quad, body, 0)} />
  ));
}

/** Paints the caret before an offset. */
export function Caret(props: {
  readonly body: number;
  readonly place: TextPlace;
  readonly line: PlacedLine;
}): ReactNode {
  const { body, place, line } = props;
  const { size } = line.line;
  const block = line.rect.block + (line.rect.blockSize - size * 1.2) / 2;
  const style: CSSProperties = {
    insetInlineStart: inlineOf(line, place.offset) * body - 1,
    insetBlockStart: block * body,
    blockSize: size * 1.2 * body,
  };
  return <div className="caret" style={style} />;
}

/** Whether a highlight lies so deep over others that it shows as stripes between them. */
function isStriped(level: number): boolean {
  return fillStripes(level).length > 1;
}

/** How much thicker than its type a fill is. */
const fillThickness = 1.3;

function fillBox(quad: Quad, body: number, level: number): CSSProperties {
  const full = quad.blockSize * fillThickness;
  const thickness = full * (1 - 2 * fillInset(level));
  const [from, to] = fillStripes(level)[0] ?? [0, 0];
  return {
    insetInlineStart: quad.inline * body,
    insetBlockStart: (quad.block + (quad.blockSize - thickness) / 2) * body,
    inlineSize: quad.inlineSize * body,
    blockSize: thickness * body,
    ...(isStriped(level) ? { borderBlockWidth: full * (to - from) * body } : {}),
  };
}
