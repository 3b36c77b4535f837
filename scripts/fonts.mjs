// Makes the bundled fonts and their licences out of the npm packages, in resources/fonts. They are not committed (90 MB);
// their licence texts are. Of each face there are two files: the whole one, which paper is set with, and one of the common
// characters, which is all that most papers need and which a window reads in a fifth of the time.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isEntry, projectFolder } from './project.mjs';
import { SetupError, say, sayFailure } from './say.mjs';

const require = createRequire(import.meta.url);
const target = join(projectFolder, 'resources', 'fonts');
/** Says of what the present files were made. */
const stampFile = join(target, 'made.json');

/** Raise when a recipe below changes, so that files made by an older one are made anew. */
const recipe = 2;

// Each is looked up when it is wanted: the set-up may install it first.
const serif = {
  name: '@expo-google-fonts/noto-serif-sc',
  file: () => require.resolve('@expo-google-fonts/noto-serif-sc/package.json'),
};
const sans = {
  name: '@expo-google-fonts/noto-sans-sc',
  file: () => require.resolve('@expo-google-fonts/noto-sans-sc/package.json'),
};
const wenKai = {
  name: '@chinese-fonts/lxgwwenkai',
  file: () => require.resolve('@chinese-fonts/lxgwwenkai/package.json'),
};

const faces = [
  notoFace('NotoSerifSC-Regular', serif, '400Regular/NotoSerifSC_400Regular.ttf'),
  notoFace('NotoSerifSC-Bold', serif, '700Bold/NotoSerifSC_700Bold.ttf'),
  notoFace('NotoSansSC-Regular', sans, '400Regular/NotoSansSC_400Regular.ttf'),
  notoFace('NotoSansSC-Bold', sans, '700Bold/NotoSansSC_700Bold.ttf'),
  {
    name: 'LXGWWenKai-Regular',
    package: wenKai,
    source: 'dist/LXGWWenKai-Regular',
    make: joinWenKai,
  },
];

/** Puts the fonts in place; one that was made of the same package by the same recipe is left alone. */
export async function placeFonts() {
  mkdirSync(target, { recursive: true });
  for (const face of faces) await placeFace(face);
  placeLicence(serif, 'NotoSerifSC-LICENSE.txt');
  placeLicence(sans, 'NotoSansSC-LICENSE.txt');
}

async function placeFace(face) {
  const [whole, common] = [`${face.name}.ttf`, `${face.name}.common.ttf`];
  const folder = packageFolder(face.package);
  const source = join(folder, face.source);
  if (!existsSync(source)) {
    throw new SetupError(
      `缺少字体文件 ${source}，请运行 npm ci。`,
      `The font file ${source} is missing; run npm ci.`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const stamp = `${face.package.name}@${version}, recipe ${recipe}`;
  const isThere = [whole, common].every((name) => existsSync(join(target, name)));
  if (isThere && readStamps()[face.name] === stamp) return;
  say(`制作字体 ${face.name}`, 'making a font');
  // Packages, like the join below: not there before the set-up has installed them.
  const { default: subsetFont } = await import('subset-font');
  const font = await face.make(source);
  writeWhole(whole, font);
  writeWhole(common, await subsetFont(font, commonCharacters(), { targetFormat: 'truetype' }));
  writeWhole('made.json', `${JSON.stringify({ ...readStamps(), [face.name]: stamp }, null, 2)}\n`);
}

function readStamps() {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
}

/** Noto's files are taken as they are. */
function notoFace(name, fromPackage, source) {
  return { name, package: fromPackage, source, make: (file) => readFileSync(file) };
}

/** LXGW WenKai is on npm in slices only. A joined font is a changed one, and may not go by the name of the original. */
async function joinWenKai(folder) {
  const { decompress } = await import('wawoff2');
  const { joinFont } = await import('./join-font.mjs');
  const slices = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.woff2')) continue;
    // The result lies in memory that the next one is put into.
    slices.push(Uint8Array.from(await decompress(readFileSync(join(folder, name)))));
  }
  const names = {
    family: 'Jianbao Kai',
    postScriptName: 'JianbaoKai-Regular',
    copyright:
      'Copyright 2021-2025 LXGW (https://github.com/lxgw/LxgwWenKai); Copyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee)',
    version: 'Version 1.520',
    licence: 'SIL Open Font License, Version 1.1 (https://openfontlicense.org)',
  };
  // Its quotation marks are those of Latin type; what it lacks is taken from Song, where they are a character wide.
  return joinFont(slices, names, (codePoint) => !quotes.includes(String.fromCodePoint(codePoint)));
}

const quotes = '‘’“”';

/** What nearly every paper is made of: the 6,763 characters of GB 2312, and all signs, figures and letters. */
function commonCharacters() {
  const decoder = new TextDecoder('gb18030');
  const bytes = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  const han = decoder.decode(Uint8Array.from(bytes)).replace(/[^\p{Script=Han}]/gu, '');
  const signs = [
    [0x20, 0x52f],
    [0x1e00, 0x2bff],
    [0x2e80, 0x33ff],
    [0xfe10, 0xfe4f],
    [0xff00, 0xffef],
  ].flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  return han + String.fromCodePoint(...signs);
}

function placeLicence(fromPackage, name) {
  const licence = readFileSync(join(packageFolder(fromPackage), 'LICENSE_FONT'));
  if (statSync(join(target, name), { throwIfNoEntry: false })?.size !== licence.length)
    writeWhole(name, licence);
}

function packageFolder({ name, file }) {
  try {
    return dirname(file());
  } catch {
    throw new SetupError(
      `缺少软件包 ${name}，请运行 npm ci。`,
      `The package ${name} is missing; run npm ci.`,
    );
  }
}

/** Writes beside and renames, so that no build ever meets half a font. */
function writeWhole(name, content) {
  const to = join(target, name);
  const beside = `${to}.${process.pid}.part`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, to);
  } finally {
    rmSync(beside, { force: true });
  }
}

if (isEntry(import.meta.url)) {
  try {
    await placeFonts();
  } catch (error) {
    sayFailure(error);
    process.exitCode = 1;
  }
}
