// The words of the reading room in English.
import type { readerZhCn } from './reader.zh-cn';
import type { Strings } from './zh-cn';

/** The words in English. */
export const readerEn: Pick<Strings, keyof typeof readerZhCn> = {
  find: {
    label: 'Find',
    field: 'Find in this issue',
    none: 'Not found',
    position: (number, count) => `${number} of ${count}`,
    next: 'Next',
    previous: 'Previous',
    close: 'End the search and stay here',
  },

  ways: { back: 'Back', forward: 'Forward' },

  views: { label: 'View', page: 'Page', article: 'Article', issue: 'Issue' },

  viewHints: {
    page: 'The page as a whole',
    article: 'One article',
    issue: 'All articles, one after the other',
  },

  makeUp: {
    menu: 'This article on its page',
    weight: (weight) => (weight > 0 ? `Heavier by ${weight}` : `Lighter by ${-weight}`),
    kept: (place) => `Kept in place ${place}`,
    putAt: (place) => `To place ${place}`,
    ordinary: 'Ordinary weight',
  },

  type: {
    face: 'Face',
    ownFace: 'Installed font',
    chooseFont: 'Choose a font',
    noOwnFaces: 'No other Chinese font is installed on this computer.',
    fontGone: (family) => `The font “${family}” is no longer on this computer; the text is shown in Song.`,
    fontReplaced: (family) => `The font “${family}” cannot be put into a PDF; the text is set in Song.`,
    zoom: 'Page size',
    linePitch: 'Line gap',
    lineLength: 'Line length',
    automatic: 'Auto',
    characters: (count) => `${count} chars`,
    tiers: 'Tiers',
    sounds: 'Pinyin',
    flow: 'Text',
    flows: { paged: 'In screens', scrolled: 'Continuous' },
    digits: 'Years',
    punctuation: 'Marks',
    prohibition: 'Line edges',
    titles: 'Titles',
    script: 'Script',
    choices: {
      textFace: { song: 'Song', kai: 'Kai', hei: 'Hei', own: 'Other…' },
      sounds: { none: 'None', rare: 'Rare', uncommon: 'Less common' },
      digits: { upright: 'Digits', combine: 'One cell', rotate: 'Sideways' },
      punctuation: { GB: 'Mainland', CNS: 'Taiwan, HK' },
      prohibition: { none: 'Any', basic: 'Basic', gb: 'GB', strict: 'Strict' },
      titles: { marks: '《》', wavy: 'Wavy line' },
      script: { printed: 'Printed', simplified: 'Simplified', traditional: 'Traditional' },
    },
  },

  palette: {
    title: 'Command palette',
    field: 'Name of a command, or name or date of a paper',
    list: 'Commands and papers',
    none: 'There is no such command or paper.',
  },
};
