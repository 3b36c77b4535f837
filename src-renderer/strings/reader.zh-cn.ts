// The words of the reading room in Chinese: finding, commands, views, looks.

/** The words in simplified Chinese. */
export const readerZhCn = {
  find: {
    label: '查找',
    field: '在本期中查找',
    none: '没有找到',
    position: (number: number, count: number) => `${number} / ${count}`,
    next: '下一处',
    previous: '上一处',
    close: '结束查找，留在此处',
  },

  ways: { back: '后退', forward: '前进' },

  views: { label: '视图', page: '版面', article: '文章', issue: '通读' },

  viewHints: { page: '看整个版面', article: '读一篇文章', issue: '一篇接一篇地读' },

  makeUp: {
    menu: '这篇稿件在版面中',
    weight: (weight: number) => (weight > 0 ? `更重 ${weight}` : `更轻 ${-weight}`),
    kept: (place: number) => `固定在第 ${place} 位`,
    putAt: (place: number) => `移到第 ${place} 位`,
    ordinary: '不轻不重',
  },

  type: {
    face: '字体',
    ownFace: '本机字体',
    chooseFont: '选一种字体',
    noOwnFaces: '这台电脑没有装其他中文字体。',
    fontGone: (family: string) => `字体“${family}”已不在这台电脑上，正文改用宋体显示。`,
    fontReplaced: (family: string) => `字体“${family}”不能放进 PDF，正文改用了宋体。`,
    zoom: '版面大小',
    linePitch: '行距',
    lineLength: '每行字数',
    automatic: '自动',
    characters: (count: number) => `${count} 字`,
    tiers: '分段',
    sounds: '注音',
    flow: '排版',
    flows: { paged: '分屏', scrolled: '连续' },
    digits: '年份数字',
    punctuation: '标点',
    prohibition: '避头尾',
    titles: '书名',
    script: '字形',
    choices: {
      textFace: { song: '宋', kai: '楷', hei: '黑', own: '本机…' },
      sounds: { none: '不注', rare: '生僻字', uncommon: '次常用字' },
      digits: { upright: '逐字', combine: '合排', rotate: '侧卧' },
      punctuation: { GB: '大陆', CNS: '港台' },
      prohibition: { none: '不避', basic: '基本', gb: '国标', strict: '严格' },
      titles: { marks: '《》', wavy: '浪线' },
      script: { printed: '原文', simplified: '简体', traditional: '繁体' },
    },
  },

  palette: {
    title: '命令面板',
    field: '输入命令或报纸的名称、日期、拼音首字母',
    list: '命令和报纸',
    none: '没有这样的命令或报纸。',
  },
};
