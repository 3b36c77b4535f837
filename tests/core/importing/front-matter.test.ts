// The lines between --- with which note programs begin a file. Every text is made up.
import { describe, expect, it } from 'vitest';
import { parsePageText } from '../../../src-core/importing/page-text/parse-page-text';
import { toParseReport, type ParseReport } from '../../../src-core/importing/to-parse-report';
import { accountFor, nothingLost } from './coverage';

const body =
  '　　南门外的石桥昨日修好了，挑担的、推车的都从桥上走，孩子们趴在栏杆上看水，桥头的茶摊也重新摆了出来。';

function parse(...lines: readonly string[]): ParseReport {
  const text = lines.join('\n');
  const page = parsePageText(text);
  expect(accountFor(text, page)).toEqual(nothingLost);
  return toParseReport('', page);
}

describe('front matter', () => {
  it('says publication, date and page, and stands in no article', () => {
    const keys = ['publication: 《南溪日报》', 'date: 2021-03-18', 'page: 第3版', 'section: 要闻'];
    const page = parse('---', ...keys, 'tags:', '  - 春耕', '---', '', '旧桥重修', '', body);
    expect(page).toMatchObject({
      publication: '南溪日报',
      publicationDate: '2021-03-18',
      pageNumber: '3',
      pageName: '要闻',
      blocks: [{ type: 'article', headline: '旧桥重修', paragraphs: [body.trim()] }],
    });
    expect(page.blocks).toHaveLength(1);
    expect(page.furniture.every(({ kind }) => kind === 'front-matter')).toBe(true);
  });

  it('gives the headline and the author where the text has none', () => {
    const page = parse('---', 'author: 林远、何平', 'title: "旧桥重修"', '日期: 2021年3月18日', '---', body);
    expect(page.publicationDate).toBe('2021-03-18');
    expect(page.blocks).toMatchObject([{ headline: '旧桥重修', byline: { reporters: ['林远', '何平'] } }]);
  });

  it('does not say a headline twice', () => {
    const page = parse('---', 'title: 旧桥重修', 'author: 林远', '---', '', '旧桥重修', '', body);
    expect(page.blocks.map(({ headline }) => headline)).toEqual(['旧桥重修']);
  });

  it.each([
    ['a rule above a text', ['---', '旧桥重修', '', body, '---', body]],
    ['keys of which none is known', ['---', '主持人：今天谈桥', '嘉宾：谢谢', '---', body]],
    ['a rule that is never closed', ['---', 'title: 旧桥重修', body]],
  ])('leaves %s alone', (_, lines) => {
    expect(parse(...lines).furniture.filter(({ kind }) => kind === 'front-matter')).toEqual([]);
  });
});
