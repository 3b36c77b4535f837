// How a mark holds on to its passage: the selectors of the W3C Web Annotation Data Model (section 4.2). The position
// finds the passage at once; the quote with its context proves that it is the same, and finds it again when the text
// has been corrected.
import { z } from 'zod';

/**
 * W3C TextPositionSelector (section 4.2.5). Within Jianbao both offsets count UTF-16 code units of the article's
 * canonical text; the JSON-LD export turns them into code points, as the standard asks.
 */
export const textPositionSelectorSchema = z.strictObject({
  type: z.literal('TextPositionSelector'),
  start: z.int().min(0),
  end: z.int().min(0),
});

/** W3C TextQuoteSelector (section 4.2.4): the passage and up to 32 code units on either side. */
export const textQuoteSelectorSchema = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().max(1_000_000),
  prefix: z.string().max(256),
  suffix: z.string().max(256),
});
export type TextQuoteSelector = z.infer<typeof textQuoteSelectorSchema>;

export const selectorsSchema = z.strictObject({
  position: textPositionSelectorSchema,
  quote: textQuoteSelectorSchema,
});
export type Selectors = z.infer<typeof selectorsSchema>;
