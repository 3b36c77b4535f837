// Joins a typeface that is published in slices for the web into one TrueType file again. pdfkit and the engine's measures
// want one file, and only the slices are on npm. Outlines, advances and vertical forms (`vert`) are carried over byte for
// byte; a glyph's number changes, and so do the references of composite glyphs. Tables: OpenType 1.9.
import { create } from 'fontkit';

/** What a joined file says of itself; the name table is written anew, since a changed font may not keep its name. */
/** @typedef {{ family: string, postScriptName: string, copyright: string, version: string, licence: string }} FontNames */

/**
 * Joins slices (TrueType, whole files in memory) to one file. The first slice that has a character gives its glyph.
 * @param {readonly Uint8Array[]} slices
 * @param {FontNames} names
 * @param {(codePoint: number) => boolean} isWanted which characters the joined file has
 */
export function joinFont(slices, names, isWanted = () => true) {
  const parts = slices.map(openSlice);
  const [first] = parts;
  if (first === undefined) throw new Error('there are no slices to join');
  for (const { unitsPerEm } of parts) {
    if (unitsPerEm !== first.unitsPerEm) throw new Error('the slices count in different units');
  }
  const characters = charactersOf(parts).filter(({ codePoint }) => isWanted(codePoint));
  const glyphs = collectGlyphs(parts, characters);
  if (glyphs.list.length > 0xffff) throw new Error('one file holds no more than 65535 glyphs');
  const outlines = writeOutlines(glyphs);
  return writeFont({
    'OS/2': first.table('OS/2'),
    GSUB: writeVerticalForms(verticalForms(parts, characters, glyphs)),
    cmap: writeCharacterMap(
      characters.map(({ codePoint, part, glyph }) => [codePoint, glyphs.numberOf(part, glyph)]),
    ),
    glyf: outlines.glyf,
    head: writeHead(first.table('head'), parts),
    hhea: withMetricCount(first.table('hhea'), glyphs.list.length),
    hmtx: writeMetrics(glyphs, 'hmtx'),
    loca: outlines.loca,
    maxp: writeMaxima(parts, glyphs.list.length),
    name: writeNames(names),
    post: postscriptTable(first.table('post')),
    vhea: withMetricCount(first.table('vhea'), glyphs.list.length),
    vmtx: writeMetrics(glyphs, 'vmtx'),
  });
}

function openSlice(bytes) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const font = create(buffer);
  const places = new Map();
  for (let at = 12; at < 12 + 16 * buffer.readUInt16BE(4); at += 16) {
    places.set(buffer.toString('latin1', at, at + 4), [
      buffer.readUInt32BE(at + 8),
      buffer.readUInt32BE(at + 12),
    ]);
  }
  const table = (tag) => {
    const place = places.get(tag);
    if (place === undefined) throw new Error(`a slice has no table ${tag}`);
    return buffer.subarray(place[0], place[0] + place[1]);
  };
  const isLong = table('head').readInt16BE(50) === 1;
  const loca = table('loca');
  const offset = (glyph) => (isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
  return {
    font,
    table,
    unitsPerEm: font.unitsPerEm,
    outline: (glyph) => table('glyf').subarray(offset(glyph), offset(glyph + 1)),
    /** Advance and bearing of a glyph; those behind the last full pair share its advance. */
    metrics: (tag, glyph) => {
      const count = table(tag === 'hmtx' ? 'hhea' : 'vhea').readUInt16BE(34);
      const metrics = table(tag);
      const pair = Math.min(glyph, count - 1) * 4;
      const bearing = glyph < count ? pair + 2 : count * 4 + (glyph - count) * 2;
      return [metrics.readUInt16BE(pair), metrics.readInt16BE(bearing)];
    },
  };
}

/** Every character once, with the slice and the glyph that show it, in the order of their code points. */
function charactersOf(parts) {
  const found = new Map();
  for (const part of parts) {
    for (const codePoint of part.font.characterSet) {
      if (found.has(codePoint)) continue;
      const glyph = part.font.glyphForCodePoint(codePoint).id;
      if (glyph !== 0) found.set(codePoint, { codePoint, part, glyph });
    }
  }
  return [...found.values()].sort((one, other) => one.codePoint - other.codePoint);
}

/** Numbers the glyphs of the characters, of their vertical forms and of the parts of both; 0 is the sign for a missing one. */
function collectGlyphs(parts, characters) {
  const list = [];
  const numbers = new Map(parts.map((part) => [part, new Map()]));
  const include = (part, glyph) => {
    if (numbers.get(part).has(glyph)) return;
    numbers.get(part).set(glyph, list.length);
    list.push({ part, glyph });
  };
  const numberOf = (part, glyph) => numbers.get(part).get(glyph);
  include(parts[0], 0);
  for (const { part, glyph } of characters) include(part, glyph);
  for (const { codePoint, part, glyph } of characters) {
    const form = verticalForm(part, codePoint);
    if (form !== glyph) include(part, form);
  }
  for (let at = 0; at < list.length; at++) {
    const { part, glyph } = list[at];
    for (const component of componentsOf(part.outline(glyph))) include(part, component.glyph);
  }
  return { list, numberOf };
}

function verticalForm(part, codePoint) {
  return part.font.layout(String.fromCodePoint(codePoint), ['vert']).glyphs[0].id;
}

function verticalForms(parts, characters, glyphs) {
  const forms = new Map();
  for (const { codePoint, part, glyph } of characters) {
    const form = verticalForm(part, codePoint);
    if (form !== glyph) forms.set(glyphs.numberOf(part, glyph), glyphs.numberOf(part, form));
  }
  return [...forms].sort(([one], [other]) => one - other);
}

/** The glyphs that a composite glyph is made of, and where each is named in it; none for a simple glyph. */
function componentsOf(outline) {
  const components = [];
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return components;
  let at = 10;
  let flags;
  do {
    flags = outline.readUInt16BE(at);
    components.push({ at: at + 2, glyph: outline.readUInt16BE(at + 2) });
    at += 4 + (flags & 0x0001 ? 4 : 2);
    if (flags & 0x0008) at += 2;
    else if (flags & 0x0040) at += 4;
    else if (flags & 0x0080) at += 8;
  } while (flags & 0x0020);
  return components;
}

function writeOutlines({ list, numberOf }) {
  const loca = Buffer.alloc((list.length + 1) * 4);
  const outlines = [];
  let length = 0;
  list.forEach(({ part, glyph }, number) => {
    const outline = Buffer.from(part.outline(glyph));
    for (const component of componentsOf(outline)) {
      outline.writeUInt16BE(numberOf(part, component.glyph), component.at);
    }
    loca.writeUInt32BE(length, number * 4);
    const padded = pad(outline);
    outlines.push(padded);
    length += padded.length;
  });
  loca.writeUInt32BE(length, list.length * 4);
  return { loca, glyf: Buffer.concat(outlines) };
}

function writeMetrics({ list }, tag) {
  const table = Buffer.alloc(list.length * 4);
  list.forEach(({ part, glyph }, number) => {
    const [advance, bearing] = part.metrics(tag, glyph);
    table.writeUInt16BE(advance, number * 4);
    table.writeInt16BE(bearing, number * 4 + 2);
  });
  return table;
}

function writeHead(head, parts) {
  const table = Buffer.from(head);
  const boxes = parts.map((part) => part.table('head'));
  // The box of all: the least of the two lower corners, the greatest of the upper ones.
  for (const at of [36, 38]) table.writeInt16BE(Math.min(...boxes.map((box) => box.readInt16BE(at))), at);
  for (const at of [40, 42]) table.writeInt16BE(Math.max(...boxes.map((box) => box.readInt16BE(at))), at);
  table.writeInt16BE(1, 50);
  return table;
}

function withMetricCount(header, count) {
  const table = Buffer.from(header);
  table.writeUInt16BE(count, 34);
  return table;
}

/** The greatest counts of all slices, which are upper bounds for their glyphs together. */
function writeMaxima(parts, count) {
  const table = Buffer.from(parts[0].table('maxp'));
  for (let at = 6; at + 2 <= table.length; at += 2) {
    table.writeUInt16BE(Math.max(...parts.map((part) => part.table('maxp').readUInt16BE(at))), at);
  }
  table.writeUInt16BE(count, 4);
  return table;
}

/** Format 12: runs of characters whose glyphs follow each other too. */
function writeCharacterMap(pairs) {
  const groups = [];
  for (const [codePoint, glyph] of pairs) {
    const last = groups.at(-1);
    if (last !== undefined && last.end + 1 === codePoint && last.glyph + codePoint - last.start === glyph) {
      last.end = codePoint;
    } else groups.push({ start: codePoint, end: codePoint, glyph });
  }
  const table = Buffer.alloc(12 + 16 + groups.length * 12);
  table.writeUInt16BE(1, 2); // one encoding
  table.writeUInt16BE(3, 4); // Windows
  table.writeUInt16BE(10, 6); // all of Unicode
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + groups.length * 12, 16);
  table.writeUInt32BE(groups.length, 24);
  groups.forEach(({ start, end, glyph }, number) => {
    table.writeUInt32BE(start, 28 + number * 12);
    table.writeUInt32BE(end, 32 + number * 12);
    table.writeUInt32BE(glyph, 36 + number * 12);
  });
  return table;
}

/** One feature, `vert`, of one lookup of single substitutions, for every script and language. */
function writeVerticalForms(forms) {
  const coverage = 6 + forms.length * 2;
  const words = [
    ...[1, 0, 10, 30, 44], // version 1.0; where scripts, features and lookups are
    ...[1, tag('DF'), tag('LT'), 8], // one script, DFLT
    ...[4, 0], // its default language, no others
    ...[0, 0xffff, 1, 0], // no order, no required feature; one feature, the first
    ...[1, tag('ve'), tag('rt'), 8], // one feature
    ...[0, 1, 0], // its one lookup
    ...[1, 4], // one lookup
    ...[1, 0, 1, 8], // single substitution, no flags, one subtable
    ...[2, coverage, forms.length, ...forms.map(([, form]) => form)],
    ...[1, forms.length, ...forms.map(([glyph]) => glyph)],
  ];
  const table = Buffer.alloc(words.length * 2);
  words.forEach((word, at) => table.writeUInt16BE(word, at * 2));
  return table;
}

function tag(letters) {
  return Buffer.from(letters, 'latin1').readUInt16BE(0);
}

/** Version 3: no glyph names. */
function postscriptTable(post) {
  const table = Buffer.from(post.subarray(0, 32));
  table.writeUInt32BE(0x0003_0000, 0);
  return table;
}

function writeNames({ family, postScriptName, copyright, version, licence }) {
  const records = [
    [0, copyright],
    [1, family],
    [2, 'Regular'],
    [3, `${postScriptName} ${version}`],
    [4, family],
    [5, version],
    [6, postScriptName],
    [13, licence],
  ].map(([id, text]) => ({ id, text: Buffer.from(text, 'utf16le').swap16() }));
  const header = Buffer.alloc(6 + records.length * 12);
  header.writeUInt16BE(records.length, 2);
  header.writeUInt16BE(header.length, 4);
  let length = 0;
  records.forEach(({ id, text }, number) => {
    [3, 1, 0x0409, id, text.length, length].forEach((word, at) =>
      header.writeUInt16BE(word, 6 + number * 12 + at * 2),
    );
    length += text.length;
  });
  return Buffer.concat([header, ...records.map(({ text }) => text)]);
}

/** Puts the tables behind each other, with the directory and the checksums of the file. */
function writeFont(tables) {
  const entries = Object.entries(tables).sort(([one], [other]) => (one < other ? -1 : 1));
  const power = Math.floor(Math.log2(entries.length));
  const header = Buffer.alloc(12 + entries.length * 16);
  header.writeUInt32BE(0x0001_0000, 0);
  header.writeUInt16BE(entries.length, 4);
  header.writeUInt16BE(16 * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(entries.length * 16 - 16 * 2 ** power, 10);
  tables.head.writeUInt32BE(0, 8);
  let offset = header.length;
  entries.forEach(([name, table], number) => {
    const at = 12 + number * 16;
    header.write(name, at, 'latin1');
    header.writeUInt32BE(checksum(table), at + 4);
    header.writeUInt32BE(offset, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    offset += pad(table).length;
  });
  const file = Buffer.concat([header, ...entries.map(([, table]) => pad(table))]);
  const head = file.readUInt32BE(12 + entries.findIndex(([name]) => name === 'head') * 16 + 8);
  file.writeUInt32BE((0xb1b0_afba - checksum(file)) >>> 0, head + 8);
  return file;
}

/** To a multiple of four bytes. */
function pad(table) {
  return table.length % 4 === 0 ? table : Buffer.concat([table, Buffer.alloc(4 - (table.length % 4))]);
}

function checksum(table) {
  const padded = pad(table);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
