// What stands on a page beside its articles: page lines (报头, 版次), date lines, editors, sources and what a web page
// leaves behind. Only short lines are looked at.
import { findDates } from '../../text/chinese-date';
import type { FurnitureKind } from '../format';
import { readNames } from './names';

export type FoundFurniture = {
  readonly kind: FurnitureKind;
  readonly confidence: number;
  /** ISO 8601 date the line states. */
  readonly date?: string;
  /** Whether the line is nothing but a date, as under a notice. */
  readonly isBareDate?: boolean;
  readonly publication?: string;
  readonly pageNumber?: string;
  readonly pageName?: string;
  /** Authors whom a date line names. */
  readonly authors?: readonly string[];
  /** The article above ends with it, as with 摘自《…》. */
  readonly endsArticle?: boolean;
  /** What follows are links to other articles. */
  readonly opensLinks?: boolean;
};

const editor =
  /^(?:本[版期])?(?:责任?编辑?|責任?編輯?|责编|責編|编辑|編輯|本版编辑|本版责编|值班(?:编辑|主任|编委|总编)|版式(?:设计)?|美术?编辑?|美编|校对|校對|组版|制图|製圖|版面|视觉|检校|审校|校检|排版|监制|监审|终审|审核|总编|主编|見習編輯|核稿|統籌|网络编辑|实习编辑|责任校对|版面设计|图片编辑|文字编辑)(?:[\s：:／/|｜]|$)/u;
const source =
  /^(?:(?:文章|稿件|新闻|资料|資料|图文|信息|内容|本文)?(?:来源|來源|出处)|原文链接|原文連結|原标题|原標題|原题|（原标题)\s?[：:／/]/u;
/** （均据新华社）: where all the reports above are from. */
const allFrom =
  /^[（(【](?:(?:以上|本版|本栏|本组)?(?:稿件|文字|消息|报道)?(?:均|都|皆)?[据據综綜].{2,24}|(?:以上|本版).{0,4}(?:均|皆).{2,20})(?:社|[报報]|[网網]|[电電]|报道|報導|消息|整理)[）)】]$/u;
/** What an archive prints where a field is empty, and bare numbers: 专栏：, 12. */
const emptyField = /^(?:专栏|栏目|版面|引题|副题|肩题|作者|来源)\s?[：:]$|^[—\-－·\s]*\d{1,4}[—\-－·\s]*$/u;
const reprint =
  /^.{0,40}(?:(?:不得|禁止|谢绝|严禁|請勿|请勿).{0,6}(?:转载|轉載|复制|擅用)|(?:独家|原创)(?:稿件|文章|内容|报道)).{0,30}$/u;
const excerpt = /^(?:摘自|选自|選自|原载|原載|转自|轉自|节选自).{0,12}《[^《》]{2,20}》/u;
const web =
  /^(?:分享(?:到|至|按钮|讓)?|打印(?:本页|本稿)?|列印|字[号號体體](?:[：:\s]|大)|[大小]\s?中\s?[大小]$|【?(?:关闭|關閉)(?:窗口|本页)?】?|返回(?:首页|顶部|目录|上一页)|回(?:首頁|上頁|頂部)|上一[篇版页期][：:\s]?|下一[篇版页期][：:\s]?|[上下]一[頁則]|相关(?:新闻|阅读|链接|报道|专题|推荐)|相關(?:新聞|報導|連結|文章)|推荐(?:阅读|新闻)|推薦閱讀|延伸(?:阅读|閱讀)|(?:更多|看更多)(?:新闻|新聞|内容|相關|相关|精彩|鏡|.{0,8}(?:新聞|报导|報導|文章))|热门(?:新闻|推荐|评论)|熱門(?:新聞|話題)|猜你喜欢|为您推荐|阅读(?:原文|全文|更多)|点击(?:查看|进入|这里|图片|加载)|點[擊我此]|点此|扫(?:一扫|码|描)|掃描|(?:长按|微信扫)|下载.{0,8}(?:客户端|APP)|(?:打开|立即打开).{0,8}APP|关注(?:我们|微信|公众号)|欢迎关注|加入(?:收藏|好友)|我要(?:评论|纠错|分享|留言|投稿)|发表评论|网友评论|评论\s?[（(]?\d*[)）]?$|\d+\s?(?:条评论|人参与|次阅读|阅读|浏览)|(?:阅读|浏览|点击|觀看|人氣)(?:次?数|量)?[：:]\s?\d|收藏$|纠错$|举报$|转发$|赞$|首页\s?[>›»]|首頁\s?[>›»]|当前位置|您(?:现在)?的位置|您所在的位置|(?:特别|免责|版权)声明[：:]|版权所有|版權所有|(?:.{1,10}[，,]\s?)?(?:未经|未經).{0,20}(?:授权|授權|许可|許可|同意)|本(?:站|网|網)(?:所有|转载|声明)|转载请|轉載請|※|[A-Z][-+＋－]?\s?\/?\s?[A-Z][-+＋－]$|[—\-－=*\s]*(?:END|The\sEnd|完)[—\-－=*\s]*$|(?:点赞|在看|分享|收藏|转发|评论)(?:[\s、|｜](?:点赞|在看|分享|收藏|转发|评论|打赏))+|发布于\S{2,8}$|Copyright|©|https?:\/\/|www\.|All Rights|京?ICP|(?:标签|標籤|关键词|關鍵字|Tags?)\s?[：:]|【(?:打印|关闭|纠错|收藏|评论|更多).{0,12}】|[（(]?(?:正文|以上|本文)(?:完|结束)[）)]?$|.{0,12}(?:新闻热线|报料热线|报料[：:]|爆料[：:]|投稿(?:邮箱|信箱)|联系我们|广告热线))/iu;
const pointer =
  /^.{4,40}?(?:[\s…·.—]+(?:第\s?)?[A-Z]?\d{1,2}\s?版|[（(](?:[详詳]?[见見]|刊|[转轉])\s?.{0,6}?[A-Z]?\d{1,2}\s?版[）)])$/u;
const jump =
  /^[（(【]?\s?(?:下转|下轉|上接|紧接|緊接|转入|轉入|接)\s?.{1,10}?[版页頁]\s?[）)】]?$|^[（(【〔]\s?(?:未完待[续續]|待[续續]|未完|[续續]完|全文完|完)\s?[）)】〕]$|^未完待[续續]$/u;
const disclaimer =
  /^[（(【]?(?:(?:特别|免责|版权|郑重|重要)?声明[：:】]|(?:凡|本)(?:注明|文|网站|站|平台).{0,30}(?:转载|版权|不代表|观点))/u;
const linkHeading =
  /^(?:相关|相關|推荐|推薦|延伸|更多|热门|熱門|猜你喜欢|为您推荐|往期|看更多)[\p{Script=Han}]{0,6}[：:]?$/u;
/** 【聯合報】: the name of a paper in brackets. */
const outlet = /^[【〔［[（(《](?![^】]*[讯訊电電])\p{Script=Han}{2,12}[报報社网網刊][】〕］\]）)》]$/u;
const weekday = /(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]/gu;
const pageNumber =
  /第?\s?([A-Za-z]?[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s?[版頁页張张]|(?:^|[\s　])([A-Z][0-9]{1,2}(?:[-－~][A-Z]?[0-9]{1,2})?)(?=[\s　]|$|版)|\b[Pp](?:AGE|age)?\.?\s?([0-9]{1,3})\b/u;
const paperName =
  /《\s?([^《》]{2,14}?)\s?》|([\p{Script=Han}]{1,10}(?:日[报報]|晚[报報]|[时時][报報]|早[报報]|[晨商快新周週]報?[报報]|[都城]市[报報]|[导導][报報]|青年[报報]|[农農]民[报報]|工人[报報]|法制[报報]|[经經][济濟][报報]|[参參]考消息|[报報]))/u;

/** Reads a line as furniture; null where it belongs to an article. */
export function findFurniture(printed: string): FoundFurniture | null {
  const text = printed.replace(/丨/gu, '｜');
  if (text.length > 400) return null;
  if (text.length > 160) return disclaimer.test(text) ? { kind: 'web-leftover', confidence: 0.8 } : null;
  if (
    jump.test(text) ||
    (pointer.test(text) &&
      findDates(text).length === 0 &&
      !/[。，]/u.test(text) &&
      text.search(weekday) < 0 &&
      !paperName.test(text))
  )
    return { kind: 'jump-line', confidence: 0.95 };
  const bare = text.replace(/^[（(【〔［[>›»＞◆■●·\s]+|[）)】〕］\]\s]+$/gu, '');
  if (text.length <= 90 && editor.test(bare)) return { kind: 'editor-line', confidence: 0.95 };
  const dated = text.length <= 110 ? datedLine(text) : null;
  if (dated !== null) return dated;
  if (isColophon(text)) return { kind: 'page-line', confidence: 0.85 };
  if (allFrom.test(text)) return { kind: 'source-line', confidence: 0.85 };
  if (emptyField.test(text) || (reprint.test(text) && text.length <= 60))
    return { kind: 'web-leftover', confidence: 0.8 };
  if (excerpt.test(bare) && bare.length <= 60)
    return { kind: 'source-line', confidence: 0.85, endsArticle: true };
  if (source.test(bare) && !/。./u.test(bare)) return sourceLine(bare);
  if (web.test(text) || web.test(bare)) {
    return {
      kind: 'web-leftover',
      confidence: 0.85,
      ...(linkHeading.test(bare) ? { opensLinks: true } : {}),
    };
  }
  if (outlet.test(text) && paperName.test(bare))
    return { kind: 'source-line', confidence: 0.8, publication: bare };
  return pageLine(text, []);
}

/** 社址…　邮编…　国内统一刊号…　零售…: where the paper is made and what it costs. */
function isColophon(text: string): boolean {
  const particulars = new Set(
    text.match(
      /社址|地址|邮政编码|邮编|郵編|刊号|刊號|邮发代号|零售|每份|定价|月价|年价|印刷|印务|广告|廣告|发行|發行|电话|電話|传真|网址|总编辑|社长/gu,
    ),
  );
  const isPaper =
    /社址|本[报報社]地址|[统統]一刊[号號]|[邮郵]发代[号號]|零售(?=价|價|每|\s|[：:0-9])|每份|月价|广告经营|印务|CN\s?\d\d-\d{4}/u.test(
      text,
    );
  return isPaper && particulars.size >= 2 && !/。./u.test(text);
}

/** 《人民日报》（2025年01月05日第 01 版）; 2020-10-04 20:30 来源: 长江网; 中華民國…　晶報　星期日　第四版 */
function datedLine(printed: string): FoundFurniture | null {
  const text = printed.replace(/https?:\/\/[\w./?=&%#-]+\s*/gu, '');
  const dates = findDates(text);
  const first = dates[0];
  if (first === undefined)
    return /^(?:\d{1,2}-\d{1,2}\s)?\d{1,2}:\d{2}(?::\d{2})?(?:$|\s+(?:来源|來源|编辑|作者|记者|記者|字号|发布|更新|阅读|\S{2,8}(?:[报報社网網台])$))/u.test(
      text,
    ) && text.length <= 40
      ? { kind: 'date-line', confidence: 0.7 }
      : null;
  if (first.range.start === 0 && first.range.end === text.length) {
    return { kind: 'date-line', confidence: 0.8, date: first.iso, isBareDate: true };
  }
  const hasTime = /\d{1,2}[:：]\d{2}|来源|來源/u.test(text);
  const page = hasTime
    ? null
    : pageLine(
        text,
        dates.map((date) => text.slice(date.range.start, date.range.end)),
      );
  if (page !== null) return { ...page, date: first.iso };
  return webDateLine(text, first.iso, text.slice(0, first.range.start), text.slice(first.range.end));
}

function webDateLine(text: string, date: string, before: string, after: string): FoundFurniture | null {
  if (/[。！？]/u.test(text)) return null;
  const time =
    /^\s*[T日]?\s*(?:星期.|周.)?\s*(?:[上下]午|凌晨|晚间)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/u.exec(
      after,
    )?.[0] ?? '';
  const rest = after.slice(time.length).trim();
  const label = before
    .replace(/(?:发布|發布|发表|更新|出版|刊登|创建|建立)?(?:时间|時間|日期|于|於)?\s?[：:]?\s*$/u, '')
    .trim();
  const authors = authorsOf(text);
  const publication =
    /(?:来源|來源)\s?[：:]\s*([^\s：:]{2,20}?)(?=\s|$|作者|编辑|責|责|记者|記者|字号)/u.exec(text)?.[1];
  const isPlain = rest === '' && label === '';
  const around = `${label} ${rest}`.trim();
  const isLabelled =
    /(?:来源|來源|作者|编辑|編輯|责编|字号|字號|评论|浏览|阅读|点击|更新|发布|發布|记者|記者|分享)\s?[：:（(/]/u.test(
      around,
    );
  const isOutlet =
    around.length <= 24 &&
    /(?:网|網|[报報]|社|新闻|新聞|频道|周刊|杂志|客户端|在线|台|臺|字号|评论|分享)$/u.test(around);
  const hasWords = isOutlet
    ? !/[，、]/u.test(around)
    : isLabelled && (!/，/u.test(around) || /来源|來源|作者/u.test(around));
  const isShort = rest.length <= 24 && label.length <= 16 && !/[，、]/u.test(rest + label);
  if (!(isPlain || hasWords || (time !== '' && isShort))) return null;
  if (!isShort && rest.length + label.length > 60) return null;
  const outlet =
    publication ??
    (/^[\p{Script=Han}A-Za-z]{2,12}$/u.test(rest) && !/编辑|评论|^(?:发布|發布|更新)/u.test(rest)
      ? rest
      : undefined);
  return {
    kind: 'date-line',
    confidence: time === '' ? 0.85 : 0.95,
    date,
    ...(isPlain && time === '' ? { isBareDate: true } : {}),
    ...(outlet === undefined ? {} : { publication: outlet }),
    ...(authors.length === 0 ? {} : { authors }),
  };
}

function sourceLine(text: string): FoundFurniture {
  const authors = authorsOf(text);
  const publication =
    /^(?:文章|稿件|新闻)?(?:来源|來源)\s?[：:]\s*([^\s：:，。]{2,20}?)(?=\s|$|作者|编辑)/u.exec(text)?.[1];
  return {
    kind: 'source-line',
    confidence: 0.9,
    ...(publication === undefined ? {} : { publication }),
    ...(authors.length === 0 ? {} : { authors }),
  };
}

function authorsOf(text: string): readonly string[] {
  const unlabelled = /^(?:本[报報]|本[网網])?(?:记者|記者)\s?([^：:\d]{2,20}?)\s+(?=\d{4})/u.exec(text)?.[1];
  if (unlabelled !== undefined) return readNames(unlabelled, 'loose').names;
  const named =
    /(?:作者|记者|記者|文)\s?[：:]\s*([^：:]{2,40}?)(?=$|\s{2,}|\s?(?:来源|來源|编辑|編輯|责任|責任|责编|字号|发布|更新|\d))/u.exec(
      text,
    )?.[1];
  if (named !== undefined) return readNames(named, 'loose').names;
  // 聯合報 記者李青霖╱新竹報導
  const reporting =
    /(?:^|\s)(?:本[报報网網])?(?:记者|記者)\s?([\p{Script=Han}、\s]{2,16}?)\s?(?:[／/∕╱|｜]\s?\p{Script=Han}{2,8})?$/u.exec(
      text,
    )?.[1];
  return reporting === undefined ? [] : readNames(reporting, 'loose').names;
}

/** Whether a line is the name of an outlet of the web and nothing else: 江城融媒, 运河发布. */
export function isOutletName(text: string): boolean {
  return /^[\p{Script=Han}A-Za-z]{2,8}(?:融媒|融媒体|发布|在线|新闻|新聞|[网網]|电视台|广播|客户端|频道|观察)$/u.test(
    text,
  );
}

/** Whether a line is the name of a newspaper and nothing else. */
export function isMasthead(text: string): boolean {
  const bare = text.replace(/[\s《》]/gu, '');
  return bare.length <= 8 && paperName.exec(bare)?.[0] === bare;
}

/** P12 is page 12; every other letter is that of a section. */
export function withoutPageLetter(printed: string | undefined): string | undefined {
  return printed?.replace(/(?<=^|[-－~])P(?=\d)/giu, '');
}

/** A line made of nothing but paper, date, weekday, page number and page name. */
function pageLine(text: string, dates: readonly string[]): FoundFurniture | null {
  if (text.length > 90 || /[。，！？；]|^本[报報]/u.test(text)) return null;
  const number = pageNumber.exec(text);
  const hasWeekday = text.search(weekday) >= 0;
  const paper = paperName.exec(text);
  if (number === null && !(dates.length > 0 && (hasWeekday || paper !== null))) return null;
  if (number !== null && dates.length === 0 && !hasWeekday && paper === null && text.length > 14) return null;
  let rest = text;
  for (const part of [...dates, number?.[0] ?? '', paper?.[0] ?? ''])
    if (part !== '') rest = rest.replace(part, ' ');
  const words = rest
    .replace(weekday, ' ')
    .replace(
      /(?:农历|農曆|夏历|阴历|陰曆).{2,10}?(?=\s|$)|[第总總]\s?[0-9０-９一二三四五六七八九十百千]{1,6}\s?[期號号]|今日.{1,8}版|本期.{1,6}版|国内统一.{0,30}|CN\s?\d.{0,12}|邮发代号.{0,12}|零售.{1,8}|E-?mail.{0,30}|[\w.-]+@[\w.-]+/giu,
      ' ',
    )
    .split(/[\s（）()【】《》\-—－|｜/／·:：■□●◆,]+/u)
    .filter((word) => word !== '');
  const isBare = dates.length === 0 && !hasWeekday && paper === null;
  if (words.some((word) => word.length > (isBare ? 6 : 10)) || words.length > 5) return null;
  const name = words.find(
    (word) => /^\p{Script=Han}{2,8}$/u.test(word) && !/^(?:版|出版|编辑|责编|主编)/u.test(word),
  );
  const printed = withoutPageLetter((number?.[1] ?? number?.[2] ?? number?.[3])?.normalize('NFKC'));
  const publication = paper?.[1] ?? paper?.[2];
  return {
    kind: 'page-line',
    confidence: dates.length > 0 ? 0.95 : 0.75,
    ...(publication === undefined ? {} : { publication }),
    ...(printed === undefined ? {} : { pageNumber: printed }),
    ...(name === undefined ? {} : { pageName: name }),
  };
}
