import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeRange } from '../../../src-core/anchoring/describe-range';
import { annotationSchema } from '../../../src-core/annotation/annotation';
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
});
