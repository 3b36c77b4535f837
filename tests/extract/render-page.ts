// A page of a PDF as pixels, painted by four programs: the engines of most Linux viewers, of MuPDF, of Firefox and of
// Chromium.
import { openWithPdfJs } from './extract-text';
import { openWithPdfium } from './pdfium';
import { runTool } from './run-tool';

export type RenderedPage = {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of the pixel, 0 to 255, counted from the upper left. */
  readonly pixel: (x: number, y: number) => readonly [number, number, number];
};

export type Renderer = {
  readonly name: string;
  /** Paints one page, counted from 1, with its annotations. */
  readonly render: (file: string, page: number, dotsPerInch: number) => Promise<RenderedPage>;
};

/** Every program that a PDF of ours must look right in. */
export const renderers: readonly Renderer[] = [
  { name: 'poppler', render: renderPage },
  {
    name: 'mutool',
    render: async (file, page, dotsPerInch) => {
      const resolution = String(dotsPerInch);
      return readPortablePixmap(
        await runTool('mutool', ['draw', '-q', '-r', resolution, '-F', 'ppm', '-o', '-', file, String(page)]),
      );
    },
  },
  { name: 'pdf.js', render: renderByPdfJs },
  { name: 'pdfium', render: renderByPdfium },
];

/** Renders one page with poppler, counted from 1. */
export async function renderPage(file: string, page: number, dotsPerInch: number): Promise<RenderedPage> {
  const number = String(page);
  return readPortablePixmap(
    await runTool('pdftoppm', ['-r', String(dotsPerInch), '-f', number, '-l', number, file]),
  );
}

function readPortablePixmap(image: Buffer): RenderedPage {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 64).toString('latin1'));
  if (header === null) throw new Error('the program gave no picture');
  return pixelsOf(image.subarray(header[0].length), Number(header[1]), Number(header[2]), 3);
}

async function renderByPdfJs(file: string, number: number, dotsPerInch: number): Promise<RenderedPage> {
  const document = await openWithPdfJs(file);
  try {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: dotsPerInch / 72 });
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    // Of pdf.js's own making, on the canvas that it brings along.
    const { canvas, context } = (document.canvasFactory as CanvasFactory).create(width, height);
    await page.render({ canvas, canvasContext: context, viewport }).promise;
    return pixelsOf(context.getImageData(0, 0, width, height).data, width, height, 4);
  } finally {
    await document.loadingTask.destroy();
  }
}

type CanvasFactory = {
  readonly create: (
    width: number,
    height: number,
  ) => { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D };
};

async function renderByPdfium(file: string, number: number, dotsPerInch: number): Promise<RenderedPage> {
  const document = await openWithPdfium(file);
  try {
    const { data, width, height } = await document
      .getPage(number - 1)
      .render({ scale: dotsPerInch / 72, render: 'bitmap' });
    return pixelsOf(data, width, height, 4);
  } finally {
    document.destroy();
  }
}

function pixelsOf(
  bytes: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  perPixel: number,
): RenderedPage {
  return {
    width,
    height,
    pixel: (x, y) => {
      const at = (y * width + x) * perPixel;
      return [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
    },
  };
}
