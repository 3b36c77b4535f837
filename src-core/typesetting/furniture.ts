// Page furniture 报头, 日期, 页码: what stands in the margin of a printed page, outside every article.
import type { Issue } from '../publication/issue';
import type { Em, Furniture, Rect } from './model';
import type { PageSpec } from './page-spec';

/** How far furniture reaches out of the type area, in em: what a page's margin must hold. */
export const furnitureDepth: Em = 2;

const size: Em = 0.9;

/** The furniture of the page at `index`: publication and date where reading starts, the page's number where it ends. */
export function pageFurniture(issue: Issue, spec: PageSpec, index: number): readonly Furniture[] {
  const name = [issue.publication, issue.date === undefined ? undefined : dateWords(issue.date)]
    .filter((words) => words !== undefined && words !== '')
    .join('　');
  const furniture: Furniture[] = [];
  if (name !== '') {
    furniture.push({ rect: place(spec, name, 'start'), text: name, face: 'song', size });
  }
  const number = `第${index + 1}页`;
  furniture.push({ rect: place(spec, number, 'end'), text: number, face: 'song', size });
  return furniture;
}

function dateWords(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return parts === null ? date : `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
}

/** The text runs across the head of the sheet in both directions: along the block axis in 竖排, the inline axis in 横排. */
function place(spec: PageSpec, text: string, side: 'start' | 'end'): Rect {
  const isVertical = spec.direction === 'vertical';
  const width = textWidth(text) * size;
  const across = isVertical ? spec.blockSize : spec.inlineSize;
  const along = side === 'start' ? 0 : Math.max(0, across - width);
  return isVertical
    ? { inline: -furnitureDepth, block: along, inlineSize: 1, blockSize: width }
    : { inline: along, block: -furnitureDepth, inlineSize: width, blockSize: 1 };
}

function textWidth(text: string): Em {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.6 : 1;
  return width;
}
