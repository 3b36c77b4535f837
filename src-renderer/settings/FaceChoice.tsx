// The choice of the face: one of those that are shipped, or one that is installed on the computer.
import { useEffect, type ReactNode } from 'react';
import { textFaces } from '../../src-core/typesetting/faces';
import { findInstalledFonts, useOwnFace } from '../state/own-face';
import { changeSettings, useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';
import { Segments } from './Segments';

/** Draws the choice; the installed fonts show while one of them is wanted. */
export function FaceChoice(): ReactNode {
  const { type } = useStrings();
  const textFace = useSettings((state) => state.settings.textFace);
  return (
    <>
      <Segments
        label={type.face}
        value={textFace}
        options={textFaces}
        words={type.choices.textFace}
        onChange={(chosen) => void changeSettings({ textFace: chosen })}
      />
      {textFace === 'own' && <InstalledFonts />}
    </>
  );
}

function InstalledFonts(): ReactNode {
  const { type } = useStrings();
  const ownFont = useSettings((state) => state.settings.ownFont);
  const installed = useOwnFace((state) => state.installed);
  useEffect(() => void findInstalledFonts(), []);
  if (installed?.length === 0) return <p className="menu-words">{type.noOwnFaces}</p>;
  const isKnown = installed?.some(({ family }) => family === ownFont) ?? false;
  return (
    <div className="segments-row">
      <label htmlFor="own-font">{type.ownFace}</label>
      <select
        id="own-font"
        className="select"
        value={ownFont}
        disabled={installed === null}
        onChange={(event) => void changeSettings({ ownFont: event.target.value })}
      >
        {!isKnown && <option value={ownFont}>{ownFont === '' ? type.chooseFont : ownFont}</option>}
        {installed?.map(({ family, name }) => (
          <option key={family} value={family}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
