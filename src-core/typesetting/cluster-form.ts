// What clreq asks of each class of character: its advance, its white, and its bans at the edges of a line, in the GB form
// (GB/T 15834-2011) or the CNS form.
import { characterClass } from './character-class';
import type { Cluster, ClusterStyle } from './cluster';
import type { Em } from './model';

/** What a character's class and the style settle of its cluster. */
export type ClusterForm = Pick<
  Cluster,
  'kind' | 'paint' | 'advance' | 'lead' | 'trail' | 'noStart' | 'noEnd' | 'shift'
>;

/** An ideograph, and all that no rule names. */
export const han: ClusterForm = {
  kind: 'han',
  paint: 'upright',
  advance: 1,
  lead: 0,
  trail: 0,
  noStart: false,
  noEnd: false,
  shift: undefined,
};

/** A word space: a third of an em, which may shrink to a quarter and grow to a half (clreq, "line adjustment"). */
export const wordSpace: Em = 1 / 3;

/**
 * How the bundled faces, which have the Mainland's forms, are moved to the middle of the cell for the CNS style, in which
 * 。，、：；！？ stand there (clreq, "glyphs, sizes and positions of punctuation marks").
 */
const centred = {
  vertical: { pause: { along: 0.28, across: 0.29 }, full: { along: 0.03, across: 0.245 } },
  horizontal: { pause: { along: 0.31, across: -0.33 }, full: { along: 0.25, across: -0.03 } },
} as const;

const formsByStyle = new Map<string, readonly ClusterForm[]>();

/** The forms of a style, at the index of their character class. */
export function formsFor(style: ClusterStyle): readonly (ClusterForm | undefined)[] {
  const key = `${style.region} ${style.prohibition} ${style.direction}`;
  const known = formsByStyle.get(key);
  if (known !== undefined) return known;
  const forms = makeForms(style);
  formsByStyle.set(key, forms);
  return forms;
}

function makeForms(style: ClusterStyle): readonly ClusterForm[] {
  const basic = style.prohibition !== 'none';
  const solidusBanned = style.prohibition === 'gb' || style.prohibition === 'strict';
  const isGB = style.region === 'GB';
  // GB marks stand at the head of their em box; CNS marks in its middle.
  const pause = isGB ? { lead: 0, trail: 0.5 } : { lead: 0.25, trail: 0.25 };
  const isVertical = style.direction === 'vertical';
  const middle = isVertical ? centred.vertical : centred.horizontal;
  const pauseShift = isGB ? undefined : middle.pause;
  const fullShift = isGB ? undefined : middle.full;
  // ：；！？ cannot be cut in 竖排 (clreq, "adjustment of punctuation space").
  const full = isVertical || !isGB ? { lead: 0, trail: 0 } : { lead: 0, trail: 0.5 };
  const interpunct = isGB ? { advance: 0.5 } : { lead: 0.25, trail: 0.25 };
  const mark: ClusterForm = { ...han, paint: 'vertical', noStart: basic };
  const pair: ClusterForm = { ...han, kind: 'pair', paint: 'rule', noStart: style.prohibition === 'strict' };
  const forms: ClusterForm[] = [];
  const form = characterClass;
  forms[form.han] = han;
  forms[form.open] = { ...mark, kind: 'open', lead: 0.5, noStart: false, noEnd: basic };
  forms[form.close] = { ...mark, kind: 'close', trail: 0.5 };
  forms[form.pause] = { ...mark, kind: 'pause', ...pause, shift: pauseShift };
  forms[form.stop] = { ...mark, kind: 'stop', ...pause, shift: pauseShift };
  forms[form.full] = { ...mark, kind: 'full', ...full, shift: fullShift };
  forms[form.interpunct] = { ...mark, kind: 'interpunct', ...interpunct };
  forms[form.connector] = { ...mark, kind: 'connector' };
  forms[form.shortConnector] = { ...mark, kind: 'connector', paint: 'rotate', advance: 0.5 };
  // In half an em there is no room for the full-width sign: the narrow one turns with the line.
  forms[form.solidus] = {
    ...mark,
    kind: 'solidus',
    paint: 'rotate',
    advance: 0.5,
    noStart: solidusBanned,
    noEnd: solidusBanned,
  };
  forms[form.dash] = pair;
  forms[form.ellipsis] = pair;
  forms[form.longDash] = { ...pair, advance: 2 };
  forms[form.space] = { ...han, kind: 'space', advance: wordSpace, noStart: true };
  forms[form.wideSpace] = { ...han, kind: 'space', advance: 1, noStart: true };
  forms[form.lineFeed] = { ...han, kind: 'space', advance: 0, noStart: true };
  forms[form.combining] = { ...han, advance: 0, noStart: true };
  forms[form.wideDigit] = han;
  forms[form.suffix] = { ...han, noStart: basic };
  forms[form.prefix] = { ...han, noEnd: basic };
  return forms;
}
