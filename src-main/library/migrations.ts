// The library's schema has one number for all its documents and journals. What is of an older schema is brought up to
// date when it is read, step by step, and is written in the present schema the next time it is written at all; before
// that the whole library is kept as it was (keep-former-schema.ts). A program of a lower schema reads a newer library as
// far as it understands it, and refuses to change it. A library of each schema is kept in tests/main/library/fixtures.

/** What a step is told of the JSON it is given: a document's kind, or 'record' for a line of a journal. */
export type MigratedKind =
  'library' | 'catalog' | 'issue' | 'annotations' | 'study-day' | 'tags' | 'trash' | 'record';

/** Brings JSON of one schema to the next. */
export type Migration = (kind: MigratedKind, json: unknown) => unknown;

/**
 * To schema 2: an issue may keep the user's corrections, a row of the catalog the hash of the source, marks may have more
 * kinds and colours, and the library may keep study days. Nothing of schema 1 is said otherwise; the number keeps programs which know only schema 1 from
 * taking what is new for damage.
 */
const toSchema2: Migration = (_kind, json) => json;

/**
 * To schema 3: the library may keep other names and colours of tags, and marks may refer to those of other issues; a row
 * of the catalog lists such links. In schema 2 there were none.
 */
const toSchema3: Migration = (kind, json) => {
  if (kind !== 'catalog' || typeof json !== 'object' || json === null || !('rows' in json)) return json;
  const { rows } = json;
  if (!Array.isArray(rows)) return json;
  const listed = rows.map((row: unknown) =>
    typeof row === 'object' && row !== null ? { ...row, links: [] } : row,
  );
  return { ...json, rows: listed };
};

/**
 * To schema 4: the library may keep a list of issues in the trash. Nothing of schema 3 is said otherwise; the number keeps
 * programs which know only schema 3 from showing those issues as if nobody had taken them off the shelf, and from changing
 * them.
 */
const toSchema4: Migration = (_kind, json) => json;

/** The step at index n brings schema n + 1 to n + 2. */
const migrations: readonly Migration[] = [toSchema2, toSchema3, toSchema4];

/** The schema this program writes. A library with a higher number is read only as far as it is understood. */
export const schemaVersion = migrations.length + 1;

/** Brings JSON from its schema to the present one. */
export function migrate(
  kind: MigratedKind,
  from: number,
  json: unknown,
  steps: readonly Migration[] = migrations,
): unknown {
  return steps.slice(from - 1).reduce((present, step) => step(kind, present), json);
}
