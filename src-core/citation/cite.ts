// Where a passage comes from, in the forms scholars write it: GB/T 7714-2015 for newspapers (8.5: 主要责任者. 题名[N].
// 报纸名, 出版日期(版次).), the footnote of Chinese humanities, and Markdown. What the issue does not state is left out
// together with the signs that belong to it; nothing is made up.
import type { Article, Issue } from '../publication/issue';
import { withoutLetterSpacing } from '../text/han';

/** What is stated of an article's source; everything may be missing. */
export type SourceFacts = {
  readonly authors: readonly string[];
  readonly title?: string;
  readonly publication?: string;
  /** ISO 8601 calendar date. */
  readonly date?: string;
  /** As printed: 1, A2, 三. */
  readonly page?: string;
};

export const citationForms = ['gbt7714', 'footnote', 'markdown'] as const;
export type CitationForm = (typeof citationForms)[number];

/** GB/T 7714 names three authors; of more it says 等 (8.1.2). */
const mostAuthors = 3;

/** What the issue states of an article's source. */
export function sourceFacts(issue: Issue, article: Article): SourceFacts {
  const page = issue.pages.find(({ articleIds }) => articleIds.includes(article.articleId));
  const title = statedTitle(article);
  const number = page?.number?.trim().replace(/^第|版$/gu, '');
  return {
    authors: (article.byline?.reporters ?? []).map((name) => name.trim()).filter((name) => name !== ''),
    ...(title === '' ? {} : { title }),
    ...(issue.publication === undefined || issue.publication === ''
      ? {}
      : { publication: issue.publication }),
    ...(issue.date === undefined || issue.date === '' ? {} : { date: issue.date }),
    ...(number === undefined || number === '' ? {} : { page: number }),
  };
}

/** Gives the source by itself, on one line; the empty text where nothing is stated. */
export function citeSource(facts: SourceFacts, form: CitationForm): string {
  return form === 'gbt7714' ? standardReference(facts) : footnote(facts);
}

/** Gives a passage with its source; where nothing is stated of the source, the passage alone. */
export function quotePassage(passage: string, facts: SourceFacts, form: CitationForm): string {
  const source = citeSource(facts, form);
  if (form !== 'markdown') return source === '' ? passage : `${passage}\n${source}`;
  const quoted = passage
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
    .join('\n>\n');
  return source === '' ? quoted : `${quoted}\n>\n> —— ${escapeMarkdown(source)}`;
}

function standardReference({ authors, title, publication, date, page }: SourceFacts): string {
  const names = authors.slice(0, mostAuthors).join(', ') + (authors.length > mostAuthors ? ', 等' : '');
  const place = [publication, date].filter((fact) => fact !== undefined).join(', ');
  const edition = page === undefined ? '' : `(${page})`;
  return [names, title === undefined ? '' : `${title}[N]`, `${place}${edition}`]
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ');
}

function footnote({ authors, title, publication, date, page }: SourceFacts): string {
  const names = authors.slice(0, mostAuthors).join('、') + (authors.length > mostAuthors ? '等' : '');
  const titled = title === undefined ? '' : `《${title.replace(/《/gu, '〈').replace(/》/gu, '〉')}》`;
  const work = names !== '' && titled !== '' ? `${names}：${titled}` : names + titled;
  const issue = `${publication === undefined ? '' : `《${publication}》`}${chineseDate(date)}`;
  const parts = [work, issue, page === undefined ? '' : `第${page}版`].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('，')}。`;
}

function chineseDate(date: string | undefined): string {
  if (date === undefined) return '';
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(date);
  return match === null ? date : `${match[1] ?? ''}年${Number(match[2])}月${Number(match[3])}日`;
}

/** The article's own headline, or what is printed in its stead; never its text. */
function statedTitle(article: Article): string {
  for (const role of ['headline', 'kicker', 'label'] as const) {
    const lines = article.blocks
      .filter((block) => block.role === role)
      .map(({ start, end }) => article.text.slice(start, end).replace(/\s+/gu, ' ').trim());
    if (lines.length > 0) return withoutLetterSpacing(lines.join(' '));
  }
  return '';
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]|^(?=[#+-]\s)|^(?=\d+[.)]\s)/gu, (sign) => `\\${sign}`);
}
