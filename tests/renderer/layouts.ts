// Layouts of the sample issue, as the window asks the engine for them.
import { layoutIssue } from '../../src-core/typesetting/layout-issue';
import type { Direction } from '../../src-core/ipc/contract';
import { indexLines, type LineIndex } from '../../src-renderer/reader/line-index';
import type { TypeFace } from '../../src-renderer/reader/latin-metrics';
import { pageFor } from '../../src-renderer/reader/page-spec';
import type { Strip } from '../../src-renderer/reader/strip';
import { plainLatinMetrics } from '../builders/latin-metrics';
import { sampleIssue } from '../builders/sample-issue';

export const directions = ['vertical', 'horizontal'] as const satisfies readonly Direction[];

export const issue = sampleIssue();

/** Song, whose letters are all as wide as the builders have them. */
export const plainTypeFace: TypeFace = { textFace: 'song', name: 'song', metrics: plainLatinMetrics };

/** Sets the sample for a page of 780 by 750 pixels, at 18 pixels an em. */
export function setSample(direction: Direction): { readonly index: LineIndex; readonly strip: Strip } {
  const { spec, strip } = pageFor(direction, 18, { width: 780, height: 750 });
  return { index: indexLines(layoutIssue(issue, spec, plainLatinMetrics)), strip };
}
