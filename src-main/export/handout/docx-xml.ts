// The parts of a Word document (ECMA-376, Part 1, WordprocessingML) that are the same for every handout: its styles, which
// name the East Asian fonts, its page, and how its parts hang together.
import type { Direction, Paper } from '../../../src-core/ipc/contract';
import type { HandoutRole } from '../../../src-core/study/handout-lines';

export type DocxPage = {
  readonly direction: Direction;
  readonly paper: Paper;
  /** Size of the text, in half points. */
  readonly size: number;
};

/** The style of each line, by its role; `blank` is a paragraph with a rule below it. */
export const styleIds: { readonly [R in HandoutRole]: string } = {
  kind: 'Subtitle',
  title: 'Title',
  fact: 'StudyFact',
  section: 'Heading1',
  entry: 'StudyEntry',
  heading: 'Heading1',
  excerpt: 'Heading2',
  passage: 'Quote',
  warning: 'StudyWarning',
  citation: 'StudyCitation',
  question: 'StudyQuestion',
  notes: 'StudyNotes',
  blank: 'StudyBlank',
};

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const song = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>';
const hei = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体"/>';
const kai = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="楷体"/>';

type Style = {
  readonly id: string;
  readonly name: string;
  /** Paragraph properties in the order of the schema (17.3.1.26). */
  readonly paragraph: string;
  /** Run properties; the size, relative to the text's, comes last. */
  readonly run: string;
  readonly scale: number;
};

const styles: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    paragraph: '<w:keepNext/><w:spacing w:after="240"/><w:jc w:val="center"/>',
    run: `${hei}<w:b/>`,
    scale: 1.9,
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    paragraph: '<w:keepNext/><w:spacing w:after="120"/><w:jc w:val="center"/>',
    run: kai,
    scale: 1.2,
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>',
    run: `${hei}<w:b/>`,
    scale: 1.35,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="1"/>',
    run: `${hei}<w:b/>`,
    scale: 1.1,
  },
  { id: 'StudyFact', name: '学习日事项', paragraph: '', run: song, scale: 1 },
  { id: 'StudyEntry', name: '学习日条目', paragraph: '<w:ind w:left="420"/>', run: song, scale: 1 },
  {
    id: 'Quote',
    name: 'Quote',
    paragraph: '<w:ind w:firstLineChars="200" w:firstLine="420"/><w:jc w:val="both"/>',
    run: song,
    scale: 1,
  },
  {
    id: 'StudyWarning',
    name: '学习日警告',
    paragraph:
      '<w:keepNext/><w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="9B3A26"/><w:bottom w:val="single" w:sz="4" w:space="1" w:color="9B3A26"/></w:pBdr>',
    run: `${hei}<w:color w:val="9B3A26"/>`,
    scale: 1,
  },
  { id: 'StudyCitation', name: '学习日出处', paragraph: '<w:jc w:val="right"/>', run: song, scale: 0.85 },
  { id: 'StudyQuestion', name: '学习日讨论题', paragraph: '<w:spacing w:before="60"/>', run: kai, scale: 1 },
  { id: 'StudyNotes', name: '学习日备注', paragraph: '<w:ind w:left="420"/>', run: kai, scale: 1 },
  {
    id: 'StudyBlank',
    name: '学习日空行',
    paragraph:
      '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="999999"/><w:between w:val="single" w:sz="4" w:space="1" w:color="999999"/></w:pBdr><w:spacing w:line="480" w:lineRule="auto"/>',
    run: song,
    scale: 1,
  },
];

/** `word/styles.xml`: every style a handout uses, with its East Asian font. */
export function stylesXml({ size }: DocxPage): string {
  const sized = (scale: number): string => {
    const half = Math.round(size * scale);
    return `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`;
  };
  return `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${song}${sized(1)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${styles
    .map(
      ({ id, name, paragraph, run, scale }) =>
        `<w:style w:type="paragraph"${id.startsWith('Study') ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}${sized(scale)}</w:rPr></w:style>`,
    )
    .join('')}</w:styles>`;
}

/** Sheets in twentieths of a point. */
const sheets: { readonly [P in Paper]: readonly [width: number, height: number] } = {
  A4: [11906, 16838],
  A3: [16838, 23811],
  A5: [8391, 11906],
  B5: [9978, 14173],
  tabloid: [15840, 24480],
};

/** The section's properties (17.6.17): footer, page, and upright lines from the right where they are wanted. */
export function sectionXml({ direction, paper }: DocxPage): string {
  const [width, height] = sheets[paper];
  // LibreOffice lets upright lines run some 17 mm into the lower margin; the footer must stay clear of them.
  const bottom = direction === 'vertical' ? 1985 : 1134;
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="1247" w:right="1021" w:bottom="${bottom}" w:left="1021" w:header="680" w:footer="567" w:gutter="0"/>${direction === 'vertical' ? '<w:textDirection w:val="tbRl"/>' : ''}</w:sectPr>`;
}

/** `word/footer1.xml`: the number of the page between two words, or an empty line. */
export function footerXml(pageWords: readonly [string, string] | null): string {
  if (pageWords === null) return `${head}<w:ftr xmlns:w="${main}"><w:p/></w:ftr>`;
  const [before, after] = pageWords;
  const words = (text: string): string =>
    text === '' ? '' : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `${head}<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${words(before)}<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>${words(after)}</w:p></w:ftr>`;
}

/** `word/document.xml` around the paragraphs. */
export function documentXml(paragraphs: string, page: DocxPage): string {
  return `${head}<w:document xmlns:w="${main}" xmlns:r="${relations}"><w:body>${paragraphs}${sectionXml(page)}</w:body></w:document>`;
}

/** The files that say what the others are. */
export const packageParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/footer" Target="footer1.xml"/></Relationships>`,
};

/** `docProps/core.xml`: the title, and when it was made; `made` is an ISO 8601 instant. */
export function coreXml(title: string, made: string): string {
  const instant = `${made.slice(0, 19)}Z`;
  return `${head}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created></cp:coreProperties>`;
}
