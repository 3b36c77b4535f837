// What can be chosen of the text's setting: forms of digits, marks and titles, characters, and where notes show.
import { z } from 'zod';

/** How a number of four digits stands in 竖排: across in one cell, digit by digit, or on its side. */
const digitsSchema = z.enum(['combine', 'upright', 'rotate']);

/** Where punctuation stands: as on the Mainland, or as in Taiwan and Hong Kong. */
const punctuationSchema = z.enum(['GB', 'CNS']);

/** How strictly marks are kept from the heads and ends of lines 避头尾: not at all, as clreq has it at the least, as GB/T 15834, or more. */
const prohibitionSchema = z.enum(['none', 'basic', 'gb', 'strict']);

/** How book titles stand in 竖排: between 《》, or beside a wavy line in their stead. */
const titlesSchema = z.enum(['marks', 'wavy']);

/** In which characters the text shows; marks, copying and search keep to the printed ones. */
const scriptSchema = z.enum(['printed', 'simplified', 'traditional']);
export type Script = z.infer<typeof scriptSchema>;

/** Where notes show besides the list of marks: above their columns 眉批, beside their passages 旁批, or nowhere else. */
export const noteDisplaySchema = z.enum(['head', 'side', 'list']);
export type NoteDisplay = z.infer<typeof noteDisplaySchema>;

/** The choices by the names of their settings. */
export const settingChoicesShape = {
  digits: digitsSchema,
  punctuation: punctuationSchema,
  prohibition: prohibitionSchema,
  titles: titlesSchema,
  script: scriptSchema,
} as const;
