// The few words which the export itself puts on paper or into the file.
import type { MarkColor, MarkStyle } from '../../../src-core/annotation/annotation';
import type { Language } from '../../../src-core/ipc/contract';
import { articleTitle } from '../../../src-core/publication/article-text';
import type { Issue } from '../../../src-core/publication/issue';

/** What a mark is called, by its style. */
export const styleNames: { readonly [L in Language]: { readonly [S in MarkStyle]: string } } = {
  'zh-CN': {
    highlight: '高亮',
    underline: '直线',
    wavy: '波浪线',
    emphasis: '着重号',
    circle: '圈点',
    strike: '删除线',
    box: '方框',
  },
  en: {
    highlight: 'Highlight',
    underline: 'Underline',
    wavy: 'Wavy line',
    emphasis: 'Emphasis dots',
    circle: 'Circles',
    strike: 'Strike',
    box: 'Box',
  },
};

/** What a colour is called. */
export const colorNames: { readonly [L in Language]: { readonly [C in MarkColor]: string } } = {
  'zh-CN': {
    gamboge: '藤黄',
    cinnabar: '朱砂',
    rouge: '胭脂',
    malachite: '石绿',
    indigo: '花青',
    ochre: '赭石',
    violet: '黛紫',
    ink: '淡墨',
    custom: '自调',
  },
  en: {
    gamboge: 'Gamboge',
    cinnabar: 'Cinnabar',
    rouge: 'Rouge',
    malachite: 'Malachite',
    indigo: 'Indigo',
    ochre: 'Ochre',
    violet: 'Violet',
    ink: 'Light ink',
    custom: 'Own color',
  },
};

type IndexWords = {
  readonly title: string;
  /** Heads the notes at the end. */
  readonly notes: string;
  /** Stands over a column in the place of a note too long for it. */
  readonly elsewhere: string;
  /** Heads the marks whose words are no longer in the issue. */
  readonly orphans: string;
  readonly place: (style: string, page: number) => string;
  readonly note: (text: string) => string;
  readonly tags: (tags: readonly string[]) => string;
  readonly author: (name: string) => string;
  /** What a link within the document is called where it is heard. */
  readonly link: string;
};

/** The words of the index of marks. */
export const indexWords: { readonly [L in Language]: IndexWords } = {
  'zh-CN': {
    title: '标记索引',
    notes: '批注',
    elsewhere: '全文见文末',
    orphans: '正文中已找不到的标记',
    place: (style, page) => `（第${page}页，${style}）`,
    note: (text) => `批注：${text}`,
    tags: (tags) => `标签：${tags.join('、')}`,
    author: (name) => `标记人：${name}`,
    link: '转到文中所指之处',
  },
  en: {
    title: 'Index of marks',
    notes: 'Notes',
    elsewhere: 'See the end',
    orphans: 'Marks whose words are no longer in the text',
    place: (style, page) => ` (page ${page}, ${style})`,
    note: (text) => `Note: ${text}`,
    tags: (tags) => `Tags: ${tags.join(', ')}`,
    author: (name) => `Marked by ${name}`,
    link: 'Go to the place in this document',
  },
};

/** Names the exported document: the publication and date, or the first headline. */
export function documentTitle(issue: Issue): string {
  const name = [issue.publication, issue.date].filter((part) => part !== undefined && part !== '').join(' ');
  const [first] = issue.articles;
  return name !== '' ? name : first === undefined ? issue.source.fileName : articleTitle(first);
}
