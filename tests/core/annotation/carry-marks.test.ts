// Marks are carried to a revision of their issue: to the same characters of the source, or nowhere. Whatever is corrected,
// no mark is lost, none comes to stand on other words, and taking the edit back leaves all as it was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationIdSchema, type Annotation } from '../../../src-core/annotation/annotation';
import { applyEdit } from '../../../src-core/annotation/apply-edit';
import { carryMarks, type SourcedIssue } from '../../../src-core/annotation/carry-marks';
import { restorableMarks } from '../../../src-core/annotation/restorable';
import { describePassages, passagesOf } from '../../../src-core/annotation/passages';
import { wholeTarget } from '../../../src-core/annotation/whole-note';
import { applyCorrection } from '../../../src-core/importing/apply-correction';
import type { Correction } from '../../../src-core/importing/correction';
import type { ParsedPage } from '../../../src-core/importing/format';
import { keepArticleIds } from '../../../src-core/importing/keep-article-ids';
import { parsePageText } from '../../../src-core/importing/page-text/parse-page-text';
import { sourceMaps } from '../../../src-core/importing/source-map';
import { toIssue } from '../../../src-core/importing/to-issue';
import { blockRoles } from '../../../src-core/publication/block-roles';
import { issueIdSchema, type Issue } from '../../../src-core/publication/issue';
import { cityPaper, literaryPage, partyPaper } from '../importing/pages';

const making = {
  issueId: issueIdSchema.parse('issue'),
  source: { fileName: 'page.txt', encoding: 'utf-8', bytes: 1, sha256: '0'.repeat(64) },
  imported: '2026-01-01T00:00:00.000Z',
} as const;
const at = '2026-01-02T00:00:00.000Z';

function sourced(page: ParsedPage, issue: Issue): SourcedIssue {
  const sources = sourceMaps(page, issue);
  if (sources === null) throw new Error('the issue was not made from this page');
  return { issue, sources };
}

function carrying() {
  let count = 0;
  return { at, newId: () => annotationIdSchema.parse(`new-${String(++count)}`) };
}

function markOn(
  issue: Issue,
  article: number,
  ranges: readonly { start: number; end: number }[],
  name: string,
): Annotation {
  const { articleId, text } = issue.articles[article] ?? {
    articleId: issue.articles[0]?.articleId,
    text: '',
  };
  const target = describePassages(text, ranges);
  if (articleId === undefined || target === null) throw new Error('nothing to mark');
  return {
    annotationId: annotationIdSchema.parse(name),
    issueId: issue.issueId,
    articleId,
    target,
    style: 'highlight',
    color: 'gamboge',
    tags: ['桥'],
    note: '批注',
    author: '',
    created: at,
    modified: at,
  };
}

type Wish = {
  readonly kind: Correction['type'];
  readonly block: number;
  readonly piece: number;
  readonly at: number;
};

/** Corrects a page as wished, each wish brought to what is there. */
function correct(page: ParsedPage, wishes: readonly Wish[]): ParsedPage {
  return wishes.reduce((next, wish) => {
    const block = wish.block % next.blocks.length;
    const piece = wish.piece % (next.blocks[block]?.pieces.length ?? 1);
    const { at: size } = wish;
    const fitting: Partial<Record<Wish['kind'], Correction>> = {
      role: { type: 'role', block, piece, role: blockRoles[size % blockRoles.length] ?? 'paragraph' },
      split: { type: 'split', block, piece, at: size },
      join: { type: 'join', block, piece },
      'set-aside': { type: 'set-aside', block, piece },
      part: { type: 'part', block, piece },
      merge: { type: 'merge', block },
      'take-back': { type: 'take-back', furniture: size % Math.max(1, next.furniture.length), block, piece },
    };
    const correction = fitting[wish.kind];
    const corrected = correction === undefined ? null : applyCorrection(next, correction);
    return corrected === null || corrected.blocks.length === 0 ? next : corrected;
  }, page);
}

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom('role', 'split', 'join', 'set-aside', 'part', 'merge', 'take-back'),
  block: fc.nat(40),
  piece: fc.nat(40),
  at: fc.integer({ min: 1, max: 40 }),
});
const marking = fc.record({
  article: fc.nat(12),
  passages: fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 3 }),
});

describe('carried marks', () => {
  it('stand on the same characters of the source, or wait as they were; undo brings all back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(cityPaper, literaryPage, partyPaper),
        fc.array(wish, { maxLength: 10 }),
        fc.array(marking, { minLength: 1, maxLength: 12 }),
        (text, corrections, markings) => {
          const page = parsePageText(text);
          const issue = toIssue(page, making);
          const former = sourced(page, issue);
          const marks = new Map(
            markings.flatMap(({ article, passages }, number) => {
              const index = article % issue.articles.length;
              const length = issue.articles[index]?.text.length ?? 0;
              const ranges = passages.map(([start, size]) => ({
                start: start % length,
                end: Math.min(length, (start % length) + size),
              }));
              const mark = markOn(issue, index, ranges, `m${String(number)}`);
              return [[mark.annotationId, mark] as const];
            }),
          );
          const next = correct(page, corrections);
          const revised = keepArticleIds(issue, toIssue(next, making));
          const after = sourced(next, revised);
          const { edit, waiting } = carryMarks(former, after, marks.values(), carrying());
          const applied = edit === null ? null : applyEdit(marks, edit);
          if (applied?.ok === false) throw new Error(applied.error.code);
          const standing = [...(applied?.value.annotations ?? marks).values()].filter(
            ({ removed }) => removed === undefined,
          );
          expect(standing).toHaveLength(marks.size);
          let left = 0;
          for (const mark of marks.values()) {
            const followed = standing.find(
              ({ annotationId, note, created, target }) =>
                annotationId === mark.annotationId ||
                (annotationId.startsWith('new-') &&
                  note === mark.note &&
                  created === mark.created &&
                  sourceOf(after, standing, target) === sourceOf(former, [mark], mark.target)),
            );
            expect(followed).toBeDefined();
            if (followed === undefined) continue;
            const articleAt = revised.articles.findIndex(({ articleId }) => articleId === followed.articleId);
            const home = revised.articles[articleAt];
            const stands = passagesOf(followed.target).every(
              ({ position, quote }) => home?.text.slice(position.start, position.end) === quote.exact,
            );
            if (!stands) {
              left++;
              expect(followed).toEqual(mark);
            } else if (followed.target !== mark.target) {
              expect(charactersOf(followed)).toEqual(charactersOf(mark));
              expect(unitsOf(after, followed)).toEqual(unitsOf(former, mark));
            }
          }
          expect(left).toBeLessThanOrEqual(waiting);
          if (applied !== null) {
            const undone = applyEdit(applied.value.annotations, applied.value.inverse);
            if (!undone.ok) throw new Error(undone.error.code);
            for (const mark of marks.values()) {
              expect(undone.value.annotations.get(mark.annotationId)).toMatchObject({
                target: mark.target,
                articleId: mark.articleId,
              });
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('follow a paragraph that was joined, with the line feed gone from the quote', () => {
    const page = parsePageText(cityPaper);
    const issue = toIssue(page, making);
    const block = page.blocks.findIndex(
      ({ pieces }) => pieces.filter(({ role }) => role === 'paragraph').length > 1,
    );
    const piece = page.blocks[block]?.pieces.findIndex(({ role }) => role === 'paragraph') ?? 0;
    const { text = '', blocks = [] } = issue.articles[block] ?? {};
    const end = blocks[piece]?.end ?? 0;
    const mark = markOn(issue, block, [{ start: end - 4, end: end + 5 }], 'm');
    const next = correct(page, [{ kind: 'join', block, piece, at: 1 }]);
    const revised = keepArticleIds(issue, toIssue(next, making));
    const { edit } = carryMarks(sourced(page, issue), sourced(next, revised), [mark], carrying());
    expect(edit).toMatchObject({
      type: 'update',
      changes: { target: { quote: { exact: text.slice(end - 4, end + 5).replace('\n', '') } } },
    });
  });

  it('that were removed follow within their article, stay removed, and stand on their words when restored', () => {
    const page = parsePageText(cityPaper);
    const issue = toIssue(page, making);
    const { text = '', blocks = [], articleId } = issue.articles[0] ?? {};
    const at = blocks.findLastIndex(({ role }) => role === 'paragraph');
    const { start = 0 } = blocks[at] ?? {};
    const removed: Annotation = {
      ...markOn(issue, 0, [{ start: start + 2, end: start + 8 }], 'gone'),
      removed: making.imported,
      modified: making.imported,
    };
    const next = applyCorrection(page, { type: 'set-aside', block: 0, piece: 0 });
    if (next === null) throw new Error('the correction does not fit');
    const revised = keepArticleIds(issue, toIssue(next, making));
    const { edit } = carryMarks(sourced(page, issue), sourced(next, revised), [removed], carrying());
    const marks = new Map([[removed.annotationId, removed]]);
    const applied = edit === null ? null : applyEdit(marks, edit);
    if (applied?.ok !== true) throw new Error('no edit');
    const followed = applied.value.annotations.get(removed.annotationId);
    expect(followed).toEqual({ ...removed, target: followed?.target });
    const home = revised.articles.find((article) => article.articleId === articleId);
    const position = followed?.target.position ?? { start: 0, end: 0 };
    expect(position.start).toBeLessThan(start + 2);
    expect(home?.text.slice(position.start, position.end)).toBe(text.slice(start + 2, start + 8));
    const undone = applyEdit(applied.value.annotations, applied.value.inverse);
    expect(undone.ok && undone.value.annotations).toEqual(marks);
  });

  it('that were removed follow into another article, and there alone are offered to be restored', () => {
    const page = parsePageText(cityPaper);
    const issue = toIssue(page, making);
    const removed: Annotation = {
      ...markOn(issue, 1, [{ start: 1, end: 5 }], 'gone'),
      removed: making.imported,
      modified: making.imported,
    };
    const link: Annotation = {
      ...markOn(issue, 0, [{ start: 0, end: 2 }], 'link'),
      links: [removed.annotationId],
    };
    const next = correct(page, [{ kind: 'merge', block: 1, piece: 0, at: 1 }]);
    const revised = keepArticleIds(issue, toIssue(next, making));
    const marks = new Map([removed, link].map((mark) => [mark.annotationId, mark]));
    const { edit, waiting, anew } = carryMarks(
      sourced(page, issue),
      sourced(next, revised),
      marks.values(),
      carrying(),
    );
    expect(waiting).toBe(0);
    const applied = edit === null ? null : applyEdit(marks, edit);
    if (applied?.ok !== true) throw new Error('no edit');
    const name = anew.get(removed.annotationId) ?? removed.annotationId;
    const followed = applied.value.annotations.get(name);
    const home = revised.articles[0];
    expect(followed).toEqual({
      ...removed,
      annotationId: name,
      articleId: home?.articleId,
      target: followed?.target,
    });
    const { start = 0, end = 0 } = followed?.target.position ?? {};
    expect(home?.text.slice(start, end)).toBe(removed.target.quote.exact);
    expect(applied.value.annotations.get(link.annotationId)?.links).toEqual([name]);

    const textOf = (texts: Issue) => (articleId: Annotation['articleId']) =>
      texts.articles.find((article) => article.articleId === articleId)?.text;
    const all = applied.value.annotations.values();
    expect(restorableMarks(all, textOf(revised))).toEqual([followed]);
    expect(restorableMarks(marks.values(), textOf(issue))).toEqual([removed]);
    expect(restorableMarks(marks.values(), () => undefined)).toEqual([removed]);
    const undone = applyEdit(applied.value.annotations, applied.value.inverse);
    expect(undone.ok && undone.value.annotations.get(link.annotationId)).toEqual(link);
  });

  it('keep a note on an article with it when that is merged, and links to marks that were made anew', () => {
    const page = parsePageText(cityPaper);
    const issue = toIssue(page, making);
    const second = issue.articles[1];
    const place = wholeTarget(issue, 'article', second?.articleId ?? null);
    if (second === undefined || place === null) throw new Error('no second article');
    const note: Annotation = {
      ...markOn(issue, 1, [{ start: 0, end: 3 }], 'note'),
      ...place,
      scope: 'article',
    };
    const moved = markOn(issue, 1, [{ start: 1, end: 4 }], 'moved');
    const linked: Annotation = {
      ...markOn(issue, 0, [{ start: 0, end: 2 }], 'linked'),
      links: [moved.annotationId],
    };
    const next = correct(page, [{ kind: 'merge', block: 1, piece: 0, at: 1 }]);
    const revised = keepArticleIds(issue, toIssue(next, making));
    const marks = new Map([note, moved, linked].map((mark) => [mark.annotationId, mark]));
    const { edit, waiting } = carryMarks(
      sourced(page, issue),
      sourced(next, revised),
      marks.values(),
      carrying(),
    );
    const applied = edit === null ? null : applyEdit(marks, edit);
    if (applied?.ok !== true) throw new Error('no edit');
    const standing = [...applied.value.annotations.values()].filter(({ removed }) => removed === undefined);
    expect(waiting).toBe(0);
    expect(standing.map(({ articleId }) => articleId)).toEqual(
      standing.map(() => revised.articles[0]?.articleId),
    );
    const anew = standing.find(({ scope, annotationId }) => scope === undefined && annotationId !== 'linked');
    expect(standing.find(({ annotationId }) => annotationId === 'linked')?.links).toEqual([
      anew?.annotationId,
    ]);
  });
});

/** Passages stand in the order of the text, which a correction can change: their characters count, not which comes first. */
function charactersOf({ target }: Annotation): readonly string[] {
  const words = passagesOf(target).map(({ quote }) => quote.exact.replace(/\s+/gu, ''));
  return words.flatMap((word) => [...word]).sort();
}

function unitsOf({ issue, sources }: SourcedIssue, { articleId, target }: Annotation): readonly number[] {
  const index = issue.articles.findIndex((article) => article.articleId === articleId);
  const { text = '' } = issue.articles[index] ?? {};
  const units = passagesOf(target).flatMap(({ position }) => {
    const own: number[] = [];
    for (let unit = position.start; unit < position.end; unit++) {
      if (!/\s/u.test(text.charAt(unit))) own.push(sources[index]?.[unit] ?? -1);
    }
    return own;
  });
  return units.sort((one, other) => one - other);
}

function sourceOf(issue: SourcedIssue, marks: readonly Annotation[], target: Annotation['target']): string {
  const mark = marks.find((candidate) => candidate.target === target);
  return mark === undefined ? '' : unitsOf(issue, mark).join();
}
