// Turns a line box of the engine into what the browser has to paint: as few runs of text as put every glyph where the
// engine placed it. Full-width characters flow, with letter spacing where the engine spread or squeezed them; anything
// whose width the browser could see otherwise (Latin, digits set across, dashes) is a box at its place.
import type { Cell, Em, Face, GlyphShift, SetLine } from '../../src-core/typesetting/model';

/** A run whose characters flow from its place on; `spacing` follows each of them. */
export type FlowRun = {
  readonly kind: 'flow';
  readonly start: number;
  readonly text: string;
  readonly inline: Em;
  readonly spacing: Em;
  /** Quotes, which older engines would lay on their side in 竖排. */
  readonly isUpright: boolean;
};

/** A run at a place of its own, which takes no part in the flow. */
export type BoxRun = {
  readonly kind: 'rotate' | 'combine' | 'rule' | 'dots' | 'center' | 'standing' | 'lying';
  readonly start: number;
  readonly text: string;
  readonly inline: Em;
  readonly advance: Em;
  readonly scale: number;
  readonly shift?: GlyphShift;
};

export type PaintRun = FlowRun | BoxRun;

/** Em below which two lengths are one; a thousandth of a character cannot be seen. */
const tolerance = 1e-3;

/** The browser rounds each advance to a 64th of a pixel: a longer run would drift away from its places. */
const longestRun = 16;

/** Gives the runs of a line in reading order; their lengths are in em of the line's type. */
export function paintLine(line: Pick<SetLine, 'cells'> & { readonly face?: Face }): readonly PaintRun[] {
  const runs: PaintRun[] = [];
  const inFace = line.face === 'own' ? ideograph : fullWidth;
  let flow: { start: number; cells: Cell[]; inline: Em; spacing: Em } | null = null;

  function closeFlow(): void {
    if (flow === null) return;
    const [first] = flow.cells;
    runs.push({
      kind: 'flow',
      start: flow.start,
      text: flow.cells.map(textOf).join(''),
      inline: tidy(flow.inline),
      spacing: tidy(flow.spacing),
      isUpright: first !== undefined && isQuote(textOf(first)),
    });
    flow = null;
  }

  for (const cell of line.cells) {
    if (textOf(cell) === '') continue;
    if (!flows(cell, inFace)) {
      closeFlow();
      runs.push(boxRun(cell));
      continue;
    }
    const last: Cell | undefined = flow?.cells.at(-1);
    const isOpen = flow !== null && flow.cells.length < longestRun;
    if (flow !== null && isOpen && last !== undefined && isQuote(textOf(last)) === isQuote(textOf(cell))) {
      const step = cell.inline - last.inline - last.advance;
      // The second character of a run decides its spacing.
      if (flow.cells.length === 1) flow.spacing = step;
      if (Math.abs(step - flow.spacing) <= tolerance) {
        flow.cells.push(cell);
        continue;
      }
    }
    closeFlow();
    flow = { start: cell.start, cells: [cell], inline: cell.inline, spacing: 0 };
  }
  closeFlow();
  return runs;
}

/** Whether the browser gives the cell the advance which the engine counts with: one full-width character. */
function flows(cell: Cell, inFace: RegExp): boolean {
  return (
    (cell.paint === 'upright' || cell.paint === 'vertical') &&
    cell.scale === 1 &&
    cell.shift === undefined &&
    Math.abs(cell.advance - 1) <= tolerance &&
    inFace.test(textOf(cell))
  );
}

/** What is one em wide in every bundled face; the rest, and what other faces must stand in for, is put in its cell. */
const fullWidth =
  /^[“”‘’\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30fa\u30fc-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff0c\uff0e\uff10-\uff5d]$/u;

/** All that may be counted on to be one em wide in a font that was not made for this application. */
const ideograph = /^[\u3400-\u4dbf\u4e00-\u9fff]$/u;

function boxRun(cell: Cell): BoxRun {
  const { start, inline, advance, scale, shift } = cell;
  const run = { kind: boxKind(cell), start, text: textOf(cell), inline, advance, scale };
  return shift === undefined ? run : { ...run, shift };
}

function boxKind(cell: Cell): BoxRun['kind'] {
  switch (cell.paint) {
    case 'rotate':
      // A sign in a cell of its own, and not a run as wide as its letters.
      return cell.stops === undefined ? 'lying' : 'rotate';
    case 'combine':
      return 'combine';
    case 'rule':
      return cell.text.includes('…') || cell.text.includes('⋯') ? 'dots' : 'rule';
    case 'upright':
      return 'standing';
    case 'vertical':
      return 'center';
  }
}

/** Quotes, which stand upright, in a form of their own, where the browser would lay them on their side. */
export function isQuote(text: string): boolean {
  return /^[“”‘’]$/u.test(text);
}

function tidy(length: Em): Em {
  const rounded = Math.round(length * 1e4) / 1e4;
  return rounded === 0 ? 0 : rounded;
}

function textOf(cell: Cell): string {
  return cell.display ?? cell.text;
}
