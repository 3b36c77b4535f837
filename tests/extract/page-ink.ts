// What is seen of a painted page, whoever painted it: the ink of its lines, in em of the body from the start of the type
// area, along the lines (inline) and from line to line (block).

export type PageInk = {
  /** How dark a place is, from 0 for paper to 1 for black. */
  readonly dark: (inline: number, block: number) => number;
  /** The size of a pixel in em. */
  readonly step: number;
};

/** A piece of ink with white before and behind it along the line; across is counted from the middle of the line. */
export type Blob = {
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly most: number;
  /** Of its box, along the line and across it. */
  readonly middle: number;
  readonly centre: number;
  /** How much ink it is, in square em of black. */
  readonly ink: number;
};

export type Band = {
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly most: number;
};

/** The pieces of ink in a band along a line whose middle lies at `block`; `band` in em from the line's start and middle. */
export function blobsIn(
  { dark, step }: PageInk,
  start: number,
  block: number,
  band: Band,
  threshold = 0.4,
): readonly Blob[] {
  const blobs: { from: number; to: number; least: number; most: number; ink: number }[] = [];
  let isOpen = false;
  for (let along = band.from + step / 2; along < band.to; along += step) {
    let least = Infinity;
    let most = -Infinity;
    let ink = 0;
    for (let across = band.least + step / 2; across < band.most; across += step) {
      const darkness = dark(start + along, block + across);
      if (darkness < threshold) continue;
      ink += darkness * step * step;
      least = Math.min(least, across - step / 2);
      most = Math.max(most, across + step / 2);
    }
    const blob = isOpen ? blobs.at(-1) : undefined;
    isOpen = least < most;
    if (!isOpen) continue;
    if (blob === undefined) blobs.push({ from: along - step / 2, to: along + step / 2, least, most, ink });
    else {
      blob.to = along + step / 2;
      blob.least = Math.min(blob.least, least);
      blob.most = Math.max(blob.most, most);
      blob.ink += ink;
    }
  }
  return blobs.map((blob) => ({
    ...blob,
    middle: (blob.from + blob.to) / 2,
    centre: (blob.least + blob.most) / 2,
  }));
}
