// Proves whole pages before anything is written: each is made as it will be written, in a document that is thrown away.
import type { Font } from 'fontkit';
import type { OpenFonts } from '../../fonts/font-files';
import { lineOrigin, type PageGeometry } from './page-geometry';
import { paintLine } from './paint-line';
import { PageResources } from './page-resources';
import { createDocument } from './pdf-document';
import { PdfFaces } from './pdf-faces';
import type { PageProof } from './newspaper';
import { proveOrder } from './prove-order';
import { seenLine } from './seen-frames';
import { sketchWholePage } from './whole-page';

/** Gives what proves that every reader finds the text of a page in its order; `others` are installed faces. */
export function pageProof(fonts: OpenFonts, others: readonly Font[]): PageProof {
  const document = createDocument({
    width: 100,
    height: 100,
    language: 'zh-CN',
    title: '',
    author: '',
    subject: '',
    now: new Date(0),
    standard: 'pdf',
  });
  document.addPage();
  const faces = new PdfFaces(document, fonts, others);
  const resources = new PageResources(document);
  return (page, geometry: PageGeometry) => {
    const { direction, body, height } = geometry;
    const setting = { direction, faces, resources };
    const frames = sketchWholePage(setting, page, (frame, line, previous) =>
      paintLine(setting, line, { origin: lineOrigin(geometry, frame, line), body, previous }),
    );
    const characters = page.frames.reduce(
      (sum, { lines }) => lines.reduce((count, { cells }) => count + cells.length, sum),
      0,
    );
    return proveOrder({
      frames: frames.map(({ lines }) => lines.flatMap(({ painted }) => seenLine(painted.text, height) ?? [])),
      direction,
      characters,
      em: body,
    });
  };
}
