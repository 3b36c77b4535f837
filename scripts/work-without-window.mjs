// The main job where no window can be opened, through the built command line: the sample issue is imported,
// passages are marked, the annotated PDF is written. Run again, it finds what is there and only writes the PDF anew.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError, say } from './say.mjs';

const commandLine = join(projectFolder, 'out', 'main', 'cli.js');
const sample = join(projectFolder, 'resources', 'samples', 'wujin-2022-10-11.txt');
const folder = join(projectFolder, 'jianbao-demo');
const library = join(folder, 'library');
const pdf = join(folder, 'wujin-2022-10-11.pdf');

const marks = [
  {
    quote: '以生态环境高质量过硬成果增强人民群众获得感、幸福感、安全感',
    options: [
      '--style',
      'highlight',
      '--color',
      'gamboge',
      '--tag',
      '生态',
      '--note',
      '全文主旨，与标题呼应。',
    ],
  },
  {
    quote: '扛起安全环保主体责任，狠抓隐患排查治理，落实长效管理措施',
    options: ['--style', 'wavy', '--color', 'cinnabar', '--tag', '安全生产'],
  },
];

/** Does the main job in `jianbao-demo/` and answers the exit status. */
export async function workWithoutWindow() {
  say('没有显示器，不开窗口，改由命令行完成', 'there is no display: doing the work without a window');
  mkdirSync(folder, { recursive: true });
  const issueId = await importedSample();
  const existing = new Set((await jianbao(['annotations', '--issue', issueId])).map(({ quote }) => quote));
  for (const { quote, options } of marks.filter((mark) => !existing.has(mark.quote))) {
    await jianbao(['annotate', issueId, '--quote', quote, ...options]);
    say(`已标记“${quote}”`, 'marked a passage');
  }
  const [exported] = await jianbao(['export', issueId, '-o', pdf]);
  if (exported === undefined || statSync(pdf, { throwIfNoEntry: false }) === undefined) {
    throw new SetupError(`导出没有写出 ${pdf}`, `The export did not write ${pdf}.`);
  }
  say(`已写出 PDF：${exported.pages} 页，${exported.annotations} 处标记`, 'wrote the annotated PDF');
  process.stdout.write(`${pdf}\n`);
  return 0;
}

async function importedSample() {
  const [stored] = await jianbao(['issues']);
  if (stored !== undefined) {
    say(`资料库已有样报（${library}）`, 'the sample issue is in the library');
    return stored.issueId;
  }
  const [imported] = await jianbao(['import', sample]);
  if (imported?.issueId === undefined) {
    throw new SetupError('样报没有导入', 'The sample issue was not imported.');
  }
  say(`已导入样报：${imported.articles} 篇（${library}）`, 'imported the sample issue');
  return imported.issueId;
}

async function jianbao(args) {
  const { code, output, standardOutput } = await runCommand(
    process.execPath,
    [commandLine, ...args, '--library', library, '--json'],
    { cwd: projectFolder, capture: true },
  );
  if (code !== 0) {
    throw new SetupError(
      `jianbao ${args[0]} 失败：\n${output.trim()}`,
      `jianbao ${args[0]} failed, see above.`,
    );
  }
  return standardOutput
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
