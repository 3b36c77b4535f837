// Scores the importer on a corpus of real pages with their gold structures, by the corpus's own scorer, where one lies
// beside the checkout: the texts belong to their publishers, and are no part of the application.
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { parsePageText } from '../src-core/importing/page-text/parse-page-text';
import { toParseReport } from '../src-core/importing/to-parse-report';
import { decodeText } from '../src-main/sources/decode-text';

const parts = ['segmentation', 'roles', 'byline', 'paragraphs', 'photos', 'notices', 'total'] as const;
type Part = (typeof parts)[number];
/** A part is null where the page has nothing of its kind. */
type Scores = Readonly<Record<Part, number | null>>;

const manifestSchema = z.array(z.object({ txt: z.string(), gold: z.string(), variant: z.string() }));
const partSchema = z.number().nullable();
const scoresSchema = z.object({
  segmentation: partSchema,
  roles: partSchema,
  byline: partSchema,
  paragraphs: partSchema,
  photos: partSchema,
  notices: partSchema,
  total: partSchema,
});
const scorerSchema = z.object({
  score: z.custom<(report: unknown, gold: unknown) => unknown>((value) => typeof value === 'function'),
});

/** What other encodings and line ends of a page may cost, in its total. */
const mostLost = 0.02;

/** Prints the table of scores, one row for each kind of variant; gives the figures, or null where no corpus is there. */
export async function printScores(): Promise<Readonly<Record<string, number | string>> | null> {
  const corpus = resolve('..', 'shared', 'corpus');
  const list = resolve(corpus, 'dev', 'manifest.json');
  if (!existsSync(list)) {
    console.log(`\nimport: no corpus at ${corpus}, so nothing is scored`);
    return null;
  }
  const { score } = scorerSchema.parse(await import(pathToFileURL(resolve(corpus, 'score.mjs')).href));
  const rows = manifestSchema.parse(JSON.parse(readFileSync(list, 'utf8'))).map(({ txt, gold, variant }) => {
    const decoded = decodeText(readFileSync(resolve(corpus, 'dev', txt)));
    const report = decoded.ok ? toParseReport(txt, parsePageText(decoded.value.text)) : { blocks: [] };
    const wanted: unknown = JSON.parse(readFileSync(resolve(corpus, 'dev', gold), 'utf8'));
    return {
      page: basename(gold, '.gold.json'),
      txt,
      variant,
      scores: scoresSchema.parse(score(report, wanted)),
    };
  });
  const variants = [...new Set(rows.map(({ variant }) => variant)), 'all'];
  console.log(`\nimport: ${rows.length} texts of the corpus`);
  console.table(
    Object.fromEntries(
      variants.map((variant) => {
        const of = rows.filter((row) => variant === 'all' || row.variant === variant);
        return [variant, { texts: of.length, ...meansOf(of.map(({ scores }) => scores)) }];
      }),
    ),
  );
  const bases = new Map(
    rows.filter(({ variant }) => variant === 'base').map(({ page, scores }) => [page, scores.total]),
  );
  const apart = rows
    .map(({ txt, page, scores }) => ({
      txt,
      lost: (bases.get(page) ?? scores.total ?? 0) - (scores.total ?? 0),
    }))
    .filter(({ lost }) => lost > mostLost);
  for (const { txt, lost } of apart) console.log(`  ${txt} is ${lost.toFixed(3)} below its base`);
  return {
    'mean total on the corpus': meansOf(rows.map(({ scores }) => scores)).total ?? 0,
    'worst total on the corpus': Number(Math.min(...rows.map(({ scores }) => scores.total ?? 1)).toFixed(4)),
    [`variants more than ${mostLost} below their base`]: apart.length,
  };
}

function meansOf(scores: readonly Scores[]): Readonly<Partial<Record<Part, number>>> {
  return Object.fromEntries(
    parts.flatMap((part) => {
      const known = scores.map((each) => each[part]).filter((value) => value !== null);
      const sum = known.reduce((total, value) => total + value, 0);
      return known.length === 0 ? [] : [[part, Number((sum / known.length).toFixed(4))]];
    }),
  );
}
