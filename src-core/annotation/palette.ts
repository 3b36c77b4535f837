// What a mark can look like: its styles and its colours. Plain lists, which the window loads without the schemas.

/** How a mark is drawn. */
export const markStyles = [
  'highlight',
  'underline', // 直线
  'wavy', // 波浪线
  'emphasis', // 着重号
  'circle', // 圈点
  'strike', // 删除线
  'box',
] as const;

/** What a note can be on besides passages. */
export const markScopes = ['article', 'issue'] as const;

/** The eight pigments and the colour that the user mixes, in the order they are offered. */
export const markColors = [
  'gamboge', // 藤黄
  'cinnabar', // 朱砂
  'rouge', // 胭脂
  'malachite', // 石绿
  'indigo', // 花青
  'ochre', // 赭石
  'violet', // 黛紫
  'ink', // 淡墨
  'custom', // 自调
] as const;
