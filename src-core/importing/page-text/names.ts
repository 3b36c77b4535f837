// Who is credited in a byline, signature or photo credit: the names among role words, places, offices and separators.
// 本报记者 朱  磊  王  丹 → 朱磊, 王丹; 中央社記者林宏翰桃園20日電 → 林宏翰.
import { isAllHan } from '../../text/han';
import { endsWithPlace } from './places';
import { surnameLength } from './surnames';

/** How strictly a word must look like a name: `loose` after 记者, `strict` where nothing else says that it is one. */
export type NameRule = 'loose' | 'strict';

export type CreditedNames = {
  readonly names: readonly string[];
  /** Words that were neither a name nor a known role, place or separator. */
  readonly rest: readonly string[];
};

const roleWords = [
  ...[
    '全媒体',
    '全媒體',
    '融媒体',
    '融媒',
    '见习',
    '見習',
    '实习',
    '實習',
    '首席',
    '特约',
    '特約',
    '特派',
    '驻站',
    '资深',
    '資深',
    '专职',
    '客座',
    '本报',
    '本報',
    '本刊',
    '本网',
    '本台',
    '本社',
  ],
  ...[
    '通讯员',
    '通訊員',
    '特派员',
    '特派員',
    '评论员',
    '評論員',
    '实习生',
    '實習生',
    '摄影师',
    '撰稿人',
    '主持人',
    '记者',
    '記者',
    '作者',
    '编译',
    '編譯',
  ],
  ...[
    '摄影报道',
    '攝影報導',
    '综合报道',
    '綜合報導',
    '綜合外電',
    '视频报道',
    '图文报道',
    '报道',
    '報導',
    '报导',
    '報道',
    '專電',
    '专电',
    '專訪',
    '采访',
    '採訪',
    '采写',
    '採寫',
    '撰文',
    '撰稿',
    '整合',
    '整理',
    '综合',
    '綜合',
    '供稿',
    '发自',
    '實習',
    '联合',
    '外電',
    '联合报道',
  ],
  ...[
    '摄影',
    '攝影',
    '供图',
    '供圖',
    '拍摄',
    '翻攝',
    '文字',
    '图文',
    '文图',
    '圖文',
    '文',
    '图',
    '圖',
    '摄',
    '攝',
    '与',
    '及',
    '和',
  ],
];
const editorWords =
  /^(?:视频|視頻|航拍|责任?编辑?|責任?編輯?|编辑|編輯|校对|校對|主编|美编|审稿|審稿|审校|审核|校订|版式|组版|剪辑|制图|製圖|视频|海报|设计|監製|核稿)/u;
const unitEnd =
  /(?:[报報]|社|台|臺|网|網|队|隊|部|局|院|会|會|中心|公司|大学|學|办|辦|厅|廳|处|處|站|馆|館|所|团|團|校|园|厂|廠|镇|鎮|乡|鄉|县|縣|市|省|区|區|科|室|组|組|在线|客户端|新闻|新聞|频道|融媒|分社)$/u;
const startsWithRole = new RegExp(
  `^(?:${[...new Set(roleWords)].sort((a, b) => b.length - a.length).join('|')})`,
  'u',
);
const longRole = new RegExp(
  `(?:全媒体|融媒体|见习|見習|实习|實習|首席|特约|特約|特派|资深|資深)*(?:通讯员|通訊員|特派员|特派員|评论员|評論員|实习生|實習生|记者|記者|作者|编译|編譯)`,
  'gu',
);

/** Reads the names out of a credit. */
export function readNames(credit: string, rule: NameRule): CreditedNames {
  const names: string[] = [];
  const rest: string[] = [];
  const marked = credit
    .replace(/文\s?[／/、]?\s?[图圖](?![\p{Script=Han}])|[图圖]\s?[／/、]?\s?文(?![\p{Script=Han}])/gu, ' ')
    // 贝 赫摄: the word for the photograph stands close to a name that is set apart.
    .replace(/(?<=\s)(\p{Script=Han})\s+(\p{Script=Han})([摄攝])(?=$|[\s）)／/])/gu, '$1$2 $3')
    .replace(longRole, ' 记者 ')
    .replace(/[驻駐赴][\p{Script=Han}]{1,6}(?= 记者)/gu, ' ');
  const words = pairSingles(
    marked
      .split(/[\s、，,；;：:／/∕╱|｜丨。．\-—－（）()[\]【】〔〕「」“”□■◎●○◆◇▲△☆★▼▽※]+/u)
      .filter((word) => word !== ''),
  );
  let isLoose = rule === 'loose';
  for (const word of words) {
    if (editorWords.test(word)) break;
    if (word === '记者') {
      isLoose = true;
      continue;
    }
    const bare = stripRoles(word);
    if (bare === '') continue;
    const found = nameIn(bare, isLoose);
    if (found === null) {
      if (!(unitEnd.test(bare) || isPlaceWord(bare) || /^[A-Z0-9]+$/u.test(bare))) rest.push(bare);
    } else if (!names.includes(found)) names.push(found);
  }
  return { names, rest };
}

/** Whether a word is a Chinese personal name by its form: a family name and one or two characters, or a compound one. */
export function isPersonName(word: string): boolean {
  if (!isAllHan(word)) return false;
  const surname = surnameLength(word);
  const length = [...word].length;
  if (surname === 0 || (unitEnd.test(word) && length > 2)) return false;
  return (
    (length >= surname + 1 && length <= surname + 2) ||
    (length === 4 && surnameLength(word.slice(1)) > 0 && surname === 1)
  );
}

/** Puts names set with inner spaces together again: 朱  磊 → 朱磊. */
function pairSingles(words: readonly string[]): readonly string[] {
  const paired: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const next = words[index + 1];
    const isSingle = isAllHan(word) && [...word].length === 1 && !startsWithRole.test(word);
    if (isSingle && next !== undefined && isAllHan(next) && [...next].length === 1) {
      paired.push(word + next);
      index++;
    } else paired.push(word);
  }
  return paired;
}

function stripRoles(word: string): string {
  let bare = word;
  for (let role = startsWithRole.exec(bare); role !== null && bare !== ''; role = startsWithRole.exec(bare)) {
    const after = bare.slice(role[0].length);
    // 文 is also a family name: 文静.
    if (role[0].length === 1 && after !== '' && isPersonName(bare)) break;
    bare = after;
  }
  bare = bare.replace(
    /(?:摄影报道|攝影報導|综合报道|綜合報導|报道|報導|报导|報道|摄影|攝影|整合|整理|供图|供圖|提供|文图|图文|拍摄|摄|攝)$/u,
    '',
  );
  // 文 and 图 end names too: 马文.
  if (!isPersonName(bare)) bare = bare.replace(/[文图圖]$/u, '');
  return bare.replace(/(?:\d{1,2}|[一二三四五六七八九十]{1,3})日[电電]?$|[专專]?[电電]$/u, '');
}

function nameIn(word: string, isLoose: boolean): string | null {
  if (/^[\p{Script=Han}A-Za-z.]+(?:[·‧•・][\p{Script=Han}A-Za-z.]+)+$/u.test(word))
    return unitEnd.test(word) ? null : word;
  if (!isAllHan(word)) return isLoose && /^[A-Z][a-z][A-Za-z.]{0,20}$/u.test(word) ? word : null;
  const place = endsWithPlace(word);
  const bare = place === 0 ? word : word.slice(0, word.length - place);
  const characters = [...bare];
  if (characters.length < 2) return bare !== '' && isPersonName(word) ? word : null;
  if (isPersonName(bare)) return bare;
  if (isLoose && characters.length <= 4 && !(unitEnd.test(bare) && surnameLength(bare) === 0)) {
    // 林宏翰桃園 where the place is not in the list: a name has three characters at most.
    return characters.length === 4 && surnameLength(bare) === 1 ? characters.slice(0, 3).join('') : bare;
  }
  return characters.length > 4 ? nameAfterUnit(characters, isLoose) : null;
}

/** 区委宣传部张三 → 张三; 王小明莫斯科 → 王小明. */
function nameAfterUnit(characters: readonly string[], isLoose: boolean): string | null {
  for (const length of [3, 2]) {
    const tail = characters.slice(-length).join('');
    if (unitEnd.test(characters.slice(0, -length).join('')) && isPersonName(tail)) return tail;
  }
  const head = characters.slice(0, 3).join('');
  return isLoose && characters.length <= 8 && isPersonName(head) && !unitEnd.test(characters.join(''))
    ? head
    : null;
}

function isPlaceWord(word: string): boolean {
  return endsWithPlace(word) === word.length;
}
