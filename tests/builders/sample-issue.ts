// The sample issue as its importer ought to see it, put together from the lines of the sample file by hand, so that tests
// of the layout need no importer.
import { readFileSync } from 'node:fs';
import type { Issue } from '../../src-core/publication/issue';
import { buildIssue } from './issue';

/** From the folder of the project, in which tests and benchmarks run. */
const samplePath = 'resources/samples/wujin-2022-10-11.txt';

/** Three reports, a label, a photo's caption with credit, and a notice. */
export function sampleIssue(): Issue {
  const lines = readFileSync(samplePath, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const find = (opening: string): number => {
    const at = lines.findIndex((line) => line.startsWith(opening));
    if (at < 0) throw new Error(`the sample has no line that opens with ${opening}`);
    return at;
  };
  const line = (opening: string): string => lines[find(opening)] ?? '';
  // The file's paragraphs are cut where the paper's columns end; a line that ends in no stop goes on in the next.
  const paragraphs = (from: string, before: string): string[] => {
    const joined: string[] = [];
    let open = '';
    for (const part of lines.slice(find(from), find(before))) {
      open += part;
      if (/[。”]$/.test(part)) {
        joined.push(open);
        open = '';
      }
    }
    return open === '' ? joined : [...joined, open];
  };
  const report = (from: string, before: string): (readonly ['byline' | 'paragraph', string])[] => {
    const [first = '', ...others] = paragraphs(from, before);
    const close = first.indexOf('）') + 1;
    return [
      ['byline', first.slice(0, close)],
      ['paragraph', first.slice(close)],
      ...others.map((text) => ['paragraph', text] as const),
    ];
  };
  const [caption = '', credit = ''] = line('南沿江').split('。 ');
  return buildIssue(
    [
      {
        parts: [
          ['kicker', line('乔俊杰调研')],
          ['headline', line('以高质量生态环境')],
          ...report('本报讯（记者 李晓艳）', '市委联动巡察组进驻'),
        ],
      },
      {
        parts: [
          ['headline', line('市委联动巡察组进驻')],
          ...report('本报讯（记者 徐梦超 史莲寅', '持续优化地区'),
        ],
      },
      {
        parts: [
          ['kicker', line('持续优化地区')],
          ['headline', line('礼嘉镇运用')],
          ...report('本报讯（记者 徐梦超）10月', '南沿江'),
        ],
      },
      {
        type: 'label',
        parts: [
          ['label', line('重点项目')],
          ['label', line('进行时')],
        ],
      },
      {
        type: 'photo',
        parts: [
          ['caption', `${caption}。`],
          ['credit', credit],
        ],
      },
      {
        type: 'notice',
        parts: [
          ['headline', line('通告')],
          ['paragraph', line('10月14日是今年')],
          ['issuer', line('中共常州市')],
          ['date', line('2022年10月11日')],
        ],
      },
    ],
    { publication: '武进日报', date: '2022-10-11' },
  );
}
