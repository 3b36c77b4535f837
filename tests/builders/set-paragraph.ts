// Single paragraphs set in lines, for tests of line breaking and spacing.
import type { BlockRole } from '../../src-core/publication/issue';
import type { ClusterStyle } from '../../src-core/typesetting/cluster';
import { clusterize } from '../../src-core/typesetting/clusterize';
import { breakLines, type BrokenLine } from '../../src-core/typesetting/line-break';
import type { Cell } from '../../src-core/typesetting/model';
import { defaultStyle } from '../../src-core/typesetting/page-spec';
import { plainLatinMetrics } from './latin-metrics';

export type ParagraphOptions = Partial<Omit<ClusterStyle, 'latinAdvance'>> & {
  readonly measure?: number;
  readonly firstIndent?: number;
  readonly role?: BlockRole;
};

/** Sets a text in lines; 竖排, GB and no indent unless told otherwise. */
export function setParagraph(text: string, options: ParagraphOptions = {}): readonly BrokenLine[] {
  const { measure = 20, firstIndent = 0, role = 'paragraph', ...style } = options;
  const clusterStyle: ClusterStyle = {
    ...defaultStyle,
    direction: 'vertical',
    latinAdvance: (run) => plainLatinMetrics.latinAdvance('song', run),
    ...style,
  };
  return breakLines(clusterize(text, 0, text.length, role, clusterStyle), {
    measure,
    firstIndent,
    indent: 0,
    region: clusterStyle.region,
  });
}

/** The text of each line. */
export function lineTexts(lines: readonly { readonly cells: readonly Cell[] }[]): readonly string[] {
  return lines.map((line) => line.cells.map((cell) => cell.text).join(''));
}

/** How long a cell is along its line, in em. */
export function extent(cell: Cell | undefined): number {
  return cell === undefined ? NaN : cell.boxEnd - cell.boxStart;
}

/** How much of a cell's own advance was cut away at its head and behind. */
export function cuts(lines: readonly BrokenLine[], text: string): readonly [head: number, behind: number] {
  const cell = cellOf(lines, text);
  return [cell.boxStart - cell.inline, cell.inline + cell.advance - cell.boxEnd];
}

/** The first cell of that text. */
export function cellOf(lines: readonly { readonly cells: readonly Cell[] }[], text: string): Cell {
  const cell = lines.flatMap((line) => line.cells).find((one) => one.text === text);
  if (cell === undefined) throw new Error(`no cell holds ${text}`);
  return cell;
}
