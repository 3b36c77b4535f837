// Words that are seen but not read: furniture and the numbers of marks. Set as outlines they are in nobody's copied text.
import type { Face } from '../../../src-core/typesetting/model';
import type { LineSetting } from './paint-line';
import type { Point } from './page-geometry';
import { pdfNumber, pdfScale } from './pdf-document';
import { emBoxCentre, type Glyph, type PdfFont } from './pdf-font';

type Step = { readonly font: PdfFont; readonly glyph: Glyph; readonly at: number };

/** Gives the operators for a run from left to right with its middle at `centre`; `size` in points. */
export function outlineRun(
  { faces, resources }: Pick<LineSetting, 'faces' | 'resources'>,
  text: string,
  face: Face,
  size: number,
  centre: Point,
): string {
  const steps: Step[] = [];
  let width = 0;
  for (const { character } of faces.clusters(text)) {
    const { font, glyph } = faces.find(face, character, 'plain');
    steps.push({ font, glyph, at: width });
    width += glyph.width;
  }
  const scale = size / 1000;
  const operators: string[] = [];
  for (const { font, glyph, at } of steps) {
    const name = resources.outline(font, glyph);
    if (name === null) continue;
    const x = pdfNumber(centre.x + (at - width / 2) * scale);
    const y = pdfNumber(centre.y - emBoxCentre * scale);
    const factor = pdfScale(scale);
    operators.push(`q ${factor} 0 0 ${factor} ${x} ${y} cm /${name} Do Q`);
  }
  return operators.join('\n');
}
