// What a font file says of itself, read from a few thousand bytes of it: a computer may have hundreds of them, of many
// megabytes each. OpenType 1.9: the table directory, `name`, `OS/2`; a collection holds several fonts.

/** Gives so many bytes of the file from a place; fewer at its end. */
export type ReadAt = (position: number, length: number) => Promise<Buffer>;

export type FontHeader = {
  /** The family as English names it, which tells it from others. */
  readonly family: string;
  /** The family as Chinese readers know it; the English name where there is none. */
  readonly chineseFamily: string;
  readonly fullName: string;
  readonly postscriptName: string;
  /** 400 is regular, 700 bold. */
  readonly weight: number;
  readonly isItalic: boolean;
  /** Whether it says to be made for Chinese, simplified or traditional. */
  readonly isChinese: boolean;
  /** Whether its outlines are TrueType and its maker lets documents carry it. */
  readonly isEmbeddable: boolean;
};

const mostFonts = 64;
const mostTables = 128;
const mostNameBytes = 1 << 18;

/** Reads every font of a file; what is damaged or unknown is left out. */
export async function readFontHeaders(readAt: ReadAt): Promise<readonly FontHeader[]> {
  const start = await readAt(0, 12);
  if (start.length < 12) return [];
  const headers: FontHeader[] = [];
  for (const offset of start.toString('latin1', 0, 4) === 'ttcf' ? await fontsOf(start, readAt) : [0]) {
    const header = await readHeader(offset, readAt);
    if (header !== null) headers.push(header);
  }
  return headers;
}

async function fontsOf(start: Buffer, readAt: ReadAt): Promise<readonly number[]> {
  const count = Math.min(mostFonts, start.readUInt32BE(8));
  const offsets = await readAt(12, count * 4);
  return Array.from({ length: Math.floor(offsets.length / 4) }, (_, at) => offsets.readUInt32BE(at * 4));
}

async function readHeader(offset: number, readAt: ReadAt): Promise<FontHeader | null> {
  const start = await readAt(offset, 12);
  if (start.length < 12) return null;
  const flavour = start.readUInt32BE(0);
  if (flavour !== 0x0001_0000 && flavour !== 0x4f54_544f && flavour !== 0x7472_7565) return null;
  const directory = await readAt(offset + 12, Math.min(mostTables, start.readUInt16BE(4)) * 16);
  const tables = new Map<string, readonly [number, number]>();
  for (let at = 0; at + 16 <= directory.length; at += 16) {
    tables.set(directory.toString('latin1', at, at + 4), [
      directory.readUInt32BE(at + 8),
      directory.readUInt32BE(at + 12),
    ]);
  }
  const [name, os2] = [tables.get('name'), tables.get('OS/2')];
  if (name === undefined || os2 === undefined) return null;
  const names = readNames(await readAt(name[0], Math.min(mostNameBytes, name[1])));
  const facts = await readAt(os2[0], 86);
  const family = names.english(1);
  const postscriptName = names.english(6);
  if (family === null || postscriptName === null || facts.length < 86) return null;
  // fsType: restricted, never in part, or as bitmaps only. A document of ours carries the part that it shows, as outlines.
  const rights = facts.readUInt16BE(8);
  const isRestricted = (rights & 0x000f) === 0x0002 || (rights & 0x0300) !== 0;
  // The page ranges and code pages are bits that the maker has set.
  const hasIdeographs = (facts.readUInt32BE(46) & (1 << 27)) !== 0;
  const codePages = facts.readUInt32BE(78);
  return {
    family,
    chineseFamily: names.chinese(1) ?? family,
    fullName: names.english(4) ?? family,
    postscriptName,
    weight: facts.readUInt16BE(4),
    isItalic: (facts.readUInt16BE(62) & 1) !== 0,
    isChinese: hasIdeographs && (codePages & ((1 << 18) | (1 << 20))) !== 0,
    isEmbeddable: tables.has('glyf') && !isRestricted,
  };
}

type Names = {
  readonly english: (id: number) => string | null;
  readonly chinese: (id: number) => string | null;
};

const englishLanguages: readonly number[] = [0x0409];
/** Of the Mainland, Taiwan, Hong Kong, Singapore and Macao. */
const chineseLanguages: readonly number[] = [0x0804, 0x0404, 0x0c04, 0x1004, 0x1404];

/** Names in UTF-16, which every font has for Windows and all other systems read too. */
function readNames(table: Buffer): Names {
  const found = new Map<string, string>();
  if (table.length >= 6) {
    const count = table.readUInt16BE(2);
    const strings = table.readUInt16BE(4);
    for (let at = 6; at < 6 + count * 12 && at + 12 <= table.length; at += 12) {
      if (table.readUInt16BE(at) !== 3) continue;
      const from = strings + table.readUInt16BE(at + 10);
      const bytes = Buffer.from(table.subarray(from, from + (table.readUInt16BE(at + 8) & ~1)));
      const text = (bytes.length % 2 === 0 ? bytes : Buffer.alloc(0)).swap16().toString('utf16le').trim();
      if (text !== '') found.set(`${table.readUInt16BE(at + 4)} ${table.readUInt16BE(at + 6)}`, text);
    }
  }
  const pick = (languages: readonly number[], id: number): string | null => {
    for (const language of languages) {
      const text = found.get(`${language} ${id}`);
      if (text !== undefined) return text;
    }
    return null;
  };
  return {
    english: (id) => pick(englishLanguages, id) ?? pick(chineseLanguages, id),
    chinese: (id) => pick(chineseLanguages, id),
  };
}
