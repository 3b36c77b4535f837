// The whole layout of the sample issue as text, kept under tests/layout: any change of a line, a place or a page shows in its
// diff. Each has its twin in the other direction.
import { describe, expect, test } from 'vitest';
import { layoutIssue } from '../../../src-core/typesetting/layout-issue';
import type { IssueLayout, SetLine } from '../../../src-core/typesetting/model';
import { defaultStyle, type PageSpec } from '../../../src-core/typesetting/page-spec';
import { plainLatinMetrics } from '../../builders/latin-metrics';
import { sampleIssue } from '../../builders/sample-issue';

const scrolled: PageSpec = {
  direction: 'vertical',
  inlineSize: 38,
  blockSize: Infinity,
  linePitch: 1.5,
  tierGap: 1,
  measure: { min: 13, max: 22 },
  style: defaultStyle,
};
const paper: PageSpec = { ...scrolled, inlineSize: 78, blockSize: 54 };

const specs: readonly (readonly [name: string, spec: PageSpec])[] = [
  ['scrolled', scrolled],
  ['paper-strips', paper],
  ['paper-page', { ...paper, arrangement: 'page' }],
];

const rounded = (value: number): string => String(Math.round(value * 1000) / 1000);

function describeLine(line: SetLine): string {
  const first = line.cells[0];
  const last = line.cells.at(-1);
  const place = [
    line.block,
    line.inline + (first?.boxStart ?? 0) * line.size,
    line.inline + (last?.boxEnd ?? 0) * line.size,
  ];
  const text = line.cells.map((cell) => (cell.paint === 'combine' ? `[${cell.text}]` : cell.text)).join('');
  return `    ${place.map(rounded).join(' ')} ${line.size === 1 ? '' : `×${line.size} `}${text}`;
}

function describeLayout(layout: IssueLayout): string {
  const lines: string[] = [];
  layout.pages.forEach((page, at) => {
    lines.push(`page ${at + 1} ${rounded(page.inlineSize)} × ${rounded(page.blockSize)}`);
    for (const { rect, text } of page.furniture)
      lines.push(`  furniture ${Object.values(rect).map(rounded).join(' ')} ${text}`);
    for (const { kind, rect } of page.rules)
      lines.push(`  ${kind} rule ${Object.values(rect).map(rounded).join(' ')}`);
    for (const frame of page.frames) {
      lines.push(`  ${frame.role} ${frame.articleId} ${Object.values(frame.rect).map(rounded).join(' ')}`);
      lines.push(...frame.lines.map(describeLine));
    }
  });
  return `${lines.join('\n')}\n`;
}

describe.each(['vertical', 'horizontal'] as const)('the sample issue, %s', (direction) => {
  test.each(specs)('%s', async (name, spec) => {
    const layout = layoutIssue(sampleIssue(), { ...spec, direction }, plainLatinMetrics);
    await expect(describeLayout(layout)).toMatchFileSnapshot(`../../layout/sample-${name}-${direction}.txt`);
  });
});
