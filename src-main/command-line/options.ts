// Reads the arguments of one command, and refuses what it does not know by name.
import { parseArgs } from 'node:util';
import { tagSchema, type MarkColor, type MarkStyle } from '../../src-core/annotation/annotation';
import { markColors, markStyles } from '../../src-core/annotation/palette';
import { UsageError } from './io';

type OptionKinds = Readonly<Record<string, 'text' | 'flag' | 'list'>>;
type OptionValues<K extends OptionKinds> = {
  readonly [N in keyof K]: K[N] extends 'flag'
    ? boolean
    : K[N] extends 'list'
      ? readonly string[]
      : string | undefined;
};

export type Arguments<K extends OptionKinds> = {
  readonly values: OptionValues<K>;
  readonly operands: readonly string[];
};

/** Parses a command's arguments; short `-o` stands for `--output`. An unknown option is a UsageError. */
export function readArguments<const K extends OptionKinds>(argv: readonly string[], kinds: K): Arguments<K> {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      {
        type: kind === 'flag' ? ('boolean' as const) : ('string' as const),
        multiple: kind === 'list',
        ...(name === 'output' ? { short: 'o' } : {}),
      },
    ]),
  );
  try {
    const parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const values = Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => {
        const value = parsed.values[name];
        return [name, value ?? (kind === 'flag' ? false : kind === 'list' ? [] : undefined)];
      }),
    );
    return { values: values as OptionValues<K>, operands: parsed.positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The one operand a command takes, such as an issue. */
export function onlyOperand(operands: readonly string[], name: string): string {
  const [operand, ...more] = operands;
  if (operand === undefined || more.length > 0) throw new UsageError(`${name}: 1 ≠ ${operands.length}`);
  return operand;
}

/** At least one operand, such as files. */
export function someOperands(operands: readonly string[], name: string): readonly string[] {
  if (operands.length === 0) throw new UsageError(`${name}?`);
  return operands;
}

const styleNames: Readonly<Record<string, MarkStyle>> = {
  高亮: 'highlight',
  直线: 'underline',
  波浪线: 'wavy',
  squiggly: 'wavy',
  着重号: 'emphasis',
  dots: 'emphasis',
  圈点: 'circle',
  circles: 'circle',
  删除线: 'strike',
  strikeout: 'strike',
  strikethrough: 'strike',
  方框: 'box',
};

const colorNames: Readonly<Record<string, MarkColor>> = {
  藤黄: 'gamboge',
  yellow: 'gamboge',
  朱砂: 'cinnabar',
  red: 'cinnabar',
  胭脂: 'rouge',
  pink: 'rouge',
  石绿: 'malachite',
  green: 'malachite',
  花青: 'indigo',
  blue: 'indigo',
  赭石: 'ochre',
  orange: 'ochre',
  brown: 'ochre',
  黛紫: 'violet',
  purple: 'violet',
  淡墨: 'ink',
  gray: 'ink',
  grey: 'ink',
  自调: 'custom',
};

/** Reads a mark's style by its name, Chinese or English; null for none such. */
export function styleNamed(name: string): MarkStyle | null {
  return markStyles.find((style) => style === name) ?? styleNames[name] ?? null;
}

/** Reads a mark's colour by its name, Chinese or English; null for none such. */
export function colorNamed(name: string): MarkColor | null {
  return markColors.find((color) => color === name) ?? colorNames[name] ?? null;
}

/** Reads a tag, without the blanks at its ends; null for what cannot be one. */
export function tagNamed(name: string): string | null {
  const tag = tagSchema.safeParse(name.trim());
  return tag.success ? tag.data : null;
}

/** Lists the names a wrong one could have been. */
export function namesOf(what: 'style' | 'color'): string {
  return (what === 'style' ? markStyles : markColors).join(' | ');
}
