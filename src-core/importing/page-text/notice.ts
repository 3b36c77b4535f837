// Notices 通告: what their titles look like, and who issues them.

import { findDates } from '../../text/chinese-date';

const kinds =
  '通告|公告|启事|啟事|声明|聲明|通知|讣告|訃告|讣闻|訃聞|讣文|公示|布告|佈告|告示|通报|更正|致歉|更正启事|征文启事|招聘启事|遗失声明|遗失启事|道歉声明|招领启事|招标公告|中标公告|拍卖公告|清算公告|注销公告|减资公告|债权公告|停电通知|停水通知|开庭公告|任前公示|寻人启事|鳴謝|鸣谢|喜报|悬赏通告|廣告|广告|徵婚|征婚|徵友|徵求|招租|招生|招生简章|招生簡章|招商|招标|招聘|誠聘|诚聘|寻人|尋人|寻物|尋物|失物招领|遺失|遗失|作废声明|聲明作廢';
const alone = new RegExp(`^(?:重要|特别|紧急)?\\p{Script=Han}{0,12}(?:${kinds})$`, 'u');
const issued = /^\p{Script=Han}{6,32}(?:通告|公告|通知|公示|布告|佈告)(?:[（(]第?.{1,10}[号號][）)])?$/u;
const plain = new RegExp(`^(?:重要|特别|紧急)?(?:${kinds})$`, 'u');
/** What a group that meets to read or study puts over its notice, where nothing else stands there. */
const meeting = /^(?:[学學][习習]|[读讀][书書])(?:[日会會班])$/u;
/** Words that head notices alone, but stand in headlines too. */
const loose = /(?:招标|招租|招生|招商|招聘|徵求|[遗遺]失|[寻尋][人物])$/u;
const about = new RegExp(`(?:关于|關於).{2,50}的?(?:${kinds})$`, 'u');
const issuerEnd =
  /(?:委员会|委員會|宣传部|组织部|统战部|[党黨]委|[县縣区區市省州镇鎮]委|政府|办公室|辦公室|办公厅|指挥部|指揮部|领导小组|公司|集团|銀行|银行|法院|检察院|公安局|派出所|分局|总局|[局厅廳处處科所院校馆館]|中心|协会|協會|学会|總會|总会|工会|商会|联合会|基金会|学校|大學|大学|中学|小学|医院|報社|报社|编辑部|委員|董事会|管理处|管委会|部|社|会|會|厂|廠|行|堂|家属|敬启|谨启|啟|启)$/u;

/** How sure it is that a line is the title of a notice, from 0 to 1. */
export function noticeTitle(text: string): number {
  const bare = text.replace(/[\s【】〔〕［］()（）·\-—]/gu, '');
  if (plain.test(bare)) return 0.95;
  if (meeting.test(bare)) return 0.85;
  if (bare.length <= 60 && about.test(bare) && !/[，。：；“”？！]/u.test(bare)) return 0.85;
  if (loose.test(bare)) return 0;
  if (issued.test(text) && isIssuer(text.replace(/(?:通告|公告|通知|公示|布告|佈告).*$/u, ''))) return 0.85;
  if (bare.length <= 20 && alone.test(bare) && !/[，。：；“”？！]/u.test(bare))
    return /[发發见見布]/u.test(bare.slice(0, -2)) ? 0.4 : 0.7;
  return 0;
}

export type SignedDate = { readonly issuerEnd: number; readonly dateStart: number; readonly iso: string };

/** Reads a line that names who issues a notice and ends with its date; null where it is something else. */
export function findSignedDate(text: string): SignedDate | null {
  if (text.length > 60) return null;
  const date = findDates(text).at(-1);
  if (date?.range.end !== text.length) return null;
  const issuer = text.slice(0, date.range.start).trimEnd();
  return isIssuer(issuer) ? { issuerEnd: issuer.length, dateStart: date.range.start, iso: date.iso } : null;
}

/** Whether a line is the number that goes with the title above: （第12号）, 江政告〔2020〕3号. */
export function isNoticeNumber(text: string): boolean {
  return /^(?:[（(]?第?\s?[0-9〇一二三四五六七八九十]{1,6}\s?[号號期][）)]?|\p{Script=Han}{2,8}[〔[（(](?:19|20)\d\d[〕\])）]\s?(?:第\s?)?\d{1,4}\s?[号號])$/u.test(
    text,
  );
}

/** Whether a line can be the name of who issues a notice. */
export function isIssuer(text: string): boolean {
  const bare = text.replace(/^(?:特此(?:公告|通告|声明|聲明|通知)[。！]?)/u, '').replace(/\s+/gu, '');
  return bare.length >= 2 && bare.length <= 40 && !/[，。；：！？“”]/u.test(bare) && issuerEnd.test(bare);
}
