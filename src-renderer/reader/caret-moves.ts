// Where the caret goes by a key. Moves are told along the lines of text; which arrow key means which depends on the
// direction: in 竖排 the down arrow goes to the next character and the left arrow to the next line.
import type { Direction } from '../../src-core/ipc/contract';
import type { Article, ArticleId } from '../../src-core/publication/issue';
import { boundaryAt, inlineOf } from './hit-test';
import { lineAt, type LineIndex } from './line-index';
import { unitBoundary, type TextUnit } from './text-units';

export type CaretMove =
  | { readonly kind: 'unit'; readonly unit: TextUnit; readonly direction: 'forward' | 'backward' }
  | { readonly kind: 'line'; readonly direction: 'forward' | 'backward' }
  | { readonly kind: 'line-end'; readonly direction: 'forward' | 'backward' }
  | { readonly kind: 'text-end'; readonly direction: 'forward' | 'backward' };

/** A key, and by what it moves along the line; by words or sentences, it moves across the lines by paragraphs. */
export type CaretKey = { readonly key: string; readonly by: Exclude<TextUnit, 'paragraph'> };

/** By what the keys that are held let the caret move: Ctrl and Alt, and on macOS ⌥ and ⌘, mean words and sentences. */
export function caretUnit(
  { ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'metaKey'>,
  apple: boolean,
): CaretKey['by'] {
  if (apple ? altKey : ctrlKey) return 'word';
  return (apple ? metaKey : altKey) ? 'sentence' : 'character';
}

/** Gives the move that a key means; null where it means none. */
export function caretMove({ key, by }: CaretKey, direction: Direction): CaretMove | null {
  const vertical = direction === 'vertical';
  const isFar = by !== 'character';
  switch (key) {
    case vertical ? 'ArrowDown' : 'ArrowRight':
      return { kind: 'unit', unit: by, direction: 'forward' };
    case vertical ? 'ArrowUp' : 'ArrowLeft':
      return { kind: 'unit', unit: by, direction: 'backward' };
    case vertical ? 'ArrowLeft' : 'ArrowDown':
      return isFar
        ? { kind: 'unit', unit: 'paragraph', direction: 'forward' }
        : { kind: 'line', direction: 'forward' };
    case vertical ? 'ArrowRight' : 'ArrowUp':
      return isFar
        ? { kind: 'unit', unit: 'paragraph', direction: 'backward' }
        : { kind: 'line', direction: 'backward' };
    case 'Home':
      return { kind: isFar ? 'text-end' : 'line-end', direction: 'backward' };
    case 'End':
      return { kind: isFar ? 'text-end' : 'line-end', direction: 'forward' };
    default:
      return null;
  }
}

/**
 * Gives the offset that a move leads to within the article. `goal` is the inline position, in em, that moves from line
 * to line hold on to; null takes it from where the caret stands.
 */
export function moveCaret(
  index: LineIndex,
  article: Pick<Article, 'articleId' | 'text' | 'blocks'>,
  offset: number,
  move: CaretMove,
  goal: number | null,
): { readonly offset: number; readonly goal: number | null } {
  switch (move.kind) {
    case 'unit':
      return { offset: unitBoundary(article, offset, move.unit, move.direction), goal: null };
    case 'text-end':
      return { offset: move.direction === 'forward' ? article.text.length : 0, goal: null };
    case 'line-end': {
      const line = lineAt(index, article.articleId, offset);
      if (line === null) return { offset, goal: null };
      return { offset: move.direction === 'forward' ? lastBoundary(line.line) : line.line.start, goal: null };
    }
    case 'line':
      return moveLine(index, article.articleId, offset, move.direction, goal);
  }
}

function moveLine(
  index: LineIndex,
  articleId: ArticleId,
  offset: number,
  direction: 'forward' | 'backward',
  goal: number | null,
): { readonly offset: number; readonly goal: number | null } {
  const current = lineAt(index, articleId, offset);
  if (current === null) return { offset, goal };
  const inline = goal ?? inlineOf(current, offset) - current.rect.inline;
  const next = index.lines[current.index + (direction === 'forward' ? 1 : -1)];
  if (next === undefined || next.articleId !== articleId) {
    return {
      offset: direction === 'forward' ? lastBoundary(current.line) : current.line.start,
      goal: inline,
    };
  }
  return {
    offset: Math.min(boundaryAt(next, next.rect.inline + inline), lastBoundary(next.line)),
    goal: inline,
  };
}

/** The last boundary that still belongs to the line: before the last character where the paragraph runs on. */
function lastBoundary(line: {
  readonly end: number;
  readonly isLast: boolean;
  readonly cells: readonly { start: number }[];
}): number {
  return line.isLast ? line.end : (line.cells.at(-1)?.start ?? line.end);
}
