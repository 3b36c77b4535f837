// A page of a PDF as pixels, painted by poppler.
import { runTool } from './run-tool';

export type RenderedPage = {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of the pixel, 0 to 255, counted from the upper left. */
  readonly pixel: (x: number, y: number) => readonly [number, number, number];
};

/** Renders one page, counted from 1. */
export async function renderPage(file: string, page: number, dotsPerInch: number): Promise<RenderedPage> {
  const number = String(page);
  const image = await runTool('pdftoppm', ['-r', String(dotsPerInch), '-f', number, '-l', number, file]);
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 64).toString('latin1'));
  if (header === null) throw new Error('pdftoppm gave no picture');
  const width = Number(header[1]);
  const start = header[0].length;
  return {
    width,
    height: Number(header[2]),
    pixel: (x, y) => {
      const at = start + (y * width + x) * 3;
      return [image[at] ?? 0, image[at + 1] ?? 0, image[at + 2] ?? 0];
    },
  };
}
