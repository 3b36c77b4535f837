// Point 40 of the acceptance list on paper: masthead and running head are artifacts of pagination, and no text.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eightPageIssue } from '../../builders/eight-page-issue';
import { runTool } from '../../extract/run-tool';
import { exported, makeFolder } from './exporting';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

it.each(['vertical', 'horizontal'] as const)(
  'point 40: furniture is an artifact of pagination, in nobody’s text, %s',
  async (direction) => {
    const file = join(folder.path, `${direction}.pdf`);
    await exported({ issue: eightPageIssue(), direction, paper: 'A3', target: file });
    const page = (await runTool('qpdf', ['--qdf', '--object-streams=disable', file, '-'])).toString('latin1');
    expect(page).toContain('/Artifact <</Type /Pagination>> BDC');
    const text = (await runTool('pdftotext', [file, '-'])).toString().replaceAll(/\s/gu, '');
    expect(text).toContain('港城夜市点亮三里长街');
    for (const words of ['海城日报', '本期要目', '今日8版', '今日八版', '第1版', '第1页']) {
      expect(text).not.toContain(words);
    }
  },
);
