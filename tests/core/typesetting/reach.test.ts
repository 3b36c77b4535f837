// How far a line reaches is asked in any order, and is what setting the line gives.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCompositor } from '../../../src-core/typesetting/galley';
import { defaultStyle, type PageSpec } from '../../../src-core/typesetting/page-spec';
import { naturalReach, setLine } from '../../../src-core/typesetting/set-line';
import { plainLatinMetrics } from '../../builders/latin-metrics';
import { paragraphText } from './arbitrary-text';

const text = fc.oneof(
  paragraphText,
  paragraphText.map((words) => `　 ${words} 　`),
);

test('a line reaches as far as setting it says, whichever end is asked for first', () => {
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('GB' as const, 'CNS' as const),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 20 }),
      (words, region, places) => {
        const style = { ...defaultStyle, region };
        const { clusters: toClusters } = createCompositor({ ...spec, style }, plainLatinMetrics);
        const clusters = toClusters(words, { role: 'headline', start: 0, end: words.length }, 'hei-bold');
        const reaches = new Map<number, (to: number) => number>();
        for (const [one, other] of places) {
          const from = one % clusters.length;
          const to = from + 1 + (other % (clusters.length - from));
          const reach = reaches.get(from) ?? naturalReach(clusters, from, region);
          reaches.set(from, reach);
          const setting = { measure: Infinity, indent: 0, region, mayStretch: false };
          const cells = setLine(clusters, from, to, setting);
          expect(reach(to)).toBeCloseTo(cells.at(-1)?.boxEnd ?? NaN, 9);
        }
      },
    ),
    { numRuns: 300 },
  );
});

const spec: PageSpec = {
  direction: 'vertical',
  inlineSize: 40,
  blockSize: 60,
  linePitch: 1.5,
  tierGap: 2,
  measure: { min: 10, max: 20 },
  style: defaultStyle,
};
