// Advances near those of a Song face's Latin, without a font.
import type { LatinMetrics } from '../../src-core/typesetting/model';

/** Digits 0.55 em, capitals 0.7, small letters 0.5, all else 0.35. */
export const plainLatinMetrics: LatinMetrics = {
  latinAdvance: (_face, run) => {
    let advance = 0;
    for (const character of run) {
      if (/[0-9]/.test(character)) advance += 0.55;
      else if (/\p{Lu}/u.test(character)) advance += 0.7;
      else if (/\p{Ll}/u.test(character)) advance += 0.5;
      else advance += 0.35;
    }
    return advance;
  },
};
