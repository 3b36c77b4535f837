// Shows, while files are dragged over the window, that they can be let go here. The files themselves never come to the
// page: the preload script hands them to the main process, which answers with the event 'files.dropped'.
import { FileDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useImporting } from '../state/importing';
import { useStrings } from '../strings/use-strings';

/** Covers the window while files are over it. */
export function DropTarget(): ReactNode {
  const strings = useStrings();
  const isDraggedOver = useImporting((state) => state.isDraggedOver);
  if (!isDraggedOver) return null;
  return (
    <div className="drop-target" role="status">
      <FileDown size={32} aria-hidden="true" />
      <p>{strings.importMany.dropHere}</p>
    </div>
  );
}
