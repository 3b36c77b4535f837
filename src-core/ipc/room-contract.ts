// What the reading room asks of the system: the fonts that are installed, and what it tells of the voices it found.
import { z } from 'zod';
import { textFaces } from '../typesetting/faces';

/** In which face the text is set: Song, Kai, Hei, or one that is installed on the computer. */
export const textFaceSchema = z.enum(textFaces);

/** How rarely a character must be met in print for its sound to stand beside it; or not at all. */
export const soundsSchema = z.enum(['none', 'rare', 'uncommon']);
export type Sounds = z.infer<typeof soundsSchema>;

/** The English name of a font's family. */
export const familySchema = z.string().max(200);

const advancesSchema = z.array(
  z.strictObject({ first: z.int(), advances: z.array(z.number().nullable()).max(1024) }),
);

/** The calls of the reading room. */
export const roomCalls = {
  /** Tells whether the window found a voice to read aloud with, which decides what the menus offer. */
  'app.voice': { input: z.strictObject({ hasVoice: z.boolean() }), output: z.strictObject({}) },
  /** Writes to the disk, now, what the window keeps over its closing; else it is written within seconds. */
  'app.keep': { input: z.strictObject({}), output: z.strictObject({}) },
  /** The Chinese fonts that are installed on the computer, one for each family. */
  'fonts.installed': {
    input: z.strictObject({}),
    output: z.array(z.strictObject({ family: familySchema, name: z.string() })),
  },
  /**
   * How an installed font is named, how wide its proportional characters are, and which signs it has for horizontal lines
   * alone; null where it is not installed.
   */
  'fonts.measure': {
    input: z.strictObject({ family: familySchema }),
    output: z
      .strictObject({
        fullName: z.string(),
        postscriptName: z.string(),
        advances: advancesSchema,
        horizontalSigns: z.string().max(200),
      })
      .nullable(),
  },
} as const;
