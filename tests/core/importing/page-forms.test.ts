// Forms that pages of many kinds share: sections and their short reports, credits, signatures, notices, pages of the web,
// hard-wrapped lines. Every text is made up.
import { describe, expect, it } from 'vitest';
import { parsePageText } from '../../../src-core/importing/page-text/parse-page-text';
import { toParseReport, type ReportedBlock } from '../../../src-core/importing/to-parse-report';

const body =
  '南门外的石桥昨日修好了，挑担的、推车的都从桥上走，孩子们趴在栏杆上看水，桥头的茶摊也重新摆了出来。';
const other =
  '北山的果园今年收成不错，管园的老人说，雨水来得正好，梨子比往年甜，客商一早就把车停在了路口等着。';

function blocks(...lines: readonly string[]): readonly ReportedBlock[] {
  return toParseReport('', parsePageText(lines.join('\n\n'))).blocks;
}

function tight(...lines: readonly string[]): readonly ReportedBlock[] {
  return toParseReport('', parsePageText(lines.join('\n'))).blocks;
}

function furniture(...lines: readonly string[]): readonly string[] {
  return parsePageText(lines.join('\n\n')).furniture.map(({ text }) => text);
}

describe('a byline above its headline', () => {
  it('begins the next article where it stands apart from the text above', () => {
    const page = tight('旧桥重修', '本报讯（记者 林远）' + body, '', '本报评论员', '修桥要有恒心', other);
    expect(page).toMatchObject([
      { headline: '旧桥重修', byline: { reporters: ['林远'] } },
      { headline: '修桥要有恒心' },
    ]);
  });

  it('is a signature where it stands with the text above', () => {
    const page = tight('旧桥重修', body, '本报评论员', '', '园里的梨', '本报讯（记者 林远）' + other);
    expect(page).toMatchObject([{ headline: '旧桥重修' }, { headline: '园里的梨' }]);
    expect(page).toHaveLength(2);
  });
});

describe('sections', () => {
  it.each(['街谈巷议', '来论', '时评', '時評', '赛场速递', '国际简讯', '读者来信', '光明观察'])(
    'takes %s above a headline for a label',
    (name) => {
      expect(blocks('旧桥重修', '本报讯（记者 林远） ' + body, name, '园里的梨', other)).toMatchObject([
        { type: 'article', headline: '旧桥重修' },
        { type: 'label', text: name },
        { type: 'article', headline: '园里的梨' },
      ]);
    },
  );

  it('lets every display line head a report within a section of short reports', () => {
    const page = blocks('2019年5月6日 星期一 第4版', '体坛简讯', '南队小胜北队', body, '新馆落成', other);
    expect(page).toMatchObject([
      { type: 'label', text: '体坛简讯' },
      { headline: '南队小胜北队' },
      { headline: '新馆落成' },
    ]);
  });

  it('begins a new article with what stands in the paper every day', () => {
    const page = blocks('何处去赏菊', '本报记者 林远', body, '今日天气', '晴转多云，偏北风二到三级。');
    expect(page.map(({ headline }) => headline)).toEqual(['何处去赏菊', '今日天气']);
  });

  it('begins a new article where the text opens with the speaker of the one above', () => {
    const page = blocks(
      '雷雨天能打手机吗？',
      '读者问：听人说打手机会引来雷电，是真的吗？',
      '专家答：手机的电磁波很弱，引不来雷电，但人在空旷处本身就危险。',
      '梨子打针会变甜？',
      '读者问：市场上的梨子特别甜，会不会是打了针？',
      '专家答：打过针的梨子容易烂，针眼处会变色，商家得不偿失。',
    );
    expect(page.map(({ headline }) => headline)).toEqual(['雷雨天能打手机吗？', '梨子打针会变甜？']);
  });
});

describe('display lines', () => {
  it('reads the line that names the genre as the deck', () => {
    expect(blocks('入冬以后为什么容易着凉', '专家答读者问', '本报记者 林远', body)[0]).toMatchObject({
      headline: '入冬以后为什么容易着凉',
      deck: '专家答读者问',
    });
  });

  it('does not take a salutation for a headline', () => {
    expect(blocks('这样的规矩该不该改', '编辑同志：', body)[0]).toMatchObject({
      headline: '这样的规矩该不该改',
      paragraphs: ['编辑同志：', body],
    });
  });

  it('keeps questions in their interview', () => {
    const [page] = blocks('“我只写这条河”', '本报记者 林远', '记者：为什么写河？', '老人：因为它没有名字。');
    expect(page?.paragraphs).toEqual(['记者：为什么写河？', '老人：因为它没有名字。']);
    expect(page?.subheads).toBeUndefined();
  });
});

describe('signatures and names', () => {
  it.each([
    ['山前县　耿玉堂', '耿玉堂'],
    ['江城机床厂工人　古月明', '古月明'],
    ['秋 阳', '秋阳'],
  ])('reads %s below the text as its writer', (line, name) => {
    const [letter, next] = blocks('希望改进投递', body, line, '园里的梨', '本报讯（记者 林远） ' + other);
    expect(letter?.byline?.reporters).toEqual([name]);
    expect(next?.headline).toBe('园里的梨');
  });

  it('reads the name below the title of a second poem', () => {
    const poems = blocks(
      '春天（组诗）',
      '宫白云',
      '雪退到山后',
      '麦子探出头',
      '像一群孩子',
      '挤满田埂',
      '清平乐·村居',
      '冉长春',
      '溪桥杨柳，',
      '不系游人走。',
    );
    expect(poems.map(({ headline, byline }) => [headline, byline?.reporters])).toEqual([
      ['春天（组诗）', ['宫白云']],
      ['清平乐·村居', ['冉长春']],
    ]);
  });

  it.each([
    ['本报赴河西特派记者  丁 子  温如玉', ['丁子', '温如玉']],
    ['北方新报·北新网记者 闫树海', ['闫树海']],
    ['文丨记者 贲涛 通讯员 阴晓 视频丨冀北', ['贲涛', '阴晓']],
  ])('reads the byline %s', (line, names) => {
    expect(blocks('旧桥重修', line, body)[0]?.byline?.reporters).toEqual(names);
  });

  it.each([
    ['〔記者葉永安／萬石報導〕', ['葉永安']],
    ['【中央社黃坡十七日電】', []],
    ['（中央社記者盧大成台東縣5日電）', ['盧大成']],
    ['【本報特寫】', []],
    ['山城晚报讯 记者黄宙、实习生骆苹，通讯员穗文宣摄影报道：', ['黄宙', '骆苹', '穗文宣']],
  ])('reads the dateline %s', (dateline, names) => {
    const [article] = blocks('舊橋重修', dateline + body);
    expect(article?.byline?.reporters).toEqual(names);
    expect(article?.paragraphs).toEqual([body]);
  });
});

describe('photos', () => {
  it.each([
    ['老人在修桥。图/视觉中国', '老人在修桥。', '视觉中国'],
    ['老人在修桥。双河镇供图', '老人在修桥。', '双河镇'],
    ['老人在修桥。资料图', '老人在修桥。', '资料图'],
    ['老人在修桥。新华社发（马蒂·马泰摄）', '老人在修桥。', '马蒂·马泰'],
    ['图为修桥现场。本报记者 郭俊锋摄/光影图片', '图为修桥现场。', '郭俊锋'],
    ['图①：老人在修桥。新华社记者 贝 赫摄', '图①：老人在修桥。', '贝赫'],
    ['▲老人在修橋。（圖／遊客提供，2015.01.08）', '老人在修橋。', '遊客'],
    ['老人在修桥。（图片由本人提供）', '老人在修桥。', '本人'],
    ['▲▼老人在修桥。（圖／翻攝自山城電視台）', '老人在修桥。', '翻攝自山城電視台'],
  ])('parts the credit from %s', (line, caption, credit) => {
    const photo = blocks('旧桥重修', '本报讯（记者 林远） ' + body, line).find(
      ({ type }) => type === 'photo',
    );
    expect(photo).toMatchObject({ caption, credits: [credit] });
  });

  it('takes the short line above a credit for its caption, in a text without empty lines', () => {
    const page = tight(
      '舊橋重修',
      '2017-10-02 11:20',
      '生活中心／台北報導',
      body,
      '修好的石橋。',
      '圖／翻攝自山城電視台',
      other,
    );
    expect(page).toMatchObject([
      { paragraphs: [body, other] },
      { type: 'photo', caption: '修好的石橋。', credits: ['翻攝自山城電視台'] },
    ]);
  });
});

describe('notices', () => {
  it('keeps the number and the opening line of a long notice', () => {
    const [notice, article] = blocks(
      '山前市旧桥修缮工程指挥部通告',
      '（第12号）',
      '现将有关事项通告如下：',
      '一、桥上行人靠右。',
      '山前市旧桥修缮工程指挥部',
      '2020年2月5日',
      '三千人上桥',
      '本报讯（记者 林远） ' + body,
    );
    expect(notice).toMatchObject({
      type: 'notice',
      headline: '山前市旧桥修缮工程指挥部通告',
      paragraphs: ['（第12号）', '现将有关事项通告如下：', '一、桥上行人靠右。'],
      issuer: '山前市旧桥修缮工程指挥部',
      date: '2020-02-05',
    });
    expect(article).toMatchObject({ type: 'article', headline: '三千人上桥' });
  });

  it('knows small advertisements by their one word', () => {
    expect(blocks('徵婚', '某君年廿八歲，品行端正，誠徵女士為友。')[0]?.type).toBe('notice');
    expect(blocks('第一批遗失物品归还失主', body)[0]?.type).toBe('article');
  });
});

describe('what belongs to no article', () => {
  it.each([
    '综合新闻　3',
    '08 教育·科学',
    '【山城新報】',
    '>相关新闻：',
    '小 中 大',
    'A- A+',
    '—END—',
    '山城新闻报料：021-960000',
    '山城新闻，未经授权不得转载',
    '点赞 在看',
    '社址：山前路8号　邮编：430000　零售：0.5元',
    '石桥昨日重开　3版',
    '（摘自《江南风物》）',
  ])('sets %s aside', (line) => {
    expect(furniture('2011年5月20日 星期五', line, '旧桥重修', '本报讯（记者 林远） ' + body)).toContain(
      line,
    );
  });

  it('ends an article where its source is named', () => {
    const page = blocks('毛笔小史', body, '（摘自《江南风物》）', '喝茶四忌', other);
    expect(page.map(({ headline }) => headline)).toEqual(['毛笔小史', '喝茶四忌']);
  });

  it('takes the outlet above the date of a web page for its masthead', () => {
    const page = tight('山城融媒', '2021-12-03 18:32 发布于山城', '雨夜三次折返', body);
    expect(page.map(({ headline }) => headline)).toEqual(['雨夜三次折返']);
  });
});

describe('hard-wrapped lines', () => {
  it('joins furniture and datelines that the width cut', () => {
    const wrap = (text: string): string => text.replace(/(.{20})(?=.)/gu, '$1\n');
    const page = parsePageText(
      [
        '《山城日报》（2023年03月18日　第02版：要闻）',
        '旧桥重修',
        '本报讯（记者 林 远 通讯员 甘泉）10月28日，' + body,
        other,
      ]
        .map(wrap)
        .join('\n\n'),
    );
    expect(page.furniture.map(({ text }) => text)).toEqual(['《山城日报》（2023年03月18日　第02版：要闻）']);
    expect(toParseReport('', page).blocks[0]?.paragraphs).toEqual(['10月28日，' + body, other]);
  });

  it('does not take headlines and captions of like length in an indented text for wrapped lines', () => {
    const page = tight(
      '旧桥修好了孩子们趴着看水',
      '园里的梨今年收成比去年好',
      `　　${body}`,
      '石桥上看水的孩子们都回家',
      `　　${other}`,
    );
    expect(page.map(({ headline }) => headline)).toContain('园里的梨今年收成比去年好');
  });

  it('ends a paragraph at a line that could have held one character more, where every line is filled', () => {
    const first = body.slice(0, 46);
    const second = '北山的果园今年收成不错，管园的老人说，梨子比往年甜，客商一早就把车停在了路口等着。';
    const wrap = (text: string): string => text.replace(/(.{24})(?=.)/gu, '$1\n');
    const paragraphs = [`${first}。`, second, body, other];
    const page = tight('旧桥重修', ...paragraphs.map(wrap));
    expect(page[0]?.paragraphs).toEqual(paragraphs);
  });

  it('finds the width of a web page by its filled lines, among many short ones', () => {
    const wrap = (text: string): string => text.replace(/(.{27})(?=.)/gu, '$1\n');
    const page = tight(
      '旧桥重修以后',
      '2021-11-09 08:21:17　来源: 山城网',
      '举报',
      '0',
      '分享至',
      wrap(body + other),
      wrap(other + body),
    );
    expect(page).toMatchObject([{ headline: '旧桥重修以后', paragraphs: [body + other, other + body] }]);
  });

  it('keeps a credit together that was cut between the office and the name', () => {
    const caption = '孩子们趴在栏杆上看水。山城青年报·山城青年网记者 林青远/摄';
    const wrap = (text: string): string => text.replace(/(.{27})(?=.)/gu, '$1\n');
    expect(wrap(caption)).toMatch(/林青\n远/u);
    const page = tight('旧桥重修', wrap(body + other), wrap(caption), wrap(other + body));
    expect(page.find(({ type }) => type === 'photo')).toMatchObject({
      caption: '孩子们趴在栏杆上看水。',
      credits: ['林青远'],
    });
  });
});

describe('lists', () => {
  it('keeps results line by line, below the line that names them', () => {
    const results = ['南队3比0北队', '东队1比1西队', '山队0比2水队'];
    const page = blocks('南队小胜北队', '本报讯（记者 林远） ' + body, '其他场次', ...results);
    expect(page).toHaveLength(1);
    expect(page[0]?.paragraphs).toEqual([body, '其他场次', ...results]);
  });

  it.each(['主办', '协办', '協辦', '费用', '費用'])(
    'keeps the particulars of an event in its article: %s',
    (name) => {
      const line = `${name}：山城書局`;
      const page = blocks(
        '旧桥重修',
        '本报讯（记者 林远） ' + body,
        line,
        '园里的梨',
        '本报讯（记者 甘泉） ' + other,
      );
      expect(page.map(({ headline }) => headline)).toEqual(['旧桥重修', '园里的梨']);
      expect(page[0]?.paragraphs).toEqual([body, line]);
    },
  );

  it('keeps who won what line by line', () => {
    const winners = ['女单：林青', '男双：甘泉/逯薇', '混双：石桥/胥口'];
    const page = blocks('南队小胜北队', '本报讯（记者 林远） ' + body, '各项冠军', ...winners);
    expect(page[0]?.paragraphs).toEqual([body, '各项冠军', ...winners]);
  });

  it('takes the hours of a programme for no dates', () => {
    const hours = ['19:00 山城新闻', '19:38 焦点', '20:05 连续剧：渡口人家（9、10）', '22:10 夜谈'];
    const page = blocks('山城广播电视报 1996年2月10日 第7版', '今日荧屏', '山城电视台', ...hours);
    expect(page).toMatchObject([{ headline: '今日荧屏', paragraphs: ['山城电视台', ...hours] }]);
  });
});

describe('archives and web pages', () => {
  it.each(['专栏：', '（均据山城社）', '（未完待续）', '本文系山城网独家稿件，未经授权，不得转载。'])(
    'takes %s for furniture',
    (line) => {
      expect(furniture('2019年5月6日 星期一 第4版', '旧桥重修', body, line)).toContain(line);
    },
  );

  it('takes a report on retail trade for no colophon', () => {
    const retail = '按地区分，城镇零售额为六千亿元，同比增长三成；乡村零售额为九百亿元，增长两成。';
    expect(blocks('零售总额增长', body, retail)[0]?.paragraphs).toEqual([body, retail]);
  });

  it.each([
    ['2016-08-03 03:21 山城報 記者林青遠╱新竹報導', '林青遠'],
    ['山城青年报·山城青年网记者 林青远 来源：山城青年报', '林青远'],
  ])('reads who wrote it in %s', (line, name) => {
    expect(blocks('旧桥重修', line, body, other)[0]?.byline?.reporters).toEqual([name]);
  });

  it('reads the reporters in brackets behind an agency in brackets', () => {
    const page = blocks('旧桥重修', `【本報訊】（記者 林青遠）${body}`);
    expect(page[0]).toMatchObject({ byline: { reporters: ['林青遠'] }, paragraphs: [body] });
  });
});

describe('old papers', () => {
  const old =
    '閘北自戰事平息後、居民陸續遷回、惟米糧店舖、多未復業、一般居民、購米殊感不便、近有米商數家、業於昨日開始營業、';

  it('takes the first of three lines that tells the occasion for the kicker', () => {
    expect(
      blocks('民國二十四年十一月六日　第三版', '當局實施新辦法後', '米店一致遵行', '市面已趨安定', old)[0],
    ).toMatchObject({ kicker: '當局實施新辦法後', headline: '米店一致遵行', deck: '市面已趨安定' });
  });

  it('knows the author of a novel that is printed by and by', () => {
    expect(
      blocks('民國三十六年五月二日　第三版', '夜雨錄', '還客', '（八十三）', old, '（未完）')[0],
    ).toMatchObject({
      headline: '夜雨錄',
      byline: { reporters: ['還客'] },
    });
  });
});
