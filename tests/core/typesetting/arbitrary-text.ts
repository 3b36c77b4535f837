// Random Chinese newspaper text: sentences of Han with rare characters, figures, Latin, nested quotes and brackets, dashes
// and dots, as people write them.
import fc from 'fast-check';

const han = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(...'的一是了不在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能'),
  },
  {
    weight: 6,
    arbitrary: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)),
  },
  { weight: 1, arbitrary: fc.constantFrom('𦦙', '𠮷', '𪚥', '葛󠄀', '〇') },
);
const words = fc.array(han, { minLength: 1, maxLength: 14 }).map((characters) => characters.join(''));
const figures = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.constantFrom(
    '3.5%',
    '1949',
    '12%',
    '25℃',
    '￥100',
    '６０％',
    '010-12345678',
    '8:30',
    '1/3',
    '3～5',
    '№7',
  ),
);
const latin = fc.constantFrom(
  'Boeing',
  'GDP',
  'e-mail',
  'WTO',
  'A',
  '5G',
  'New York',
  'fish@example.org',
  'Covid-19',
  'iPhone',
  'U.S.',
  '(CBD)',
  'km/h',
);
const sign = fc.constantFrom('——', '……', '·', '／', '～', '、', '：', '—', '–', ' ', '　', '？！', '！！');

const plain = fc.oneof(
  { weight: 12, arbitrary: words },
  { weight: 3, arbitrary: figures },
  { weight: 2, arbitrary: latin },
);
const phrase = fc
  .array(fc.tuple(plain, fc.option(sign, { freq: 4, nil: '' })), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([text, joint]) => text + joint).join('') + '这');
const enclosed = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('“”', '‘’', '《》', '（）', '「」', '『』', '〈〉'), inner)
    .map(([marks, text]) => `${marks[0] ?? ''}${text}${marks[1] ?? ''}`);
const once = enclosed(phrase);
const twice = enclosed(fc.tuple(fc.option(words, { nil: '' }), once).map((parts) => parts.join('')));
const clause = fc.oneof(
  { weight: 6, arbitrary: phrase },
  { weight: 3, arbitrary: once },
  { weight: 1, arbitrary: twice },
);

/** One paragraph of one or more sentences. */
export const paragraphText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.array(fc.tuple(clause, fc.constantFrom('，', '，', '、', '；', '：')), {
        minLength: 1,
        maxLength: 5,
      }),
      fc.constantFrom('。', '。', '！', '？', '……', '。”'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((sentences) =>
    sentences
      .map(
        ([clauses, end]) =>
          clauses
            .map((part) => part.join(''))
            .join('')
            .slice(0, -1) + end,
      )
      .join(''),
  );
