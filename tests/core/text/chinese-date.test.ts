import { describe, expect, it } from 'vitest';
import { findDates, readDateCode } from '../../../src-core/text/chinese-date';

describe('a date', () => {
  it.each([
    ['2022年10月11日', '2022-10-11'],
    ['发布时间：2020-1-5 08:00', '2020-01-05'],
    ['2016/05/20', '2016-05-20'],
    ['2018.12.01', '2018-12-01'],
    ['二〇二二年十月十一日', '2022-10-11'],
    ['一九四九年十二月三十一日', '1949-12-31'],
    ['中華民國二十八年四月廿三日', '1939-04-23'],
    ['民國105年5月20日', '2016-05-20'],
    ['民国元年一月一日', '1912-01-01'],
    ['２０２０年２月２９日', '2020-02-29'],
  ])('is read from %s', (text, iso) => {
    expect(findDates(text).map((date) => date.iso)).toEqual([iso]);
  });

  it.each(['2021年2月29日', '2022年13月1日', '10月11日', '12345678', '1.5亿元', '比分25∶20'])(
    'is not seen in %s',
    (text) => {
      expect(findDates(text)).toEqual([]);
    },
  );

  it('is read from the seven-digit Republican code', () => {
    expect([
      readDateCode('1050520'),
      readDateCode('0991231'),
      readDateCode('1051301'),
      readDateCode('9050520'),
    ]).toEqual(['2016-05-20', '2010-12-31', null, null]);
  });
});
