// From the shelf, and from the marks that were removed, to the issues that were taken off the shelf.
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLibrary } from '../state/library';
import { useStrings } from '../strings/use-strings';
import { CommandButton } from '../ui/CommandButton';

/** Leads to what was taken off the shelf; nothing where nothing was. */
export function TrashButton(): ReactNode {
  const { trash } = useStrings();
  const count = useLibrary((state) => state.trashed.length);
  if (count === 0) return null;
  const label = trash.open(count);
  return (
    <div className="shelf-trash">
      <CommandButton command="file.trash" icon={Trash2} label={label} text={label} />
    </div>
  );
}
