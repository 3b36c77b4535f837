// An issue with everything that is hard to set and to read back: nested quotes, dashes, ellipses, digits of every
// length, Latin upright and lying, rare characters, verse.
import type { Issue } from '../../../src-core/publication/issue';
import { buildIssue } from '../../builders/issue';

/** Two reports, a poem, a photo and a notice, long enough for several pages of A4. */
export function tryingIssue(): Issue {
  return buildIssue(
    [
      {
        articleId: 'lead',
        parts: [
          ['kicker', '“国家『大事』”今日议定'],
          ['headline', '全市GDP增长3.5%——新区建设提速'],
          ['deck', '12个项目开工，2022年计划完成1949件实事'],
          ['byline', '本报讯（记者 乔俊杰 Smith）'],
          ...Array.from(
            { length: 9 },
            (_, index) =>
              [
                'paragraph',
                `第${index + 1}段：他说：“国家『大事』，不可不议。”会议指出——这是第${index * 7 + 12}次——要在1949年至2022年间，把“GDP”与“人均收入”一并考虑……同比增长3.5%，其中Boeing公司占12.75%，约￥1,250万元。` +
                  `《书》（注）·人名～甲／乙，见No.${index + 1}号文件；谁知道？！难道不是！！！10月${index + 10}日，𦦙曰：“㐂、䶮、龘皆古字也。”A座B楼与Internet of Things相连，网址www.example.org可查。`,
              ] as const,
          ),
        ],
      },
      {
        articleId: 'second',
        parts: [
          ['headline', '市委召开动员会'],
          ['byline', '本报讯（记者 徐梦超）'],
          [
            'paragraph',
            '根据部署要求，10月10日，巡察组进驻。‘单引’与“双引”并用，“‘内外’”相套；（括号〔六角〕【方头】）连用。',
          ],
          ['subhead', '一、关于“学习”'],
          [
            'paragraph',
            '温度为－5℃，面积120㎡，比例1∶2，约１／３；电话0519-86301234，邮编213100。①②③三项，※号说明。',
          ],
        ],
      },
      {
        articleId: 'poem',
        parts: [
          ['headline', '静夜思'],
          ['byline', '李白'],
          ['verse', '床前明月光，'],
          ['verse', '疑是地上霜。'],
          ['verse', '举头望明月，'],
          ['verse', '低头思故乡。'],
        ],
      },
      {
        articleId: 'photo',
        type: 'photo',
        parts: [
          ['caption', '图为“南大门”综合交通枢纽，2021年底启动。'],
          ['credit', '陆新 徐晶玮 摄'],
        ],
      },
      {
        articleId: 'notice',
        type: 'notice',
        parts: [
          ['headline', '通告'],
          ['paragraph', '10月14日10时整，全市试鸣防空警报，请市民勿惊慌。'],
          ['issuer', '市人民政府'],
          ['date', '2022年10月11日'],
        ],
      },
    ],
    { publication: '申报 & 试验 <一>', date: '2022-10-11' },
  );
}
