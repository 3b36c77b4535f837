// Where the lines of a headline end: between words, and never between a figure and what it counts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCompositor } from '../../../src-core/typesetting/galley';
import { setHeadline } from '../../../src-core/typesetting/headline-block';
import { defaultStyle, type PageSpec } from '../../../src-core/typesetting/page-spec';
import { buildArticle } from '../../builders/issue';
import { plainLatinMetrics } from '../../builders/latin-metrics';
import { lineTexts } from '../../builders/set-paragraph';

const directions = ['vertical', 'horizontal'] as const;

function compositorFor(direction: PageSpec['direction']) {
  return createCompositor(
    {
      direction,
      inlineSize: 40,
      blockSize: Infinity,
      linePitch: 1.5,
      tierGap: 1,
      measure: { min: 13, max: 22 },
      style: defaultStyle,
    },
    plainLatinMetrics,
  );
}

/** The lines of a headline of the body's size over so many em. */
function linesOf(
  headline: string,
  span: number,
  direction: PageSpec['direction'],
  body = '',
): readonly string[] {
  const article = buildArticle({
    parts: [
      ['headline', headline],
      ['paragraph', `正文。${body}`],
    ],
  });
  return lineTexts(setHeadline(compositorFor(direction), article, span, 0)?.lines ?? []);
}

/** With a bar wherever a line may end. */
const headlines = [
  '群众|获得感|幸福感|安全感|持续|增强',
  '夜市|点亮|三里|长街|夜经济|激活|消费|新场景',
  '老街|改造|一周年| |夜场|灯光|照亮|归家|路',
  '2023年|上半年|全市|外贸|进出口|总值|同比|增长|12.5%',
  '今冬|首场|寒潮|来袭|最低|气温|降至|零下|10摄氏度',
  '渔港|灯火|彻夜|明亮|照|四方|三千|渔船|归航|忙',
  '乡村|振兴|示范村|建设|现场|推进会|召开',
  '研究生|招生|考试|报名|人数|首次|突破|四百万',
  '长江|大桥|今晨|七时|正式|通车',
  '本市|将|新建|三十所|公办|幼儿园|缓解|入园难',
  '地铁|五号线|延长线|年底前|开通|试运营',
  '抗战|老兵|讲述|血|与火的|青春|岁月',
  '昨夜|大雪|封山|救援队|连夜|疏通|道路',
  '太湖|流域|水环境|综合|治理|初见|成效',
  '小麦|赤霉病|防治|进入|关键|时期',
  '县|图书馆|夜场|开放|受|读者|欢迎',
  '第20届|书展|8月|18日|开幕|近500家|出版社|参展',
  '外卖|小哥|跨省|骑行|1000公里|送|母亲|回家',
  '电影院|春节档|票房|再创|新高',
  '渔民|张建国|海上的|日子|有盼头',
  '“夜校”|成了|年轻人的|新去处',
  '５００万元|补贴|发放|到|农户|手中',
];

describe.each(directions)('the lines of a headline, %s', (direction) => {
  test.each(headlines)('%s', (marked) => {
    const words = marked.split('|');
    const headline = words.join('');
    const ends = new Set(words.map((_, at) => words.slice(0, at + 1).join('').length));
    const longest = Math.max(5, ...words.map((word) => word.length));
    const wrong: string[] = [];
    for (let span = longest; span < headline.length; span++) {
      const lines = linesOf(headline, span, direction);
      let end = 0;
      if (lines.some((line) => !ends.has((end += line.length)))) wrong.push(`${span}: ${lines.join('｜')}`);
    }
    expect(wrong).toEqual([]);
  });
});

const word = fc.constantFrom(
  '渔港',
  '灯火',
  '三千',
  '乡村',
  '开',
  '的',
  '与',
  '春节档',
  ' ',
  '，',
  '“夜校”',
  'GDP',
  'A股',
);
const number = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map(String),
  fc.constantFrom('12.5', '第20', '１２', '第3'),
);
const counted = fc
  .tuple(number, fc.constantFrom('年', '月', '日', '%', '％', '℃', '万元', '公里', '名', '届'))
  .map((parts) => parts.join(''));
/** Some longer than what is weighed as a whole. */
const headline = fc
  .array(fc.oneof(word, counted), { minLength: 3, maxLength: 60 })
  .map((parts) => parts.join(''));

test('no line ends within a figure or between it and what it counts', () => {
  fc.assert(
    fc.property(
      headline,
      fc.integer({ min: 8, max: 20 }),
      fc.constantFrom(...directions),
      (text, span, direction) => {
        const wrong = linesOf(text, span, direction).filter((line, at, lines) => {
          const next = lines[at + 1] ?? '';
          return /第$/u.test(line)
            ? /^\d/u.test(next)
            : /[0-9０-９.]$/u.test(line) && /^[0-9０-９.%％℃年月日万公名届]/u.test(next);
        });
        // Figures that follow each other without a sign between them, or with Latin, are one run, which may with what it
        // counts be longer than the line.
        if (!/[0-9０-９.%]{6}|[0-9.%A-Z]{9}/u.test(text)) expect(wrong).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test('what the article says again and again is not parted', () => {
  const lines = (body: string) => linesOf('全市推动高质量发展座谈会召开', 9, 'vertical', body);
  expect(lines('')).toEqual(['全市推动高质量', '发展座谈会召开']);
  expect(lines('高质量发展。'.repeat(4))).toEqual(['全市推动高质量发展', '座谈会召开']);
});
