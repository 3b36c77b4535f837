import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeHandout } from '../../../../src-core/study/handout';
import { handoutLines, type HandoutLine } from '../../../../src-core/study/handout-lines';
import { handoutDocx } from '../../../../src-main/export/handout/docx';
import { handoutHtml } from '../../../../src-main/export/handout/html';
import { handoutMarkdown } from '../../../../src-main/export/handout/markdown';
import { handoutText } from '../../../../src-main/export/handout/plain-text';
import { agendaStepSchema } from '../../../../src-core/study/study-day';
import { buildIssue } from '../../../builders/issue';
import { excerptOf, headingOf, studyDay } from '../../../builders/study-day';

const issue = buildIssue(
  [
    {
      parts: [
        ['headline', '<稻>与"水"'],
        ['paragraph', '# 秋收 & 冬藏。'],
        ['paragraph', '1. 修*水*利。'],
      ],
    },
  ],
  { publication: '运河日报', date: '2022-10-11' },
);
const day = studyDay({
  theme: '读<报>',
  agenda: [agendaStepSchema.parse({ what: '读报', minutes: 30 })],
  questions: ['为什么？', '怎么办？'],
  materials: [
    headingOf('一、农业', 'h1'),
    excerptOf(issue, '# 秋收 & 冬藏。\n1. 修*水*利。', {
      materialId: 'm1',
      tags: ['农业'],
      questions: ['怎样修？'],
      leaderNotes: '先读。\n再问。',
      blankLines: 2,
    }),
  ],
  minutes: '很好。',
});
const sources = new Map([[issue.issueId, issue]]);
const lines = handoutLines(
  makeHandout(day, sources, { language: 'zh-CN', citation: 'footnote', leaderNotes: true }),
);

describe('handoutLines', () => {
  it('gives the whole handout in its order', () => {
    expect(lines.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'kind: 学习日参考材料',
      'title: 读<报>',
      'fact: 时间：2022年10月14日（星期五）',
      'section: 议程',
      'entry: 读报　30分钟',
      'section: 讨论题',
      'entry: 1. 为什么？',
      'entry: 2. 怎么办？',
      'section: 目录',
      'entry: 一、农业',
      'entry: 1　<稻>与"水"',
      'heading: 一、农业',
      'excerpt: 1　<稻>与"水"',
      'passage: # 秋收 & 冬藏。',
      'passage: 1. 修*水*利。',
      'citation: 《<稻>与"水"》，《运河日报》2022年10月11日。',
      'question: 讨论题：怎样修？',
      'notes: 主持人备注：先读。',
      'notes: 再问。',
      'blank: ',
      'blank: ',
      'section: 标签索引',
      'entry: 农业：1',
      'section: 记录',
      'entry: 很好。',
    ]);
  });
});

describe('handout formats', () => {
  it('writes plain text with every line in its order', () => {
    const text = handoutText(lines);
    expect(text).toContain('　　# 秋收 & 冬藏。\n　　1. 修*水*利。\n　　—— 《<稻>与"水"》');
    expect(text.match(/^_{60}$/gmu)).toHaveLength(2);
    expectInOrder(text, lines);
  });

  it('escapes what Markdown would take for markup', () => {
    const text = handoutMarkdown(lines);
    expect(text).toContain('# 读\\<报\\>\n');
    expect(text).toContain('> \\# 秋收 \\& 冬藏。\n\n> 1\\. 修\\*水\\*利。\n');
    expect(text).toContain('### 1　\\<稻\\>与"水"\n');
  });

  it('escapes HTML, links the contents, and runs upright where that is wanted', () => {
    const html = handoutHtml(lines, { language: 'zh-CN', direction: 'vertical', largePrint: false });
    expect(html).toContain('<title>读&lt;报&gt;</title>');
    expect(html).toContain('<blockquote class="passage"># 秋收 &amp; 冬藏。</blockquote>');
    expect(html).toContain('<a href="#excerpt-1">');
    expect(html).toContain('<h3 class="excerpt" id="excerpt-1">');
    expect(html).toContain('writing-mode: vertical-rl');
    expect(html).not.toContain('<报>');
    const across = handoutHtml(lines, { language: 'zh-CN', direction: 'horizontal', largePrint: true });
    expect(across).toContain('writing-mode: horizontal-tb');
    expect(across).toContain('16pt');
  });

  it('writes Word paragraphs of named styles, with East Asian fonts, upright lines and page numbers', async () => {
    const parts = unzip(
      await handoutDocx(lines, {
        direction: 'vertical',
        paper: 'A3',
        size: 21,
        pageWords: ['第', '页'],
        made: '2022-10-12T00:00:00.000Z',
      }),
    );
    const document = parts.get('word/document.xml') ?? '';
    expect(document).toContain('<w:textDirection w:val="tbRl"/>');
    expect(document).toContain('<w:pgSz w:w="16838" w:h="23811"/>');
    expect(document).toContain(
      '<w:pStyle w:val="Quote"/></w:pPr><w:r><w:t xml:space="preserve"># 秋收 &amp; 冬藏。',
    );
    expect(document.match(/fldCharType="begin"/gu)).toHaveLength(1);
    expect(document.match(/fldCharType="end"/gu)).toHaveLength(1);
    expect(document).toContain('<w:hyperlink w:anchor="excerpt_1"');
    expect(document).toContain('w:name="excerpt_1"/>');
    for (const style of document.matchAll(/w:pStyle w:val="(\w+)"/gu)) {
      expect(parts.get('word/styles.xml')).toContain(`w:styleId="${style[1] ?? ''}"`);
    }
    for (const font of ['宋体', '黑体', '楷体']) {
      expect(parts.get('word/styles.xml')).toContain(`w:eastAsia="${font}"`);
    }
    expect(parts.get('word/footer1.xml')).toContain('<w:fldSimple w:instr=" PAGE ">');
    expectInOrder(
      document
        .replace(/<[^>]+>/gu, '\n')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
      lines,
    );
  });
});

function expectInOrder(text: string, wanted: readonly HandoutLine[]): void {
  let from = 0;
  for (const { text: words } of wanted) {
    const at = text.indexOf(words, from);
    expect(at, words).toBeGreaterThanOrEqual(0);
    from = at + words.length;
  }
}

/** Reads a zip whose entries are in its local headers as well as at its end, as yazl writes buffers. */
function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(bytes);
  const parts = new Map<string, string>();
  for (let at = 0; file.readUInt32LE(at) === 0x04034b50;) {
    const [method, packed] = [file.readUInt16LE(at + 8), file.readUInt32LE(at + 18)];
    const [nameLength, extraLength] = [file.readUInt16LE(at + 26), file.readUInt16LE(at + 28)];
    const name = file.toString('utf8', at + 30, at + 30 + nameLength);
    const start = at + 30 + nameLength + extraLength;
    const content = file.subarray(start, start + packed);
    parts.set(name, (method === 8 ? inflateRawSync(content) : content).toString('utf8'));
    at = start + packed;
  }
  return parts;
}
