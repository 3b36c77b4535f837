import { describe, expect, it } from 'vitest';
import { parsePageText } from '../../../src-core/importing/page-text/parse-page-text';

const head = '城东新建一座图书馆\n\n本报讯（记者 张小明）';

/** The paragraphs of one article, and why their parts were joined. */
function read(body: string): { readonly paragraphs: readonly string[]; readonly joins: readonly string[] } {
  const pieces = parsePageText(head + body).blocks.flatMap((block) => block.pieces);
  const paragraphs = pieces.filter((piece) => piece.role === 'paragraph');
  return {
    paragraphs: paragraphs.map((piece) => piece.text),
    joins: paragraphs.flatMap((piece) => piece.joins.map((join) => join.reason)),
  };
}

describe('a paragraph', () => {
  it('that breaks off in mid-sentence goes on in the next piece', () => {
    expect(
      read('昨日上午，城东图书馆正式开馆，首日接待读者三千余人，藏书共计三十万\n\n册，其中少儿读物占三成。'),
    ).toEqual({
      paragraphs: [
        '昨日上午，城东图书馆正式开馆，首日接待读者三千余人，藏书共计三十万册，其中少儿读物占三成。',
      ],
      joins: ['mid-sentence'],
    });
  });

  it('that ends its sentence stays by itself', () => {
    const body = '昨日上午，城东图书馆正式开馆。\n\n首日接待读者三千余人。';
    expect(read(body)).toEqual({
      paragraphs: ['昨日上午，城东图书馆正式开馆。', '首日接待读者三千余人。'],
      joins: [],
    });
  });

  it('goes on while a quotation is open that the next piece closes', () => {
    const body = '馆长在开馆仪式上说：“书是给人读的。\n\n大家常来，就是对我们最好的支持。”他的话赢得掌声。';
    expect(read(body).joins).toEqual(['open-quote']);
  });

  it('of a quotation that opens its quotes anew stays by itself', () => {
    const body = '馆长在开馆仪式上说：“书是给人读的。\n\n“大家常来，就是对我们最好的支持。”';
    expect(read(body).joins).toEqual([]);
  });

  it('is joined over a photo that stands in the column', () => {
    const body =
      '昨日上午，城东图书馆正式开馆，首日接待读者三千余人，藏书共计三十万\n\n读者在挑选图书。 李华 摄\n\n册，其中少儿读物占三成。';
    expect(read(body).paragraphs).toEqual([
      '昨日上午，城东图书馆正式开馆，首日接待读者三千余人，藏书共计三十万册，其中少儿读物占三成。',
    ]);
  });

  it('cut within a number or a Latin word is joined', () => {
    const body = '开馆典礼由城东区主办，新馆总投资为20\n\n00万元，引进了Kin\n\ndle阅读器三百台，全部免费。';
    expect(read(body).paragraphs).toEqual([
      '开馆典礼由城东区主办，新馆总投资为2000万元，引进了Kindle阅读器三百台，全部免费。',
    ]);
  });

  it('is joined at a column foot where the geometry of the certain cuts shows one', () => {
    // Columns of 240 characters; the byline takes ten. The second foot falls behind a full stop.
    const sentence = (length: number) =>
      `${'新馆的每一层都有读者在看书，'.repeat(20).slice(0, length - 1)}。`;
    const cut = (length: number) => sentence(length + 1).slice(0, length);
    const body = [
      sentence(183),
      cut(46) + '馆',
      '员' + sentence(184),
      '三楼' + sentence(53),
      '四楼' + sentence(148),
      cut(89) + '阅',
      '览' + sentence(200),
      sentence(220),
    ].join('\n\n');
    expect(read(body).joins).toContain('column-foot');
  });

  it('of hard-wrapped text is one again, with the spaces between Latin words', () => {
    const wrapped = [
      '　　昨日上午，城东图书馆在新址举行',
      '开馆典礼，来自各界的读者代表参加了',
      '典礼，并参观了新馆。新馆共有三层，',
      '设有阅览室、自习室和报告厅，还有',
      'Wi-Fi 和咖啡。',
      '　　新馆每天开放十二小时，周末照常',
      '开放，市民凭身份证即可入馆阅读。',
    ].join('\n');
    expect(
      parsePageText(`城东新建一座图书馆\n${wrapped}`).blocks[0]?.pieces.map((piece) => piece.text),
    ).toEqual([
      '城东新建一座图书馆',
      '昨日上午，城东图书馆在新址举行开馆典礼，来自各界的读者代表参加了典礼，并参观了新馆。新馆共有三层，设有阅览室、自习室和报告厅，还有Wi-Fi 和咖啡。',
      '新馆每天开放十二小时，周末照常开放，市民凭身份证即可入馆阅读。',
    ]);
  });
});
