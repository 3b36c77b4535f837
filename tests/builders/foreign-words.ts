import type { Language } from '../../src-core/ipc/contract';

/**
 * The words in a message that are not of its language, as far as letters tell: in English all Chinese ones; in Chinese
 * two English words in a row, for a single one may be a name, as PDF or JSON is.
 */
export function foreignWords(message: string, language: Language): readonly string[] {
  // What is in angle brackets, and paths, are what the message is about.
  const own = message.replace(/<[^>]*>|(?:[A-Z]:)?[/\\][^\s，：；。（）「」]*/gu, '');
  return own.match(language === 'en' ? /\p{Script=Han}+/gu : /[A-Za-z]{2,}[ ,:]+[A-Za-z]{2,}/gu) ?? [];
}
