// A whole issue of eight pages, as a city paper has them: leads, reports, short news, photos with their labels, notices,
// verse. All its words are made for the tests.
import { issueSchema, type Issue } from '../../src-core/publication/issue';
import { buildArticle, type ArticleParts, type Part } from './issue';

const sentences = [
  '清晨六点，码头上的灯还没有熄，第一批渔船已经靠岸。',
  '市里今年计划新建12所学校，其中8所在新区，秋季开学前全部启用。',
  '“路修到家门口，菜当天就能进城。”村民老周说，“从前要等两天。”',
  '据统计，前三季度全市进出口总额同比增长3.5%，出口占比超过六成。',
  '工程队在山脚下搭起板房，白天施工，夜里量测，一刻也不敢松懈。',
  '图书馆把闭馆时间推迟到晚上10点，阅览室里常常座无虚席。',
  '河道清淤以后，水深由1.2米恢复到2.8米，鱼虾又回来了。',
  '老师傅把三十年的手艺写成册子，题名《木作琐记》，分送给学徒。',
  '车间里的新设备由GPS和北斗双重定位，误差不到一厘米。',
  '他们约定：先修桥，后通车；先安居，后搬迁——一件一件办到底。',
  '气象部门提醒，周末有一次冷空气过程，最低气温将降到零下5℃。',
  '社区食堂开张那天，来了二百多位老人，热菜热饭，一直忙到午后两点。',
  '专家认为，这项技术若能推广，每年可节水100万吨，相当于两个水库。',
  '这条街有七百年历史，砖墙上的字迹依稀可辨，游人走到这里总要停一停。',
  '学生们排着队走上讲台，用三分钟讲一个自己家乡的故事，台下笑声不断。',
  '从2019年起，这里连续四年没有发生一起火灾，靠的是家家户户互相提醒。',
] as const;

const headlines = [
  '港城夜市点亮三里长街',
  '新区十二所学校年内全部启用',
  '清淤还河 鱼虾归来',
  '老木匠三十年手艺著成册子',
  '一座桥连起两个镇的日子',
  '社区食堂让老人吃上热饭',
  '节水新法在北乡试成',
  '古街修旧如旧',
  '秋粮入库进度过半',
  '讲台三分钟',
  '车站改造不停运',
  '山村通了第一班公交',
  '博物馆夜场一票难求',
  '旧厂房里办起画室',
  '种子库收进新稻种四十份',
  '冬修水利早动手',
] as const;

const names = ['要闻', '本市新闻', '经济', '教育', '文化', '社会', '体育', '副刊'] as const;

/** Builds the issue, the same at every run; 8 pages of 5 to 11 articles. */
export function eightPageIssue(): Issue {
  let used = 0;
  const sentence = (): string => sentences[(used++ * 7 + Math.floor(used / 16)) % sentences.length] ?? '';
  const paragraphs = (count: number, long: number): Part[] =>
    Array.from({ length: count }, (): Part => ['paragraph', Array.from({ length: long }, sentence).join('')]);
  const pages = names.map((name, page) => {
    const articles = Array.from({ length: 5 + ((page * 5) % 7) }, (_, at): ArticleParts => {
      const headline: Part = ['headline', headlines[(page * 5 + at * 3) % headlines.length] ?? ''];
      if (at === 0) {
        return {
          parts: [
            ['kicker', '开局起步看沿海'],
            headline,
            ['deck', '前三季度各项指标好于预期'],
            ['byline', '本报讯（记者 李晓艳 通讯员 王海）'],
            ...paragraphs(7 + (page % 3), 3),
          ],
        };
      }
      if (at === 2) {
        return {
          type: 'photo',
          parts: [
            ['caption', `${sentence()}图为近日拍摄的现场。`],
            ['credit', '钱月航 摄'],
          ],
        };
      }
      if (at === 5) {
        return {
          type: 'notice',
          parts: [
            ['headline', '通告'],
            ...paragraphs(1, 2),
            ['issuer', '市城市管理局'],
            ['date', '2026年3月5日'],
          ],
        };
      }
      if (page === 7 && at === 3) {
        return {
          parts: [
            ['headline', '渡口'],
            ['byline', '林一舟'],
            ['verse', '船去了，灯还在水上，'],
            ['verse', '像一句没有说完的话。'],
            ['verse', '风把它念了一夜，'],
            ['verse', '天亮时，岸又近了一寸。'],
          ],
        };
      }
      return {
        parts: [
          headline,
          ['byline', '本报记者 徐梦超'],
          ...paragraphs(1 + ((page + at * 2) % 4), 1 + (at % 3)),
        ],
      };
    });
    return { number: String(page + 1), name, articles };
  });
  const built = pages.map(({ articles, ...page }, at) => ({
    ...page,
    articles: articles.map((article, index) =>
      buildArticle({ ...article, articleId: `p${at + 1}-${index + 1}` }),
    ),
  }));
  return issueSchema.parse({
    issueId: 'eight-pages',
    publication: '海城日报',
    date: '2026-03-05',
    pages: built.map(({ number, name, articles }) => ({
      number,
      name,
      articleIds: articles.map(({ articleId }) => articleId),
    })),
    articles: built.flatMap(({ articles }) => articles),
    source: { fileName: 'issue.txt', sha256: '0'.repeat(64), encoding: 'utf-8' },
    imported: '2026-01-01T00:00:00.000Z',
  });
}
