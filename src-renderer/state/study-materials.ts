// What is done with the materials of the open day. Each is one change, which can be taken back.
import { joinToFormer, moveMaterial, trimPassage } from '../../src-core/study/arrange-materials';
import { withExcerpts } from '../../src-core/study/collect-marks';
import type { Excerpt, Material, MaterialId } from '../../src-core/study/study-day';
import type { TextRange } from '../../src-core/text/offsets';
import { call } from '../bridge/bridge';
import { report } from './notices';
import { changeMaterials, useStudyDay } from './study-day';

/** Looks at a material. */
export function lookAt(materialId: MaterialId | null): void {
  useStudyDay.setState({ active: materialId });
}

/** Moves a material to a place, counted from 0; gives the place at which it is then, or null where it did not move. */
export function moveTo(materialId: MaterialId, to: number): number | null {
  const before = materialsNow().findIndex((material) => material.materialId === materialId);
  const place = Math.max(0, Math.min(to, materialsNow().length - 1));
  if (before < 0 || before === place) return null;
  changeMaterials((materials) => moveMaterial(materials, materialId, place));
  return place;
}

/** Moves a material by one place. */
export function moveBy(materialId: MaterialId, step: 1 | -1): number | null {
  const at = materialsNow().findIndex((material) => material.materialId === materialId);
  return at < 0 ? null : moveTo(materialId, at + step);
}

/** Takes a material out; the next one is looked at then. */
export function removeMaterial(materialId: MaterialId): void {
  const materials = materialsNow();
  const at = materials.findIndex((material) => material.materialId === materialId);
  if (at < 0) return;
  changeMaterials((all) => all.filter((material) => material.materialId !== materialId));
  lookAt((materials[at + 1] ?? materials[at - 1])?.materialId ?? null);
}

/** Joins an excerpt to the one before it; gives false where they are not of one article. */
export function joinMaterial(materialId: MaterialId): boolean {
  const materials = materialsNow();
  const joined = joinToFormer(materials, materialId);
  if (joined === materials) return false;
  const at = materials.findIndex((material) => material.materialId === materialId);
  changeMaterials(() => joined);
  lookAt(materials[at - 1]?.materialId ?? null);
  return true;
}

/** Puts a heading before the material that is looked at, or behind all. */
export function addHeading(text: string): void {
  const { active } = useStudyDay.getState();
  const at = materialsNow().findIndex(({ materialId }) => materialId === active);
  const heading: Material = { kind: 'heading', materialId: newMaterialId(), text };
  changeMaterials((materials) => materials.toSpliced(at < 0 ? materials.length : at, 0, heading));
  lookAt(heading.materialId);
}

/** Puts excerpts that are not there yet behind all, or at a place; gives how many. */
export function addExcerpts(excerpts: readonly Excerpt[], place?: number): number {
  const before = materialsNow();
  const added = withExcerpts(before, excerpts).slice(before.length);
  if (added.length === 0) return 0;
  changeMaterials((materials) => materials.toSpliced(place ?? materials.length, 0, ...added));
  return added.length;
}

/** Changes one excerpt; `step` as for the day. */
export function changeExcerpt(
  materialId: MaterialId,
  change: (excerpt: Excerpt) => Excerpt,
  step: string | null = null,
): void {
  changeMaterials(
    (materials) =>
      materials.map((material) =>
        material.kind === 'excerpt' && material.materialId === materialId ? change(material) : material,
      ),
    step === null ? null : `${materialId} ${step}`,
  );
}

/** Changes the words of a heading. */
export function changeHeading(materialId: MaterialId, text: string): void {
  changeMaterials(
    (materials) =>
      materials.map((material) =>
        material.kind === 'heading' && material.materialId === materialId ? { ...material, text } : material,
      ),
    `${materialId} heading`,
  );
}

/** Gives a passage another range of its article; the mark stays as it is. */
export function trimExcerpt(materialId: MaterialId, passage: number, text: string, range: TextRange): void {
  changeExcerpt(materialId, (excerpt) => trimPassage(excerpt, passage, text, range));
}

/** Takes the words which the source now has in the place of a passage. */
export async function takeSourceWords(excerpt: Excerpt, passage: number, range: TextRange): Promise<void> {
  const { issueId, articleId, materialId } = excerpt;
  const source = await call('study.source', { issueId, articleId });
  if (!source.ok) return report(source.error);
  trimExcerpt(materialId, passage, source.value.text, range);
}

/** Takes one of several passages out. */
export function removePassage(materialId: MaterialId, passage: number): void {
  changeExcerpt(materialId, (excerpt) => ({
    ...excerpt,
    passages: excerpt.passages.filter((_passage, at) => at !== passage),
  }));
}

/** Orders what stands below each heading. */
export async function orderBy(order: 'date' | 'article'): Promise<void> {
  const materials = [...materialsNow()];
  const ordered = await call('study.order', { materials, order });
  if (!ordered.ok) return report(ordered.error);
  // The values that are there already are kept, so that nothing is proved anew.
  const known = new Map(materialsNow().map((material) => [material.materialId, material]));
  changeMaterials(() => ordered.value.map((material) => known.get(material.materialId) ?? material));
}

function materialsNow(): readonly Material[] {
  return useStudyDay.getState().day?.materials ?? [];
}

/** The id is new by chance alone: 122 random bits. */
function newMaterialId(): MaterialId {
  return crypto.randomUUID() as MaterialId;
}
