// Orders and joins the materials of a study day. Headings stay where they are: what stands below one is ordered by itself.
import type { Issue, IssueId } from '../publication/issue';
import { describeRange } from '../anchoring/describe-range';
import type { TextRange } from '../text/offsets';
import type { Excerpt, Material, MaterialId } from './study-day';

/** By the date of the paper, or by where the articles stand in it. */
export type MaterialOrder = 'date' | 'article';

/** Orders the excerpts below each heading; those of issues that are gone keep their order and come last. */
export function orderMaterials(
  materials: readonly Material[],
  order: MaterialOrder,
  issues: ReadonlyMap<IssueId, Issue>,
): readonly Material[] {
  const ordered: Material[] = [];
  let section: Excerpt[] = [];
  const close = (): void => {
    ordered.push(...section.sort((one, other) => compare(one, other, order, issues)));
    section = [];
  };
  for (const material of materials) {
    if (material.kind === 'excerpt') {
      section.push(material);
      continue;
    }
    close();
    ordered.push(material);
  }
  close();
  return ordered;
}

/** Moves a material to the place which another has; unknown ones stay. `to` counts from 0. */
export function moveMaterial(
  materials: readonly Material[],
  materialId: MaterialId,
  to: number,
): readonly Material[] {
  const moved = materials.find((material) => material.materialId === materialId);
  if (moved === undefined) return materials;
  const others = materials.filter((material) => material !== moved);
  return others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, moved);
}

/**
 * Joins an excerpt to the one before it, where both are of one article: its passages follow those, in the order of the
 * text, its questions and notes too. Gives the materials unchanged where there is none to join.
 */
export function joinToFormer(materials: readonly Material[], materialId: MaterialId): readonly Material[] {
  const index = materials.findIndex((material) => material.materialId === materialId);
  const [former, joined] = [materials[index - 1], materials[index]];
  if (former?.kind !== 'excerpt' || joined?.kind !== 'excerpt') return materials;
  if (former.issueId !== joined.issueId || former.articleId !== joined.articleId) return materials;
  const passages = [...former.passages, ...joined.passages].sort(
    (one, other) => one.position.start - other.position.start,
  );
  const whole: Excerpt = {
    ...former,
    passages,
    tags: [...new Set([...former.tags, ...joined.tags])],
    questions: [...former.questions, ...joined.questions],
    leaderNotes: [former.leaderNotes, joined.leaderNotes].filter((notes) => notes !== '').join('\n'),
    blankLines: Math.max(former.blankLines, joined.blankLines),
  };
  return materials.toSpliced(index - 1, 2, whole);
}

/**
 * Gives an excerpt another range for one of its passages; the mark it was taken from is not touched.
 * @param text the article's canonical text
 * @param range in it, UTF-16 code units
 */
export function trimPassage(excerpt: Excerpt, passage: number, text: string, range: TextRange): Excerpt {
  return {
    ...excerpt,
    passages: excerpt.passages.map((selectors, index) =>
      index === passage ? describeRange(text, range) : selectors,
    ),
  };
}

function compare(
  one: Excerpt,
  other: Excerpt,
  order: MaterialOrder,
  issues: ReadonlyMap<IssueId, Issue>,
): number {
  const [first, second] = [issues.get(one.issueId), issues.get(other.issueId)];
  if (first === undefined || second === undefined) {
    return Number(first === undefined) - Number(second === undefined);
  }
  // A day without a date comes last: nobody knows where it belongs.
  const byDate = order === 'date' ? orderOf(first.date ?? '9999', second.date ?? '9999') : 0;
  return (
    byDate ||
    (first === second ? 0 : orderOf(first.issueId, second.issueId)) ||
    articleAt(first, one) - articleAt(second, other) ||
    placeOf(one) - placeOf(other)
  );
}

function orderOf(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function articleAt(issue: Issue, { articleId }: Excerpt): number {
  const index = issue.articles.findIndex((article) => article.articleId === articleId);
  return index < 0 ? issue.articles.length : index;
}

function placeOf({ passages }: Excerpt): number {
  return passages[0]?.position.start ?? 0;
}
