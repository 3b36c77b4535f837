// One line of type, every glyph where the engine put it. The text in the document is the source's own characters, so
// that assistive technology and the find function meet the words and not their display forms.
import { memo, type CSSProperties, type ReactNode } from 'react';
import type { Direction } from '../../src-core/ipc/contract';
import { drawMark } from '../../src-core/typesetting/mark-drawing';
import type { Face } from '../../src-core/typesetting/model';
import { titleStretches } from '../../src-core/typesetting/title-lines';
import { Drawing } from './MarkStroke';
import type { PlacedLine } from './line-index';
import { capitalsOffset, naturalHeight } from './natural-height';
import type { ArticleSounds } from '../../src-core/text/sounds';
import { isQuote, paintLine, type BoxRun, type FlowRun } from './paint-line';

type LineProps = {
  /** The sounds of rare characters of the line's article; none where it is left out. */
  readonly sounds?: ArticleSounds | undefined;
  readonly placed: PlacedLine;
  readonly body: number;
  readonly direction: Direction;
};

/** Paints a line at its place in the type area. */
export const Line = memo(function Line({ placed, body, direction, sounds }: LineProps): ReactNode {
  const { line, rect } = placed;
  const size = line.size * body;
  // Centred in its pitch by its own height, with which the browser has no half of a leading to round.
  const height = naturalHeight(line.face, size, window.devicePixelRatio);
  const style: CSSProperties = {
    insetInlineStart: rect.inline * body,
    insetBlockStart: (rect.block + rect.blockSize / 2) * body - height / 2,
    inlineSize: rect.inlineSize * body,
    blockSize: height,
    lineHeight: `${height}px`,
    fontSize: size,
  };
  return (
    <span className={`line face-${line.face}`} style={style}>
      {paintLine(line).map((run) =>
        run.kind === 'flow' ? (
          <Flow key={run.start} run={run} />
        ) : (
          <BoxedRun key={run.start} run={run} face={line.face} size={size} />
        ),
      )}
      {sounds !== undefined && <SoundsOfLine cells={line.cells} sounds={sounds} />}
      <TitleLines line={line} direction={direction} em={size} />
    </span>
  );
});

/**
 * Beside their characters, in the white between the lines that the pitch keeps for marks: no character moves. They are
 * no part of the text, neither for copying nor for finding.
 */
function SoundsOfLine(props: {
  readonly cells: PlacedLine['line']['cells'];
  readonly sounds: ArticleSounds;
}): ReactNode {
  return props.cells.flatMap((cell) => {
    const sound = props.sounds.get(cell.start);
    if (sound === undefined) return [];
    return [
      <span
        key={cell.start}
        className="sound"
        style={{ insetInlineStart: `${(cell.boxStart + cell.boxEnd) / 2 / soundSize}em` }}
        aria-hidden="true"
      >
        {sound}
      </span>,
    ];
  });
}

/** In em of the line's type; as in the styles. */
const soundSize = 0.44;

/** The wavy lines that stand for 《》; they are no text. */
function TitleLines(props: {
  readonly line: PlacedLine['line'];
  readonly direction: Direction;
  readonly em: number;
}): ReactNode {
  const { line, direction, em } = props;
  return titleStretches(line).map((stretch) => (
    <span
      key={stretch.start}
      className="title-line"
      style={{ insetInlineStart: `${stretch.start}em`, inlineSize: `${stretch.length}em` }}
      aria-hidden="true"
    >
      <Drawing
        drawing={drawMark('wavy', direction, stretch)}
        direction={direction}
        em={em}
        length={stretch.length}
      />
    </span>
  ));
}

function Flow({ run }: { readonly run: FlowRun }): ReactNode {
  if (run.inline === 0 && run.spacing === 0 && !run.isUpright) return run.text;
  const style: CSSProperties = { insetInlineStart: `${run.inline}em` };
  if (run.spacing !== 0) style.letterSpacing = `${run.spacing}em`;
  return (
    <span className={run.isUpright ? 'placed upright' : 'placed'} style={style}>
      {run.text}
    </span>
  );
}

type BoxedRunProps = { readonly run: BoxRun; readonly face: Face; readonly size: number };

/** The lengths of a run are in em of the line; its own em is smaller where its type is. */
function BoxedRun({ run, face, size }: BoxedRunProps): ReactNode {
  const style: CSSProperties = {
    insetInlineStart: `${run.inline / run.scale}em`,
    inlineSize: `${run.advance / run.scale}em`,
  };
  if (run.scale !== 1) style.fontSize = `${run.scale}em`;
  if (run.shift !== undefined) {
    const { along, across } = run.shift;
    style.insetInlineStart = `${(run.inline + along) / run.scale}em`;
    style.insetBlock = `${across}em ${-across}em`;
  }
  const isUpright = isQuote(run.text) && run.kind !== 'lying';
  return (
    <span className={`boxed boxed-${run.kind}${isUpright ? ' upright' : ''}`} style={style}>
      {run.kind === 'combine' ? <Across text={run.text} face={face} size={size * run.scale} /> : run.text}
    </span>
  );
}

/** Figures side by side across the line; it is they that stand in the middle of the cell, not the room of the face. */
function Across(props: { readonly text: string; readonly face: Face; readonly size: number }): ReactNode {
  const { text, face, size } = props;
  const lineHeight = `${naturalHeight(face, size, window.devicePixelRatio)}px`;
  return (
    <span className="across" style={{ lineHeight, insetBlockStart: -capitalsOffset(face) * size }}>
      {text}
    </span>
  );
}
