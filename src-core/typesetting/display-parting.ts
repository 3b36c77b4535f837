// Where a line of a headline may end, and at what cost. Readers take a headline in at a glance, so that its lines part between
// words and never in a figure or between it and its unit. What a word is, three witnesses tell together:
//
// - the dictionary of the runtime (Intl.Segmenter), which knows common words and leaves what it does not know as single
//   characters (夜|场, 获得|感): these cling to a neighbour, and the lists below say to which;
// - the article itself, in which two characters that stand side by side again and again belong together;
// - the marks and white that its author set.
//
// The window and the writer of PDFs are one Electron with one dictionary, so that screen and paper part alike. The command
// line may run on a Node with another release of it; the words it knows are years old and seldom change, and
// tests/e2e/points.spec.ts fails where the window and Node know other ones.
import type { Cluster } from './cluster';

/** What it costs to part within a word: more than another line does. */
export const withinWord = 16;
/** A run of Latin or digits that is longer than the measure has to be parted somewhere. */
const withinRun = 30;
/** Beside a single character, which may belong to its neighbour. */
export const besideCharacter = 5;
const withinPhrase = 10;

/** Read with the first headline of more than one line, not at the start: it takes some milliseconds. */
let dictionary: Intl.Segmenter | undefined;

/** Single characters that belong to what stands before them, and to what follows. */
const belongsBefore = new Set([
  ...'的了着地得过们者员家感性化率度力量型式版层级界业场馆院校站所厅局部室组队团会社区县市省村镇乡街道路线园店厂',
  ...'著過們員業層級館場廠團隊會區縣鎮鄉線號屆時節間後裡內畝條兒機車書報賽費稅價額數證網學師灣橋島歲',
  ...'桥河湖江山岛港湾站号期届次年月日时节天后前中上下里内外间人元吨亩米个名条件位所座家多余器机车船品物法书报展赛费税价额数表证卡网学史手师生兵民工',
]);
const belongsAfter = new Set([
  ...'和与及并或在向将被把让以对为从由至到于因按据经给替同跟比用靠凭赴促助迎获送跨夜',
  ...'第副总老小大新再不未无没非全首每各本该某近超逾约达又更最都已正仍还也就才刚能可要愿请莫勿满共',
  ...'與將讓對為從據給獲贈總滿還沒無雖該約達請',
  ...'王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶',
]);
/** After these a phrase ends. */
const closesPhrase = new Set('的了着著');
const opensPhrase = new Set('和与及并在向将被把让以对为从由與將讓對為從');
const numeral = /^[〇零一二三四五六七八九十百千万亿两萬億兩]+$/u;
const endsInDigit = /[0-9０-９]$/u;
const startsWithDigit = /^[0-9０-９]/u;
const units =
  /^[年月日时点分秒岁届号期次个名位人条件家所座台辆万亿萬億元角斤吨克亩米里公千度倍成多余屆歲個條]/u;

/**
 * Gives what it costs to end a line before the cluster `at`: below nothing beside white and marks, {@link withinWord} or more
 * within what belongs together, Infinity where no line ends while its measure holds both: within a figure and its unit, and
 * where the prohibitions say so. `text` is the article's.
 */
export function partingCosts(clusters: readonly Cluster[], text: string): (at: number) => number {
  const costs: number[] = [];
  let bounds: WordBounds | null = null;
  return (at) =>
    (costs[at] ??= partingCost(clusters, at, text, () => (bounds ??= wordBounds(clusters, text))));
}

/** For each place at which a word begins, the word; and the one that ends at a place. */
type WordBounds = {
  readonly beginning: ReadonlyMap<number, string>;
  readonly ending: ReadonlyMap<number, string>;
};

function wordBounds(clusters: readonly Cluster[], text: string): WordBounds {
  const start = clusters[0]?.start ?? 0;
  const beginning = new Map<number, string>();
  const ending = new Map<number, string>();
  let at = start;
  for (const word of wordsOf(text.slice(start, clusters.at(-1)?.end ?? start))) {
    beginning.set(at, word);
    ending.set((at += word.length), word);
  }
  return { beginning, ending };
}

/** Words the dictionary does not know are of two or three characters: those that it leaves beside each other are joined. */
function wordsOf(text: string): readonly string[] {
  const found: string[] = [];
  let isOpen = false;
  for (const segment of segmentsOf(text)) {
    const isSingle = isOneHan(segment) && !numeral.test(segment);
    const last = found.at(-1) ?? '';
    if (isOpen && isSingle && !belongsAfter.has(segment) && [...last].length < 3)
      found[found.length - 1] = last + segment;
    else found.push(segment);
    isOpen = isSingle && !belongsBefore.has(segment);
  }
  return found;
}

/** What the dictionary gives, but that 年轻|人的 is 年轻|人|的. */
function segmentsOf(text: string): readonly string[] {
  dictionary ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...dictionary.segment(text)].flatMap(({ segment }) =>
    /^\p{Script=Han}的$/u.test(segment) ? [...segment] : [segment],
  );
}

function partingCost(
  clusters: readonly Cluster[],
  at: number,
  text: string,
  boundsOf: () => WordBounds,
): number {
  const before = clusters[at - 1];
  const after = clusters[at];
  if (before === undefined || after === undefined) return Infinity;
  if (before.noEnd || after.noStart || after.glued) return Infinity;
  if (before.isForcedEnd) return -4;
  if (before.kind === 'space') return costAtSpace(clusters[at - 2], after);
  if (before.kind === 'han' && after.kind === 'han') {
    return costBetweenHan(before, after, text, boundsOf());
  }
  if (isLetters(before) || isLetters(after)) return costBesideLetters(before, after, boundsOf);
  if (after.kind === 'open') return -2;
  if (before.kind === 'interpunct' || before.kind === 'connector' || before.kind === 'solidus')
    return withinWord;
  return before.kind === 'han' ? 0 : -2;
}

function isLetters({ kind }: Cluster): boolean {
  return kind === 'latin' || kind === 'combine';
}

/** White parts phrases, but for the white that people type about figures. */
function costAtSpace(before: Cluster | undefined, after: Cluster): number {
  if (before !== undefined && endsInDigit.test(before.text) && units.test(after.text)) return Infinity;
  if (before !== undefined && isLetters(before) && isLetters(after)) return 0;
  return startsWithDigit.test(after.text) ? -1 : -4;
}

/** Where one of two neighbours is a figure or Latin. */
function costBesideLetters(before: Cluster, after: Cluster, boundsOf: () => WordBounds): number {
  if (isLetters(before) && isLetters(after)) return withinRun;
  if (endsInDigit.test(before.text) && after.kind === 'han') return Infinity;
  if (before.text === '第') return Infinity;
  if (isWithinDate(before, after)) return withinWord;
  if (before.kind === 'han') return Math.max(0, costAfterWord(boundsOf().ending.get(before.end) ?? ''));
  if (after.kind === 'han') {
    const isOneLetter = before.text.length === 1 && !before.glued;
    return isOneLetter
      ? withinPhrase
      : Math.max(0, costBeforeWord(boundsOf().beginning.get(after.start) ?? ''));
  }
  if (before.kind === 'interpunct' || before.kind === 'connector' || before.kind === 'solidus')
    return withinWord;
  return after.kind === 'open' || !isLetters(before) ? -2 : 0;
}

/** 2022年|10月: a date is read in one. */
function isWithinDate(before: Cluster, after: Cluster): boolean {
  return (before.text === '年' || before.text === '月') && startsWithDigit.test(after.text);
}

function costBetweenHan(before: Cluster, after: Cluster, text: string, bounds: WordBounds): number {
  if (endsInDigit.test(before.text)) return Infinity;
  const ends = bounds.ending.get(before.end);
  const begins = bounds.beginning.get(after.start);
  const isBeforeNumeral = numeral.test(before.text);
  if (isBeforeNumeral && numeral.test(after.text)) return withinWord;
  if (ends === undefined || begins === undefined) return withinWord;
  const cost = Math.max(costAfterWord(ends), costBeforeWord(begins));
  if (cost <= 0) return cost;
  return cost + Math.min(5, timesBeyondFirst(text, before.text + after.text) * 1.25);
}

/** What it costs to part behind a word. */
function costAfterWord(word: string): number {
  const last = word.at(-1) ?? '';
  if (closesPhrase.has(last)) return -0.5;
  if (numeral.test(word)) return withinPhrase;
  if (!isOneHan(word)) return 0.5;
  if (belongsAfter.has(word)) return withinPhrase;
  return belongsBefore.has(word) ? 0.5 : besideCharacter;
}

/** What it costs to part before a word. */
function costBeforeWord(word: string): number {
  if (!isOneHan(word)) return 0.5;
  if (closesPhrase.has(word) || belongsBefore.has(word)) return withinPhrase;
  if (opensPhrase.has(word)) return -0.5;
  return belongsAfter.has(word) || numeral.test(word) ? 0.5 : besideCharacter;
}

function isOneHan(word: string): boolean {
  return [...word].length === 1 && /\p{Script=Han}/u.test(word);
}

function timesBeyondFirst(text: string, pair: string): number {
  let count = -1;
  for (let at = text.indexOf(pair); at >= 0 && count < 4; at = text.indexOf(pair, at + 1)) count++;
  return count;
}
