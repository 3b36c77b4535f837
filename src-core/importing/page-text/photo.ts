// Captions 图说 and photo credits: 陆新 徐晶玮 摄 after a caption, （圖／記者許雅綿攝）, （视觉中国）, 圖／TVBS on a line of its
// own, and lines that by their words can only be captions (…的报道截图。).
import type { CodeUnits } from '../../text/offsets';
import { endsSentence } from '../../text/han';
import { readNames } from './names';

export type FoundCaption = {
  /** Where the caption's words begin, after a mark such as ▲, and end. */
  readonly start: CodeUnits;
  readonly end: CodeUnits;
  /** Where the printed credit begins; the text's length where there is none. */
  readonly creditStart: CodeUnits;
  readonly credits: readonly string[];
  readonly confidence: number;
};

const longestCaption = 320;
const sources =
  '视觉中国|影像中国|中新图片|東方IC|东方IC|人民视觉|人民图片|图虫创意|图虫|CFP|ICphoto|Getty\\s?Images?|达志影像|達志影像|路透社?|美联社|美聯社|法新社|新华社发|新華社發|中新社发|全景网?';
const sourceAlone = new RegExp(`^(?:${sources})(?:[／/、]\\s?.{1,12})?$`, 'iu');
const agencyAtEnd = new RegExp(`(?:新[华華]社|中新社|中新网|${sources})[发發]?\\s*$`, 'u');
const photoCredit =
  /^(?:[图圖]片?|照片|摄影|攝影|资料图片?|資料照片?|[图圖]片?[来來]源|[图圖]源|[图圖]据)\s?[：:／/∕╱|｜]|^(?:[视視][频頻]|网络|網路|新闻|电视|監視器|资料)?(?:截[图圖]|资料[图圖]片?|資料圖片?|資料照片?|示意图|示意圖)|(?:摄|攝|供图|供圖|提供|资料图片?|档案照片?|檔案照片?|檔案照|資料照片?|資料照|截图|截圖|翻攝|摄影|攝影|制图|製圖|发)$|翻攝|翻拍自|取自|[图圖]片[来來]源/u;
const notCredit = /记者|記者.{0,10}(?:报道|報導)$|^(?:见|見|右|左|上|下|附)[图圖]$|发$(?<!社发)/u;

/** 图/视觉中国, 图据新华社, 供图：某某公司 after the caption's last sentence. */
const labelledAtEnd =
  /(?<=[。！？”」）])\s*(?:[图圖]片?|照片|[摄攝]影|供[图圖]|[图圖]片?[来來]源|[图圖]源|[图圖]据)\s?[：:／/∕╱|｜据]\s?[^。，！？；]{2,20}$|(?<=\p{Script=Han})[图圖](?:自|[据據])[\p{Script=Han}A-Za-z]{2,10}$/u;

/** Reads a line as a caption with or without its credit, or as a bare credit; null where it is neither. */
export function findCaption(text: string): FoundCaption | null {
  if (text.length > longestCaption) return null;
  const marked = /^[▲▼△▽↑↓←→⬆⬇◀▶►◄]+\s*/u.exec(text)?.[0].length ?? 0;
  const found = bareCredit(text, marked) ?? bracketedCredit(text, marked) ?? trailingCredit(text, marked);
  if (found !== null) return found;
  return captionWords(text, marked);
}

/** 圖／TVBS, 图片来源：新华社, 闫庆收摄, 新华社记者 王小明 摄. */
function bareCredit(text: string, start: number): FoundCaption | null {
  const unbracketed = unbracket(text.slice(start).trim());
  const agency = /^(.{2,30}[摄攝])\s?[（(]([^（()）]{2,14})[）)]$/u.exec(unbracketed);
  const whole = agency !== null && sourceAlone.test(agency[2] ?? '') ? (agency[1] ?? '') : unbracketed;
  const bare = whole.replace(/([摄攝])\s?[／/∕｜|]\s?[^，。；]{2,12}$/u, '$1');
  if (bare.length > 40 || /[。，！？；]/u.test(bare)) return null;
  const labelled =
    /^(?:[图圖]片?|照片|摄影|攝影|[图圖]片?[来來]源|[图圖]源|[图圖]据|供图|供圖|摄|攝)\s?[：:／/∕╱|｜]\s?(.{2,36})$/u.exec(
      bare,
    );
  if (labelled !== null && !/^文/u.test(labelled[1] ?? '')) {
    return { start, end: start, creditStart: start, credits: creditsOf(bare), confidence: 0.93 };
  }
  const signed = /^(.{2,34}?)\s*(?:摄|攝|供图|供圖|摄影|攝影)$/u.exec(bare);
  if (signed !== null) {
    const credited = readNames(signed[1] ?? '', 'strict');
    const isUnit = /供[图圖]$/u.test(bare) && bare.length <= 20;
    if ((credited.names.length > 0 && credited.rest.length === 0) || isUnit) {
      const credits = credited.names.length > 0 ? credited.names : [(signed[1] ?? '').trim()];
      return { start, end: start, creditStart: start, credits, confidence: 0.93 };
    }
  }
  if (/^(?:本[报報][记記]者)?(?:资料|資料)(?:图片?|圖片?|照片?)$/u.test(bare)) {
    return { start, end: start, creditStart: start, credits: [bare], confidence: 0.85 };
  }
  if (sourceAlone.test(bare) || /^新[华華]社[发發]\s?[（(]/u.test(bare)) {
    return { start, end: start, creditStart: start, credits: creditsOf(bare), confidence: 0.8 };
  }
  return null;
}

/** …（圖／記者許雅綿攝）, …（中央社檔案照片）, …（视觉中国） */
function bracketedCredit(text: string, start: number): FoundCaption | null {
  const match = /\s*[（(【〔［]([^（()）【】〔〕]{2,60})[）)】〕］][。．]?$/u.exec(text.slice(-70));
  if (match === null) return null;
  const creditStart = Math.max(text.length - 70, 0) + match.index;
  const inner = (match[1] ?? '').trim();
  const isPhoto =
    (photoCredit.test(inner) && !/^(?:见|見|右|左|上|下|附)[图圖]/u.test(inner)) || sourceAlone.test(inner);
  if (!isPhoto || creditStart <= start || (notCredit.test(inner) && !/[摄攝]|[图圖]|照/u.test(inner)))
    return null;
  const issued = agencyAtEnd.exec(text.slice(0, creditStart));
  if (issued !== null && issued.index > start) {
    return {
      start,
      end: issued.index,
      creditStart: issued.index,
      credits: creditsOf(inner),
      confidence: 0.95,
    };
  }
  // 张三摄（影像中国）: the photographer stands before the agency.
  const signed = sourceAlone.test(inner) ? trailingCredit(text.slice(0, creditStart), start) : null;
  if (signed !== null) return signed;
  return { start, end: creditStart, creditStart, credits: creditsOf(inner), confidence: 0.92 };
}

/** …开通试运行。 陆新 徐晶玮 摄; …出行。新华社记者 王小明摄; 新华社发（王小明 摄） */
function trailingCredit(text: string, start: number): FoundCaption | null {
  const from = Math.max(0, text.length - 60);
  // 郭俊锋摄/光明图片: the agency stands behind the photographer.
  // 攝　104年10月30日: the day stands behind.
  const tail = text
    .slice(from)
    .replace(/([摄攝])\s?[／/∕｜|]\s?[^，。；]{2,12}$/u, '$1')
    .replace(/([摄攝])\s?\d{2,4}年\d{1,2}月\d{1,2}日$/u, '$1');
  const agency =
    /(?:新[华華]社|中新社|人民[视視][觉覺]|影像中[国國])[发發]?\s?[（(]([^（）()]{2,24})[摄攝][）)]$/u.exec(
      tail,
    );
  if (agency !== null && from + agency.index > start) {
    const end = from + agency.index;
    return { start, end, creditStart: end, credits: creditsOf(agency[1] ?? ''), confidence: 0.95 };
  }
  const named =
    /(?<=[。！？”」）])\s*(?:资料图片?|資料照片?|資料圖片?|档案图片|檔案照片?|网络图片|网络图|视频截图|示意图)[。.]?$/u.exec(
      tail,
    );
  if (named !== null && from + named.index > start) {
    const end = from + named.index;
    return {
      start,
      end,
      creditStart: end,
      credits: [named[0].trim().replace(/[。.]$/u, '')],
      confidence: 0.9,
    };
  }
  const labelled = labelledAtEnd.exec(tail);
  if (labelled !== null && from + labelled.index > start) {
    const end = from + labelled.index;
    return { start, end, creditStart: end, credits: creditsOf(labelled[0].trim()), confidence: 0.9 };
  }
  if (!/(?:摄|攝|摄影|攝影|供图|供圖|摄影报道|[图圖]|提供)[。.]?$/u.test(tail)) return null;
  const cut = Math.max(
    ...['。', '！', '？', '”', '」', '）', '…', '\u3000', '  '].map((mark) => {
      const at = tail.lastIndexOf(mark, tail.length - 2);
      return at < 0 ? -1 : at + mark.length;
    }),
  );
  const firstRole = /[。！？”」）…]\s*(?=[^。！？”」）…]{2,50}$)/u.exec(tail);
  const at = firstRole === null ? cut : firstRole.index + firstRole[0].length;
  if (at <= 0) return null;
  const credit = tail.slice(at).trim();
  if (/^文[／/]?[图圖]|^[图圖][／/]?文/u.test(credit)) return null;
  if (/[，；]/u.test(credit)) return null;
  const end = from + at;
  const credited = readNames(credit, 'strict');
  if (credited.names.length > 0)
    return { start, end, creditStart: end, credits: credited.names, confidence: 0.95 };
  const isUnit = /^[\p{Script=Han}A-Za-z0-9]{2,16}\s?(?:供[图圖]|提供)$/u.test(credit);
  return isUnit ? { start, end, creditStart: end, credits: creditsOf(credit), confidence: 0.85 } : null;
}

/** Lines that are captions by their words alone. */
function captionWords(text: string, start: number): FoundCaption | null {
  const words = text.slice(start);
  const whole = { start, end: text.length, creditStart: text.length, credits: [] };
  const inner = words.replace(/[。]$/u, '');
  const isShort = text.length <= 70 && !/[。！？]/u.test(inner);
  if (
    isShort &&
    /(?:截[图圖]|资料图片?|資料照片?|示意[图圖]|效果[图圖]|现场[图圖]|剧照|劇照|海报|(?:监控|視頻|视频|直播)画面)[。]?$/u.test(
      words,
    )
  ) {
    return { ...whole, confidence: 0.85 };
  }
  if (
    /^(?:[图圖](?:[为為]|[①②③④⑤⑥⑦⑧⑨0-9一二三四五六]{1,2}[：:、为為]?)|[上下左右][图圖](?:[为為：:]|[一二三四])|[图圖][：:])/u.test(
      words,
    ) &&
    text.length <= 200
  ) {
    return { ...whole, confidence: 0.85 };
  }
  if (
    start > 0 &&
    text.length <= 160 &&
    /[，。]/u.test(words) &&
    !/[、，]$/u.test(words) &&
    endsSentence(words)
  ) {
    return { ...whole, confidence: 0.6 };
  }
  return null;
}

function unbracket(text: string): string {
  return text.replace(/^[（(【〔［]([^（()）【】〔〕]*)[）)】〕］]$/u, '$1').trim();
}

/** Who or what a credit names: persons where there are any, else the source as printed. */
export function creditsOf(credit: string): readonly string[] {
  const bare = unbracket(credit)
    .replace(/[。．]$/u, '')
    .replace(/\s?[，,]\s?\d{4}[.\-/／年]\d{1,2}.{0,6}$/u, '');
  const credited = readNames(bare.replace(/新[华華]社[发發]|中新社[发發]/gu, ' '), 'strict');
  if (credited.names.length > 0 && (credited.rest.length === 0 || /[摄攝]/u.test(bare)))
    return credited.names;
  const lent = /^(?:[图圖]片|照片|本[图圖])?由?(.{2,20}?)(?:提供|供[图圖])$/u.exec(bare)?.[1];
  const source = (lent ?? bare).replace(
    /^(?:(?:[图圖]片?[来來]源|[图圖]片?|[图圖]源|[图圖]据|照片|来源|來源)\s?[：:／/∕╱|｜]|[图圖](?:自|[据據]))\s?/u,
    '',
  );
  return source
    .split(/[／/∕╱、]/u)
    .map((part) => part.trim().replace(/(?:供图|供圖|提供)$/u, ''))
    .filter((part) => part !== '');
}
