// What the window and the main process say to each other of a document that is looked at before it is saved.
import { z } from 'zod';

export const previewCalls = {
  /** Paints a page of the document that the window has set; pages count from 0, the width is in pixels. */
  'preview.page': {
    input: z.strictObject({
      preview: z.int().min(0),
      page: z.int().min(0),
      width: z.int().min(50).max(4000),
    }),
    /** `image` is the address of a PNG; it is as wide as was asked for. */
    output: z.strictObject({ image: z.string(), width: z.int(), height: z.int() }),
  },
  /** Forgets that document. */
  'preview.close': { input: z.strictObject({}), output: z.strictObject({}) },
} as const;

/** What setting the document answers; `preview` names it. */
export const setPreviewSchema = z.strictObject({
  preview: z.int(),
  pages: z.int(),
  /** Of the first sheet, in points. */
  width: z.number(),
  height: z.number(),
  annotations: z.int(),
  missingCharacters: z.array(z.string()),
});
