// Notes are Markdown: the part of CommonMark that people use in notes, read into a tree that is drawn as elements, never
// as HTML. What is not understood stays as it was typed, so that no word of a note is ever lost. Left out on purpose:
// HTML, pictures, tables, reference links, lists within lists.

export type NoteInline =
  | { readonly kind: 'text' | 'code' | 'tag'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'deleted'; readonly children: readonly NoteInline[] }
  | { readonly kind: 'link'; readonly address: string; readonly children: readonly NoteInline[] };

export type NoteBlock =
  | { readonly kind: 'paragraph' | 'heading'; readonly children: readonly NoteInline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly NoteBlock[] }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly entries: readonly (readonly NoteInline[])[];
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

const fence = /^```[A-Za-z0-9+-]*\s*$/u;
const fenceEnd = /^```\s*$/u;
const rule = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/u;
const heading = /^ {0,3}#{1,6}\s+(.+?)(?:\s+#+)?\s*$/u;
const quote = /^ {0,3}> ?/u;
const bullet = /^ {0,3}[-*+]\s+/u;
const number = /^ {0,3}\d{1,9}[.)]\s+/u;

/** Reads a note. */
export function readNote(note: string): readonly NoteBlock[] {
  return readBlocks(note.split(/\r\n?|\n/u), 0);
}

/** How deep quotations may stand in one another; deeper ones are text. */
const deepest = 8;

function readBlocks(lines: readonly string[], depth: number): readonly NoteBlock[] {
  const blocks: NoteBlock[] = [];
  let at = 0;
  /** Takes lines as long as they fit. */
  const take = (fits: (line: string) => boolean): readonly string[] => {
    const from = at;
    while (at < lines.length && fits(lines[at] ?? '')) at++;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const title = heading.exec(line)?.[1];
    if (line.trim() === '') at++;
    else if (fence.test(line)) {
      at++;
      const text = take((inner) => !fenceEnd.test(inner)).join('\n');
      at++;
      blocks.push({ kind: 'code', text });
    } else if (rule.test(line)) {
      at++;
      blocks.push({ kind: 'rule' });
    } else if (title !== undefined) {
      at++;
      blocks.push({ kind: 'heading', children: readInline(title) });
    } else if (quote.test(line) && depth < deepest) {
      const inner = take((each) => quote.test(each)).map((each) => each.replace(quote, ''));
      blocks.push({ kind: 'quote', blocks: readBlocks(inner, depth + 1) });
    } else if (bullet.test(line) || number.test(line)) {
      const sign = bullet.test(line) ? bullet : number;
      const entries = take((each) => sign.test(each)).map((each) => readInline(each.replace(sign, '')));
      blocks.push({ kind: 'list', isOrdered: sign === number, entries });
    } else {
      const [first = '', ...rest] = lines.slice(at);
      const end = rest.findIndex((each) => each.trim() === '' || startsBlock(each));
      const own = [first, ...(end < 0 ? rest : rest.slice(0, end))];
      at += own.length;
      blocks.push({ kind: 'paragraph', children: readInline(own.join('\n')) });
    }
  }
  return blocks;
}

function startsBlock(line: string): boolean {
  return [fence, rule, heading, quote, bullet, number].some((sign) => sign.test(line));
}

const inline =
  /\\([\\`*_[\]#~>+-])|`([^`\n]+)`|\*\*([^\s*](?:[^*]*[^\s*])?)\*\*|\*([^\s*](?:[^*]*[^\s*])?)\*|~~([^~]+)~~|\[([^[\]]+)\]\(([^()\s]+)\)|(?<![A-Za-z0-9#＃&/])[#＃]([\p{L}\p{N}_](?:[\p{L}\p{N}_·/-]{0,98}[\p{L}\p{N}_])?)/gu;

function readInline(text: string): readonly NoteInline[] {
  const found: NoteInline[] = [];
  let from = 0;
  const plain = (to: number): void => {
    if (to > from) found.push({ kind: 'text', text: text.slice(from, to) });
  };
  for (const match of text.matchAll(inline)) {
    plain(match.index);
    from = match.index + match[0].length;
    found.push(readMatch(match));
  }
  plain(text.length);
  return found;
}

function readMatch(match: RegExpExecArray): NoteInline {
  const [whole, escaped, code, strong, emphasis, deleted, words, address, tag] = match;
  if (escaped !== undefined) return { kind: 'text', text: escaped };
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', children: readInline(strong) };
  if (emphasis !== undefined) return { kind: 'emphasis', children: readInline(emphasis) };
  if (deleted !== undefined) return { kind: 'deleted', children: readInline(deleted) };
  if (words !== undefined && address !== undefined) {
    return { kind: 'link', address, children: readInline(words) };
  }
  return { kind: tag === undefined ? 'text' : 'tag', text: tag === undefined ? whole : tag };
}

/** The words of a note on one line, without the signs of Markdown. */
export function plainNote(note: string): string {
  return readNote(note).map(blockWords).join(' ').replace(/\s+/gu, ' ').trim();
}

function blockWords(block: NoteBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineWords(block.children);
    case 'quote':
      return block.blocks.map(blockWords).join(' ');
    case 'list':
      return block.entries.map(inlineWords).join(' ');
    case 'code':
      return block.text;
    case 'rule':
      return '';
  }
}

function inlineWords(pieces: readonly NoteInline[]): string {
  return pieces
    .map((piece) => {
      if ('children' in piece) return inlineWords(piece.children);
      return piece.kind === 'tag' ? `#${piece.text}` : piece.text;
    })
    .join('');
}
