// The roles of an article's pieces: what a piece of its text is to its reader. Without schemas, for the window.

/** Every role, in the order in which they stand in an article. */
export const blockRoles = [
  'kicker', // 引题
  'headline', // 主题
  'deck', // 副题
  'byline', // 署名, with the agency: 本报讯（记者 …）
  'paragraph',
  'subhead', // 小标题
  'verse', // one line of a poem
  'caption', // 图说
  'credit', // 摄影者
  'label', // 栏题
  'issuer', // who signs a notice
  'date', // the date under a notice
] as const;
export type BlockRole = (typeof blockRoles)[number];
