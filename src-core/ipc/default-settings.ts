// The settings of a first start, in one place for the main process, which keeps them, and the window, which shows them
// until it has read the kept ones.
import { customHue } from '../annotation/custom-pigment';
import type { Language, Settings } from './contract';

/** The settings of a first start, in a language and with the user's name under marks. */
export function defaultSettings(language: Language, author: string): Settings {
  return {
    language,
    direction: 'vertical',
    theme: 'paper',
    fontSize: 18,
    author,
    initials: '',
    colorMeanings: {},
    customHue,
    noteDisplay: 'head',
    shelfOpen: true,
    marksOpen: true,
    view: 'page',
    parallel: false,
    flow: 'paged',
    zoom: 100,
    linePitch: 170,
    charactersPerLine: 0,
    tiers: 0,
    digits: 'upright',
    punctuation: 'GB',
    prohibition: 'gb',
    titles: 'marks',
    script: 'printed',
    textFace: 'song',
    ownFont: '',
    sounds: 'none',
    shelfSide: 'left',
    exportChoices: null,
    exportPresets: [],
    dismissedNotices: [],
    place: null,
    places: [],
  };
}
