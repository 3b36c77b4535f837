// Composing an issue of 100,000 characters in both directions and on paper, and finding 5,000 marks in it, beside plain work
// over the same text. The goal is 100,000 characters in 250 ms on one core.
import { sampleIssue } from '../tests/builders/sample-issue';
import { buildIssue, type ArticleParts } from '../tests/builders/issue';
import { plainLatinMetrics } from '../tests/builders/latin-metrics';
import { layoutIssue } from '../src-core/typesetting/layout-issue';
import { defaultStyle, type PageSpec } from '../src-core/typesetting/page-spec';
import { rangeToQuads } from '../src-core/typesetting/range-to-quads';
import { measure, report } from './measure';

const wanted = 100_000;
const sample = sampleIssue().articles;
const articles: ArticleParts[] = [];
let characters = 0;
for (let at = 0; characters < wanted; at++) {
  const article = sample[at % sample.length];
  if (article === undefined) throw new Error('the sample has no articles');
  articles.push({
    type: article.type,
    parts: article.blocks.map((block) => [block.role, article.text.slice(block.start, block.end)]),
  });
  characters += article.text.length;
}
const issue = buildIssue(articles);

const scrolled: PageSpec = {
  direction: 'vertical',
  inlineSize: 38,
  blockSize: Infinity,
  linePitch: 1.5,
  tierGap: 1,
  measure: { min: 13, max: 22 },
  style: defaultStyle,
};
const paper: PageSpec = { ...scrolled, inlineSize: 114, blockSize: 80 };
const compose = (spec: PageSpec) => () => layoutIssue(issue, spec, plainLatinMetrics);

const layout = compose(scrolled)();
const marks = Array.from({ length: 5000 }, (_, index) => {
  const article = issue.articles[(index * 7) % issue.articles.length];
  if (article === undefined) throw new Error('the issue has no articles');
  const start = (index * 131) % article.text.length;
  return { articleId: article.articleId, range: { start, end: Math.min(article.text.length, start + 40) } };
});

const composing = measure('compose, scrolled 竖排', 15, compose(scrolled));
const busyBefore = process.cpuUsage();
for (let run = 0; run < 5; run++) compose(scrolled)();
const busy = process.cpuUsage(busyBefore);

report(
  'typeset',
  `${issue.articles.length} articles, ${characters} characters, 5000 marks`,
  [
    measure('an object for each character (reference)', 10, () =>
      issue.articles.map(({ text }) => Array.from(text, (character, start) => ({ character, start }))),
    ),
    composing,
    measure('compose, scrolled 横排', 15, compose({ ...scrolled, direction: 'horizontal' })),
    measure('compose, paper in strips', 15, compose(paper)),
    measure('compose, paper by the page', 15, compose({ ...paper, arrangement: 'page' })),
    measure('quads of all marks', 15, () =>
      marks.map(({ articleId, range }) => rangeToQuads(layout, articleId, range)),
    ),
  ],
  {
    'characters per second, scrolled 竖排': Math.round((characters / composing.p50) * 1000),
    'ms of processor time, scrolled 竖排': Math.round((busy.user + busy.system) / 5000),
  },
);
