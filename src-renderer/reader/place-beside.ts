// Finds a place for something small (the bar at a selection, a mark's card) close to a passage without covering any of
// it. All lengths are CSS pixels.

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Placement = { readonly x: number; readonly y: number };

const gap = 8;

/**
 * Gives the top left corner for a box of the given size: next to the passage's last piece if it can, next to an earlier
 * one or to all of it else. Null where every place within the bounds would cover some of the passage.
 */
export function placeBeside(
  passage: readonly Box[],
  size: { readonly width: number; readonly height: number },
  bounds: Box,
): Placement | null {
  const visible = passage.filter((piece) => overlaps(piece, bounds));
  const last = visible.at(-1);
  if (last === undefined) return null;
  const candidates = [...[...visible].reverse(), ...[unite(visible)]].flatMap((piece) => around(piece, size));
  for (const candidate of candidates) {
    const place = clamp(candidate, size, bounds);
    if (place !== null && !visible.some((piece) => overlaps(piece, { ...place, ...size }))) return place;
  }
  return null;
}

/** The places about a piece, best first: under it, over it, to its left, to its right. */
function around(piece: Box, size: { readonly width: number; readonly height: number }): readonly Placement[] {
  const centered = piece.x + piece.width / 2 - size.width / 2;
  const middle = piece.y + piece.height / 2 - size.height / 2;
  return [
    { x: centered, y: piece.y + piece.height + gap },
    { x: centered, y: piece.y - size.height - gap },
    { x: piece.x - size.width - gap, y: middle },
    { x: piece.x + piece.width + gap, y: middle },
  ];
}

/** Moves a place into the bounds; null where the thing is larger than they are. */
function clamp(
  place: Placement,
  size: { readonly width: number; readonly height: number },
  bounds: Box,
): Placement | null {
  if (size.width > bounds.width || size.height > bounds.height) return null;
  return {
    x: Math.min(Math.max(place.x, bounds.x), bounds.x + bounds.width - size.width),
    y: Math.min(Math.max(place.y, bounds.y), bounds.y + bounds.height - size.height),
  };
}

function unite(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
}
