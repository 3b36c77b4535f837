// Copies the bundled fonts and their licences out of the npm packages into resources/fonts.
// The fonts are not committed (45 MB); their licence texts are.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isEntry, projectFolder } from './project.mjs';
import { SetupError, say, sayFailure } from './say.mjs';

const require = createRequire(import.meta.url);
const target = join(projectFolder, 'resources', 'fonts');

/** Puts the fonts in place; one that is there in its full size is left alone. */
export function placeFonts() {
  const serif = dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json'));
  const sans = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  mkdirSync(target, { recursive: true });
  placeFile(join(serif, '400Regular', 'NotoSerifSC_400Regular.ttf'), 'NotoSerifSC-Regular.ttf');
  placeFile(join(serif, '700Bold', 'NotoSerifSC_700Bold.ttf'), 'NotoSerifSC-Bold.ttf');
  placeFile(join(sans, '700Bold', 'NotoSansSC_700Bold.ttf'), 'NotoSansSC-Bold.ttf');
  placeFile(join(serif, 'LICENSE_FONT'), 'NotoSerifSC-LICENSE.txt');
  placeFile(join(sans, 'LICENSE_FONT'), 'NotoSansSC-LICENSE.txt');
}

function placeFile(from, name) {
  const to = join(target, name);
  if (!existsSync(from)) {
    throw new SetupError(
      `缺少字体文件 ${from}，请运行 npm ci。`,
      `The font file ${from} is missing; run npm ci.`,
    );
  }
  if (statSync(to, { throwIfNoEntry: false })?.size === statSync(from).size) return;
  say(`放置字体 ${name}`, 'placing a font');
  const beside = `${to}.${process.pid}.part`;
  try {
    copyFileSync(from, beside);
    renameSync(beside, to);
  } finally {
    rmSync(beside, { force: true });
  }
}

if (isEntry(import.meta.url)) {
  try {
    placeFonts();
  } catch (error) {
    sayFailure(error);
    process.exitCode = 1;
  }
}
