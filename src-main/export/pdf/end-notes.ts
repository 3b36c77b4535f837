// Notes in full at the end of the document, each under the number of its mark.
import type { Language } from '../../../src-core/ipc/contract';
import { backMatter, type BackMatter } from './back-matter';
import { noteWords } from './head-notes';
import { quotedBriefly } from './mark-index';
import type { PlacedMark } from './place-marks';
import { indexWords } from './words';

/** Gives the notes of marks, in their order; each says who wrote it where they are signed. */
export function endNotes(marks: readonly PlacedMark[], language: Language, isSigned: boolean): BackMatter {
  return backMatter('end-notes', [
    { role: 'headline', text: indexWords[language].notes },
    ...marks.map((mark) => ({
      role: 'paragraph' as const,
      mark: mark.number,
      text: [`${mark.number}　${quotedBriefly(mark.annotation)}`, noteWords(mark, isSigned)]
        .join('　')
        .replace(/\s*[\r\n\u2028\u2029]+\s*/gu, '　')
        .trim(),
    })),
  ]);
}
