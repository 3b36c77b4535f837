import { describe, expect, it } from 'vitest';
import { findDateline, findSignature, readBylineLine } from '../../../src-core/importing/page-text/byline';

describe('a dateline', () => {
  it.each([
    ['本报讯（记者 李晓艳）昨天下午，', '昨天下午，', ['李晓艳']],
    ['本报讯（记者孙立 通讯员郑爽）昨日，', '昨日，', ['孙立', '郑爽']],
    ['本报讯 昨日，市图书馆', '昨日，市图书馆', []],
    ['本报合肥5月19日电  （记者徐靖）记者获悉', '记者获悉', ['徐靖']],
    ['新华社北京10月10日电（记者马卓言、董雪）发言人', '发言人', ['马卓言', '董雪']],
    ['中新网上海12月26日电 (记者 许婧)上海地铁', '上海地铁', ['许婧']],
    ['江城网10月4日讯（记者陈智 整合） 国庆长假', '国庆长假', ['陈智']],
    ['央视网消息：今天上午，', '今天上午，', []],
    ['都市快报讯 记者 俞倩 通讯员 沈佳 昨晚七点，', '昨晚七点，', ['俞倩', '沈佳']],
    ['（中央社記者林宏翰桃園20日電）中信兄弟', '中信兄弟', ['林宏翰']],
    ['〔記者黃淑芬／屏東報導〕颱風', '颱風', ['黃淑芬']],
    ['中國時報【張大偉╱高雄報導】一名學生', '一名學生', ['張大偉']],
    ['【大公報訊】記者陳大文報道：港股昨日', '港股昨日', ['陳大文']],
    ['【环球网报道 记者 王小明】据外媒', '据外媒', ['王小明']],
    ['社會中心／綜合報導　昨晚', '昨晚', []],
  ])('is parted from its text: %s', (text, rest, reporters) => {
    const found = findDateline(text);
    expect({ rest: text.slice(found?.end ?? 0), reporters: found?.byline.reporters }).toEqual({
      rest,
      reporters,
    });
  });

  it.each([
    '据外交部消息，双方举行会谈。',
    '新华社电视节目今天开播。',
    '记者从市农业局获悉，小麦丰收。',
    '（一）加强组织领导。',
    '通讯技术发展很快。',
    '本报电话已经更换。',
    '10月10日，市委召开会议。',
  ])('is not seen where there is none: %s', (text) => {
    expect(findDateline(text)).toBeNull();
  });
});

describe('a line', () => {
  it.each([
    ['本报记者  朱  磊  王  丹', ['朱磊', '王丹']],
    ['□本报记者 周晓燕 通讯员 吴敏 文/图', ['周晓燕', '吴敏']],
    ['記者許雅綿／台北報導', ['許雅綿']],
    ['作者：林小溪', ['林小溪']],
    ['新华社记者 张三 李四 王五', ['张三', '李四', '王五']],
    ['文/记者 俞倩 图/记者 陈中秋', ['俞倩', '陈中秋']],
    ['本报驻美国记者 张志新', ['张志新']],
  ])('is a byline: %s', (text, reporters) => {
    expect(readBylineLine(text)?.byline.reporters).toEqual(reporters);
  });

  it.each([
    '记者节快乐',
    '记者调查：水价为何上涨',
    '文化下乡进万家',
    '张三丰传奇',
    '老街',
    '本报讯（记者 徐梦超',
  ])('is no byline: %s', (text) => {
    expect(readBylineLine(text)).toBeNull();
  });
});

describe('a signature', () => {
  it('is found behind the last sentence', () => {
    const text = '全市工作会议昨日召开。（陈静 王磊）';
    expect(findSignature(text, true)).toEqual({
      start: 11,
      end: text.length,
      byline: { reporters: ['陈静', '王磊'] },
      confidence: 0.7,
    });
  });

  it.each(['公园很多。（BBC）', '详情见本报昨日报道。（见图）', '会议圆满结束。（完）'])(
    'is not seen in %s',
    (text) => {
      expect(findSignature(text, true)).toBeNull();
    },
  );

  it('without 记者 counts only in the last paragraph', () => {
    expect(findSignature('会议昨日召开。（陈静）', false)).toBeNull();
  });
});
