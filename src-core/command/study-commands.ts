// Study days 学习日: the room in which they are kept, and what is done in it.
import { command } from './command-spec';

/** The commands of study days. */
export const studyCommands = [
  command('study.open', '学习日', 'Study days', 'study', 1, ['Mod+D']),
  command('study.new', '新建学习日', 'New study day', 'study', 1, ['Mod+Shift+D']),
  command('study.add-marks', '把标记加入学习日…', 'Add marks to a study day…', 'study', 1, ['Mod+Alt+D']),
  command('study.collect', '收集材料…', 'Collect materials…', 'study', 2, ['Mod+Shift+K']),
  command('study.add-heading', '加小标题', 'Add a heading', 'study', 2, ['Mod+Shift+H']),
  command('study.handout', '参考材料…', 'Handout…', 'study', 3, ['Mod+Shift+E']),
  command('study.present', '放映', 'Present', 'study', 3, ['F5']),
  command('study.calendar-file', '导出日历文件…', 'Export a calendar file…', 'study', 3, []),
] as const;
