// Parsing a page, a text of a million characters and a thousand pages, and reading those pages from a folder, beside plain
// work over the same text. The goal is 10,000 pages of 3,000 characters in 60 s on two cores.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePageText } from '../src-core/importing/page-text/parse-page-text';
import { findTexts } from '../src-main/sources/find-texts';
import { readPage } from '../src-main/sources/read-page';
import { measure, report, summarize } from './measure';

const pages = 1000;
const sample = readFileSync('resources/samples/wujin-2022-10-11.txt', 'utf8');
const large = sample.repeat(Math.ceil(1_000_000 / sample.length)).slice(0, 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'jianbao-bench-'));
for (let at = 0; at < pages; at++) writeFileSync(join(folder, `${at}.txt`), `${sample}\n第 ${at} 页\n`);

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
  await readFolder();
  const folderTimes = [await readFolder(), await readFolder(), await readFolder()];
  const plain = measure('split a page into lines and count (reference)', 50, () =>
    sample.split('\n').map((line) => [...line].length),
  );
  const one = measure(`a page of ${sample.length} characters`, 50, () => parsePageText(sample));
  const million = measure('a text of 1,000,000 characters', 5, () => parsePageText(large));
  const batch = summarize(`a folder of ${pages} pages, read and parsed`, folderTimes);
  report('import', `the sample page, ${pages} times`, [plain, one, million, batch], {
    'characters per second, one page': Math.round((sample.length / one.p50) * 1000),
    'characters per second, large text': Math.round((large.length / million.p50) * 1000),
    'seconds for 10,000 pages of 3,000 characters': Number(
      (((batch.p50 / pages / sample.length) * 3000 * 10_000) / 1000).toFixed(1),
    ),
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
