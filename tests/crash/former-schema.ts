// Stands in for the migrations of a former program: it writes schema 1, in which a mark's `author` was called `by`.

export const schemaVersion = 1;

/** Reads what it wrote itself. */
export function migrate(_kind: string, _from: number, json: unknown): unknown {
  return renamed(json, 'by', 'author');
}

/** Writes JSON as the former program did. */
export function formerJson(value: unknown): string {
  return JSON.stringify(renamed(value, 'author', 'by'));
}

/** The same JSON with every key of one name called by another. */
export function renamed(json: unknown, from: string, to: string): unknown {
  if (Array.isArray(json)) return json.map((one) => renamed(one, from, to));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key === from ? to : key, renamed(value, from, to)]),
  );
}
