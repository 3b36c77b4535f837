import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { describeRange } from '../../../src-core/anchoring/describe-range';
import { annotationSchema } from '../../../src-core/annotation/annotation';
import { describePassages } from '../../../src-core/annotation/passages';
import { issueSchema } from '../../../src-core/publication/issue';
import { annotationRows } from '../../../src-main/export/annotations/annotation-row';
import { formatAnnotations } from '../../../src-main/export/annotations/formats';

const text = '市政会议\n𦦙先生说：“学习”。';

const issue = issueSchema.parse({
  issueId: 'i1',
  publication: '甲报',
  date: '2022-10-11',
  pages: [{ number: '1', articleIds: ['a1'] }],
  articles: [
    {
      articleId: 'a1',
      type: 'article',
      text,
      blocks: [
        { role: 'headline', start: 0, end: 4 },
        { role: 'paragraph', start: 5, end: text.length },
      ],
    },
  ],
  source: { fileName: 'a.txt', sha256: '0'.repeat(64), encoding: 'utf-8' },
  imported: '2026-01-01T00:00:00.000Z',
});

function mark(id: string, start: number, end: number, over: Record<string, unknown> = {}) {
  return annotationSchema.parse({
    annotationId: id,
    issueId: 'i1',
    articleId: 'a1',
    target: describeRange(text, { start, end }),
    style: 'highlight',
    color: 'gamboge',
    tags: [],
    note: '',
    author: '甲',
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    ...over,
  });
}

const studied = mark('n2', 12, 14, { note: '=SUM(A1) "引"', tags: ['学习'] });

describe('formatAnnotations', () => {
  it('writes JSON lines in reading order with offsets in code units', () => {
    const rows = annotationRows(issue, [studied, mark('n1', 0, 4)]);
    const lines = formatAnnotations(rows, 'json').trimEnd().split('\n');
    expect(
      lines.map((line) => z.object({ annotationId: z.string(), start: z.number() }).parse(JSON.parse(line))),
    ).toEqual([
      { annotationId: 'n1', start: 0 },
      { annotationId: 'n2', start: 12 },
    ]);
  });

  it('writes W3C web annotations whose positions count code points', () => {
    const page = z
      .object({
        items: z.array(
          z.object({ target: z.object({ selector: z.array(z.record(z.string(), z.unknown())) }) }),
        ),
      })
      .parse(JSON.parse(formatAnnotations(annotationRows(issue, [studied]), 'jsonld')));
    const [position, quote] = page.items[0]?.target.selector ?? [];
    expect(position).toEqual({ type: 'TextPositionSelector', start: 11, end: 13 });
    expect([...text].slice(11, 13).join('')).toBe(quote?.['exact']);
  });

  it('keeps a CSV cell from starting a formula, and quotes what needs it', () => {
    const csv = formatAnnotations(annotationRows(issue, [studied]), 'csv');
    expect(csv.startsWith('\uFEFFannotationId,')).toBe(true);
    expect(csv).toContain(`,"'=SUM(A1) ""引""",`);
  });

  it('shows markup in notes literally in HTML', () => {
    const note = '<script>alert(1)</script>&';
    const html = formatAnnotations(annotationRows(issue, [mark('n3', 0, 2, { note })]), 'html');
    expect(html).not.toContain('<script>');
    expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62;&#38;');
  });

  it('cites in Markdown only what the issue states', () => {
    const { publication: _publication, date: _date, ...bare } = issue;
    expect(formatAnnotations(annotationRows(issue, [studied]), 'markdown')).toContain(
      '—— 甲报，2022-10-11，第1版，市政会议',
    );
    expect(formatAnnotations(annotationRows(bare, [studied]), 'markdown')).toContain('—— 第1版，市政会议');
  });

  describe('of several passages, notes on a whole, and links', () => {
    const target = describePassages(text, [
      { start: 7, end: 9 },
      { start: 12, end: 14 },
    ]);
    const parted = mark('n5', 7, 9, { target, links: ['n6', 'gone'] });
    const whole = mark('n6', 0, 4, { scope: 'article', note: '好' });
    const issueNote = mark('n7', 0, 4, { scope: 'issue', note: '值得一读' });
    const rows = annotationRows(issue, [parted, whole, issueNote]);
    const written = (format: 'jsonld' | 'markdown' | 'csv' | 'html'): string =>
      formatAnnotations(rows, format);

    it('has in JSON the first passage in its place and all of them as fragments', () => {
      const lines = formatAnnotations(rows, 'json').trimEnd().split('\n');
      const read = lines.map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
      expect(read.find(({ annotationId }) => annotationId === 'n5')).toMatchObject({
        start: 7,
        end: 9,
        quote: text.slice(7, 9),
        fragments: [
          { start: 7, end: 9, quote: text.slice(7, 9) },
          { start: 12, end: 14, quote: text.slice(12, 14) },
        ],
        links: ['n6', 'gone'],
      });
      const note = read.find(({ annotationId }) => annotationId === 'n6');
      expect(note).toMatchObject({ start: 0, end: 4, quote: '市政会议', scope: 'article' });
      expect(note).not.toHaveProperty('fragments');
      expect(note).not.toHaveProperty('links');
    });

    it('has in JSON-LD several targets, sources without selectors, and linking bodies', () => {
      const { items } = z
        .object({ items: z.array(z.object({ id: z.string(), target: z.unknown(), body: z.unknown() })) })
        .parse(JSON.parse(written('jsonld')));
      const targetOf = (id: string): unknown => items.find((item) => item.id.endsWith(id))?.target;
      expect(targetOf('n5')).toMatchObject([
        { selector: [{ start: 6, end: 8 }, { exact: text.slice(7, 9) }] },
        { selector: [{ start: 11, end: 13 }, { exact: text.slice(12, 14) }] },
      ]);
      expect(targetOf('n6')).toEqual({ source: 'urn:jianbao:issue:i1:article:a1' });
      expect(targetOf('n7')).toEqual({ source: 'urn:jianbao:issue:i1' });
      expect(items.find((item) => item.id.endsWith('n5'))?.body).toContainEqual({
        type: 'SpecificResource',
        purpose: 'linking',
        source: 'urn:jianbao:annotation:n6',
      });
    });

    it('reads as one quotation with its references in Markdown and HTML', () => {
      const quote = `${text.slice(7, 9)}……${text.slice(12, 14)}`;
      expect(written('markdown')).toContain(`> ${quote}`);
      expect(written('markdown')).toContain('参见：「全文批注」、「gone」');
      expect(written('markdown')).toContain('**本期批注**\n\n—— 甲报，2022-10-11\n');
      expect(written('html')).toContain(`<blockquote>${quote}</blockquote>`);
      expect(written('html')).toContain('参见：<a href="#n6">全文批注</a>、gone');
    });

    it('has in CSV the ranges of the passages, the scope and the links in cells of their own', () => {
      const [header, ...lines] = written('csv').trimEnd().split('\r\n');
      expect(header?.endsWith(',fragments,scope,links')).toBe(true);
      expect(lines.find((line) => line.startsWith('n5'))?.endsWith(',7-9; 12-14,,n6; gone')).toBe(true);
      expect(lines.find((line) => line.startsWith('n6'))?.endsWith(',,article,')).toBe(true);
    });
  });

  it('tells the day of a mark by the calendar on the wall, where people read it', () => {
    vi.stubEnv('TZ', 'Asia/Shanghai');
    const rows = annotationRows(issue, [mark('n1', 0, 4, { modified: '2026-11-28T22:46:05.957Z' })]);
    expect(formatAnnotations(rows, 'markdown')).toContain('甲，2026-11-29\n');
    expect(formatAnnotations(rows, 'html')).toContain(
      '<time datetime="2026-11-28T22:46:05.957Z">2026-11-29</time>',
    );
    vi.unstubAllEnvs();
  });
});
