// The help text. The contract of the command line is in docs/command-line.md.
import type { Language } from '../../src-core/ipc/contract';

/** Gives the help text in the user's language. */
export function usage(language: Language): string {
  return language === 'zh-CN' ? chinese : english;
}

const commands = `  parse FILE…
  import FILE… [--publication T] [--date YYYY-MM-DD]
  issues
  show ISSUE
  annotate ISSUE --quote T [--article A] [--prefix T] [--suffix T]
           [--fragment T]… [--style S] [--color C] [--tag T]… [--note T] [--author A]
  annotate ISSUE --scope article|issue [--article A] --note T [--color C] [--tag T]… [--author A]
  annotate --batch
  annotations [--issue I] [--tag T] [--text Q] [--format json|jsonld|markdown|csv|html] [-o F]
  search QUERY [--tag T] [--from D] [--to D] [--in text|notes|both]
  export ISSUE... -o F.pdf [--direction vertical|horizontal]
         [--paper A4|A3|A5|B5|tabloid|WIDTHxHEIGHT] [--no-annotations] [--no-index]
         [--notes head|side|end|none] [--marks live|painted|both] [--marked-pages]
         [--article A]... [--layout newspaper|page|article] [--fit PAGES] [--title T]
         [--with title,contents,legend,tags,authors,sources]... [--standard pdf|pdfa-1b]
  check
  backup -o F.zip
  restore F.zip
  study list | show DAY | save | remove DAY
  study add DATE [--theme T] [--time HH:MM] [--place T] [--leader T] [--ordinal N]
  study add --notice ISSUE
  study collect DAY [--tag T]… [--color C]… [--author A]… [--text Q] | [--sentences Q]
        [--from D] [--to D] [--issue I] [--heading T] [--order date|article]
  study handout DAY -o F.pdf|docx|html|md|txt [--direction vertical|horizontal] [--paper A4|A3|A5|B5]
        [--large] [--leader-notes] [--citation gbt7714|footnote|markdown]
        [--booklet] [--no-contents] [--no-index] [--no-page-numbers]
  study calendar [DAY…] -o F.ics`;

const names = `  S: highlight 高亮 | underline 直线 | wavy 波浪线 | emphasis 着重号 | circle 圈点 | strike 删除线 | box 方框
  C: gamboge 藤黄 | cinnabar 朱砂 | rouge 胭脂 | malachite 石绿 | indigo 花青 | ochre 赭石 | violet 黛紫 | ink 淡墨 | custom 自调`;

const chinese = `用法：jianbao 命令 … [--library 文件夹] [--json] [--language zh-CN|en]

${commands}

${names}

--library 指定资料库文件夹，默认用应用自己的资料库；--json 每行输出一个 JSON。
退出状态：0 完成，1 有失败，2 用法不对。`;

const english = `Usage: jianbao COMMAND … [--library DIR] [--json] [--language zh-CN|en]

${commands}

${names}

--library names the library folder; without it, the app's own. --json prints one JSON document a line.
Exit status: 0 done, 1 something failed, 2 wrong usage.`;
