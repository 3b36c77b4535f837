// Fourteen layouts on paper, held against pictures that were looked at when they were made: see golden/README.md.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Annotation } from '../../../src-core/annotation/annotation';
import { markColors, markStyles } from '../../../src-core/annotation/palette';
import type { Issue } from '../../../src-core/publication/issue';
import { eightPageIssue } from '../../builders/eight-page-issue';
import { sampleIssue } from '../../builders/sample-issue';
import { renderPage } from '../../extract/render-page';
import { exported, makeFolder, markWords, type exportOptions } from './exporting';
import { tryingIssue } from './trying-issue';

const pictures = fileURLToPath(new URL('golden', import.meta.url));
/** Where the picture, what was painted and where they differ are put beside each other. */
const failures = resolve('test-results', 'golden');
const isRemaking = process.env['JIANBAO_GOLDEN'] === 'make';

/** So many of a page's pixels may differ, as another version of poppler draws edges. */
const tolerance = 0.003;

type Layout = {
  readonly name: string;
  readonly issue: Issue;
  readonly choices: Partial<ReturnType<typeof exportOptions>>;
  /** Counted from 1. */
  readonly page: number;
};

/** Marks of all styles and colours, each over the end of the one before it, some with notes. */
function overlappingMarks(issue: Issue, count: number): readonly Annotation[] {
  const article = issue.articles[0];
  if (article === undefined) throw new Error('the issue has no article');
  const body = article.blocks.find(({ role }) => role === 'paragraph')?.start ?? 0;
  return Array.from({ length: count }, (_, at) => {
    const start = body + at * 14;
    return markWords(issue, article.text.slice(start, start + 21), {
      id: `m${at}`,
      style: markStyles[at % markStyles.length] ?? 'highlight',
      color: markColors[(at * 3) % markColors.length] ?? 'gamboge',
      note: at % 3 === 0 ? '此处要紧，与上一期对照着再看一遍。' : '',
      author: at % 2 === 0 ? '王小明' : '李红',
      tags: at % 2 === 0 ? ['生态', '规划/土地'] : [],
    });
  });
}

const sample = sampleIssue();
const marked = { annotations: overlappingMarks(sample, 16) };
/** One of them so long that on small paper the next goes on beside the next tier. */
const withLongNote = {
  annotations: overlappingMarks(sample, 16).map((mark, at) =>
    at === 4 ? { ...mark, note: '这一段要与前文对照着读，其中的数字出自统计公报。'.repeat(6) } : mark,
  ),
};
const matter = ['title', 'contents', 'legend', 'tags', 'authors', 'sources'] as const;

const layouts: readonly Layout[] = [
  { name: 'a4-vertical-head-notes', issue: sample, page: 1, choices: { ...marked, notes: 'head' } },
  {
    name: 'a4-horizontal-head-notes',
    issue: sample,
    page: 1,
    choices: { ...marked, notes: 'head', direction: 'horizontal' },
  },
  {
    name: 'a4-horizontal-side-notes',
    issue: sample,
    page: 1,
    choices: { ...withLongNote, notes: 'side', direction: 'horizontal' },
  },
  {
    name: 'a5-vertical-side-notes',
    issue: sample,
    page: 1,
    choices: { ...withLongNote, notes: 'side', paper: 'A5' },
  },
  { name: 'a3-vertical', issue: eightPageIssue(), page: 1, choices: { paper: 'A3' } },
  {
    name: 'tabloid-horizontal',
    issue: eightPageIssue(),
    page: 1,
    choices: { paper: 'tabloid', direction: 'horizontal' },
  },
  {
    name: 'a5-vertical-end-notes',
    issue: sample,
    page: 5,
    choices: { ...marked, notes: 'end', paper: 'A5' },
  },
  {
    name: 'b5-horizontal-hard-text',
    issue: tryingIssue(),
    page: 1,
    choices: { paper: 'B5', direction: 'horizontal' },
  },
  {
    name: 'b5-vertical-painted-marks',
    issue: sample,
    page: 1,
    choices: { ...marked, paper: 'B5', marks: 'painted', index: true },
  },
  { name: 'a4-vertical-title-page', issue: sample, page: 1, choices: { ...marked, matter: [...matter] } },
  {
    name: 'a4-horizontal-contents',
    issue: sample,
    page: 2,
    choices: { ...marked, matter: [...matter], direction: 'horizontal', index: true },
  },
  {
    name: 'a3-vertical-whole-page',
    issue: sample,
    page: 1,
    choices: { ...marked, layout: 'newspaper', notes: 'head', paper: 'A3' },
  },
  {
    name: 'tabloid-horizontal-whole-page',
    issue: eightPageIssue(),
    page: 1,
    choices: { layout: 'newspaper', paper: 'tabloid', direction: 'horizontal' },
  },
  {
    name: 'own-paper-vertical-large',
    issue: tryingIssue(),
    page: 3,
    choices: { paperSize: { width: 160, height: 120 }, body: 15 },
  },
];

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

it.each(layouts)('$name is as it was looked at', async ({ name, issue, choices, page }) => {
  const target = join(folder.path, `${name}.pdf`);
  await exported({ issue, ...choices, target });
  const painted = await paint(target, page);
  const picture = join(pictures, `${name}.png`);
  if (isRemaking) {
    await writeFile(picture, encode(painted));
    return;
  }
  const golden = PNG.sync.read(await readFile(picture));
  const { width, height } = golden;
  expect([painted.width, painted.height], `${name}: the size of page ${page}`).toEqual([width, height]);
  const apart = new PNG({ width, height });
  const pixels = pixelmatch(golden.data, painted.data, apart.data, width, height, { threshold: 0.2 });
  if (pixels > width * height * tolerance) {
    await mkdir(failures, { recursive: true });
    const file = join(failures, `${name}.png`);
    await writeFile(file, encode(beside([golden, painted, apart])));
    expect.fail(
      `${name}: page ${page} differs in ${pixels} of ${width * height} pixels. The picture, the page as it is now and ` +
        `where they differ are in ${file}`,
    );
  }
});

/** A page in few dots and few shades, so that its picture stays small. */
async function paint(file: string, number: number): Promise<PNG> {
  const page = await renderPage(file, number, 36);
  const png = new PNG({ width: page.width, height: page.height });
  for (let y = 0; y < page.height; y++) {
    for (let x = 0; x < page.width; x++) {
      page.pixel(x, y).forEach((value, part) => {
        png.data[(y * page.width + x) * 4 + part] = Math.round(value / 51) * 51;
      });
      png.data[(y * page.width + x) * 4 + 3] = 255;
    }
  }
  return png;
}

function encode(png: PNG): Buffer {
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
}

function beside(parts: readonly PNG[]): PNG {
  const width = parts.reduce((sum, part) => sum + part.width, 0);
  const png = new PNG({ width, height: Math.max(...parts.map((part) => part.height)) });
  let left = 0;
  for (const part of parts) {
    PNG.bitblt(part, png, 0, 0, part.width, part.height, left, 0);
    left += part.width;
  }
  return png;
}
