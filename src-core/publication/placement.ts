// What the user has decided of an issue's make-up 版面: how much weight an article has on its page, and which place it is to
// keep. All else the engine decides. It is a setting of the issue, and no text of it.
/** From much lighter to much heavier than its length says. */
export const leastWeight = -3;
export const mostWeight = 3;

/** For one article; what is the engine's own choice is left out. */
export type PlacedArticle = {
  readonly articleId: string;
  /** 0 is what its length and order say. */
  readonly weight: number;
  /** The place among the articles of its printed page that it keeps, counted from 1; the first is the lead. */
  readonly place?: number | undefined;
};

export type Placement = readonly PlacedArticle[];

/** The decision on an article; a plain one where there is none. */
export function placedArticle(placement: Placement | undefined, articleId: string): PlacedArticle {
  return placement?.find((placed) => placed.articleId === articleId) ?? { articleId, weight: 0 };
}

/** The placement with another decision on one article; decisions that say nothing are left out. */
export function withPlaced(placement: Placement | undefined, placed: PlacedArticle): Placement {
  const others = (placement ?? []).filter(({ articleId }) => articleId !== placed.articleId);
  return placed.weight === 0 && placed.place === undefined ? others : [...others, placed];
}

/**
 * Puts the pieces of one printed page in the order of the make-up: the heavier first, those of one weight as they stand,
 * and those that keep a place in it, or at the end where the page has not so many.
 */
export function inOrderOfWeight<T>(
  pieces: readonly T[],
  decisionOn: (piece: T) => Pick<PlacedArticle, 'weight' | 'place'>,
): readonly T[] {
  const decided = pieces.map((piece) => ({ piece, ...decisionOn(piece) }));
  const order = decided
    .filter(({ place }) => place === undefined)
    .sort((one, other) => other.weight - one.weight);
  const kept = decided
    .flatMap((entry) => (entry.place === undefined ? [] : [{ ...entry, place: entry.place }]))
    .sort((one, other) => one.place - other.place);
  for (const entry of kept) order.splice(Math.min(order.length, entry.place - 1), 0, entry);
  return order.map(({ piece }) => piece);
}
