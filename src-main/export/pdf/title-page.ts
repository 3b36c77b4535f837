// The title page: the title as on a slip 题签, what is in the document and who marked it, and at the foot when it was made.
import { dateInNumerals, dateWords } from '../../../src-core/typesetting/date-words';
import { createCompositor, type Compositor } from '../../../src-core/typesetting/galley';
import { setHeadline, type HeadlineBlock } from '../../../src-core/typesetting/headline-block';
import type {
  Em,
  Frame,
  FrameRole,
  LatinMetrics,
  PageLayout,
  Rect,
  SetLine,
} from '../../../src-core/typesetting/model';
import type { PageSpec } from '../../../src-core/typesetting/page-spec';
import { breakLines } from '../../../src-core/typesetting/line-break';
import type { Language } from '../../../src-core/ipc/contract';
import { articleIdSchema, type Article, type Block, type Issue } from '../../../src-core/publication/issue';
import { matterWords } from './matter-words';
import { documentTitle } from './words';

/** What a title page says. */
export type TitleWords = {
  readonly title: string;
  readonly facts: readonly string[];
  readonly made: string;
};

/** What is known of the document. */
export type TitleFacts = {
  readonly issues: readonly Issue[];
  /** The user's own title; empty for none. */
  readonly title: string;
  readonly authors: readonly string[];
  readonly marks: number;
  readonly now: Date;
  readonly language: Language;
  readonly direction: PageSpec['direction'];
};

/** More issues are counted, not named. */
const mostIssues = 6;
const mostAuthors = 5;

/** Finds the words. A publication that is the same in all issues is the title, where the user has given none. */
export function titleWords(facts: TitleFacts): TitleWords {
  const { issues, authors, language, direction } = facts;
  const words = matterWords[language];
  const dated = (date: string): string => (direction === 'vertical' ? dateInNumerals(date) : dateWords(date));
  const articles = issues.reduce((sum, issue) => sum + issue.articles.length, 0);
  const names = new Set(issues.map(({ publication }) => publication?.trim() ?? ''));
  const [name = ''] = names.size === 1 ? names : [];
  const dates = issues.flatMap(({ date }) => (date === undefined || date === '' ? [] : [date])).sort();
  const [first] = dates;
  const last = dates.at(-1);
  const own = facts.title.trim();
  const isNamed = own === '' && name !== '';
  const held =
    isNamed && first !== undefined && last !== undefined
      ? [first === last ? dated(first) : words.fromTo(dated(first), dated(last), issues.length)]
      : own === '' && issues.length === 1
        ? []
        : [
            ...issues.slice(0, mostIssues).map(documentTitle),
            ...(issues.length > mostIssues ? [words.andMore(issues.length)] : []),
          ];
  const [only] = issues;
  const markers = [
    ...authors.slice(0, mostAuthors),
    ...(authors.length > mostAuthors ? [language === 'en' ? '…' : '等'] : []),
  ].join(language === 'en' ? ', ' : '、');
  const made = [
    String(facts.now.getFullYear()),
    String(facts.now.getMonth() + 1).padStart(2, '0'),
    String(facts.now.getDate()).padStart(2, '0'),
  ].join('-');
  return {
    title: own !== '' ? own : isNamed ? name : only === undefined ? '' : documentTitle(only),
    facts: [
      ...held,
      words.extent(articles, facts.marks),
      ...(markers === '' ? [] : [words.markedBy(markers)]),
    ],
    made: words.made(dated(made).split('　')[0] ?? made),
  };
}

export type TitlePage = { readonly article: Article; readonly page: PageLayout };

/** The size of the title: the largest of these steps at which it takes no more than two lines. */
const titleSteps = [7, 6, 5, 4, 3];
const factSize: Em = 1.25;
const padding: Em = 1.1;
const betweenBoxes: Em = 0.35;

/** Sets a title page. */
export function setTitlePage(words: TitleWords, spec: PageSpec, metrics: LatinMetrics): TitlePage {
  const compositor = createCompositor(spec, metrics);
  const article = titleArticle(words);
  const isVertical = spec.direction === 'vertical';
  const [inlineSize, blockSize] = [spec.inlineSize, spec.blockSize];
  const span = inlineSize * (isVertical ? 0.66 : 0.86);
  const heading = largestHeadline(compositor, article, span);
  const slip = slipOf(
    heading,
    isVertical ? inlineSize * 0.1 : (inlineSize - span) / 2,
    blockSize * 0.22,
    isVertical,
  );
  const [, ...facts] = article.blocks;
  const made = facts.pop();
  const frames: Frame[] = [
    frameOf(
      'headline',
      { inline: slip.inline, block: slip.block, inlineSize: span, blockSize: 1 },
      slip.lines,
    ),
  ];
  let block = slip.box.block + slip.box.blockSize + 3;
  for (const fact of facts) {
    for (const line of linesOf(compositor, article, fact, isVertical ? inlineSize * 0.7 : span, factSize)) {
      const inline = isVertical ? inlineSize * 0.22 : (inlineSize - widthOf(line)) / 2;
      frames.push(frameOf('body', { inline, block, inlineSize: widthOf(line), blockSize: 2 }, [line]));
      block += factSize * 1.5;
    }
  }
  if (made !== undefined) {
    const [line] = linesOf(compositor, article, made, inlineSize, 1);
    if (line !== undefined) {
      const inline = isVertical ? inlineSize - widthOf(line) : (inlineSize - widthOf(line)) / 2;
      const foot = Math.max(block + 1, blockSize - 1.45);
      frames.push(
        frameOf('body', { inline, block: foot, inlineSize: widthOf(line), blockSize: 1.45 }, [line]),
      );
    }
  }
  return {
    article,
    page: {
      inlineSize,
      blockSize,
      frames: frames.map((frame, at) => ({ ...frame, frameId: `title-${at}` })),
      rules: [
        { kind: 'box', rect: slip.box },
        { kind: 'box', rect: grownBy(slip.box, -betweenBoxes) },
      ],
      furniture: [],
    },
  };
}

function titleArticle({ title, facts, made }: TitleWords): Article {
  const blocks: Block[] = [];
  let text = '';
  for (const words of [title, ...facts, made]) {
    if (text !== '') text += '\n';
    blocks.push({
      role: blocks.length === 0 ? 'headline' : 'paragraph',
      start: text.length,
      end: text.length + words.length,
    });
    text += words;
  }
  return { articleId, type: 'article', text, blocks };
}

const articleId = articleIdSchema.parse('title-page');

function largestHeadline(compositor: Compositor, article: Article, span: Em): HeadlineBlock {
  const set = titleSteps.map((step) => setHeadline(compositor, article, span, step));
  const fitting = set.find((headline) => headline !== null && headline.longest <= 2) ?? set.at(-1);
  return fitting ?? { lines: [], rows: 0, longest: 0 };
}

type Slip = {
  readonly inline: Em;
  readonly block: Em;
  readonly lines: readonly SetLine[];
  readonly box: Rect;
};

/** The title within its box, which is as long as the title; in 竖排 it begins where the page is asked to. */
function slipOf({ lines }: HeadlineBlock, inline: Em, block: Em, isVertical: boolean): Slip {
  const start = Math.min(...lines.map((line) => line.inline));
  const end = Math.max(...lines.map((line) => line.inline + widthOf(line)));
  const head = Math.min(...lines.map((line) => line.block));
  const foot = Math.max(...lines.map((line) => line.block + line.blockSize));
  // A title shorter than its span begins where a longer one would.
  const origin = isVertical ? inline - start : inline;
  return {
    inline: origin,
    block: block - head,
    lines,
    box: grownBy({ inline: origin + start, block, inlineSize: end - start, blockSize: foot - head }, padding),
  };
}

function grownBy({ inline, block, inlineSize, blockSize }: Rect, by: Em): Rect {
  return {
    inline: inline - by,
    block: block - by,
    inlineSize: inlineSize + 2 * by,
    blockSize: blockSize + 2 * by,
  };
}

function widthOf({ cells, size }: Pick<SetLine, 'cells' | 'size'>): Em {
  return (cells.at(-1)?.boxEnd ?? 0) * size;
}

/** Lines of facts, cut where they are longer than the span. */
function linesOf(
  compositor: Compositor,
  article: Article,
  block: Block,
  span: Em,
  size: Em,
): readonly SetLine[] {
  const measure = Math.max(1, span / size);
  const { region } = compositor.spec.style;
  const clusters = compositor.clusters(article.text, block, 'song');
  return breakLines(clusters, { measure, firstIndent: 0, indent: 0, region }).map(
    ({ start, end, cells, isLast }) => ({
      start,
      end,
      cells,
      isLast,
      block: 0,
      blockSize: size * 1.45,
      inline: 0,
      measure,
      face: 'song',
      size,
    }),
  );
}

function frameOf(role: FrameRole, rect: Rect, lines: readonly SetLine[]): Frame {
  return { frameId: '', articleId, role, rect, lines };
}
