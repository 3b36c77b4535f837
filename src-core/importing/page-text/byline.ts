// Bylines 署名 and datelines 电头 in the forms of mainland, Hong Kong and Taiwan papers: before the first sentence
// (本报讯（记者 …）, 新华社北京10月10日电, （中央社記者…電）), on a line of their own (本报记者 …, 記者…／台北報導), and after
// the last sentence (（张三）). All patterns look at a bounded head or tail of the text.
import type { Byline } from '../../publication/issue';
import type { CodeUnits } from '../../text/offsets';
import { isBalanced } from '../../text/han';
import { isPersonName, readNames } from './names';

export type FoundByline = {
  /** Where the byline's printed form begins and ends in the text. */
  readonly start: CodeUnits;
  readonly end: CodeUnits;
  readonly byline: Byline;
  readonly confidence: number;
};

const headLength = 160;
const reporterWord = /记者|記者|通讯员|通訊員|特派员|特派員|评论员|評論員|撰稿|作者|编译|編譯|实习生|實習生/u;
const photoWord =
  /摄$|攝$|图片|圖片|照片|截图|截圖|供图|供圖|^[图圖][／/:：](?!文)|资料图|資料照|翻攝|来源|來源/u;
/** ／萬巒報導: what stands behind the stroke is the place. */
const reportedFrom = /\s?[／/∕╱|｜]\s?\p{Script=Han}{2,8}(?:報導|报道|報道|报导)$/u;
const separators = /^[\s，,：:]*/u;

/** Finds the dateline at the head of a paragraph; `end` is where the text proper begins. */
export function findDateline(text: string): FoundByline | null {
  const head = text.slice(0, headLength);
  return bracketedDateline(head) ?? agencyDateline(head) ?? slashedDateline(head) ?? reporterDateline(head);
}

/** （中央社記者林宏翰桃園20日電）…, 【环球网报道 记者 …】…, 〔記者…／台北報導〕… */
function bracketedDateline(head: string): FoundByline | null {
  const match =
    /^(\p{Script=Han}{2,6}(?=[【〔]))?[（(【〔［[]([^（()）【】〔〕［\][]{2,80})[）)】〕］\]]/u.exec(head);
  if (match === null) return null;
  const outlet = match[1];
  const inner = match[2] ?? '';
  if (outlet !== undefined && !/[報报社網网聞]$/u.test(outlet)) return null;
  if (photoWord.test(inner) || /^(?:[责責]任?[编編]|编辑|編輯)/u.test(inner)) return null;
  const isReport =
    /(?:[讯訊电電]|报道|報導|報道|消息)$|^本[報报].{0,6}(?:特寫|特写|专访|專訪|特稿|專電|通信)$/u.test(inner);
  if (!reporterWord.test(inner) && !isReport) return null;
  const credited = readNames(
    withoutAgency(inner.replace(reportedFrom, '')),
    reporterWord.test(inner) ? 'loose' : 'strict',
  );
  if (credited.names.length === 0 && !isReport) return null;
  const reporters = reportersAfter(head.slice(match[0].length));
  // 【中央社黃陂十七日電】 names a place, however much it looks like a person.
  const isWire = !reporterWord.test(inner) && /日[電电訊讯]$/u.test(inner);
  const names = [...(isWire ? [] : credited.names), ...reporters.names];
  return found(head, match[0].length + reporters.length, outlet ?? agencyOf(inner), names, 0.95);
}

const formPattern = /(?:快|急)?(?:综合|綜合|专|專)?(?:电|電|讯|訊|消息)/gu;
const sourceForm =
  /^((?:据|據)?)([\p{Script=Han}A-Za-z0-9·]{1,18}?)((?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)?(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})日)?(?:凌晨|上午|下午|晚间|晚)?$/u;
const agencyEnd =
  /^(?:本[报報刊台网網社]|.{1,12}?(?:通讯社|社|网|網|报|報|台|臺|新闻|新聞|在线|客户端|时刻|财经|科技|体育|娱乐|公司|频道|经纬))/u;

/** 本报讯（记者 …）…, 新华社北京10月10日电（记者…）…, 长江网10月4日讯…, 央视网消息：… */
function agencyDateline(head: string): FoundByline | null {
  for (const match of head.slice(0, 40).matchAll(formPattern)) {
    const found = datelineOf(head, match.index, match[0]);
    if (found !== null) return found;
  }
  return null;
}

function datelineOf(head: string, at: number, form: string): FoundByline | null {
  const match = sourceForm.exec(head.slice(0, at));
  if (match === null) return null;
  const [, according = '', source = '', date] = match;
  const whole = head.slice(0, at + form.length);
  const after = head.slice(whole.length);
  const isWire = date !== undefined && /[电電]$/u.test(form);
  const agency = agencyEnd.exec(source)?.[0] ?? (isWire ? source : undefined);
  if (agency === undefined) return null;
  const isBroken = /^[\s，,：:（(。—-]/u.test(after) || after === '';
  if (form.endsWith('消息') && (according !== '' || !isBroken)) return null;
  if (/[电電]$/u.test(form) && date === undefined && !isBroken) return null;
  if (/[讯訊]$/u.test(form) && !isBroken && !/^本[报報]$/u.test(source) && date === undefined) return null;
  if (/[通资資电電简簡音喜闪閃短]$/u.test(source) && date === undefined) return null;
  const reporters = reportersAfter(after);
  const label =
    /^本/u.test(agency) && date === undefined ? whole.trim() : agency + (form.startsWith('快') ? form : '');
  const confidence = date !== undefined || reporters.names.length > 0 ? 0.97 : 0.85;
  return found(head, whole.length + reporters.length, label, reporters.names, confidence);
}

/** The reporters named right after an agency form: bracketed, or run in before 报道：. */
function reportersAfter(after: string): { readonly length: number; readonly names: readonly string[] } {
  const bracket = /^\s*[（(【]([^（()）【】]{2,70})[）)】]/u.exec(after);
  if (bracket !== null) {
    const inner = bracket[1] ?? '';
    const credited = readNames(inner, reporterWord.test(inner) ? 'loose' : 'strict');
    const isCredit = credited.names.length > 0 && (reporterWord.test(inner) || credited.rest.length === 0);
    return isCredit ? { length: bracket[0].length, names: credited.names } : { length: 0, names: [] };
  }
  return runInReporters(after);
}

/** 记者张三报道：…, and 记者 张三 通讯员 李四 昨天… where each name is set apart by white space. */
function runInReporters(after: string): { readonly length: number; readonly names: readonly string[] } {
  const reported =
    /^\s*((?:本报|本網|本网)?(?:见习|实习|首席|特约)?(?:记者|記者|通讯员)(?:[^，。：:；“]|，(?=通讯员|通訊員|实习生|实习|见习|记者|記者)){2,60}?(?:报道|報導|報道|文[／/]图))[：:，,]?/u.exec(
      after,
    );
  if (reported !== null) {
    const credited = readNames(reported[1] ?? '', 'loose');
    const isCredit = /[：:]$/u.test(reported[0])
      ? credited.rest.length === 0 && credited.names.some((name) => isPersonName(name))
      : credited.names.every((name) => isPersonName(name));
    if (credited.names.length > 0 && isCredit) {
      return { length: reported[0].length, names: credited.names };
    }
  }
  const names: string[] = [];
  let length = 0;
  const word =
    /(\s*)((?:本报|见习|实习|首席|特约)*(?:记者|記者|通讯员|通訊員))?([\s、]*)(\p{Script=Han}{2,4})(?=[\s、])/uy;
  for (let match = word.exec(after); match !== null && length < 80; match = word.exec(after)) {
    const name = match[4] ?? '';
    if ((length === 0 && match[2] === undefined) || !isPersonName(name)) break;
    names.push(name);
    length = word.lastIndex;
  }
  return { length, names };
}

/** 記者許雅綿／台北報導　…, 社會中心／綜合報導　… */
function slashedDateline(head: string): FoundByline | null {
  const match =
    /^[（(【〔]?((?:文[／/])?[^，。、「」：:；（(【]{2,24}[、]?[^，。「」：:；（(【]{0,20}?\s?[／/∕╱|｜]\s?\p{Script=Han}{2,8}?(?:報導|报道|報道|报导|[0-9]{1,2}日[電电]))[）)】〕]?/u.exec(
      head,
    );
  if (match === null) return null;
  const credited = readNames(
    (match[1] ?? '').replace(reportedFrom, ''),
    reporterWord.test(match[1] ?? '') ? 'loose' : 'strict',
  );
  const isDesk = /(?:中心|小組|新聞網|新闻网|編譯|組|新聞)\s?[／/∕╱|｜]/u.test(match[1] ?? '');
  if (credited.names.length === 0 && !isDesk) return null;
  return found(head, match[0].length, undefined, credited.names, 0.93);
}

/** 记者张三报道：… without an agency before it. */
function reporterDateline(head: string): FoundByline | null {
  if (!/^(?:本报|本網|本网|新华社)?(?:见习|实习|首席|特约)?(?:记者|記者|通讯员)/u.test(head)) return null;
  const reporters = runInReporters(head);
  const isReport = /(?:报道|報導|報道)[：:，,]?$/u.test(head.slice(0, reporters.length));
  return reporters.names.length > 0 && isReport
    ? found(head, reporters.length, undefined, reporters.names, 0.85)
    : null;
}

/** Reads a line that is nothing but a byline; null where it is something else. */
export function readBylineLine(text: string): Omit<FoundByline, 'start' | 'end'> | null {
  if (text.length > 90) return null;
  const line = text.replace(/\s+(?:文章|稿件)?(?:来源|來源)\s?[：:]\s?[^\s，。]{2,16}$/u, '');
  if (/[。！？；!?“”]/u.test(line) || photoWord.test(line)) return null;
  if (!isBalanced(line) || /[）)】〕]\d+$/u.test(text)) return null;
  const bare = line
    .replace(/丨/gu, '｜')
    .replace(/^[□■◎●○◆◇▲△☆★◣◥※\s*]+/u, '')
    .replace(/^[（(【〔［]([^（()）【】〔〕]*)[）)】〕］]$/u, '$1')
    .replace(/^(?:——|—|－|-)+/u, '')
    .trim();
  const hadMark = bare !== text.trim();
  if (/^(?:本报讯|本報訊|本报|本报评论员|本報評論員|本报特约评论员|新华社评论员|本刊编辑部)$/u.test(bare)) {
    return { byline: { agency: bare, reporters: [] }, confidence: 0.9 };
  }
  if (
    /^(?:作者|文|撰文|采写|撰稿|口述|整理|编译|作者简介)[：:／/|｜]\s*[^：:，。|｜]{2,12}$/u.test(bare) &&
    !/简介/u.test(bare)
  ) {
    const credited = readNames(bare.replace(/^[^：:／/|｜]*[：:／/|｜]/u, ''), 'loose');
    if (credited.names.length > 0) return { byline: { reporters: [...credited.names] }, confidence: 0.92 };
  }
  const dateline = findDateline(bare);
  if (dateline !== null && dateline.end === bare.length)
    return { byline: dateline.byline, confidence: dateline.confidence };
  return reporterLine(bare, hadMark);
}

function reporterLine(bare: string, hadMark: boolean): Omit<FoundByline, 'start' | 'end'> | null {
  const hasReporter = reporterWord.test(bare);
  const hasForm =
    /^(?:文[／/、]?[图圖]|[图圖][／/]?文|文(?=[／/：:\s|｜])|撰文|采写|摄影报道)|(?:摄影报道|攝影報導|文[／/]?[图圖]|[图圖][／/]文|(?:报道|報導|報道))$/u.test(
      bare,
    );
  if (!hasReporter && !hasForm && !hadMark) return null;
  const credited = readNames(withoutAgency(bare), hasReporter ? 'loose' : 'strict');
  if (credited.names.length === 0 || credited.rest.length > 0) return null;
  const isSetApart =
    /^(?:本[报報网網刊台社]|新华社|新華社|中新社|人民日报)/u.test(bare) ||
    /(?:记者|記者|通讯员|作者|评论员)[\s：:]/u.test(bare);
  if (!isSetApart && !credited.names.every((name) => isPersonName(name) || name.includes('·'))) return null;
  if (/[，,]/u.test(bare) && !isSetApart) return null;
  const agency = agencyOf(bare);
  return {
    byline: { ...(agency === undefined ? {} : { agency }), reporters: [...credited.names] },
    confidence: hasReporter ? 0.95 : 0.8,
  };
}

/** Finds the signature after a text's last sentence; `isLast` says that the text is the article's last paragraph. */
export function findSignature(text: string, isLast: boolean): FoundByline | null {
  const from = Math.max(0, text.length - 90);
  const tail = text.slice(from);
  const match = /[（(【〔]([^（()）【】〔〕]{2,60})[）)】〕]\s*$/u.exec(tail);
  if (match === null || from + match.index === 0) return null;
  const inner = match[1] ?? '';
  if (photoWord.test(inner)) return null;
  const start = from + match.index;
  const isAgency = /^(?:据|據)?(?:新华社|新華社|中新社|中央社)(?:[^，。]{0,14}[电電])?$/u.test(inner);
  if (isAgency && /^[据據]|[电電]$/u.test(inner) && isLast) {
    return { start, end: text.length, byline: { agency: inner, reporters: [] }, confidence: 0.8 };
  }
  const isReporter =
    reporterWord.test(inner) || /^(?:文|撰文|整理|采写)[／/:：\s]|(?:报道|報導)$/u.test(inner);
  if (!isReporter && !isLast) return null;
  const credited = readNames(withoutAgency(inner), reporterWord.test(inner) ? 'loose' : 'strict');
  if (credited.names.length === 0 || credited.rest.length > 0) return null;
  if (!isReporter && !credited.names.every(isPersonName)) return null;
  const agency = agencyOf(inner);
  const byline = { ...(agency === undefined ? {} : { agency }), reporters: [...credited.names] };
  return { start, end: text.length, byline, confidence: isReporter ? 0.93 : 0.7 };
}

const agencyHead =
  /^(?:据|據)?((?:本[报報网網刊台社]|[\p{Script=Han}A-Za-z]{0,10}?(?:社|日报|日報|晚报|晚報|时报|時報|早报|商报|晨报|都市报|快报|新报|周报|网|網|电视台|電視台|新聞|新闻客户端|新闻))(?:[·•／/][\p{Script=Han}A-Za-z]{1,10}?(?:社|[报報]|[网網]|台|臺|客户端|新闻|新聞))?(?:[讯訊])?)/u;

function agencyOf(credit: string): string | undefined {
  const head = agencyHead.exec(credit.trim())?.[1];
  if (head === undefined) return undefined;
  return /^本[报報]$/u.test(head) && /^本[报報][讯訊]/u.test(credit) ? credit.slice(0, 3) : head;
}

function withoutAgency(credit: string): string {
  return credit.trim().replace(agencyHead, ' ');
}

function found(
  head: string,
  length: number,
  agency: string | undefined,
  names: readonly string[],
  confidence: number,
): FoundByline {
  const end = length + (separators.exec(head.slice(length))?.[0].length ?? 0);
  return {
    start: 0,
    end,
    byline: { ...(agency === undefined ? {} : { agency }), reporters: [...names] },
    confidence,
  };
}
