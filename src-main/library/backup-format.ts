// What is in a backup: a zip with the library's files as a sound library would have them, without journals to replay, and
// a manifest with the hash of each. `whole` holds everything; `marks` leaves out texts and sources, which are written
// once and never change.
import { z } from 'zod';

/** The name of the manifest within the zip; it comes last. */
export const manifestName = 'manifest.json';

export const manifestSchema = z.strictObject({
  jianbao: z.literal('backup'),
  schema: z.int().min(1),
  libraryId: z.string(),
  scope: z.enum(['whole', 'marks']),
  /** ISO 8601 instant. */
  made: z.string().max(40),
  issues: z.int().min(0),
  /** Standing annotations. */
  annotations: z.int().min(0),
  files: z.array(
    z.strictObject({
      path: z
        .string()
        .regex(
          /^(library\.json|tags\.json|trash\.json|study\/[A-Za-z0-9_-]{1,64}\.json|issues\/[A-Za-z0-9_-]{1,64}\/(issue\.json|source\.bin|annotations\.json))$/,
        ),
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type BackupScope = Manifest['scope'];
