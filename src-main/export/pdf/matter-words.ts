// The words of what stands before and after the issues.
import type { Language } from '../../../src-core/ipc/contract';
import { counted } from '../../../src-core/strings/counted';

type MatterWords = {
  readonly contents: string;
  /** Heads in the contents what follows the issues. */
  readonly after: string;
  readonly legend: string;
  readonly tags: string;
  readonly authors: string;
  readonly sources: string;
  /** Head the two parts of the legend. */
  readonly colors: string;
  readonly styles: string;
  readonly noAuthor: string;
  readonly times: (count: number) => string;
  /** How much the document holds. */
  readonly extent: (articles: number, marks: number) => string;
  readonly markedBy: (names: string) => string;
  readonly fromTo: (first: string, last: string, issues: number) => string;
  readonly andMore: (issues: number) => string;
  readonly made: (date: string) => string;
};

export const matterWords: { readonly [L in Language]: MatterWords } = {
  'zh-CN': {
    contents: '目录',
    after: '附录',
    legend: '图例',
    tags: '标签索引',
    authors: '标记人索引',
    sources: '文献',
    colors: '颜色',
    styles: '样式',
    noAuthor: '未署名',
    times: (count) => `${count}处`,
    extent: (articles, marks) => `稿件${articles}篇${marks === 0 ? '' : `　标记${marks}处`}`,
    markedBy: (names) => `标记人　${names}`,
    fromTo: (first, last, issues) => `${first}至${last}　共${issues}期`,
    andMore: (issues) => `等${issues}期`,
    made: (date) => `剪报　${date}制`,
  },
  en: {
    contents: 'Contents',
    after: 'After the issues',
    legend: 'Legend',
    tags: 'Index of tags',
    authors: 'Index of annotators',
    sources: 'Sources',
    colors: 'Colors',
    styles: 'Styles',
    noAuthor: 'Not signed',
    times: (count) => `${count}×`,
    extent: (articles, marks) =>
      `${counted(articles, 'article')}${marks === 0 ? '' : ` · ${counted(marks, 'mark')}`}`,
    markedBy: (names) => `Marked by ${names}`,
    fromTo: (first, last, issues) => `${first} – ${last} (${counted(issues, 'issue')})`,
    andMore: (issues) => `and more, ${issues} issues`,
    made: (date) => `Jianbao 剪报 · ${date}`,
  },
};

/** i, ii, iii … of a number from 1. */
export function romanNumeral(value: number): string {
  const signs = [
    ['c', 100],
    ['xc', 90],
    ['l', 50],
    ['xl', 40],
    ['x', 10],
    ['ix', 9],
    ['v', 5],
    ['iv', 4],
    ['i', 1],
  ] as const;
  let left = value;
  let numeral = '';
  for (const [sign, worth] of signs) {
    for (; left >= worth; left -= worth) numeral += sign;
  }
  return numeral;
}
