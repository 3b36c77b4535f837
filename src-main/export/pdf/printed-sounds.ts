// The sounds of rare characters on paper, as the window shows them: small and in Hei, to the right of the character in
// 竖排, above it in 横排. They are drawn as outlines, an artifact in nobody's copied text.
import iconv from 'iconv-lite';
import { rarenessOf, soundsOf, type ArticleSounds, type Rarity } from '../../../src-core/text/sounds';
import type { Article, ArticleId } from '../../../src-core/publication/issue';
import type { SetLine } from '../../../src-core/typesetting/model';
import { outlineRun } from './outline-run';
import type { LineSetting } from './paint-line';
import { pdfNumber } from './pdf-document';
import type { Point } from './page-geometry';

/** Size of the letters, and how far their middle lies from the line's, in em of the line. */
const soundSize = 0.4;
const away = 0.7;

/** The sounds of each article that has rare characters. The table of readings is loaded when it is first wanted. */
export async function printedSounds(
  articles: readonly Article[],
  rarity: Rarity,
): Promise<ReadonlyMap<ArticleId, ArticleSounds>> {
  const { pinyin } = await import('pinyin-pro');
  const isRare = rarenessOf(rarity, (bytes) => iconv.decode(Buffer.from(bytes), 'gb18030'));
  return new Map(
    articles.flatMap(({ articleId, text }) => {
      const sounds = soundsOf(text, isRare, (passage) => pinyin(passage, { type: 'array' }));
      return sounds.size === 0 ? [] : [[articleId, sounds] as const];
    }),
  );
}

/** Gives the operators for the sounds of a line; `origin` is where its middle axis starts, `size` its type in points. */
export function soundOperators(
  setting: Pick<LineSetting, 'faces' | 'resources' | 'direction'>,
  { cells }: SetLine,
  sounds: ArticleSounds,
  { origin, size }: { readonly origin: Point; readonly size: number },
): string {
  return cells
    .flatMap((cell) => {
      const sound = sounds.get(cell.start);
      if (sound === undefined) return [];
      const along = ((cell.boxStart + cell.boxEnd) / 2) * size;
      // Turned clockwise beside a vertical line, as Latin letters lie in it.
      const matrix =
        setting.direction === 'vertical'
          ? `0 -1 1 0 ${pdfNumber(origin.x + away * size)} ${pdfNumber(origin.y - along)}`
          : `1 0 0 1 ${pdfNumber(origin.x + along)} ${pdfNumber(origin.y + away * size)}`;
      const run = outlineRun(setting, sound, 'hei', soundSize * size, { x: 0, y: 0 });
      return [`q ${matrix} cm\n${run}\nQ`];
    })
    .join('\n');
}
