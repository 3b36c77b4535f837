// Third pass: what each logical line is by its own form and its neighbours. What only the order of the whole page can
// tell, whether a display line heads an article or stands within one, is left to the assembly.
import { countCharacters, endsSentence, isBalanced, squeeze, unbalanced } from '../../text/han';
import type { Habit } from '../habit-schema';
import { habitFor } from '../habits';
import { findDateline, readBylineLine } from './byline';
import { findFurniture, isMasthead, isOutletName, withoutPageLetter, type FoundFurniture } from './furniture';
import { isPersonName, readNames } from './names';
import { noticeTitle } from './notice';
import { isWordCut, type PageStyle } from './page-style';
import type { DisplayForm, LineRole, RoledLine } from './line-role';
import { findCaption } from './photo';
import type { LineForm, LogicalLine } from './unwrap';
import { settleLists, settleVerse } from './runs';
import { isSectionName } from './section-names';

const numbered =
  /^(?:[（(][一二三四五六七八九十0-9]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]{1,2}[、，：:\s]|[0-9]{1,2}[、．.)）](?!\d)|[①②③④⑤⑥⑦⑧⑨⑩]|[●■◆◎□○★☆▲◇•·]\s?|(?:之|其)[一二三四五六七八九十][：:\s]?|【[^】]{2,16}】$)/u;
const aboutText =
  /^[（(](?:本文)?作者.{2,40}[）)]$|对本文亦?有贡献$|^本文(?:据|根据|摘自|系|首发|原载|刊于|有删节)|^[（(].{6,58}[）)]$/u;
const salutation =
  /^(?:编辑|編輯|(?:尊敬的|亲爱的|親愛的|敬爱的).{1,12}|.{0,6}(?:同志|先生|女士|老师|老師|朋友|同学|同學)(?:们|們)?)[：:]$/u;
const particulars =
  /^(?:\p{Script=Han}{0,4}(?:电话|電話|热线|熱線|专线|專線)|联系人|聯絡人|联系方式|地址|地点|地點|\p{Script=Han}{0,2}邮箱|信箱|网址|網址|传真|傳真|邮编|时间|時間|票价|票價|费用|費用|主办|承办|协办|主辦|承辦|協辦)\s?[：:]\s?\S/u;
const asker = /^(?:(?:读者|讀者|网友|網友|专家|專家|记者|記者)?[问問答QA]|记者|記者|主持人)[：:]\s?.{2,}/u;
const speaker = /^(?:[问問答QA]|记者|記者|主持人|[\p{Script=Han}]{2,4})[：:]\s?.{2,}/u;

const poemTitle =
  /[·•]|[（(](?:组诗|組詩|外[一二三四五]首|[二三四五六七八九十]首|节选)[）)]$|[二三四五六七八九十]首$/u;
const fromPlace =
  /(?:[省市县縣区區乡鄉镇鎮村州旗盟厂廠社队隊校学學院所局站部团團]|公司|大学|大學|中学|中學|小学|读者|讀者|教师|教師|学生|工人|农民|职工|北京|上海|天津|重庆|江苏|浙江|安徽|福建|江西|山东|河南|河北|湖北|湖南|广东|广西|海南|四川|贵州|云南|陕西|甘肃|青海|山西|辽宁|吉林|黑龙江|内蒙古|宁夏|新疆|西藏)$/u;

/** 一读者, 几位居民: who signs without a name. */
const nameless =
  /^(?:[一几数]\p{Script=Han}{0,2}(?:读者|讀者|农民|農民|工人|居民|市民|学生|學生|教师|教師|家长|家長|顾客|旅客|乘客|村民|职工)|本报读者)$/u;

/** 综合新闻　3 */
const numberedSection =
  /^(?:(\p{Script=Han}{2,6}(?:[·•]\p{Script=Han}{2,6})?)[\s|｜·]+([A-Z]?\d{1,2})|([A-Z]?\d{1,2})[\s|｜·]+(\p{Script=Han}{2,6}(?:[·•]\p{Script=Han}{2,6})?))$/u;

/** Gives every line its role. */
export function assignRoles(
  lines: readonly LogicalLine[],
  style: PageStyle,
  habits: readonly Habit[],
): readonly RoledLine[] {
  const roles = lines.map((line) => roleByHabit(line, style, habits));
  settleMasthead(lines, roles);
  settleLeftovers(lines, roles);
  settleTitles(lines, roles);
  settleContinuations(lines, roles, style);
  settlePenNames(lines, roles, style);
  settleSignatures(lines, roles, style);
  settleCutCaptions(lines, roles, style);
  settleCreditLines(lines, roles, style);
  settleVerse(lines, roles);
  settleLists(lines, roles);
  return lines.map((line, index) => ({ line, role: roles[index] ?? { kind: 'body', dateline: null } }));
}

/** What a printed line is by its form alone, before lines are joined. */
export function lineForm(text: string, habits: readonly Habit[]): LineForm {
  if (text.length > 110) return 'other';
  const habit = habitFor(habits, text);
  if (habit !== null) return habit.role === 'text' ? 'other' : 'alone';
  if (findFurniture(text) !== null) return 'alone';
  const dateline = findDateline(text);
  if (dateline !== null && text.length - dateline.end >= 8) return 'opening';
  if (readBylineLine(text) !== null) return 'alone';
  const caption = isBalanced(text) ? findCaption(text) : null;
  if (caption === null) return 'other';
  if (caption.start === caption.end) return 'alone';
  return caption.creditStart < text.length ? 'credited' : 'other';
}

/** What the publication's habits say of a line comes before what its form does. */
function roleByHabit(line: LogicalLine, style: PageStyle, habits: readonly Habit[]): LineRole {
  const { text } = line;
  const habit = habitFor(habits, text);
  switch (habit?.role) {
    case 'furniture':
      return { kind: 'furniture', furniture: { kind: 'profile', confidence: 0.95 } };
    case 'label':
      return { kind: 'label' };
    case 'byline': {
      const { names } = readNames(text.slice(habit?.text.length ?? 0), 'loose');
      return {
        kind: 'byline',
        byline: { reporters: [...names] },
        confidence: 0.95,
        isPenName: false,
        isHabitual: true,
      };
    }
    case 'text':
      return roleByForm(line, style, null);
    default:
      return roleByForm(line, style, findFurniture(text));
  }
}

function roleByForm(line: LogicalLine, style: PageStyle, furniture: FoundFurniture | null): LineRole {
  const text = line.text;
  if (furniture?.isBareDate === true && furniture.date !== undefined)
    return { kind: 'date', iso: furniture.date };
  if (furniture !== null) return { kind: 'furniture', furniture };
  const dateline = findDateline(text);
  const least = dateline !== null && dateline.confidence >= 0.9 ? 2 : 8;
  if (dateline !== null && text.length - dateline.end >= least) return { kind: 'body', dateline };
  const byline = readBylineLine(text);
  if (byline !== null) return { kind: 'byline', ...byline, isPenName: false };
  const caption = findCaption(text);
  if (caption !== null && !(style.isOldStyle && caption.confidence < 0.7)) return { kind: 'photo', caption };
  const notice = noticeTitle(text);
  if (notice >= 0.6) return { kind: 'notice-title', confidence: notice };
  const isOldProse = style.isOldStyle && text.length >= 12 && /、.*、/u.test(text);
  const form = isOldProse ? null : displayForm(text);
  return form === null ? { kind: 'body', dateline: null } : { kind: 'display', form };
}

/** The form of a display line; null where the line is running text. */
function displayForm(text: string): DisplayForm | null {
  const length = countCharacters(text);
  if (length > 60) return null;
  if (/[。；，、;,]$/u.test(text) || particulars.test(text) || aboutText.test(text) || salutation.test(text))
    return null;
  if (/[：:]$/u.test(text)) return length <= 24 && !text.includes('。') ? 'colon' : null;
  if (endsSentence(text)) {
    const isCry = /[？！?!…]+[”’」』）]*$/u.test(text) && length <= 34 && !text.includes('。');
    const isSpeech =
      /^[“「‘].*[”」’]$/u.test(text) || asker.test(text) || (speaker.test(text) && length > 12);
    if (!isCry || isSpeech) return null;
    return numbered.test(text) ? 'numbered' : 'plain';
  }
  if (/[。！？]./u.test(text.replace(/[！？!?][\s\u3000]/gu, '').slice(0, -1)) && text.includes('。'))
    return null;
  if (length > 40 && (text.match(/[，、]/gu)?.length ?? 0) >= 2) return null;
  return numbered.test(text) ? 'numbered' : 'plain';
}

/** A newspaper's name alone at the top of the page is its masthead; a section with a number, its page line. */
function settleMasthead(lines: readonly LogicalLine[], roles: LineRole[]): void {
  for (const [index, line] of lines.slice(0, 3).entries()) {
    if (roles[index]?.kind !== 'display' || lines.length < 4) continue;
    const numbered = numberedSection.exec(line.text);
    if (numbered !== null) {
      const name = numbered[1] ?? numbered[4];
      const number = withoutPageLetter(numbered[2] ?? numbered[3]);
      const stated = {
        ...(name === undefined ? {} : { pageName: name }),
        ...(number === undefined ? {} : { pageNumber: number }),
      };
      roles[index] = { kind: 'furniture', furniture: { kind: 'page-line', confidence: 0.75, ...stated } };
      continue;
    }
    const isDated = roles[index + 1]?.kind === 'date' || roles[index + 1]?.kind === 'furniture';
    if (!isMasthead(line.text) && !(index === 0 && isDated && isOutletName(line.text))) continue;
    const publication = line.text.replace(/[\s《》]/gu, '');
    roles[index] = { kind: 'furniture', furniture: { kind: 'page-line', confidence: 0.75, publication } };
  }
}

/** A word or two between what a web page leaves behind is a leftover too: the place of a post, a count. */
function settleLeftovers(lines: readonly LogicalLine[], roles: LineRole[]): void {
  for (const [index, { text }] of lines.entries()) {
    const above = roles[index - 1];
    const below = roles[index + 1];
    if (roles[index]?.kind !== 'display' || countCharacters(text) > 4) continue;
    const isBetween = above?.kind === 'furniture' && below?.kind === 'furniture';
    if (isBetween && below.furniture.kind === 'web-leftover' && above.furniture.kind !== 'page-line')
      roles[index] = { kind: 'furniture', furniture: { kind: 'web-leftover', confidence: 0.6 } };
  }
}

/** What stands right above a byline or a date line is a title, though it may end like a sentence. */
function settleTitles(lines: readonly LogicalLine[], roles: LineRole[]): void {
  for (const [index, line] of lines.entries()) {
    const role = roles[index];
    const next = roles[index + 1];
    if (role?.kind !== 'body' || role.dateline !== null || next === undefined) continue;
    const above = roles[index - 1]?.kind;
    const isTop = above === undefined || above === 'furniture' || above === 'display';
    const isDated = next.kind === 'furniture' && next.furniture.kind === 'date-line';
    const isSigned = next.kind === 'byline' && roles[index + 2]?.kind === 'body';
    const isShort =
      line.text.length <= (isTop ? 80 : 34) &&
      !/。/u.test(line.text.slice(0, -2)) &&
      !/[，、；。]$/u.test(line.text);
    if (isShort && ((isDated && isTop) || isSigned)) roles[index] = { kind: 'display', form: 'plain' };
  }
}

/**
 * A short line after a paragraph that breaks off is the paragraph's rest, not a headline; and one between paragraphs that
 * reads like the beginning of a sentence is the head of a paragraph which the column cut.
 */
function settleContinuations(lines: readonly LogicalLine[], roles: LineRole[], style: PageStyle): void {
  if (style.isOldStyle) return;
  let above: { readonly line: LogicalLine; readonly isBody: boolean } | null = null;
  for (const [index, line] of lines.entries()) {
    const role = roles[index];
    if (role === undefined || role.kind === 'photo' || role.kind === 'furniture') continue;
    if (role.kind === 'display' && role.form === 'plain' && above !== null) {
      const isRest =
        above.isBody && breaksOff(above.line.text) && continues(above.line.text, line.text, style);
      const next = roles[index + 1];
      const below = lines[index + 1]?.text ?? '';
      const isHead =
        next?.kind === 'body' &&
        next.dateline === null &&
        isSentenceHead(line.text, below, style, above.isBody ? 0 : 10);
      const isCaptionHead = next?.kind === 'photo' && isSentenceHead(line.text, below, style, 0);
      if (isRest || isHead) roles[index] = { kind: 'body', dateline: null };
      else if (isCaptionHead) roles[index] = { kind: 'caption-above-credit' };
    }
    above = { line, isBody: roles[index]?.kind === 'body' };
  }
}

/** Longer and with more commas than a headline has, open in the middle of a quotation, or cut within a word. */
function isSentenceHead(text: string, below: string, style: PageStyle, extra: number): boolean {
  if (/\s|[？！?!]$/u.test(text)) return false;
  const length = countCharacters(text);
  const commas = text.match(/[，；]/gu)?.length ?? 0;
  if (length >= extra + (commas >= 2 ? 18 : commas === 1 ? 28 : 36)) return true;
  if (unbalanced(text).open.length > 0) return true;
  if (length >= 12 + extra && isWordCut(style, text, below)) return true;
  if (extra > 0 && (commas === 0 || length < 18)) return false;
  return /^(?:\d{4}年|\d{1,2}月\d{1,2}日|昨[天日]|今[天日年]|去年|近日)/u.test(text) && commas > 0;
}

function breaksOff(text: string): boolean {
  return text.length >= 20 && !endsSentence(text) && !/[：；:;]$/u.test(text) && /[，。、“]/u.test(text);
}

function continues(open: string, text: string, style: PageStyle): boolean {
  if (/[，、]$/u.test(open) || isWordCut(style, open, text)) return true;
  const left = unbalanced(open.slice(-2000)).open;
  if (left.length > 0 && unbalanced(text).closed.some((mark) => left.includes(mark))) return true;
  return text.length >= 15 && /，/u.test(text) && !/\s/u.test(text);
}

/** A name alone between a headline and its text is the author's. */
function settlePenNames(lines: readonly LogicalLine[], roles: LineRole[], style: PageStyle): void {
  for (const [index, line] of lines.entries()) {
    if (roles[index]?.kind !== 'display' || line.text.length > 36) continue;
    const names = line.text
      .replace(/^[□■◎●○◆◇※—\s]+/u, '')
      .replace(/[（(][^（()）]{2,30}[）)]$/u, '')
      .split(/[\s、]+/u);
    const joined = squeeze(names.join(''));
    const isAlias =
      style.isOldStyle &&
      /^\p{Script=Han}{2,3}$/u.test(line.text) &&
      (roles[index + 1]?.kind === 'body' ||
        opensVerse(lines, roles, index + 1) ||
        isChapter(lines[index + 1]?.text ?? '')) &&
      !isSectionName(line.text);
    const isName =
      isAlias || isPersonName(joined) || (names.length > 1 && names.every((name) => isPersonName(name)));
    const above = roles[index - 1];
    const below = roles[index + 1];
    const isBetween = above?.kind === 'display' && above.form === 'plain' && below !== undefined;
    const stack = lines.slice(Math.max(0, index - 4), index);
    const isInStack =
      stack.length === 4 &&
      roles.slice(index - 4, index).every((role) => role.kind === 'display') &&
      !stack.some((line) => isSectionName(line.text));
    // In a stack of lines, verse included, a name stands below what by its form is a poem's title.
    const isPoet = isPersonName(joined) && poemTitle.test(lines[index - 1]?.text ?? '');
    if (
      isName &&
      isBetween &&
      (!isInStack || isPoet || (isAlias && opensVerse(lines, roles, index + 1))) &&
      (below.kind === 'body' || below.kind === 'display')
    ) {
      const reporters = isAlias || isPersonName(joined) ? [joined] : names;
      const confidence = isPersonName(joined) ? 0.7 : 0.55;
      roles[index] = { kind: 'byline', byline: { reporters }, confidence, isPenName: true };
    }
  }
}

/** Whether a line is the number of a chapter, as in a novel that is printed by and by: （十七）, 第三回. */
function isChapter(text: string): boolean {
  return /^[（(【]?第?[一二三四五六七八九十百〇零廿卅\d]{1,5}[回章节節集]?[）)】]?$/u.test(text);
}

/** Whether lines of one length begin here, as a poem without punctuation does. */
function opensVerse(lines: readonly LogicalLine[], roles: readonly LineRole[], from: number): boolean {
  const verse = lines.slice(from, from + 4);
  const length = verse[0]?.text.length ?? 0;
  return (
    verse.length === 4 &&
    length >= 4 &&
    length <= 14 &&
    verse.every(
      ({ text }, at) => text.length === length && /display|verse/u.test(roles[from + at]?.kind ?? ''),
    )
  );
}

/**
 * A line after the last paragraph with a name, alone or after the place or unit it is from, signs the article:
 * 河北束鹿县　耿玉堂.
 */
function settleSignatures(lines: readonly LogicalLine[], roles: LineRole[], style: PageStyle): void {
  for (const [index, { text }] of lines.entries()) {
    const above = roles[index - 1];
    const below = roles[index + 1]?.kind;
    if (roles[index]?.kind !== 'display' || text.length > 24 || style.isOldStyle) continue;
    const isAtEnd =
      (above?.kind === 'body' || above?.kind === 'verse') &&
      below !== 'body' &&
      below !== 'verse' &&
      below !== 'byline';
    if (!isAtEnd || !endsSentence(lines[index - 1]?.text ?? '')) continue;
    const words = text.replace(/^[—\-－]+/u, '').split(/[\s\u3000]+/u);
    const joined = squeeze(text);
    const isSpacedName = words.every((word) => countCharacters(word) === 1) && isPersonName(joined);
    const isAlone = words.length === 1 && countCharacters(joined) === 3 && isPersonName(joined);
    const isNameless =
      nameless.test(words.at(-1) ?? '') && words.slice(0, -1).every((word) => fromPlace.test(word));
    const from = words.slice(0, -1).join('');
    const isFrom =
      words.length > 1 &&
      isPersonName(words.at(-1) ?? '') &&
      fromPlace.test(from) &&
      !/[，。：！？]/u.test(from);
    if (!isSpacedName && !isAlone && !isFrom && !isNameless) continue;
    const reporters = [isFrom || isNameless ? (words.at(-1) ?? '') : joined];
    roles[index] = {
      kind: 'byline',
      byline: { reporters },
      confidence: isAlone ? 0.55 : 0.7,
      isPenName: false,
    };
  }
}

/** A sentence that breaks off above a line with its end and a credit is the head of the caption. */
function settleCutCaptions(lines: readonly LogicalLine[], roles: LineRole[], style: PageStyle): void {
  for (const [index, line] of lines.entries()) {
    const role = roles[index];
    const below = lines[index + 1];
    const roleBelow = roles[index + 1];
    if (role?.kind !== 'body' || role.dateline !== null || roleBelow?.kind !== 'photo' || below === undefined)
      continue;
    const isCut = roleBelow.caption.end > 0 && roleBelow.caption.start === 0 && breaksOff(line.text);
    if (isCut && (isWordCut(style, line.text, below.text) || roles[index + 2]?.kind !== 'body')) {
      roles[index] = { kind: 'caption-above-credit' };
    }
  }
}

/** A bare credit right below a short sentence makes the sentence a caption. */
function settleCreditLines(lines: readonly LogicalLine[], roles: LineRole[], style: PageStyle): void {
  for (const [index, line] of lines.entries()) {
    const role = roles[index];
    const above = lines[index - 1];
    const roleAbove = roles[index - 1];
    if (role?.kind !== 'photo' || role.caption.start !== role.caption.end || above === undefined) continue;
    if (
      roleAbove?.kind === 'photo' &&
      roleAbove.caption.creditStart === above.text.length &&
      line.blankAbove === 0
    ) {
      roles[index - 1] = { kind: 'caption-above-credit' };
      continue;
    }
    if (roleAbove?.kind !== 'body' && roleAbove?.kind !== 'display') continue;
    if (roleAbove.kind === 'body' && roleAbove.dateline !== null) continue;
    const isSigned = /(?:摄|攝|摄影|攝影)[）)]?$/u.test(line.text);
    const isShort = style.isSpaced ? above.text.length <= 260 : above.text.length <= (isSigned ? 45 : 28);
    const isNear = line.blankAbove === 0 && isShort;
    const isSentence =
      endsSentence(above.text) || (roles[index - 2]?.kind === 'body' && above.text.length <= 40);
    if (isNear && (isSentence || style.isSpaced)) roles[index - 1] = { kind: 'caption-above-credit' };
  }
}
