// What is proved of the excerpts of the open day: how each stands to its source now. Only excerpts that are new or changed
// are asked about; when issues changed, all are.
import { create } from 'zustand';
import type { ProvedExcerpt } from '../../src-core/ipc/study-contract';
import { stateOf, type ExcerptState } from '../../src-core/study/check-excerpt';
import type { Excerpt, MaterialId } from '../../src-core/study/study-day';
import { call, listen } from '../bridge/bridge';
import { report } from './notices';
import { createRest } from './rest';
import { useStudyDay } from './study-day';

type ProofsState = { readonly proofs: ReadonlyMap<MaterialId, ProvedExcerpt> };

export const useProofs = create<ProofsState>(() => ({ proofs: new Map() }));

/** Of which passages each proof tells: those very values, which a change replaces. */
const provedOf = new Map<MaterialId, Excerpt['passages']>();
const rest = createRest(50);

/** Proves the excerpts of the open day whenever it or its sources change; the returned function stops that. */
export function followProofs(): () => void {
  proveLater();
  const releases = [
    useStudyDay.subscribe((now, before) => {
      if (now.day?.materials === before.day?.materials) return;
      if (now.day?.studyDayId !== before.day?.studyDayId) forget();
      proveLater();
    }),
    listen('library.changed', () => {
      provedOf.clear();
      proveLater();
    }),
  ];
  return () => {
    releases.forEach((release) => release());
    rest.cancel();
    forget();
  };
}

/** How an excerpt stands to its source; null while that is being found out. */
export function stateIn(
  proofs: ReadonlyMap<MaterialId, ProvedExcerpt>,
  materialId: MaterialId,
): ExcerptState | null {
  const proof = proofs.get(materialId);
  return proof === undefined ? null : stateOf(proof.checks);
}

function forget(): void {
  provedOf.clear();
  useProofs.setState({ proofs: new Map() });
}

function proveLater(): void {
  rest.then(() => void prove());
}

async function prove(): Promise<void> {
  const materials = useStudyDay.getState().day?.materials ?? [];
  const unproved = materials.filter(
    (material): material is Excerpt =>
      material.kind === 'excerpt' && provedOf.get(material.materialId) !== material.passages,
  );
  if (unproved.length === 0) return;
  for (const { materialId, passages } of unproved) provedOf.set(materialId, passages);
  const proved = await call('study.prove', { excerpts: unproved });
  if (!proved.ok) {
    for (const { materialId } of unproved) provedOf.delete(materialId);
    return report(proved.error);
  }
  const isPresent = (proof: ProvedExcerpt, at: number): boolean =>
    provedOf.get(proof.materialId) === unproved[at]?.passages;
  useProofs.setState(({ proofs }) => ({
    proofs: new Map([
      ...proofs,
      ...proved.value.filter(isPresent).map((proof) => [proof.materialId, proof] as const),
    ]),
  }));
}
