// What one sets about one's marks: the initials that stand for one's name in lists, and what each colour means.
import { useState, type ReactNode } from 'react';
import { markColors } from '../../src-core/annotation/palette';
import { createRest } from '../state/rest';
import { changeSettings, useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';

/** The longest initials and meanings, in UTF-16 code units, as the contract has them. */
const longestInitials = 8;
const longestMeaning = 40;

/** Draws the fields; each is written when one leaves it. */
export function MarkSettings(): ReactNode {
  const strings = useStrings();
  const { initials, colorMeanings, customHue } = useSettings((state) => state.settings);
  return (
    <>
      <label className="author-field">
        {strings.desk.initials}
        <KeptField
          label={strings.desk.initials}
          value={initials}
          longest={longestInitials}
          onKeep={(typed) => void changeSettings({ initials: typed })}
        />
        <small>{strings.desk.initialsHint}</small>
      </label>
      <h3 id="meanings-title">{strings.desk.meanings}</h3>
      <div className="meanings" role="group" aria-labelledby="meanings-title">
        {markColors.map((color) => (
          <div key={color} className="meaning">
            <span className={`pigment pigment-${color}`} aria-hidden="true" />
            <KeptField
              label={strings.desk.meaningOf(strings.colors[color])}
              placeholder={strings.colors[color]}
              value={colorMeanings[color] ?? ''}
              longest={longestMeaning}
              onKeep={(typed) => void changeSettings({ colorMeanings: { ...colorMeanings, [color]: typed } })}
            />
          </div>
        ))}
      </div>
      <label className="hue-field">
        {strings.desk.customHue}
        <input
          type="range"
          min={0}
          max={359}
          value={customHue}
          aria-label={strings.desk.customHue}
          onChange={(event) => changeHue(Number(event.target.value))}
        />
      </label>
    </>
  );
}

const hueRest = createRest(300);

/** A hue shows as it is chosen, and is written once the hand rests. */
function changeHue(customHue: number): void {
  useSettings.setState(({ settings }) => ({ settings: { ...settings, customHue } }));
  hueRest.then(() => void changeSettings({ customHue }));
}

function KeptField(props: {
  readonly label: string;
  readonly value: string;
  readonly longest: number;
  readonly placeholder?: string;
  readonly onKeep: (typed: string) => void;
}): ReactNode {
  const { label, value, longest, placeholder, onKeep } = props;
  const [typed, setTyped] = useState(value);

  function keep(): void {
    if (typed.trim() !== value) onKeep(typed.trim());
  }

  return (
    <input
      value={typed}
      maxLength={longest}
      aria-label={label}
      placeholder={placeholder}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        const isComposing = event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;
        if (event.key === 'Enter' && !isComposing) keep();
      }}
    />
  );
}
