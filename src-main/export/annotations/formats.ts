// Annotations in the forms other programs take. JSON is one object a line; JSON-LD is the W3C Web Annotation Data
// Model, whose offsets count code points; CSV cells cannot start a formula; HTML and Markdown show text literally.
import type { Annotation, AnnotationId } from '../../../src-core/annotation/annotation';
import { quoteOf } from '../../../src-core/annotation/passages';
import { localDay } from '../../../src-core/text/local-day';
import { toCodePoints } from '../../../src-core/text/offsets';
import type { AnnotationRow } from './annotation-row';

export const annotationFormats = ['json', 'jsonld', 'markdown', 'csv', 'html'] as const;
export type AnnotationFormat = (typeof annotationFormats)[number];

/** Writes the rows in one format, ending with a line feed unless there is nothing to write. */
export function formatAnnotations(rows: readonly AnnotationRow[], format: AnnotationFormat): string {
  switch (format) {
    case 'json':
      return rows.map((row) => `${JSON.stringify(annotationJson(row))}\n`).join('');
    case 'jsonld':
      return `${JSON.stringify(jsonLd(rows), null, 2)}\n`;
    case 'markdown':
      return markdown(rows);
    case 'csv':
      return csv(rows);
    case 'html':
      return html(rows);
  }
}

export type AnnotationJson = Omit<Annotation, 'target' | 'removed'> & {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly fragments?: readonly { readonly start: number; readonly end: number; readonly quote: string }[];
};

/**
 * The annotation as the command line prints it; offsets in UTF-16 code units. `start`, `end` and `quote` are those of the
 * first passage; `fragments`, `scope` and `links` are there only where a mark has several passages, is a note on a whole
 * article or issue, or refers to other marks.
 */
export function annotationJson(row: AnnotationRow): AnnotationJson {
  const { annotation, passages } = row;
  const { scope, links, linksElsewhere } = annotation;
  return {
    annotationId: annotation.annotationId,
    issueId: annotation.issueId,
    articleId: annotation.articleId,
    start: row.start,
    end: row.end,
    quote: annotation.target.quote.exact,
    style: annotation.style,
    color: annotation.color,
    tags: annotation.tags,
    note: annotation.note,
    author: annotation.author,
    created: annotation.created,
    modified: annotation.modified,
    ...(passages.length < 2
      ? {}
      : { fragments: passages.map(({ start, end, quote }) => ({ start, end, quote: quote.exact })) }),
    ...(scope === undefined ? {} : { scope }),
    ...(links === undefined ? {} : { links }),
    ...(linksElsewhere === undefined ? {} : { linksElsewhere }),
  };
}

function jsonLd(rows: readonly AnnotationRow[]): unknown {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    items: rows.map((row) => {
      const { annotation } = row;
      const bodies = [
        ...(annotation.note === ''
          ? []
          : [
              { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: annotation.note },
            ]),
        ...annotation.tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
        ...linkedIds(annotation).map((link) => ({
          type: 'SpecificResource',
          purpose: 'linking',
          source: `urn:jianbao:annotation:${link}`,
        })),
      ];
      return {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: `urn:jianbao:annotation:${annotation.annotationId}`,
        type: 'Annotation',
        motivation: annotation.note === '' && annotation.scope === undefined ? 'highlighting' : 'commenting',
        created: annotation.created,
        modified: annotation.modified,
        ...(annotation.author === '' ? {} : { creator: { type: 'Person', name: annotation.author } }),
        ...(bodies.length === 0 ? {} : { body: bodies }),
        target: jsonLdTarget(row),
      };
    }),
  };
}

/** A whole article or issue is a source without a selector; several passages are several targets (model, 3.2.1). */
function jsonLdTarget({ annotation, articleText, passages }: AnnotationRow): unknown {
  const issue = `urn:jianbao:issue:${annotation.issueId}`;
  if (annotation.scope === 'issue') return { source: issue };
  const source = `${issue}:article:${annotation.articleId}`;
  if (annotation.scope === 'article') return { source };
  const targets = passages.map(({ start, end, quote }) => ({
    source,
    selector: [
      {
        type: 'TextPositionSelector',
        start: toCodePoints(articleText, start),
        end: toCodePoints(articleText, end),
      },
      { ...quote },
    ],
    styleClass: `${annotation.style} ${annotation.color}`,
  }));
  const [first] = targets;
  return targets.length === 1 ? first : targets;
}

/** The passage of a mark as it is read; of a note on a whole, what it is on. */
function subject({ annotation }: AnnotationRow): string {
  return annotation.scope === undefined ? quoteOf(annotation) : wholeNames[annotation.scope];
}

const wholeNames = { article: '全文批注', issue: '本期批注' } as const;

function linkedIds({ links = [], linksElsewhere = [] }: Annotation): readonly AnnotationId[] {
  return [...links, ...linksElsewhere.map(({ annotationId }) => annotationId)];
}

/** The marks which a mark refers to: their words, and for one that is not among the rows its id. */
function references(row: AnnotationRow, rows: ReadonlyMap<string, AnnotationRow>): readonly Reference[] {
  return linkedIds(row.annotation).map((id) => {
    const other = rows.get(id);
    return other === undefined
      ? { id, words: id, isHere: false }
      : { id, words: subject(other), isHere: true };
  });
}

type Reference = { readonly id: string; readonly words: string; readonly isHere: boolean };

function byId(rows: readonly AnnotationRow[]): ReadonlyMap<string, AnnotationRow> {
  return new Map(rows.map((row) => [row.annotation.annotationId, row]));
}

/** Names where a passage stands, leaving out what the issue does not state. */
function place(row: AnnotationRow): string {
  const page = row.page === undefined ? undefined : `第${row.page}版`;
  const isIssue = row.annotation.scope === 'issue';
  return [row.publication, row.date, ...(isIssue ? [] : [page, row.articleTitle])]
    .filter((part) => part !== undefined)
    .join('，');
}

function markdown(rows: readonly AnnotationRow[]): string {
  const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/gu, '\\$&');
  const quoted = (text: string): string =>
    text
      .split('\n')
      .map((line) => `> ${escaped(line)}`)
      .join('\n');
  const known = byId(rows);
  return rows
    .map((row) => {
      const { annotation } = row;
      const words = subject(row);
      const lines = [
        annotation.scope === undefined ? quoted(words) : `**${words}**`,
        '',
        `—— ${escaped(place(row))}`,
      ];
      if (annotation.note !== '') lines.push('', annotation.note);
      if (annotation.tags.length > 0)
        lines.push('', annotation.tags.map((tag) => `#${escaped(tag)}`).join(' '));
      const linked = references(row, known).map((reference) => `「${escaped(reference.words)}」`);
      if (linked.length > 0) lines.push('', `参见：${linked.join('、')}`);
      if (annotation.author !== '')
        lines.push('', `${escaped(annotation.author)}，${localDay(annotation.modified)}`);
      return `${lines.join('\n')}\n`;
    })
    .join('\n---\n\n');
}

const csvColumns = [
  'annotationId',
  'issueId',
  'articleId',
  'start',
  'end',
  'quote',
  'style',
  'color',
  'tags',
  'note',
  'author',
  'created',
  'modified',
  'fragments',
  'scope',
  'links',
] as const;

function csv(rows: readonly AnnotationRow[]): string {
  const cell = (value: string | number | readonly string[] | undefined): string => {
    const text = typeof value === 'object' ? value.join('; ') : String(value ?? '');
    // A spreadsheet runs a cell that starts like a formula; an apostrophe makes it text.
    const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
    return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe;
  };
  const lines = rows.map((row) => {
    // The offsets of several passages stand in one cell: 12-20; 31-44.
    const ranges = row.passages.length < 2 ? [] : row.passages.map(({ start, end }) => `${start}-${end}`);
    const record = { ...annotationJson(row), fragments: ranges, links: linkedIds(row.annotation) };
    return csvColumns.map((column) => cell(record[column])).join(',');
  });
  // The byte order mark makes spreadsheets read the file as UTF-8.
  return `\uFEFF${[csvColumns.join(','), ...lines].join('\r\n')}\r\n`;
}

function html(rows: readonly AnnotationRow[]): string {
  const escaped = (text: string): string =>
    text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`).replace(/\n/gu, '<br>');
  const known = byId(rows);
  const entries = rows.map((row) => {
    const { annotation } = row;
    const linked = references(row, known).map(({ id, words, isHere }) =>
      isHere ? `<a href="#${id}">${escaped(words)}</a>` : escaped(words),
    );
    const tags = annotation.tags.map((tag) => `<li>${escaped(tag)}</li>`).join('');
    return [
      `<article id="${annotation.annotationId}">`,
      annotation.scope === undefined
        ? `<blockquote>${escaped(subject(row))}</blockquote>`
        : `<h2>${escaped(subject(row))}</h2>`,
      `<p><cite>${escaped(place(row))}</cite></p>`,
      ...(annotation.note === '' ? [] : [`<p>${escaped(annotation.note)}</p>`]),
      ...(tags === '' ? [] : [`<ul>${tags}</ul>`]),
      ...(linked.length === 0 ? [] : [`<p>参见：${linked.join('、')}</p>`]),
      `<footer>${escaped(annotation.author)} <time datetime="${escaped(annotation.modified)}">${escaped(localDay(annotation.modified))}</time></footer>`,
      '</article>',
    ].join('\n');
  });
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head><meta charset="utf-8"><title>剪报标记</title></head>',
    '<body>',
    ...entries,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
