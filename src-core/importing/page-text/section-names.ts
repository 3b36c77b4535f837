// Names of sections 栏目 and of pages, which stand above the headlines of what they gather: 国际, 街谈巷议, 【诗歌】, ·诗苑·.
// Papers invent them freely, but form them alike: a known field, or a word for a place of talk and news at the end.
import { countCharacters } from '../../text/han';

const fields =
  /^(?:[【〖［[]?(?:要闻|要聞|综合|綜合|国内|國內|国际|國際|时政|時政|时事|時事|社会|社會|本地|本埠|体育|體育|财经|財經|经济|經濟|文化|副刊|文艺|文艺副刊|娱乐|娛樂|教育|科技|健康|法治|评论|評論|短评|社论|社論|社評|时评|時評|快评|来论|來論|杂谈|读者来信|讀者投書|图片新闻|圖片新聞|简讯|簡訊|短讯|短波|要闻简报|新闻速递|一句话新闻|广告|廣告|专版|专题|头条|視點|视点|焦点|焦點|天下|民生|县区|基层|生活|观点|观察|聚焦|特写|人物|导读|今日导读|今日要目|要目|诗歌|散文|随笔|小说|杂文|連載|连载|(?:长篇|中篇|短篇)?(?:连载)?小说(?:连载)?|(?:長篇|中篇|短篇)?(?:連載)?小說(?:連載)?|长篇连载|長篇連載)(?:新闻|新聞|版|快讯|天地|园地)?[】〗］\]]?)$/u;
const endings =
  /(?:简讯|簡訊|速递|速遞|快讯|快訊|短讯|短訊|短波|简报|簡報|集萃|荟萃|论坛|論壇|巷议|巷議|街谈|杂谈|雜談|漫谈|漫談|漫笔|来论|來論|来信|來信|信箱|茶座|茶馆|广角|廣角|之窗|纵横|縱橫|扫描|掃描|拾零|连线|連線|直击|直擊|速览|速覽|播报|播報|在线|專欄|专栏|笔会|走笔|随想|絮语|之声|之聲|摘编|摘編|文摘|集锦|集錦|万花筒|萬花筒|百态|看板|留言板|点将台|发布台|风向标|时评|時評|锐评|快评|漫评|观察|觀察|视点|視點|聚焦|关注|關注|特稿|特别报道|特別報道)$/u;
const shorts =
  /(?:简讯|簡訊|速递|速遞|快讯|快訊|短讯|短訊|短波|简报|簡報|集锦|集錦|速览|速覽|一句话新闻|要闻|拾零|看板|播报|播報)$/u;

/** Whether a line is the name of a section of the paper. */
export function isSectionName(text: string): boolean {
  const length = countCharacters(text);
  return (length <= 8 && (fields.test(text) || /[周副專专特]刊$/u.test(text))) || isMarkedName(text);
}

/** Whether a line above another display line is the name of a section, by the word that ends it as well. */
export function isSectionNameAbove(text: string): boolean {
  return isSectionName(text) || (countCharacters(text) <= 7 && endings.test(text) && !/\s/u.test(text));
}

/** Whether a section gathers short reports, each with a headline of its own: 国际简讯, 赛场速递. */
export function isShortsSection(text: string): boolean {
  return shorts.test(text.replace(/[\s·•・【】〖〗［］[\]]/gu, ''));
}

/** A short name between dots or heavy brackets: ·诗苑·, 【百姓故事】. */
export function isMarkedName(text: string): boolean {
  return text.length <= 12 && /^(?:[·•・].+[·•・]|【.+】|〖.+〗)$/u.test(text);
}
