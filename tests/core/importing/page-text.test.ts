import { describe, expect, it } from 'vitest';
import type { ParsedPage } from '../../../src-core/importing/format';
import { parsePageText } from '../../../src-core/importing/page-text/parse-page-text';
import { toParseReport, type ReportedBlock } from '../../../src-core/importing/to-parse-report';
import {
  cityPaper,
  islandPaper,
  literaryPage,
  partyPaper,
  republicanPaper,
  samplePage,
  webPage,
} from './pages';

type Shown = Omit<ReportedBlock, 'confidence' | 'reason' | 'paragraphs'> & { readonly paragraphs?: number };

/** The blocks without their reasons, paragraphs counted. */
function shown(text: string): readonly Shown[] {
  return toParseReport('', parsePageText(text)).blocks.map(
    ({ confidence: _confidence, reason: _reason, paragraphs, ...block }) =>
      paragraphs === undefined ? block : { ...block, paragraphs: paragraphs.length },
  );
}

function paragraphs(text: string): readonly string[] {
  return toParseReport('', parsePageText(text)).blocks.flatMap((block) => block.paragraphs ?? []);
}

function furniture(page: ParsedPage): readonly string[] {
  return page.furniture.map(({ kind, text }) => `${kind}: ${text}`);
}

describe('a page', () => {
  it('gives the sample its three articles, photo, label and notice', () => {
    expect(shown(samplePage)).toEqual([
      {
        type: 'article',
        kicker: '乔俊杰调研“危污乱散低”出清工作',
        headline: '以高质量生态环境增强人民群众获得感幸福感安全感',
        byline: { agency: '本报讯', reporters: ['李晓艳'] },
        paragraphs: 5,
      },
      {
        type: 'article',
        headline: '市委联动巡察组进驻武进召开动员会',
        byline: { agency: '本报讯', reporters: ['徐梦超', '史莲寅', '张可馨', '李晓艳'] },
        paragraphs: 7,
      },
      {
        type: 'article',
        kicker: '持续优化地区营商环境',
        headline: '礼嘉镇运用第三方信用报告开展招投标',
        byline: { agency: '本报讯', reporters: ['徐梦超'] },
        paragraphs: 4,
      },
      {
        type: 'photo',
        caption:
          samplePage
            .split('\n')
            .find((line) => line.startsWith('南沿江'))
            ?.replace(/。 .*$/u, '。') ?? '',
        credits: ['陆新', '徐晶玮'],
      },
      { type: 'label', text: '重点项目进行时' },
      {
        type: 'notice',
        headline: '通告',
        paragraphs: 1,
        issuer: '中共常州市武进区委宣传部',
        date: '2022-10-11',
      },
    ]);
  });

  it('does not take the date under a notice for its own, but offers it', () => {
    const page = parsePageText(samplePage);
    expect(page.publicationDate).toBeUndefined();
    expect(page.alternatives.publicationDate.map(({ value }) => value)).toEqual(['2022-10-11']);
  });

  it('says of all that the page states of itself how sure it is, why, and where it stands', () => {
    const line = '山城晚报　1999年10月1日　星期五　第3版 综合';
    const page = parsePageText(
      `${line}\n\n菊花开了满城香\n\n国庆长假期间，全市五大公园同时举办菊展。\n\n第12版\n`,
    );
    const stands = { reason: 'page-line', range: { start: 0, end: line.length } };
    expect(page.alternatives.publication).toEqual([{ value: '山城晚报', confidence: 0.95, ...stands }]);
    expect(page.alternatives.publicationDate).toEqual([{ value: '1999-10-01', confidence: 0.97, ...stands }]);
    expect(page.alternatives.pageName).toEqual([{ value: '综合', confidence: 0.95, ...stands }]);
    expect(page.alternatives.pageNumber).toMatchObject([
      { value: '3', confidence: 0.95, ...stands },
      { value: '12', confidence: 0.75, reason: 'page-line' },
    ]);
    expect(page.pageNumber).toBe('3');
  });

  it('reads kicker, headline and deck, subheads, and names set with inner spaces', () => {
    expect(shown(partyPaper)).toEqual([
      {
        type: 'article',
        kicker: '全市代表热议乡村振兴',
        headline: '让更多年轻人扎根田野',
        deck: '——来自会场的声音',
        byline: { agency: '本报', reporters: ['张晓明', '李华', '王建国'] },
        paragraphs: 5,
        subheads: [1, 3],
      },
      {
        type: 'article',
        headline: '中方愿同各方加强合作',
        byline: { agency: '新华社', reporters: ['马文', '董雪'] },
        paragraphs: 2,
      },
    ]);
  });

  it('reads publication, date, number and name off the page line', () => {
    const { publication, publicationDate, pageNumber, pageName } = parsePageText(partyPaper);
    expect({ publication, publicationDate, pageNumber, pageName }).toEqual({
      publication: '江岸日报',
      publicationDate: '2023-03-08',
      pageNumber: '2',
      pageName: '要闻',
    });
  });

  it.each([
    ['江岸日报 2023年3月8日 P12', '12'],
    ['江岸日报 2023年3月8日 P12版 要闻', '12'],
    ['江岸日报 2023年3月8日 p3', '3'],
    ['江岸日报 2023年3月8日 Page 7', '7'],
    ['江岸日报 2023年3月8日 A12 要闻', 'A12'],
  ])('takes the letter of “page” off the number: %s', (line, number) => {
    const text = `${line}\n\n让更多年轻人扎根田野\n\n国庆长假期间，全市五大公园同时举办菊展。\n`;
    expect(parsePageText(text).pageNumber).toBe(number);
  });

  it('keeps page lines and editors out of the articles', () => {
    expect(furniture(parsePageText(partyPaper))).toEqual([
      'page-line: 江岸日报 2023年3月8日 星期三 第2版 要闻',
      'editor-line: 本版责编：孙三 李四',
    ]);
  });

  it('joins a headline of two lines, and tells captions and notices from articles', () => {
    expect(shown(cityPaper)).toEqual([
      {
        type: 'article',
        headline: '七旬老人迷路街头热心民警深夜送回家',
        byline: { agency: '本报', reporters: ['周晓燕', '吴敏'] },
        paragraphs: 1,
      },
      {
        type: 'article',
        headline: '小区停水三天',
        byline: { agency: '本报讯', reporters: ['孙立', '郑爽'] },
        paragraphs: 1,
      },
      { type: 'photo', caption: '图为维修人员正在抢修管道。', credits: ['孙立'] },
      { type: 'notice', headline: '招领启事', paragraphs: 2, issuer: '城市晚报社', date: '2021-06-01' },
      { type: 'notice', headline: '遗失声明', paragraphs: 1 },
    ]);
  });

  it.each(['读书会', '学习班', '學習會'])(
    'takes what stands under %s alone for its notice, and its sender with it',
    (title) => {
      const meeting = `3月18日上午9时，在工人文化宫三楼举办第十二次${title}，主题为“改革与青年”。欢迎青年职工参加。`;
      expect(shown(`${title}\n\n${meeting}\n\n江城市总工会\n1984年3月12日\n`)).toEqual([
        { type: 'notice', headline: title, paragraphs: 1, issuer: '江城市总工会', date: '1984-03-12' },
      ]);
    },
  );

  it('reads the bylines, captions and end codes of Taiwan papers', () => {
    const page = parsePageText(islandPaper);
    expect(shown(islandPaper)).toEqual([
      {
        type: 'article',
        headline: '國家大樓停電三小時　數百人受困',
        byline: { reporters: ['陳志明', '林美華'] },
        paragraphs: 1,
      },
      { type: 'photo', caption: '消防人員協助受困民眾離開大樓。', credits: ['陳志明'] },
      {
        type: 'article',
        headline: '颱風逼近　農民搶收香蕉',
        byline: { agency: '中央社', reporters: ['黃淑芬'] },
        paragraphs: 2,
      },
    ]);
    expect(furniture(page)).toEqual([
      'caption-mark: ▲',
      'editor-line: （編輯：王小明）',
      'end-code: 1040820',
    ]);
    expect(page.alternatives.publicationDate.map(({ value }) => value)).toEqual(['2015-08-20']);
  });

  it('joins the short columns of a paper of the Republic, which ends no sentence with a full stop', () => {
    expect(shown(republicanPaper)).toEqual([
      { type: 'article', headline: '財部整理鹽務', deck: '沿海增設公署', paragraphs: 1 },
      { type: 'article', headline: '滬杭路擴充車輛', paragraphs: 1 },
    ]);
    expect(paragraphs(republicanPaper)[1]).toBe(
      '滬杭甬鐵路局、爲便利旅客起見、決定下月一日起增開特別快車兩次、車輛日內可到、',
    );
    expect(parsePageText(republicanPaper).publicationDate).toBe('1937-03-15');
  });

  it('keeps the lines of a poem and parts it from the essay below', () => {
    expect(shown(literaryPage)).toEqual([
      { type: 'label', text: '副刊' },
      {
        type: 'article',
        headline: '秋天的信',
        byline: { reporters: ['林小溪'] },
        paragraphs: 8,
        verse: [0, 1, 2, 3, 4, 5, 6, 7],
      },
      { type: 'article', headline: '老街', byline: { reporters: ['陈默然'] }, paragraphs: 1 },
    ]);
  });

  it('takes the lines between the paragraphs of a web page as subheads, and its links as leftovers', () => {
    expect(shown(webPage)).toEqual([
      {
        type: 'article',
        headline: '地铁新线今日开通 全程只需四十分钟',
        byline: { agency: '中新网', reporters: ['钱明', '许静'] },
        paragraphs: 5,
        subheads: [1, 3],
      },
    ]);
    expect(furniture(parsePageText(webPage)).filter((line) => line.startsWith('web-leftover'))).toEqual([
      'web-leftover: 分享到：',
      'web-leftover: 相关阅读',
      'web-leftover: 地铁票价拟调整',
      'web-leftover: 明年将再开通三条新线',
    ]);
  });

  it.each([
    ['with Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['behind a byte-order mark', (text: string) => `\ufeff${text}`],
    ['with soft hyphens and zero-width spaces', (text: string) => text.replaceAll('，', '\u00ad，\u200b')],
    [
      'with indents instead of empty lines',
      (text: string) =>
        text
          .split(/\n+/u)
          .map((line) => (/[。”]$/u.test(line) ? `　　${line}` : line))
          .join('\n'),
    ],
  ])('is the same page %s', (_name, dress) => {
    expect(shown(dress(partyPaper))).toEqual(shown(partyPaper));
  });
});
