// Issues made at random, the same ones for the same seed: reports of any length, verse, photos, notices, with nested
// quotes, dashes, numbers, Latin and rare characters at any place of a line.
import fc from 'fast-check';
import type { Issue } from '../../../src-core/publication/issue';
import { buildIssue, type ArticleParts, type Part } from '../../builders/issue';

const common =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取完举色';
const rare = ['𦦙', '𠮷', '𠀋', '𡿨', '㐂', '㛂', '䶮', '龘', '靐', '㗎', '𬬻', '喆', '堃'];

const han = fc
  .array(fc.constantFrom(...common), { minLength: 1, maxLength: 14 })
  .map((characters) => characters.join(''));

const special = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 99_999 }).map(String) },
  fc.double({ min: 0, max: 100, noNaN: true }).map((number) => `${number.toFixed(2)}%`),
  fc.integer({ min: 1900, max: 2030 }).map((year) => `${year}年`),
  fc.constantFrom(
    'GDP',
    'A',
    'APEC',
    'Boeing',
    'Internet of Things',
    'www.example.org',
    'COVID-19',
    'pH',
    'No.3',
    'e-mail',
  ),
  fc.constantFrom(
    '——',
    '……',
    '·',
    '～',
    '／',
    '－5℃',
    '①',
    '※',
    '120㎡',
    '￥1,250',
    '0519-86301234',
    '１／３',
    '〇',
  ),
  fc.constantFrom(...rare),
  han.map((words) => `“${words}”`),
  fc.tuple(han, han, han).map(([one, two, three]) => `“${one}‘${two}’${three}”`),
  fc.tuple(han, han).map(([one, two]) => `“${one}『${two}』”`),
  fc.tuple(han, han).map(([one, two]) => `「${one}『${two}』」`),
  han.map((words) => `《${words}》`),
  han.map((words) => `（${words}）`),
  han.map((words) => `（〔${words}〕【${words}】）`),
);

const phrase = fc.oneof({ weight: 3, arbitrary: han }, { weight: 2, arbitrary: special });
const stop = fc.constantFrom('，', '。', '；', '：', '、', '！', '？', '？！', '！！！', '。”', '……');

const sentences = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(phrase, phrase, stop), { minLength: 1, maxLength: most })
    .map((parts) => parts.map((words) => words.join('')).join(''));

const paragraph = sentences(30).map((text): Part => ['paragraph', text]);
const title = fc.tuple(han, phrase, han).map((words) => [...words.join('')].slice(0, 26).join(''));
const optional = (role: Part[0], text: fc.Arbitrary<string>): fc.Arbitrary<readonly Part[]> =>
  fc.option(text, { nil: null, freq: 2 }).map((words) => (words === null ? [] : [[role, words] as const]));

const report: fc.Arbitrary<ArticleParts> = fc
  .tuple(
    optional('kicker', title),
    title.map((text): readonly Part[] => [['headline', text]]),
    optional('deck', title),
    optional(
      'byline',
      han.map((name) => `本报讯（记者 ${name.slice(0, 3)}）`),
    ),
    fc.array(
      fc.oneof(
        { weight: 5, arbitrary: paragraph },
        title.map((text): Part => ['subhead', text]),
      ),
      {
        minLength: 1,
        maxLength: 9,
      },
    ),
  )
  .map((groups) => ({ parts: groups.flat() }));

const poem: fc.Arbitrary<ArticleParts> = fc
  .tuple(title, fc.array(fc.tuple(han, stop), { minLength: 2, maxLength: 12 }))
  .map(([headline, lines]) => ({
    parts: [
      ['headline', headline],
      ['byline', '李白'],
      ...lines.map((line): Part => ['verse', line.join('')]),
    ],
  }));

const photo: fc.Arbitrary<ArticleParts> = fc.tuple(sentences(4), han).map(([caption, name]) => ({
  type: 'photo',
  parts: [
    ['caption', `图为${caption}`],
    ['credit', `${name.slice(0, 3)} 摄`],
  ],
}));

const notice: fc.Arbitrary<ArticleParts> = fc
  .tuple(title, sentences(6), han)
  .map(([headline, text, issuer]) => ({
    type: 'notice',
    parts: [
      ['headline', headline],
      ['paragraph', text],
      ['issuer', issuer],
      ['date', '2022年10月11日'],
    ],
  }));

const article: fc.Arbitrary<ArticleParts> = fc.oneof(
  { weight: 5, arbitrary: report },
  { weight: 1, arbitrary: poem },
  { weight: 1, arbitrary: photo },
  { weight: 1, arbitrary: notice },
);

const issue: fc.Arbitrary<Issue> = fc.array(article, { minLength: 1, maxLength: 7 }).map(issueOf);

/** What every hard issue has, each between words. */
const signs = ['——', '……', '1949', '12.5%', 'GDP', 'Boeing', '㐂', '䶮', '𠮷', '𦦙'];

/** A report with all that is hard to read back, in any order and at any place of a line, its quotes nested. */
const hardReport: fc.Arbitrary<ArticleParts> = fc
  .tuple(
    title,
    fc.array(han, { minLength: 16, maxLength: 16 }),
    fc.shuffledSubarray(signs, { minLength: signs.length }),
    stop,
  )
  .map(([headline, words, others, end]) => {
    const word = (at: number): string => words[at] ?? '';
    const quoted = `“${word(0)}‘${word(1)}『${word(2)}』${word(3)}’${word(4)}”`;
    const rest = others.map((sign, at) => `${word(at + 5)}${sign}`).join('');
    return {
      parts: [
        ['headline', headline],
        ['paragraph', `${word(15)}${quoted}${rest}${word(15)}${end}`],
      ],
    };
  });

const hardIssue: fc.Arbitrary<Issue> = fc
  .tuple(
    fc.array(article, { minLength: 0, maxLength: 3 }),
    hardReport,
    poem,
    fc.array(article, { minLength: 0, maxLength: 3 }),
  )
  .map(([before, hard, verse, after]) => issueOf([...before, hard, verse, ...after]));

function issueOf(articles: readonly ArticleParts[]): Issue {
  return buildIssue(articles, { publication: '试验日报', date: '2022-10-11' });
}

/** Makes so many issues from a seed. */
export function randomIssues(seed: number, count: number): readonly Issue[] {
  return fc.sample(issue, { seed, numRuns: count });
}

/** Makes so many issues, each with nested quotes, digits, Latin, dashes, rare characters of Extensions A and B, and verse. */
export function hardIssues(seed: number, count: number): readonly Issue[] {
  return fc.sample(hardIssue, { seed, numRuns: count });
}
