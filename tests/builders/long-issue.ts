// Long issues of random newspaper text, the same at every run: reports, photos and notices with quotes, figures, Latin and
// dashes.
import fc from 'fast-check';
import type { Issue } from '../../src-core/publication/issue';
import { paragraphText } from '../core/typesetting/arbitrary-text';
import { buildIssue, type ArticleParts, type Part } from './issue';

/** Builds an issue of at least so many characters. */
export function longIssue(characters: number): Issue {
  const paragraphs = fc.sample(paragraphText, { seed: 4, numRuns: Math.ceil(characters / 40) });
  let used = 0;
  let written = 0;
  const paragraph = (): string => paragraphs[used++ % paragraphs.length] ?? '';
  const headline = (): string =>
    paragraph()
      .replaceAll(/[，。；：！？\s]/gu, '')
      .slice(0, 18);
  const articles: ArticleParts[] = [];
  for (let at = 0; written < characters; at++) {
    const title: Part = ['headline', headline()];
    if (at % 5 === 3) {
      articles.push({
        type: 'photo',
        parts: [
          ['caption', paragraph()],
          ['credit', '钱月航　摄'],
        ],
      });
    } else if (at % 7 === 5) {
      articles.push({
        type: 'notice',
        parts: [title, ['paragraph', paragraph()], ['issuer', '市城市管理局']],
      });
    } else {
      const kicker: Part[] = at % 2 === 0 ? [['kicker', headline().slice(0, 12)]] : [];
      const body = Array.from({ length: 3 + (at % 6) }, (): Part => ['paragraph', paragraph()]);
      articles.push({ parts: [...kicker, title, ['byline', '本报讯（记者 李晓艳）'], ...body] });
    }
    written += articles.at(-1)?.parts.reduce((sum, [, text]) => sum + text.length, 0) ?? 0;
  }
  return buildIssue(articles, { publication: '晨报', date: '2026-03-05' });
}
