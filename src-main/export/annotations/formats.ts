// Annotations in the forms other programs take. JSON is one object a line; JSON-LD is the W3C Web Annotation Data
// Model, whose offsets count code points; CSV cells cannot start a formula; HTML and Markdown show text literally.
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

/** The annotation as the command line prints it; offsets in UTF-16 code units. */
export function annotationJson(row: AnnotationRow): Record<string, unknown> {
  const { annotation } = row;
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
      ];
      return {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: `urn:jianbao:annotation:${annotation.annotationId}`,
        type: 'Annotation',
        motivation: annotation.note === '' ? 'highlighting' : 'commenting',
        created: annotation.created,
        modified: annotation.modified,
        ...(annotation.author === '' ? {} : { creator: { type: 'Person', name: annotation.author } }),
        ...(bodies.length === 0 ? {} : { body: bodies }),
        target: {
          source: `urn:jianbao:issue:${annotation.issueId}:article:${annotation.articleId}`,
          selector: [
            {
              type: 'TextPositionSelector',
              start: toCodePoints(row.articleText, row.start),
              end: toCodePoints(row.articleText, row.end),
            },
            { ...annotation.target.quote },
          ],
          styleClass: `${annotation.style} ${annotation.color}`,
        },
      };
    }),
  };
}

/** Names where a passage stands, leaving out what the issue does not state. */
function place(row: AnnotationRow): string {
  return [row.publication, row.date, row.page === undefined ? undefined : `第${row.page}版`, row.articleTitle]
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
  return rows
    .map((row) => {
      const { annotation } = row;
      const lines = [quoted(annotation.target.quote.exact), '', `—— ${escaped(place(row))}`];
      if (annotation.note !== '') lines.push('', annotation.note);
      if (annotation.tags.length > 0)
        lines.push('', annotation.tags.map((tag) => `#${escaped(tag)}`).join(' '));
      if (annotation.author !== '')
        lines.push('', `${escaped(annotation.author)}，${annotation.modified.slice(0, 10)}`);
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
] as const;

function csv(rows: readonly AnnotationRow[]): string {
  const cell = (value: unknown): string => {
    const text = Array.isArray(value) ? value.join('; ') : String(value);
    // A spreadsheet runs a cell that starts like a formula; an apostrophe makes it text.
    const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
    return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe;
  };
  const lines = rows.map((row) => {
    const record = annotationJson(row);
    return csvColumns.map((column) => cell(record[column])).join(',');
  });
  // The byte order mark makes spreadsheets read the file as UTF-8.
  return `\uFEFF${[csvColumns.join(','), ...lines].join('\r\n')}\r\n`;
}

function html(rows: readonly AnnotationRow[]): string {
  const escaped = (text: string): string =>
    text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`).replace(/\n/gu, '<br>');
  const entries = rows.map((row) => {
    const { annotation } = row;
    const tags = annotation.tags.map((tag) => `<li>${escaped(tag)}</li>`).join('');
    return [
      `<article id="${annotation.annotationId}">`,
      `<blockquote>${escaped(annotation.target.quote.exact)}</blockquote>`,
      `<p><cite>${escaped(place(row))}</cite></p>`,
      ...(annotation.note === '' ? [] : [`<p>${escaped(annotation.note)}</p>`]),
      ...(tags === '' ? [] : [`<ul>${tags}</ul>`]),
      `<footer>${escaped(annotation.author)} <time datetime="${escaped(annotation.modified)}">${escaped(annotation.modified.slice(0, 10))}</time></footer>`,
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
