// Page furniture that stands in the margin of a printed page, outside every article: the running head with the paper's
// name, the day, 版次, 版名 and 责任编辑. The masthead 报头 of an issue's first page is in masthead.ts.
import type { ArticleId, Issue } from '../publication/issue';
import { dateWords } from './date-words';
import type { Em, Furniture, Rect } from './model';
import type { PageSpec } from './page-spec';

/** How far furniture reaches out of the type area, in em: what a page's margin must hold. */
export const furnitureDepth: Em = 2;

/** Which sheet a running head is for. */
export type RunningPage = {
  /** Counted from 0 through all sheets. */
  readonly sheet: number;
  /** The first article on it, by which the printed page 版 is known; null on a sheet without one. */
  readonly articleId: ArticleId | null;
  readonly hasMasthead: boolean;
  /** How the sheet is called where it is not counted with the others, as vi before them. */
  readonly called?: string;
};

const size: Em = 0.9;

/**
 * The running head: publication and date where reading starts, unless a masthead says them; 责任编辑 in the middle, and 版次
 * and 版名 where it ends. Where sheets are not the printed pages, as on paper, their own number stands there, and 版次 in the
 * middle. What the issue does not say is left out.
 */
export function runningHead(issue: Issue, spec: PageSpec, page: RunningPage): readonly Furniture[] {
  const printed = printedPageOf(issue, page.articleId);
  const called = printed === undefined ? '' : printedPageWords(printed);
  const isPrinted = spec.arrangement === 'page' && printed?.number !== undefined;
  const number = page.called ?? `第${page.sheet + 1}页`;
  const editors = printed?.editors?.join('　');
  const date = issue.date === undefined ? undefined : dateWords(issue.date);
  const parts = {
    start: page.hasMasthead ? [] : [issue.publication, date],
    middle: isPrinted ? [editors] : [called, editors],
    end: [isPrinted ? called : number],
  };
  const words = fitted(spec, { start: said(parts.start), middle: said(parts.middle), end: said(parts.end) });
  return (['start', 'middle', 'end'] as const).flatMap((side) => {
    const text = words[side];
    if (text === '') return [];
    const along = side === 'middle' ? words.middleAt : side === 'start' ? 0 : Infinity;
    return [{ kind: 'running' as const, rect: place(spec, text, along), text, face: 'song' as const, size }];
  });
}

function said(words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== '').join('　');
}

type HeadWords = { readonly start: string; readonly middle: string; readonly end: string };

/** The words of a running head, and where the middle ones begin. */
type FittedWords = HeadWords & { readonly middleAt: Em };

/** White between two parts of a running head. */
const leastBetween: Em = 1;

/**
 * Fits the parts beside each other. The middle leaves its place before anything is left out; then the weekday goes, and
 * only then is a part shortened: the number stays, and the middle before the start.
 */
function fitted(spec: PageSpec, head: HeadWords): FittedWords {
  const across = spec.direction === 'vertical' ? spec.blockSize : spec.inlineSize;
  const whole = beside(head, across) ?? beside({ ...head, start: withoutWeekday(head.start) }, across);
  if (whole !== null) return whole;
  const endWidth = widthBeside(head.end);
  const middle = shortened(head.middle, across - 2 * endWidth);
  const middleWidth = textWidth(middle) * size;
  const middleAt = (across - middleWidth) / 2;
  const room = middle === '' ? across - endWidth : middleAt - leastBetween;
  return { start: shortened(head.start, room), middle, end: head.end, middleAt };
}

/** All parts whole, the middle as near to the middle as its neighbours let it stand; null where they have no room. */
function beside(head: HeadWords, across: Em): FittedWords | null {
  const width = textWidth(head.middle) * size;
  const least = widthBeside(head.start);
  const most = across - widthBeside(head.end) - width;
  return least > most ? null : { ...head, middleAt: Math.min(Math.max((across - width) / 2, least), most) };
}

function widthBeside(text: string): Em {
  return text === '' ? 0 : textWidth(text) * size + leastBetween;
}

function withoutWeekday(start: string): string {
  return start.replace(/　星期\p{Script=Han}$/u, '');
}

/** A text within a width; empty where nothing worth reading is left of it. */
function shortened(text: string, width: Em): string {
  if (textWidth(text) * size <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join('').trimEnd()}…`) * size > width)
    characters.pop();
  return characters.length < 3 ? '' : `${characters.join('').trimEnd()}…`;
}

type PrintedPage = Issue['pages'][number];

/** The printed page on which an article stands; undefined where none names it. */
export function printedPageOf(issue: Issue, articleId: ArticleId | null): PrintedPage | undefined {
  return articleId === null
    ? undefined
    : issue.pages.find(({ articleIds }) => articleIds.includes(articleId));
}

/** 第3版　要闻: how a printed page is called; empty where it has neither number nor name. */
export function printedPageWords({ number, name }: Pick<PrintedPage, 'number' | 'name'>): string {
  const called = number === undefined ? undefined : pageNumberWords(number);
  return [called, name].filter((words) => words !== undefined && words !== '').join('　');
}

/** 第3版 for 3 or 03, A03版 for A03, and a number which says so already as it stands. */
export function pageNumberWords(number: string): string {
  if (/[版页頁张張]/u.test(number)) return number;
  return /^\d+$/u.test(number) ? `第${Number(number)}版` : `${number}版`;
}

/** The text runs across the head of the sheet in both directions: along the block axis in 竖排, the inline axis in 横排. */
function place(spec: PageSpec, text: string, at: Em): Rect {
  const isVertical = spec.direction === 'vertical';
  const width = textWidth(text) * size;
  const across = isVertical ? spec.blockSize : spec.inlineSize;
  const along = Math.min(at, Math.max(0, across - width));
  return isVertical
    ? { inline: -furnitureDepth, block: along, inlineSize: 1, blockSize: width }
    : { inline: along, block: -furnitureDepth, inlineSize: width, blockSize: 1 };
}

/** Roughly how wide words are, in em of their size. */
export function textWidth(text: string): Em {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.6 : 1;
  return width;
}
