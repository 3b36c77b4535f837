// Whether display lines above running text head a new article or are subheads 小标题 of the one at hand. A byline or dateline
// below settles it; without one the signs for either are weighed.
import { countCharacters } from '../../text/han';
import type { Decision } from '../format';
import { decide, type Draft, type WaitingLine } from './drafts';
import type { PageStyle } from './page-style';
import type { RoledLine } from './line-role';
import type { LogicalLine } from './unwrap';

const newsLead =
  /^(?:昨[天日]|今[天日]|前[天日]|日前|近日|近来|本周|本月|\d{1,2}月\d{1,2}日|\d{1,2}日|[一二三四五六七八九十]+月|据|據|记者|記者|本报|本報)/u;

/** Items that stand in a paper every day and never within an article. */
const standing =
  /^(?:今日|明日|本市|昨日|国内|國內|国际|國際)?(?:天气|天氣|天气预报|天氣預報|气象|氣象|外汇牌价|牌价|汇市|股市|金价|菜价|粮价|商情|市况|市況|行情|行市|广播节目|电视节目|电视节目预告|影讯|戏讯|更正|启示录|公益广告)$/u;

export type HeadlineCase = {
  readonly waiting: readonly WaitingLine[];
  readonly current: Draft | null;
  /** A byline or a dateline belongs to the text below. */
  readonly hasByline: boolean;
  readonly isTitled: boolean;
  /** The name of a section stands above the lines, or a section of short reports goes on. */
  readonly isInSection: boolean;
  /** Another headline of this page was known by its weight alone. */
  readonly isAfterWeighed: boolean;
  readonly roled: readonly RoledLine[];
  /** The line of text that follows the display lines. */
  readonly index: number;
  readonly style: PageStyle;
};

export type HeadlineWeight = { readonly isHeadline: boolean; readonly decision: Decision };

/** Weighs whether the waiting lines head a new article. */
export function weighHeadline(given: HeadlineCase): HeadlineWeight {
  const { waiting, current, hasByline, isTitled, isInSection } = given;
  if (current === null || current.isClosed) {
    return headline(hasByline || isTitled ? 0.97 : 0.9, hasByline ? 'byline-follows' : 'only-display-line');
  }
  if (hasByline) return headline(0.97, 'byline-follows');
  if (isTitled) return headline(0.93, 'web-title');
  if (waiting.every(({ form }) => form !== 'plain')) return subhead(0.9);
  if (isInSection) return headline(0.8, 'below-section-name');
  if (!current.text.some((line) => line.kind !== 'byline')) return subhead(0.7);
  const weight = waiting.reduce((sum, line) => sum + lineWeight(line, given), 0) + pageWeight(given);
  return weight >= 0.75
    ? headline(Math.min(0.9, 0.5 + weight / 8), 'weighed-as-headline')
    : subhead(Math.min(0.9, 0.55 + (0.75 - weight) / 8));
}

function lineWeight({ line, form }: WaitingLine, { style, waiting }: HeadlineCase): number {
  const length = countCharacters(line.text);
  let weight = 0;
  if (form !== 'plain') weight -= 3;
  // Subheads are short, and are not set in two halves.
  if (/\S(?:\u3000|\s{2})\S/u.test(line.text)) weight += 1.5;
  else if (/[\p{Script=Han}”」？！]\s[\p{Script=Han}“「]/u.test(line.text)) weight += length >= 11 ? 1 : 0.2;
  if (!style.isOldStyle) weight += lengthWeight(length);
  if (/.：./u.test(line.text)) weight += 0.5;
  if (/[？?]$/u.test(line.text)) weight -= 0.5;
  // The title and author of a work that is quoted.
  if (/^《[^《》]+》$|^——/u.test(line.text)) weight -= 1.5;
  if (style.isIndented) weight += line.indent >= 3 ? -2.5 : 1;
  if (style.isSpaced && line.blankAbove > style.usualBlank) weight += 1.5;
  return weight / Math.max(1, waiting.length * 0.75);
}

function lengthWeight(length: number): number {
  if (length >= 20) return 1.6;
  if (length >= 16) return 1.3;
  if (length >= 12) return 0.7;
  return length >= 9 ? 0.2 : length <= 7 ? -0.8 : -0.2;
}

function pageWeight(given: HeadlineCase): number {
  const { waiting, current, roled, style, index } = given;
  let weight = 0;
  if (style.isOldStyle) weight += 2.5;
  if (waiting.length === 1 && standing.test(waiting[0]?.line.text ?? '')) weight += 3;
  if (opensAlike(given)) weight += 2;
  if (waiting.length >= 2 && waiting[0]?.form === 'plain') weight += 1.3;
  if (current?.type === 'notice') weight += 0.8;
  if (given.isAfterWeighed) weight += 1.2;
  // A page from the web is one article; its next one would have its own date line.
  const dateLines = roled.filter(
    ({ role }) => role.kind === 'furniture' && role.furniture.kind === 'date-line',
  ).length;
  if (dateLines > 0) weight -= 2;
  // A page on which every other article has a byline would give this one its own.
  const signed = roled.filter(
    ({ role }) => role.kind === 'byline' || (role.kind === 'body' && role.dateline !== null),
  ).length;
  if (signed >= 3) weight -= 0.5;
  // Subheads come several to an article, alike in length.
  const twins = roled.filter(
    ({ role, line }, at) =>
      role.kind === 'display' &&
      line !== waiting[0]?.line &&
      roled[at + 1]?.role.kind === 'body' &&
      roled[at - 1]?.role.kind === 'body' &&
      Math.abs(countCharacters(line.text) - countCharacters(waiting[0]?.line.text ?? '')) <= 1,
  ).length;
  if (twins > 0 && !style.isOldStyle) weight -= 0.8;
  const previous = roled[index - waiting.length - 1]?.role;
  if (previous?.kind === 'byline' || previous?.kind === 'furniture') weight += 0.8;
  // News opens with its when and whence.
  if (newsLead.test(roled[index]?.line.text.slice(0, 30) ?? '')) weight += 0.7;
  return weight;
}

/** Whether the text below opens as the article at hand did, with the same speaker: 读者问：… */
function opensAlike({ current, roled, index }: HeadlineCase): boolean {
  const speaker = /^\p{Script=Han}{1,6}[：:]/u;
  const opening = speaker.exec(roled[index]?.line.text ?? '')?.[0];
  const first = current?.text.find((line) => line.kind !== 'byline')?.line.text;
  return opening !== undefined && first?.startsWith(opening) === true;
}

function headline(confidence: number, reason: Decision['reason']): HeadlineWeight {
  return { isHeadline: true, decision: decide(confidence, reason) };
}

function subhead(confidence: number): HeadlineWeight {
  return { isHeadline: false, decision: decide(confidence, 'between-paragraphs') };
}

/** Whether a byline stands above its headline, as 本报评论员 does: parted from the text above, and not from the line below. */
export function bylineIsAbove(line: LogicalLine, below: RoledLine | undefined): boolean {
  return below?.role.kind === 'display' && line.blankAbove > below.line.blankAbove;
}
