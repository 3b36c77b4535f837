// Exporting 1, 10 and 100 pages, the same text in whole pages 版面, and 5,000 marks, beside Chromium's own printing of the
// same text on the same paper in the same run. Goals: no slower than Chromium at 100 pages, at most 0.35 times its size, memory that does not grow with
// the document, a window that keeps its pace meanwhile.
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron } from '@playwright/test';
import { describeRange } from '../src-core/anchoring/describe-range';
import { annotationSchema, type Annotation } from '../src-core/annotation/annotation';
import { markColors, markStyles } from '../src-core/annotation/palette';
import type { ExportLayout } from '../src-core/ipc/export-choices';
import type { Issue } from '../src-core/publication/issue';
import { exportPdf } from '../src-main/export/pdf/export-pdf';
import { buildIssue, type ArticleParts } from '../tests/builders/issue';
import { sampleIssue } from '../tests/builders/sample-issue';
import { report, summarize, type Measurement } from './measure';
import { framesWhileExporting } from './pdf/frames-while-exporting';

const fontsFolder = resolve('resources/fonts');
/** About as many characters as stand on a page of A4. */
const charactersPerPage = 1450;
const runs = 3;

type Figures = Record<string, string>;

/** The sample's articles again and again, to at least so many characters: as many different signs as a paper has. */
function issueOf(characters: number): Issue {
  const sample = sampleIssue().articles;
  const articles: ArticleParts[] = [];
  let written = 0;
  for (let at = 0; written < characters; at++) {
    const article = sample[at % sample.length];
    if (article === undefined) throw new Error('the sample has no articles');
    articles.push({
      type: article.type,
      parts: article.blocks.map(({ role, start, end }) => [role, article.text.slice(start, end)]),
    });
    written += article.text.length;
  }
  return buildIssue(articles);
}

/** The issue printed as the sample is: so many articles on each of its pages 版. */
function onPrintedPages(issue: Issue): Issue {
  const ids = issue.articles.map(({ articleId }) => articleId);
  const perPage = sampleIssue().articles.length;
  const count = Math.ceil(ids.length / perPage);
  const pages = Array.from({ length: count }, (_, at) => ({
    articleIds: ids.slice(at * perPage, (at + 1) * perPage),
  }));
  return { ...issue, pages };
}

function marksOn(issue: Issue, count: number): readonly Annotation[] {
  return Array.from({ length: count }, (_, index) => {
    const article = issue.articles[(index * 7) % issue.articles.length];
    if (article === undefined) throw new Error('the issue has no articles');
    const start = (index * 131) % Math.max(1, article.text.length - 12);
    return annotationSchema.parse({
      annotationId: `m${index}`,
      issueId: issue.issueId,
      articleId: article.articleId,
      target: describeRange(article.text, { start, end: start + 8 }),
      style: markStyles[index % markStyles.length],
      color: markColors[index % markColors.length],
      tags: index % 3 === 0 ? ['学习'] : [],
      note: index % 2 === 0 ? '此处要紧，再看一遍。' : '',
      author: '王小明',
      created: '2022-10-12T01:00:00.000Z',
      modified: '2022-10-12T02:00:00.000Z',
    });
  });
}

type Exported = {
  readonly measurement: Measurement;
  readonly pages: number;
  readonly bytes: number;
  /** What the document itself takes while its pages are written: what is only waiting to be swept up does not count. */
  readonly heap: number;
};

async function exporting(
  name: string,
  issue: Issue,
  annotations: readonly Annotation[],
  target: string,
  layout: ExportLayout = 'page',
): Promise<Exported> {
  const times: number[] = [];
  let pages = 0;
  let heap = 0;
  for (let run = 0; run <= runs; run++) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    let most = before;
    const start = performance.now();
    const result = await exportPdf(
      {
        issue,
        annotations,
        direction: 'vertical',
        paper: 'A4',
        layout,
        index: false,
        notes: annotations.length > 0 ? 'head' : 'none',
        target,
        now: new Date(0),
        language: 'zh-CN',
        fontsFolder,
      },
      run > 0
        ? {}
        : {
            onProgress: ({ page }) => {
              if (page % 10 !== 1) return;
              globalThis.gc?.();
              most = Math.max(most, process.memoryUsage().heapUsed);
            },
          },
    );
    if (!result.ok) throw new Error(`the export failed: ${result.error.code}`);
    if (run > 0) times.push(performance.now() - start);
    pages = result.value.pages;
    heap = Math.max(heap, most - before);
  }
  return { measurement: summarize(name, times), pages, bytes: (await stat(target)).size, heap };
}

/** The same text as a vertical page for Chromium, in the same faces and sizes. */
function html(issue: Issue): string {
  const face = (name: string, file: string): string =>
    `@font-face{font-family:${name};src:url(${pathToFileURL(join(fontsFolder, file)).href})}`;
  const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
  const body = issue.articles
    .map(({ text, blocks }) =>
      blocks
        .map(({ role, start, end }) => {
          const tag = role === 'headline' ? 'h1' : 'p';
          return `<${tag}>${escaped(text.slice(start, end))}</${tag}>`;
        })
        .join(''),
    )
    .join('');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
${face('song', 'NotoSerifSC-Regular.ttf')}${face('hei', 'NotoSansSC-Bold.ttf')}
@page{size:A4;margin:22mm 15mm 16mm}
html{writing-mode:vertical-rl;font:10.5pt/1.45 song;columns:3;column-gap:2.8em}
h1{font:16pt/1.4 hei;margin:0 1em}p{margin:0;text-indent:2em;text-align:justify}</style><body>${body}</body></html>`;
}

type Printed = { readonly measurement: Measurement; readonly bytes: number };

async function printing(
  folder: string,
  documents: readonly { readonly name: string; readonly issue: Issue }[],
): Promise<readonly Printed[]> {
  const executablePath = process.env['ELECTRON_EXEC_PATH'];
  if (executablePath === undefined) throw new Error('ELECTRON_EXEC_PATH names no Electron.');
  const program = join(folder, 'printer');
  await mkdir(program);
  await writeFile(join(program, 'package.json'), '{"name":"printer","main":"main.cjs"}\n');
  await writeFile(
    join(program, 'main.cjs'),
    "const { app } = require('electron'); app.on('window-all-closed', () => {}); app.whenReady();\n",
  );
  const electron = await _electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      program,
      `--user-data-dir=${join(folder, 'user-data')}`,
    ],
    timeout: 120_000,
  });
  try {
    const printed: Printed[] = [];
    for (const { name, issue } of documents) {
      const page = join(folder, 'page.html');
      await writeFile(page, html(issue));
      const { times, bytes } = await electron.evaluate(
        async ({ BrowserWindow }, { url, count }) => {
          const window = new BrowserWindow({ show: false });
          await window.loadURL(url);
          await window.webContents.executeJavaScript('document.fonts.ready.then(() => null)');
          const taken: number[] = [];
          let size = 0;
          for (let run = 0; run <= count; run++) {
            const start = performance.now();
            const pdf = await window.webContents.printToPDF({
              preferCSSPageSize: true,
              generateTaggedPDF: true,
            });
            if (run > 0) taken.push(performance.now() - start);
            size = pdf.length;
          }
          window.destroy();
          return { times: taken, bytes: size };
        },
        { url: pathToFileURL(page).href, count: runs },
      );
      printed.push({ measurement: summarize(`Chromium printToPDF, ${name}`, times), bytes });
    }
    return printed;
  } finally {
    await electron.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'jianbao-bench-pdf-'));
try {
  const documents = [1, 10, 100].map((pages) => ({
    name: pages === 1 ? '1 page' : `${pages} pages`,
    issue: issueOf(pages * charactersPerPage),
  }));
  const printed = await printing(folder, documents);
  const exported: Exported[] = [];
  for (const { name, issue } of documents) {
    exported.push(await exporting(`export, ${name}`, issue, [], join(folder, 'plain.pdf')));
  }
  const whole: Exported[] = [];
  for (const { name, issue } of documents) {
    whole.push(
      await exporting(
        `export in whole pages, ${name}`,
        onPrintedPages(issue),
        [],
        join(folder, 'whole.pdf'),
        'newspaper',
      ),
    );
  }
  const [, , long] = documents;
  if (long === undefined) throw new Error('there is no long document');
  const marked = await exporting(
    'export, 100 pages, 5,000 marks',
    long.issue,
    marksOn(long.issue, 5000),
    join(folder, 'marked.pdf'),
  );
  const frames = await framesWhileExporting(
    process.env['ELECTRON_EXEC_PATH'] ?? '',
    folder,
    { ...long.issue, publication: '长报', date: '2022-10-11' },
    500,
  );
  const figures: Figures = {};
  const size = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;
  const beside = (ours: Exported, theirs: Printed): string =>
    `${ours.pages} sheets, ${(ours.measurement.p50 / ours.pages).toFixed(0)} ms a sheet, ` +
    `${size(ours.bytes)} against ${size(theirs.bytes)} (${(ours.bytes / theirs.bytes).toFixed(2)}), ` +
    `time ${(ours.measurement.p50 / theirs.measurement.p50).toFixed(2)}, heap ${Math.round(ours.heap / 2 ** 20)} MB`;
  documents.forEach(({ name }, at) => {
    const [plain, asWhole, theirs] = [exported[at], whole[at], printed[at]];
    if (plain === undefined || asWhole === undefined || theirs === undefined) return;
    figures[name] = beside(plain, theirs);
    figures[`${name} of text in whole pages`] = beside(asWhole, theirs);
  });
  figures['100 pages, 5,000 marks'] =
    `${marked.pages} sheets, ${size(marked.bytes)}, heap ${Math.round(marked.heap / 2 ** 20)} MB`;
  const [first, ...others] = printed.map(({ measurement }) => measurement);
  if (first === undefined) throw new Error('nothing was printed');
  report(
    'pdf',
    'A4, 竖排',
    [
      first,
      ...others,
      ...[...exported, ...whole].map(({ measurement }) => measurement),
      marked.measurement,
      summarize('a frame, the dialog rests', frames.resting),
      summarize('a frame, 100 pages are set to be looked at', frames.previewing),
      summarize('a frame, 100 pages are written', frames.exporting),
    ],
    figures,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
