// Whatever is done to a page's text, the parser loses no character of it without a word, and never throws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePageText } from '../../../src-core/importing/page-text/parse-page-text';
import { accountFor, nothingLost } from './coverage';
import { ownPages, samplePage } from './pages';

type Edit =
  | { readonly kind: 'delete' | 'duplicate'; readonly at: number }
  | { readonly kind: 'swap'; readonly at: number; readonly with: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string };

const place = fc.nat({ max: 400 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('delete' as const, 'duplicate' as const), at: place }),
  fc.record({ kind: fc.constant('swap' as const), at: place, with: place }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    text: fc.oneof(
      fc.constantFrom(
        '',
        '　',
        '\u200b\u00ad',
        '（',
        '”',
        '——',
        '摄',
        '记者',
        '（记者 张三）',
        '2022年10月11日',
        '通告',
        '1050520',
        '\u0000',
        '\ud800',
        '𦦙',
        '【编辑：',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
  }),
);

function apply(lines: readonly string[], change: Edit): readonly string[] {
  const at = lines.length === 0 ? 0 : change.at % lines.length;
  switch (change.kind) {
    case 'delete':
      return lines.filter((_, index) => index !== at);
    case 'duplicate':
      return lines.flatMap((line, index) => (index === at ? [line, line] : [line]));
    case 'swap': {
      const other = lines.length === 0 ? 0 : change.with % lines.length;
      return lines.map((line, index) =>
        index === at ? (lines[other] ?? line) : index === other ? (lines[at] ?? line) : line,
      );
    }
    case 'insert':
      return lines.flatMap((line, index) => (index === at ? [line + change.text] : [line]));
  }
}

function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => line.replace(new RegExp(`(.{${String(width)}})(?=.)`, 'gu'), '$1\n'))
    .join('\n');
}

const dress = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => `\ufeff${text}`,
  (text) => text.replaceAll('\n\n', '\n　　'),
  (text) => text.replaceAll('\n\n', '\n'),
  (text) => wrap(text, 24),
  (text) => wrap(text, 11).replaceAll('\n\n', '\n'),
);

describe('the parser of page texts', () => {
  it('loses, doubles and alters no character of a page, however its lines are changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(samplePage, ...ownPages),
        fc.array(edit, { maxLength: 12 }),
        dress,
        (page, edits, dressed) => {
          const source = dressed(edits.reduce(apply, page.split('\n')).join('\n'));
          expect(accountFor(source, parsePageText(source))).toEqual(nothingLost);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('keeps a photo that stands between the last line of a notice and its date', () => {
    const source = [
      '通告',
      '',
      '10月14日是今年第五个“学习日”。',
      '',
      '-',
      '新桥正在抓紧建设中，确保明年8月开通试运行。 陆新 徐晶玮 摄',
      '2022年10月11日',
    ].join('\n');
    expect(accountFor(source, parsePageText(source))).toEqual(nothingLost);
  });

  it('loses nothing of texts that are no newspaper at all', () => {
    const rubble = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '\n',
          '\n',
          '　',
          ' ',
          '。',
          '，',
          '：',
          '（',
          '）',
          '【',
          '】',
          '“',
          '”',
          '记',
          '者',
          '摄',
          '图',
          '版',
          '第',
          '日',
          '1',
          '年',
          '电',
          '讯',
          '\r',
          '\u2028',
          '\ufffd',
        ),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 300,
    });
    fc.assert(
      fc.property(rubble, (source) => {
        expect(accountFor(source, parsePageText(source))).toEqual(nothingLost);
      }),
      { numRuns: 600 },
    );
  });

  it('reports what lies beyond its limit', () => {
    for (const limits of [
      { characters: 500, lines: 1000 },
      { characters: 100_000, lines: 7 },
    ]) {
      const page = parsePageText(samplePage, limits);
      expect(accountFor(samplePage, page)).toEqual(nothingLost);
      expect(page.diagnostics.map((diagnostic) => diagnostic.code)).toContain('text-cut-at-limit');
    }
  });
});
