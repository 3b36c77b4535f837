// The importer: its scores on a corpus of real pages, where one lies beside the checkout; the time of a page and of a text
// of a million characters beside plain work over the same text; and a folder of pages of 3,000 characters, read and parsed.
// The goal is 10,000 such pages in 60 s on two cores.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePageText } from '../src-core/importing/page-text/parse-page-text';
import { findTexts } from '../src-main/sources/find-texts';
import { readPage } from '../src-main/sources/read-page';
import { printScores } from './corpus-scores';
import { measure, report, summarize } from './measure';

const pages = 2000;
const characters = 3000;
const sample = readFileSync('resources/samples/wujin-2022-10-11.txt', 'utf8');
const page = sample.repeat(Math.ceil(characters / sample.length)).slice(0, characters - 16);
const large = sample.repeat(Math.ceil(1_000_000 / sample.length)).slice(0, 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
for (let at = 0; at < pages; at++) {
  writeFileSync(join(folder, `${at}.txt`), `${page}\n\n第 ${String(at).padStart(8, '0')} 页\n`);
}

async function readFolder(): Promise<number> {
  const start = performance.now();
  const { files } = await findTexts([folder]);
  for (const file of files) {
    const read = await readPage({ file });
    if (!read.ok) throw new Error(read.error.code);
  }
  return performance.now() - start;
}

try {
  const scores = await printScores();
  const plain = measure('split a page into lines and count (reference)', 50, () =>
    page.split('\n').map((line) => [...line].length),
  );
  const one = measure(`a page of ${characters} characters`, 50, () => parsePageText(page));
  const million = measure('a text of 1,000,000 characters', 5, () => parsePageText(large));
  const batch = summarize(`a folder of ${pages} pages, read and parsed`, [
    await readFolder(),
    await readFolder(),
  ]);
  report('import', `the sample page, ${pages} times`, [plain, one, million, batch], {
    ...scores,
    'characters per second, one page': Math.round((page.length / one.p50) * 1000),
    'characters per second, large text': Math.round((large.length / million.p50) * 1000),
    'seconds for 10,000 pages of 3,000 characters, one after the other': Number(
      ((batch.p50 / pages) * 10).toFixed(1),
    ),
    'peak memory, MB': Math.round(process.resourceUsage().maxRSS / 1024),
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
