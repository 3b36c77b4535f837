// The eight pigments and the styles, as one chooses them for a mark.
import {
  Circle,
  Ellipsis,
  Highlighter,
  Spline,
  Square,
  Strikethrough,
  Underline,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { RadioGroup } from 'radix-ui';
import { markColors, markStyles } from '../../src-core/annotation/palette';
import type { MarkColor, MarkStyle } from '../../src-core/annotation/annotation';
import { Hint } from '../ui/CommandButton';
import { useStrings } from '../strings/use-strings';
import { RadioItem } from '../ui/RadioItem';

/** The picture of each style. */
export const styleIcons: { readonly [S in MarkStyle]: LucideIcon } = {
  highlight: Highlighter,
  underline: Underline,
  wavy: Spline,
  emphasis: Ellipsis,
  circle: Circle,
  strike: Strikethrough,
  box: Square,
};

/** Chooses a colour. */
export function ColorChoice(props: {
  readonly value: MarkColor;
  readonly onChoose: (color: MarkColor) => void;
}): ReactNode {
  const strings = useStrings();
  return (
    <RadioGroup.Root
      className="swatches"
      aria-label={strings.card.color}
      value={props.value}
      onValueChange={(value) => {
        const color = markColors.find((candidate) => candidate === value);
        if (color !== undefined) props.onChoose(color);
      }}
    >
      {markColors.map((color) => (
        <Hint key={color} label={strings.colors[color]}>
          <RadioItem value={color} className="swatch" aria-label={strings.colors[color]}>
            <span className={`pigment pigment-${color}`} />
          </RadioItem>
        </Hint>
      ))}
    </RadioGroup.Root>
  );
}

/** Chooses a style. */
export function StyleChoice(props: {
  readonly value: MarkStyle;
  readonly onChoose: (style: MarkStyle) => void;
}): ReactNode {
  const strings = useStrings();
  return (
    <RadioGroup.Root
      className="swatches"
      aria-label={strings.card.style}
      value={props.value}
      onValueChange={(value) => {
        const style = markStyles.find((candidate) => candidate === value);
        if (style !== undefined) props.onChoose(style);
      }}
    >
      {markStyles.map((style) => {
        const Icon = styleIcons[style];
        return (
          <Hint key={style} label={strings.styles[style]}>
            <RadioItem value={style} className="icon-button" aria-label={strings.styles[style]}>
              <Icon size={16} aria-hidden="true" />
            </RadioItem>
          </Hint>
        );
      })}
    </RadioGroup.Root>
  );
}
