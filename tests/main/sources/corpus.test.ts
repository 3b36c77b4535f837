// Measures the importer on a corpus of real page texts with their gold structures, where one lies beside the checkout.
// The corpus is not part of the application: its texts belong to their publishers.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parsePageText } from '../../../src-core/importing/page-text/parse-page-text';
import { toParseReport } from '../../../src-core/importing/to-parse-report';
import { readSource } from '../../../src-main/sources/read-source';

const corpus = fileURLToPath(new URL('../../../../shared/corpus/', import.meta.url));
const isHere = existsSync(`${corpus}dev/manifest.json`);
if (!isHere) console.warn(`No corpus at ${corpus}: the measurement of the importer is skipped.`);

const manifestSchema = z.array(z.object({ txt: z.string(), gold: z.string(), variant: z.string() }));
const scorerSchema = z.object({
  score: z.custom<(report: unknown, gold: unknown) => { readonly total: number | null }>(
    (value) => typeof value === 'function',
  ),
});

describe('the importer on real pages', () => {
  it.skipIf(!isHere)(
    'reaches its bar on every variant of the corpus (skipped where there is no corpus)',
    async () => {
      const { score } = scorerSchema.parse(await import(pathToFileURL(`${corpus}score.mjs`).href));
      const manifest = manifestSchema.parse(JSON.parse(readFileSync(`${corpus}dev/manifest.json`, 'utf8')));
      const low: string[] = [];
      for (const { txt, gold, variant } of manifest) {
        const source = await readSource(`${corpus}dev/${txt}`);
        const report = source.ok ? toParseReport(txt, parsePageText(source.value.text)) : { blocks: [] };
        const { total } = score(report, JSON.parse(readFileSync(`${corpus}dev/${gold}`, 'utf8')));
        if (total === null || total < (variant === 'seed' ? 0.97 : 0.9))
          low.push(`${basename(txt)} ${String(total)}`);
      }
      expect(low).toEqual([]);
    },
  );
});
