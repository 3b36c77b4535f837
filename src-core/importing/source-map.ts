// Where in the source every character of an issue's articles came from. Two revisions made from one source are compared by
// it: the same character of the source is the same character of the newspaper, wherever it stands now.
import type { Issue } from '../publication/issue';
import type { CodeUnits } from '../text/offsets';
import type { ParsedPage } from './format';
import { hasText } from './to-issue';

/** For each code unit of an article's text the code unit of the source; -1 for the line feeds between its pieces. */
export type SourceMap = Int32Array;

/**
 * The source maps of an issue's articles, in their order; null where the issue was not made from this page, as when a
 * later version of the program reads the source otherwise.
 */
export function sourceMaps(page: ParsedPage, issue: Issue): readonly SourceMap[] | null {
  const blocks = page.blocks.filter(hasText);
  if (blocks.length !== issue.articles.length) return null;
  const maps: SourceMap[] = [];
  for (const [at, { pieces }] of blocks.entries()) {
    const printed = pieces.filter(({ text }) => text !== '');
    const text = printed.map((piece) => piece.text).join('\n');
    if (text !== issue.articles[at]?.text) return null;
    const map = new Int32Array(text.length).fill(-1);
    let offset: CodeUnits = 0;
    for (const piece of printed) {
      let unit = offset;
      for (const { start, end } of piece.ranges) {
        for (let source = start; source < end; source++) map[unit++] = source;
      }
      offset += piece.text.length + 1;
    }
    maps.push(map);
  }
  return maps;
}
