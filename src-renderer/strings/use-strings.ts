// The words in the language of the settings.
import type { Language } from '../../src-core/ipc/contract';
import { useSettings } from '../state/settings';
import { en } from './en';
import { zhCn, type Strings } from './zh-cn';

/** The words of a language. */
export function stringsOf(language: Language): Strings {
  return language === 'en' ? en : zhCn;
}

/** The words in the user's language, for a component. */
export function useStrings(): Strings {
  return stringsOf(useSettings((state) => state.settings.language));
}

/** The user's language, for a component. */
export function useLanguage(): Language {
  return useSettings((state) => state.settings.language);
}
