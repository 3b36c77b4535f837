// An article's text read back from its cells: what copying from the page gives.
import type { ArticleId } from '../publication/issue';
import { linesOfArticle } from './layout-index';
import type { IssueLayout } from './model';

/** The article's canonical text as the layout holds it, with the line feeds between its blocks. */
export function readingText(layout: IssueLayout, articleId: ArticleId): string {
  let text = '';
  for (const { line } of linesOfArticle(layout, articleId)) {
    for (const cell of line.cells) {
      if (cell.start > text.length) text += '\n'.repeat(cell.start - text.length);
      text += cell.text;
    }
  }
  return text;
}
