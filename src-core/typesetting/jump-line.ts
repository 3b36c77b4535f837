// The lines that lead from one page to the next where an article is cut: 下转第2页 at its end here, 上接第1页 at its head
// there. They are furniture: in no article's text.
import { inNumerals } from './date-words';
import { textWidth } from './furniture';
import type { Em, Furniture } from './model';
import type { PageSpec } from './page-spec';

/** The row that a line takes: a tier's, at the end or the head of what it holds. */
export type JumpRow = { readonly inline: Em; readonly inlineSize: Em; readonly block: Em };

const size: Em = 0.9;

/** A line at the end of its row where the article leads on, at its head where it comes from; `page` counts from 1. */
export function jumpLine(
  way: 'onward' | 'from',
  page: number,
  row: JumpRow,
  { direction, linePitch }: PageSpec,
): readonly Furniture[] {
  const isVertical = direction === 'vertical';
  const number = isVertical ? inNumerals(page) : String(page);
  const text = `${way === 'onward' ? '下转' : '上接'}第${number}页`;
  const pieces = isVertical ? [...text] : [text];
  const length = isVertical ? pieces.length * size : textWidth(text) * size;
  let inline = row.inline + (way === 'onward' ? Math.max(0, row.inlineSize - length) : 0);
  return pieces.map((piece) => {
    const inlineSize = isVertical ? size : length;
    const rect = { inline, block: row.block, inlineSize, blockSize: linePitch };
    inline += inlineSize;
    return { kind: 'jump', rect, text: piece, face: 'song-bold', size };
  });
}
