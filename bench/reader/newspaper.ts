// Long issues of real newspaper prose for the benchmarks: the sample's articles over and over, on printed pages of a usual
// size, and marks of every kind spread evenly over them.
import { describeRange } from '../../src-core/anchoring/describe-range';
import { annotationIdSchema, type Annotation } from '../../src-core/annotation/annotation';
import { markColors, markStyles } from '../../src-core/annotation/palette';
import { issueIdSchema, issueSchema, type Article, type Issue } from '../../src-core/publication/issue';
import { buildArticle } from '../../tests/builders/issue';
import { sampleIssue } from '../../tests/builders/sample-issue';

/** What a printed broadsheet page 版 holds, in characters. */
const charactersOnPage = 8000;

/** Builds an issue of at least so many characters, named so on the shelf. */
export function newspaper(publication: string, issueId: string, characters: number): Issue {
  const sample = sampleIssue().articles;
  const articles: Article[] = [];
  const pages: { articleIds: Article['articleId'][] }[] = [];
  let written = 0;
  for (let at = 0; written < characters; at++) {
    const model = sample[at % sample.length];
    if (model === undefined) throw new Error('the sample has no articles');
    const article = buildArticle({
      articleId: `a${at + 1}`,
      type: model.type,
      parts: model.blocks.map((block) => [block.role, model.text.slice(block.start, block.end)]),
    });
    const page = Math.floor(written / charactersOnPage);
    (pages[page] ??= { articleIds: [] }).articleIds.push(article.articleId);
    articles.push(article);
    written += article.text.length;
  }
  return issueSchema.parse({
    ...sampleIssue(),
    issueId: issueIdSchema.parse(issueId),
    publication,
    date: '2026-03-05',
    pages: pages.filter((page) => page !== undefined),
    articles,
  });
}

/** Marks spread over an issue: every style and colour, every tenth with a note and a tag, some over each other. */
export function spreadMarks(issue: Issue, count: number): readonly Annotation[] {
  const total = issue.articles.reduce((sum, { text }) => sum + text.length, 0);
  const marks: Annotation[] = [];
  let before = 0;
  for (const { articleId, text } of issue.articles) {
    while (marks.length < count && (marks.length * total) / count < before + text.length) {
      const at = marks.length;
      const start = Math.max(0, Math.floor((at * total) / count) - before);
      const end = Math.min(text.length, start + 4 + ((at * 7) % 23));
      marks.push({
        annotationId: annotationIdSchema.parse(`mark-${at}`),
        issueId: issue.issueId,
        articleId,
        target: describeRange(text, { start: Math.min(start, end - 1), end }),
        style: markStyles[at % 3 === 0 ? at % markStyles.length : 0] ?? 'highlight',
        color: markColors[at % markColors.length] ?? 'gamboge',
        tags: at % 10 === 0 ? ['农业'] : [],
        note: at % 10 === 0 ? '这一段要与去年的报道对照。' : '',
        author: '林默',
        created: '2026-01-01T00:00:00.000Z',
        modified: '2026-01-01T00:00:00.000Z',
      });
    }
    before += text.length;
  }
  return marks;
}
