// The materials of a day: their list at one side; at the other what is to be said of the one that is looked at, or what
// can be collected.
import { ArrowDownUp, Heading, Search } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import type { StudyDay } from '../../src-core/study/study-day';
import { useCollect } from '../state/study-collect';
import { useStudyDay } from '../state/study-day';
import { stateIn, useProofs } from '../state/study-proofs';
import { lookAt, orderBy } from '../state/study-materials';
import { useStrings } from '../strings/use-strings';
import { CommandButton } from '../ui/CommandButton';
import { Menu } from '../ui/Menu';
import { Collector } from './Collector';
import { Inspector } from './Inspector';
import { MaterialList } from './MaterialList';

/** Shows the materials. */
export function Materials({ day }: { readonly day: StudyDay }): ReactNode {
  const { study } = useStrings();
  const isCollecting = useCollect((state) => state.isOpen);
  const active = useStudyDay((state) => state.active);
  // What happened, for those who hear it.
  const [said, setSaid] = useState('');
  const material = day.materials.find(({ materialId }) => materialId === active) ?? null;
  return (
    <div className={`materials${isCollecting || material !== null ? ' has-side' : ''}`}>
      <section className="materials-main" aria-label={study.materials}>
        <div className="materials-bar">
          <CommandButton command="study.collect" icon={Search} label={study.collect} text={study.collect} />
          <CommandButton command="study.add-heading" icon={Heading} label={study.addHeading} />
          <Menu label={study.order} icon={ArrowDownUp}>
            {(['date', 'article'] as const).map((order) => (
              <DropdownMenu.Item key={order} className="menu-entry" onSelect={() => void orderBy(order)}>
                {study.orderBy[order]}
              </DropdownMenu.Item>
            ))}
          </Menu>
          <Doubtful day={day} />
        </div>
        {day.materials.length === 0 && <p className="empty">{study.noMaterials}</p>}
        <MaterialList materials={day.materials} onSay={setSaid} />
        {day.materials.length > 0 && <p className="materials-keys muted">{study.keysHint}</p>}
        <span className="unseen" role="status">
          {said}
        </span>
      </section>
      {isCollecting ? (
        <Collector />
      ) : (
        material !== null && <Inspector key={material.materialId} material={material} onSay={setSaid} />
      )}
    </div>
  );
}

/** How many excerpts do not agree with their source, and the way to the next. */
function Doubtful({ day }: { readonly day: StudyDay }): ReactNode {
  const { study } = useStrings();
  const proofs = useProofs((state) => state.proofs);
  const active = useStudyDay((state) => state.active);
  const doubtful = day.materials.filter(({ kind, materialId }) => {
    const state = kind === 'excerpt' ? stateIn(proofs, materialId) : 'agrees';
    return state === 'differs' || state === 'missing';
  });
  if (doubtful.length === 0) return null;
  const at = doubtful.findIndex(({ materialId }) => materialId === active);
  return (
    <span className="doubtful-count">
      <span role="status">{study.doubtfulCount(doubtful.length)}</span>
      <button
        type="button"
        className="text-button is-outlined"
        onClick={() => {
          useCollect.setState({ isOpen: false });
          lookAt(doubtful[(at + 1) % doubtful.length]?.materialId ?? null);
        }}
      >
        {study.nextDoubtful}
      </button>
    </span>
  );
}
