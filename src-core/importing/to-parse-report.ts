// What `jianbao parse --json` prints of one file: the blocks as plain fields, for scripts.
import type { Byline } from '../publication/issue';
import { squeeze } from '../text/han';
import type { Decision, Diagnostic, ParsedBlock, ParsedPage, Readings } from './format';

export type ReportedBlock = {
  readonly type: ParsedBlock['type'];
  readonly kicker?: string;
  readonly headline?: string;
  readonly deck?: string;
  readonly byline?: Byline;
  readonly paragraphs?: readonly string[];
  /** Indexes of the paragraphs that are subheads. */
  readonly subheads?: readonly number[];
  /** Indexes of the paragraphs that are lines of verse. */
  readonly verse?: readonly number[];
  readonly caption?: string;
  readonly credits?: readonly string[];
  readonly issuer?: string;
  readonly date?: string;
  readonly text?: string;
  readonly confidence: number;
  readonly reason: string;
};

export type ParseReport = {
  readonly file: string;
  readonly publication?: string;
  readonly publicationDate?: string;
  readonly pageNumber?: string;
  readonly pageName?: string;
  readonly blocks: readonly ReportedBlock[];
  /** Every reading of what the page says of itself, the surest first. */
  readonly readings: Readings;
  readonly furniture: readonly (Decision & { readonly kind: string; readonly text: string })[];
  readonly diagnostics: readonly Diagnostic[];
};

/** The report of one parsed file. */
export function toParseReport(
  file: string,
  page: ParsedPage,
  diagnostics: readonly Diagnostic[] = [],
): ParseReport {
  return {
    file,
    ...(page.publication === undefined ? {} : { publication: page.publication }),
    ...(page.publicationDate === undefined ? {} : { publicationDate: page.publicationDate }),
    ...(page.pageNumber === undefined ? {} : { pageNumber: page.pageNumber }),
    ...(page.pageName === undefined ? {} : { pageName: page.pageName }),
    blocks: page.blocks.map(reportBlock),
    readings: page.alternatives,
    furniture: page.furniture.map(({ kind, text, confidence, reason }) => ({
      kind,
      text,
      confidence,
      reason,
    })),
    diagnostics: [...diagnostics, ...page.diagnostics],
  };
}

function reportBlock(block: ParsedBlock): ReportedBlock {
  const textOf = (role: string): string | undefined => {
    const texts = block.pieces.filter((piece) => piece.role === role).map((piece) => piece.text);
    return texts.length === 0 ? undefined : texts.join('');
  };
  const sure = { confidence: block.confidence, reason: block.reason };
  switch (block.type) {
    case 'label':
      return { type: 'label', text: textOf('label') ?? '', ...sure };
    case 'photo':
      return { type: 'photo', caption: textOf('caption') ?? '', credits: block.credits ?? [], ...sure };
    case 'article':
    case 'notice': {
      const running = block.pieces.filter((piece) => /^(?:paragraph|subhead|verse)$/u.test(piece.role));
      const places = (role: string) =>
        running.flatMap((piece, index) => (piece.role === role ? [index] : []));
      const subheads = places('subhead');
      const verse = places('verse');
      return {
        type: block.type,
        ...optional('kicker', textOf('kicker')),
        ...optional('headline', textOf('headline')),
        ...optional('deck', textOf('deck')),
        ...(block.byline === undefined ? {} : { byline: block.byline }),
        paragraphs: running.map((piece) => piece.text),
        ...(subheads.length === 0 ? {} : { subheads }),
        ...(verse.length === 0 ? {} : { verse }),
        ...optional('issuer', block.type === 'notice' ? squeezed(textOf('issuer')) : undefined),
        ...optional('date', block.date),
        ...sure,
      };
    }
  }
}

function squeezed(text: string | undefined): string | undefined {
  return text === undefined ? undefined : squeeze(text);
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]?: string });
}
