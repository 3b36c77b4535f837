// What this is, which version, and where the library lies.
import type { ReactNode } from 'react';
import { useAppInfo } from '../state/app-info';
import { closeDialog } from '../state/dialogs';
import { useStrings } from '../strings/use-strings';
import { Dialog } from '../ui/Dialog';

/** Shows the dialog. */
export function AboutDialog(): ReactNode {
  const strings = useStrings();
  const info = useAppInfo((state) => state.info);
  return (
    <Dialog title={strings.about.title} onClose={closeDialog}>
      <p>{strings.about.line}</p>
      {info !== null && (
        <>
          <p>{strings.about.version(info.version)}</p>
          <p className="path">{strings.about.library(info.library)}</p>
        </>
      )}
      <p className="muted">{strings.about.fonts}</p>
    </Dialog>
  );
}
