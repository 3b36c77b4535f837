// The setting of the type: size or zoom, gap and length of lines, screens, digits, punctuation, characters.
import { Minus, Plus } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { Settings } from '../../src-core/ipc/contract';
import { run } from '../commands/run-command';
import { changeSettings, useSettings } from '../state/settings';
import { useStrings } from '../strings/use-strings';
import { CommandButton } from '../ui/CommandButton';
import { FaceChoice } from './FaceChoice';
import { Segments } from './Segments';

/** Draws the choices. */
export function TypeSettings(): ReactNode {
  const { bar, type } = useStrings();
  const { settings } = useSettings();
  const isWhole = settings.view === 'page';
  const size = isWhole ? type.zoom : bar.size;
  return (
    <>
      <div className="size-row" role="group" aria-label={size}>
        <span>{size}</span>
        <CommandButton command="view.font-smaller" icon={Minus} label={bar.smaller} />
        <output aria-label={size}>{isWhole ? `${settings.zoom}%` : settings.fontSize}</output>
        <CommandButton command="view.font-larger" icon={Plus} label={bar.larger} />
      </div>
      <FaceChoice />
      {!isWhole && (
        <>
          <Slider
            label={type.linePitch}
            value={settings.linePitch}
            range={linePitches}
            shown={(settings.linePitch / 100).toFixed(2)}
            onChange={(linePitch) => void changeSettings({ linePitch })}
          />
          <Slider
            label={type.lineLength}
            value={settings.charactersPerLine === 0 ? lineLengths.min : settings.charactersPerLine}
            range={lineLengths}
            shown={
              settings.charactersPerLine === 0 ? type.automatic : type.characters(settings.charactersPerLine)
            }
            onChange={(length) =>
              void changeSettings({ charactersPerLine: length === lineLengths.min ? 0 : length })
            }
          />
          <Segments
            label={type.tiers}
            value={String(settings.tiers)}
            options={tierCounts}
            words={{ '0': type.automatic }}
            onChange={(tiers) => void changeSettings({ tiers: Number(tiers) })}
          />
          <Segments
            label={type.flow}
            value={settings.flow}
            options={['paged', 'scrolled'] as const}
            words={type.flows}
            onChange={(flow) => run(`view.flow-${flow}`)}
          />
        </>
      )}
      <Choice name="digits" options={['upright', 'combine', 'rotate']} />
      <Choice name="punctuation" options={['GB', 'CNS']} />
      <Choice name="prohibition" options={['none', 'basic', 'gb', 'strict']} />
      {settings.direction === 'vertical' && <Choice name="titles" options={['marks', 'wavy']} />}
      <Choice name="script" options={['printed', 'simplified', 'traditional']} />
      <Choice name="sounds" options={['none', 'rare', 'uncommon']} />
    </>
  );
}

type ChoiceName = 'digits' | 'punctuation' | 'prohibition' | 'titles' | 'script' | 'sounds';

/** A setting that is one of a few words. */
function Choice<N extends ChoiceName>(props: {
  readonly name: N;
  readonly options: readonly Settings[N][];
}): ReactNode {
  const { name, options } = props;
  const { type } = useStrings();
  const labels: Readonly<Record<ChoiceName, string>> = type;
  const choices: Readonly<Record<ChoiceName, Readonly<Record<string, string>>>> = type.choices;
  const value = useSettings((state) => state.settings[name]);
  return (
    <Segments
      label={labels[name]}
      value={value}
      options={options}
      words={choices[name]}
      onChange={(chosen) => void changeSettings({ [name]: chosen })}
    />
  );
}

type Range = { readonly min: number; readonly max: number; readonly step: number };

/** 0 stands for a number that the window's size decides. */
const tierCounts = ['0', '1', '2', '3', '4'] as const;

const linePitches: Range = { min: 165, max: 240, step: 5 };
/** The least stands for a length that the window's size decides. */
const lineLengths: Range = { min: 9, max: 48, step: 1 };

function Slider(props: {
  readonly label: string;
  readonly value: number;
  readonly range: Range;
  readonly shown: string;
  readonly onChange: (value: number) => void;
}): ReactNode {
  const { label, value, range, shown, onChange } = props;
  const id = useId();
  return (
    <div className="slider-row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        {...range}
        value={value}
        aria-valuetext={shown}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <output htmlFor={id}>{shown}</output>
    </div>
  );
}
