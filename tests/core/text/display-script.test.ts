// Showing a text in other characters without moving any of them.
import { Converter as ToTraditional } from 'opencc-js/cn2t';
import { Converter as ToSimplified } from 'opencc-js/t2cn';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayText } from '../../../src-core/text/display-script';

const toTraditional = ToTraditional({ from: 'cn', to: 't' });
const toSimplified = ToSimplified({ from: 't', to: 'cn' });

describe('a text in other characters', () => {
  it('follows the words where one character stands for several', () => {
    expect(displayText('头发发展。皇后后来', toTraditional)).toBe('頭髮發展。皇后後來');
    expect(displayText('頭髮發展。', toSimplified)).toBe('头发发展。');
  });

  it('leaves a sentence’s length alone where its words would grow', () => {
    const grow = (text: string): string => text.replaceAll('网络', '互联网络').replaceAll('国', '國');
    expect(displayText('网络强国。大国', grow)).toBe('网络强國。大國');
  });

  it('keeps every character in its place, whatever the text', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
    const rare = fc.integer({ min: 0x20000, max: 0x2a6d6 }).map((code) => String.fromCodePoint(code));
    const text = fc.array(fc.oneof(han, rare, fc.constantFrom('。', '\n', 'A', '１'))).map((l) => l.join(''));
    fc.assert(
      fc.property(text, (printed) => {
        for (const convert of [toTraditional, toSimplified]) {
          const shown = displayText(printed, convert);
          expect([...shown].map((character) => character.length)).toEqual(
            [...printed].map((character) => character.length),
          );
        }
      }),
    );
  });
});
