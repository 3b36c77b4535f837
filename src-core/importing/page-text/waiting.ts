// Display lines, and what stands among them, that wait until what follows says what they are.
import type { Byline } from '../../publication/issue';
import { countCharacters } from '../../text/han';
import type { Decision } from '../format';
import type { PhotoDraft, WaitingLine } from './drafts';
import type { PageStyle } from './page-style';
import type { LogicalLine } from './unwrap';

export type WaitingByline = {
  readonly line: LogicalLine;
  readonly byline: Byline;
  readonly decision: Decision;
};

export type Waiting = {
  lines: WaitingLine[];
  photos: PhotoDraft[];
  bylines: WaitingByline[];
  /** Authors whom the date line of a web page names. */
  authors: string[];
  /** A date line stood below the lines, so they are a title. */
  isTitled: boolean;
  /** The lines stand below a heading such as 相关阅读, so they are links unless text follows. */
  isLinks: boolean;
};

/** Nothing waits. */
export function noneWaiting(): Waiting {
  return { lines: [], photos: [], bylines: [], authors: [], isTitled: false, isLinks: false };
}

const sectionName =
  /^(?:[【〖［[]?(?:要闻|要聞|综合|綜合|国内|國內|国际|國際|时政|時政|时事|時事|社会|社會|本地|本埠|体育|體育|财经|財經|经济|經濟|文化|副刊|文艺|文艺副刊|娱乐|娛樂|教育|科技|健康|法治|评论|評論|短评|社论|社論|社評|时评|时评|快评|杂谈|读者来信|讀者投書|图片新闻|圖片新聞|简讯|簡訊|短讯|短波|要闻简报|新闻速递|一句话新闻|广告|廣告|专版|专题|头条|視點|视点|焦点|焦點|天下|民生|县区|基层|生活|观点|观察|聚焦|特写|人物|导读|今日导读|今日要目|要目|诗歌|散文|随笔|小说|杂文|連載|连载)(?:新闻|新聞|版|快讯|天地|园地)?[】〗］\]]?)$/u;

/** Whether a line is the name of a section of the paper. */
export function isSectionName(text: string): boolean {
  const isShort = countCharacters(text) <= 8;
  return (isShort && (sectionName.test(text) || /[周副專专特]刊$/u.test(text))) || isMarkedName(text);
}

/** A short name between dots or heavy brackets: ·诗苑·, 【百姓故事】. */
function isMarkedName(text: string): boolean {
  return text.length <= 12 && /^(?:[·•・].+[·•・]|【.+】|〖.+〗)$/u.test(text);
}

/** Section names and lines set far above the rest are labels rather than part of the headline. */
export function splitLabels(
  lines: readonly LogicalLine[],
  style: PageStyle,
): { readonly labels: readonly LogicalLine[]; readonly display: readonly LogicalLine[] } {
  let from = 0;
  for (let index = 0; index < lines.length - 1; index++) {
    const line = lines[index];
    const next = lines[index + 1];
    if (line === undefined || next === undefined) break;
    const isFar = next.blankAbove > Math.max(1, style.usualBlank) + 1;
    if (isFar || isMarkedName(line.text) || (index === from && isSectionName(line.text))) from = index + 1;
  }
  return { labels: lines.slice(0, from), display: lines.slice(from) };
}

/**
 * Many short display lines in a row are a poem without punctuation; what heads the next article stands in the last group
 * when `isFollowed` by one. Null where the lines are no poem.
 */
export function splitPoem(
  lines: readonly LogicalLine[],
  isFollowed: boolean,
): { readonly poem: readonly LogicalLine[]; readonly display: readonly LogicalLine[] } | null {
  const lastGroup = lines.at(-1)?.group;
  const isLastApart = lines.some((line) => line.group !== lastGroup);
  let from = isFollowed ? lines.length - 1 : lines.length;
  if (isFollowed && isLastApart) from = lines.findIndex((line) => line.group === lastGroup);
  const poem = lines.slice(0, from);
  const length = poem.reduce((sum, line) => sum + countCharacters(line.text), 0) / Math.max(1, poem.length);
  const isVerse = poem.every((line) => !/^——|[《》：]/u.test(line.text));
  return poem.length >= 4 && length <= 14 && isVerse ? { poem, display: lines.slice(from) } : null;
}
