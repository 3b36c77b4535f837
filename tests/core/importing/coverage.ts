// Accounts for every character of a source: in a block, in the furniture, or in a diagnostic that says why not.
import type { ParsedPage } from '../../../src-core/importing/format';
import type { TextRange } from '../../../src-core/text/offsets';

export type Account = {
  /** Characters other than white space that are nowhere. */
  readonly lost: string;
  /** Characters other than white space that are in more than one place. */
  readonly doubled: string;
  /** Pieces whose text is not what stands at their place in the source, white space aside. */
  readonly altered: readonly string[];
};

const wholeAccount: Account = { lost: '', doubled: '', altered: [] };

/** An account without a fault. */
export const nothingLost = wholeAccount;

/** What a parse lost, doubled or altered of its source. */
export function accountFor(source: string, page: ParsedPage): Account {
  const seen = new Uint8Array(source.length);
  const mark = (ranges: readonly TextRange[]) => {
    for (const { start, end } of ranges) for (let at = start; at < end; at++) seen[at] = (seen[at] ?? 0) + 1;
  };
  const spans = [...page.blocks.flatMap((block) => block.pieces), ...page.furniture];
  for (const span of spans) mark(span.ranges);
  const dropping = /^(?:invisible-characters-dropped|control-characters-dropped|text-cut-at-limit)$/u;
  for (const diagnostic of page.diagnostics) if (dropping.test(diagnostic.code)) mark(diagnostic.ranges);
  // U+0085 ends a line, as the line feed does, though it is no white space to a regular expression.
  const isInk = (at: number) => !/[\s\u0085]/u.test(source.charAt(at));
  const where = (test: (count: number) => boolean) =>
    [...seen.keys()]
      .filter((at) => isInk(at) && test(seen[at] ?? 0))
      .map((at) => source.charAt(at))
      .join('');
  const squeeze = (text: string) => text.replace(/[\s\u0085]/gu, '');
  const altered = spans
    .filter(
      (span) =>
        squeeze(span.ranges.map(({ start, end }) => source.slice(start, end)).join('')) !==
        squeeze(span.text),
    )
    .map((span) => span.text);
  return { lost: where((count) => count === 0), doubled: where((count) => count > 1), altered };
}
