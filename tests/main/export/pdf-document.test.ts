// What a PDF says of itself: its title in two forms, bookmarks, structure, fonts.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../src-core/publication/issue';
import { buildIssue } from '../../builders/issue';
import { sampleIssue } from '../../builders/sample-issue';
import { openWithPdfJs } from '../../extract/extract-text';
import { annotationsByPdfJs, objectsByQpdf } from '../../extract/read-annotations';
import { runTool } from '../../extract/run-tool';
import { exported, makeFolder, markWords } from './exporting';
import { tryingIssue } from './trying-issue';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

async function exportTo(name: string, issue: Issue, choices = {}): Promise<string> {
  const target = join(folder.path, name);
  await exported({ issue, target, ...choices });
  return target;
}

describe('an exported PDF', () => {
  it('has its title in well-formed metadata, whatever its characters', async () => {
    const title = '申报 & "试验" <一> 𪜀 😀';
    const file = await exportTo('title.pdf', { ...tryingIssue(), publication: title });
    const document = await openWithPdfJs(file);
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({ Title: `${title} 2022-10-11`, Language: 'zh-CN' });
    expect(metadata?.get('dc:title')).toBe(`${title} 2022-10-11`);
    await document.loadingTask.destroy();
    const xml = (await runTool('pdfinfo', ['-meta', file])).toString();
    expect(xml).toContain('&amp; &quot;试验&quot; &lt;一&gt;');
    expect(xml.replace(/&(?:amp|lt|gt|quot);/gu, '')).not.toContain('&');
  });

  it('says in one line which issues it holds, and how much', async () => {
    const issue = sampleIssue();
    const annotations = [markWords(issue, '有序实施', { id: 'm' })];
    const more = [2, 3, 4].map((day) => ({
      issue: buildIssue([{ parts: [['headline', '简讯']] }], {
        publication: '晚报',
        date: `2022-11-0${day}`,
      }),
      annotations: [],
    }));
    for (const [language, subject] of [
      ['zh-CN', '武进日报 2022-10-11、晚报 2022-11-02、晚报 2022-11-03等4期　稿件9篇　标记1处'],
      [
        'en',
        '武进日报 2022-10-11, 晚报 2022-11-02, 晚报 2022-11-03 and more, 4 issues · 9 articles · 1 mark',
      ],
    ] as const) {
      const file = await exportTo(`subject-${language}.pdf`, issue, { annotations, more, language });
      const document = await openWithPdfJs(file);
      const { info, metadata } = await document.getMetadata();
      await document.loadingTask.destroy();
      expect(info).toMatchObject({ Subject: subject });
      expect(metadata?.get('dc:description')).toBe(subject);
    }
  });

  it('has a bookmark for each article and for the index, and counts them', async () => {
    const issue = sampleIssue();
    const annotations = [markWords(issue, '有序实施', { id: 'm' })];
    const file = await exportTo('outline.pdf', issue, { annotations, index: true });
    const document = await openWithPdfJs(file);
    const outline = await document.getOutline();
    await document.loadingTask.destroy();
    expect(outline.map(({ title }) => title)).toEqual([
      '以高质量生态环境增强人民群众获得感幸福感安全感',
      '市委联动巡察组进驻武进召开动员会',
      '礼嘉镇运用第三方信用报告开展招投标',
      '重点项目 进行时',
      expect.stringMatching(/^南沿江/),
      '通告',
      '标记索引',
    ]);
    const root = (await objectsByQpdf(file)).find(
      (object) => '/First' in object && '/Last' in object && !('/Title' in object),
    );
    expect(root?.['/Count']).toBe(7);
  });

  it('is tagged: articles with headings and paragraphs in reading order', async () => {
    const issue = tryingIssue();
    const annotations = [markWords(issue, '巡察组进驻', { id: 'm' })];
    const file = await exportTo('tagged.pdf', issue, { annotations });
    const types = (await runTool('pdfinfo', ['-struct', file]))
      .toString()
      .split('\n')
      .map((line) => /^\s*(Document|Art|H1|H2|P|Caption|Annot)\b/.exec(line)?.[1])
      .filter((type) => type !== undefined);
    expect(types.slice(0, 5)).toEqual(['Document', 'Art', 'P', 'H1', 'P']);
    expect(types.filter((type) => type === 'Art')).toHaveLength(issue.articles.length);
    expect(types.filter((type) => type === 'H2')).toHaveLength(1);
    expect(types.filter((type) => type === 'Annot')).toHaveLength(1);
    const said = (await runTool('pdfinfo', [file])).toString();
    expect(said).toMatch(/Tagged:\s+yes/);
  });

  it('has its links in the structure, with words for those who hear the page', async () => {
    const issue = tryingIssue();
    const annotations = [markWords(issue, '巡察组进驻', { id: 'm', note: '一' })];
    const file = await exportTo('links.pdf', issue, { annotations, index: true, matter: ['contents'] });
    const objects = await objectsByQpdf(file);
    const links = objects.filter((object) => object['/Subtype'] === '/Link');
    expect(links.length).toBeGreaterThan(issue.articles.length);
    for (const link of links) {
      expect(link['/Contents']).toBe('u:转到文中所指之处');
      expect(link).toHaveProperty(['/StructParent']);
    }
    expect(objects.filter((object) => object['/S'] === '/Link')).toHaveLength(links.length);
    const pages = objects.filter((object) => object['/Type'] === '/Page');
    expect(pages.map((page) => page['/Tabs'])).toEqual(pages.map(() => '/S'));
    expect(objects.some((object) => object['/DisplayDocTitle'] === true)).toBe(true);
  });

  it('embeds a subset of each face once, with Unicode for every character', async () => {
    const file = await exportTo('fonts.pdf', tryingIssue());
    const fonts = (await objectsByQpdf(file)).filter((object) => object['/Subtype'] === '/CIDFontType2');
    const names = fonts.map((object) => object['/BaseFont']);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('/JBSONG+NotoSerifSC-Regular');
    const types = (await objectsByQpdf(file)).filter((object) => object['/Subtype'] === '/Type0');
    for (const type of types) expect(type).toHaveProperty(['/ToUnicode']);
  });

  it('shows 〓 for a character no face has, reads it as itself, and says so', async () => {
    const issue = buildIssue([
      {
        parts: [
          ['headline', '𪜀字'],
          ['paragraph', '他说𪜀与𠮷、𪚥，é皆可。'],
        ],
      },
    ]);
    const target = join(folder.path, 'missing.pdf');
    const result = await exported({ issue, target });
    expect(result.missingCharacters).toContain('𪜀');
    expect(result.missingCharacters).not.toContain('说');
    expect((await runTool('pdftotext', [target, '-'])).toString()).toContain('他说𪜀与');
  });

  it('has no annotations where none are asked for', async () => {
    expect(await annotationsByPdfJs(await exportTo('bare.pdf', sampleIssue()))).toEqual([]);
  });
});
