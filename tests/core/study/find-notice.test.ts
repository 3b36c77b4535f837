import { describe, expect, it } from 'vitest';
import { findStudyDayNotices } from '../../../src-core/study/find-notice';
import { articleSchema, type ArticleType, type Issue } from '../../../src-core/publication/issue';
import { buildIssue } from '../../builders/issue';
import { sampleIssue } from '../../builders/sample-issue';

function noticeIssue(
  paragraph: string,
  given: { readonly date?: string; readonly signed?: string; readonly type?: ArticleType } = {},
): Issue {
  const { date, signed, type = 'notice' } = given;
  const issue = buildIssue(
    [
      {
        type,
        parts: [
          ['headline', '通告'],
          ['paragraph', paragraph],
        ],
      },
    ],
    date === undefined ? {} : { date },
  );
  return signed === undefined
    ? issue
    : { ...issue, articles: issue.articles.map((each) => articleSchema.parse({ ...each, date: signed })) };
}

function found(paragraph: string, given: Parameters<typeof noticeIssue>[1] = { date: '2022-10-11' }) {
  return findStudyDayNotices(noticeIssue(paragraph, given)).map(
    ({ articleId: _article, range: _range, ...notice }) => notice,
  );
}

describe('findStudyDayNotices', () => {
  it('reads the sample’s notice: the date with its year, the fifth of the year, and the theme', () => {
    const issue = sampleIssue();
    const [notice, ...others] = findStudyDayNotices(issue);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      date: '2022-10-14',
      ordinal: 5,
      theme: '深入学习《习近平谈治国理政》第四卷，迎接党的二十大',
    });
    const article = issue.articles.find(({ articleId }) => articleId === notice?.articleId);
    expect(article?.text.slice(notice?.range.start, notice?.range.end)).toBe(
      '10月14日是今年第五个“学习日”。',
    );
  });

  it.each([
    ['全区今年第12次集中学习日定于11月3日举行，主题是：读书。', '2022-11-03', 12, '读书'],
    ['三月二十五日为本年度第三个“学习日”，围绕“新发展理念”主题开展研讨。', '2023-03-25', 3, '新发展理念'],
    ['二〇二三年四月十日是全年第四个學習日，主題為「讀《論語》」。', '2023-04-10', 4, '讀《論語》'],
    ['本月25日为“学习日”，系今年第二次，主题为“一”“二”。', '2022-10-25', undefined, '一'],
    ['“学习日”活动今年第二期定于下月5日举行。', '2022-11-05', 2, undefined],
    ['明天是学习日，地点：区会议中心三楼，主题：“读《党章》”。', '2022-10-12', undefined, '读《党章》'],
  ])('reads %s', (text, date, ordinal, theme) => {
    const written = date.startsWith('2023') ? '2023-03-20' : '2022-10-11';
    expect(found(text, { date: written })[0]).toMatchObject({
      date,
      ...(ordinal === undefined ? {} : { ordinal }),
      ...(theme === undefined ? {} : { theme }),
    });
  });

  it.each([
    [
      '定于十月十六日下午二时，在文化馆二楼会议室举行第四次学习会，学习文件：《实践论》。',
      { date: '2022-10-16', theme: '《实践论》', place: '文化馆二楼会议室' },
    ],
    [
      '10月18日上午9时，在工人文化宫三楼举办第十二次读书会，主题为“改革与青年”。',
      { date: '2022-10-18', theme: '改革与青年', place: '工人文化宫三楼' },
    ],
    [
      '茲訂於十月二十日在縣圖書館開辦讀書班，主題：「知人論世」。',
      { date: '2022-10-20', theme: '知人論世', place: '縣圖書館' },
    ],
    ['本月20日举办第三期学习班。', { date: '2022-10-20' }],
  ])('reads of reading circles and study meetings: %s', (text, notice) => {
    expect(found(text)).toEqual([notice]);
  });

  it.each(['10月16日认真学习会议精神。', '10月16日前学习班子建设的经验。', '10月16日学习会计制度。'])(
    'reads no meeting where 学习 has an object: %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it('reads the place where the notice names one', () => {
    expect(found('10月14日是“学习日”。地点设在区图书馆，请准时参加。')).toEqual([
      { date: '2022-10-14', place: '区图书馆' },
    ]);
  });

  it('takes the year from the date under the notice rather than from the issue', () => {
    expect(found('1月6日是今年第一个“学习日”。', { date: '2022-12-30', signed: '2023-01-02' })).toEqual([
      { date: '2023-01-06', ordinal: 1 },
    ]);
  });

  it('takes January for the next year when it is announced in December', () => {
    expect(found('1月6日是“学习日”。', { date: '2022-12-28' })).toEqual([{ date: '2023-01-06' }]);
  });

  it('makes up no year where neither the notice nor the issue has one', () => {
    expect(found('10月14日是今年第五个“学习日”。', {})).toEqual([]);
  });

  it('makes up no number, theme or date', () => {
    expect(found('10月14日是“学习日”。')).toEqual([{ date: '2022-10-14' }]);
    expect(found('第120个“学习日”定于10月14日举行。')).toEqual([{ date: '2022-10-14' }]);
    expect(found('“学习日”活动主题为“读书”。')).toEqual([]);
    expect(found('2月30日是今年第五个“学习日”。')).toEqual([]);
  });

  it('leaves alone what is not a study day, and reports of days that were', () => {
    expect(found('10月14日是植树日。')).toEqual([]);
    expect(found('10月9日，今年第五个学习日活动举行。', { date: '2022-10-11', type: 'article' })).toEqual([]);
    expect(found('10月14日将迎来今年第五个学习日。', { date: '2022-10-11', type: 'article' })).toEqual([
      { date: '2022-10-14', ordinal: 5 },
    ]);
  });
});
