// The index of marks: every mark with its number, words, note, tags and author, set by the same engine through the same
// fonts, as one more article after the issue.
import type { Annotation } from '../../../src-core/annotation/annotation';
import type { Language } from '../../../src-core/ipc/contract';
import { articleTitle } from '../../../src-core/publication/article-text';
import {
  articleIdSchema,
  type Article,
  type Block,
  type BlockRole,
  type Issue,
} from '../../../src-core/publication/issue';
import type { PlacedMark, PlacedMarks } from './place-marks';
import { indexWords, styleNames } from './words';

/** Gives an issue whose only article is the index, or null where there are no marks. */
export function markIndex(issue: Issue, marks: PlacedMarks, language: Language): Issue | null {
  if (marks.placed.length + marks.orphans.length === 0) return null;
  const article = indexArticle(marks, language);
  return {
    ...issue,
    articles: [article],
    pages: [{ articleIds: [article.articleId] }],
  };
}

type Piece = { readonly role: BlockRole; readonly text: string };

function indexArticle({ placed, orphans }: PlacedMarks, language: Language): Article {
  const words = indexWords[language];
  const pieces: Piece[] = [{ role: 'headline', text: words.title }];
  let previous: Article | null = null;
  for (const mark of placed) {
    if (mark.article !== previous) pieces.push({ role: 'subhead', text: heading(mark.article) });
    previous = mark.article;
    pieces.push(entry(mark, language));
  }
  if (orphans.length > 0) {
    pieces.push({ role: 'subhead', text: words.orphans });
    for (const annotation of orphans) {
      const text = [quoted(annotation), ...remarks(annotation, language)].join('　');
      pieces.push({ role: 'paragraph', text });
    }
  }
  return joined(pieces);
}

/** The article's title, no longer than a line. */
function heading(article: Article): string {
  const characters = [...articleTitle(article)];
  return characters.length <= 16 ? characters.join('') : `${characters.slice(0, 15).join('')}…`;
}

/** One paragraph for each mark: its number, words and place, then what its author says of it. */
function entry({ annotation, number, pieces }: PlacedMark, language: Language): Piece {
  const place = indexWords[language].place(
    styleNames[language][annotation.style],
    (pieces[0]?.page ?? 0) + 1,
  );
  return {
    role: 'paragraph',
    text: [`${number}　${quoted(annotation)}${place}`, ...remarks(annotation, language)].join('　'),
  };
}

function remarks(annotation: Annotation, language: Language): readonly string[] {
  const words = indexWords[language];
  const note = annotation.note.replace(/\s*[\r\n\u2028\u2029]+\s*/gu, '　').trim();
  return [
    ...(note === '' ? [] : [words.note(note)]),
    ...(annotation.tags.length === 0 ? [] : [words.tags(annotation.tags)]),
    ...(annotation.author === '' ? [] : [words.author(annotation.author)]),
  ];
}

/** The passage between marks that newspapers do not use themselves. A long one is known by its beginning and end. */
function quoted({ target }: Annotation): string {
  const characters = [...target.quote.exact.replace(/\s*\n\s*/gu, '／')];
  const words =
    characters.length <= 48
      ? characters.join('')
      : `${characters.slice(0, 30).join('')}……${characters.slice(-12).join('')}`;
  return `「${words}」`;
}

function joined(pieces: readonly Piece[]): Article {
  const blocks: Block[] = [];
  let text = '';
  for (const { role, text: words } of pieces) {
    if (text !== '') text += '\n';
    blocks.push({ role, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { articleId: articleIdSchema.parse('mark-index'), type: 'article', text, blocks };
}
