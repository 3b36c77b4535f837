// The words of the dialog «资料库», in Chinese.
import type { TaskOutput } from '../../src-core/ipc/contract';
import { restoredStudyDays as studyDays, type LibraryWords } from './library-words';

export const libraryZhCn: LibraryWords = {
  title: '资料库',
  present: '现在的资料库',
  counts: (issues, marks, bytes) => `${issues} 期，${marks} 处标记，占 ${size(bytes)}`,
  reveal: '打开所在文件夹',
  move: '移到别处…',
  check: '检查',
  sound: (issues, marks) => `检查完毕：${issues} 期、${marks} 处标记，每个文件都完好。`,
  unsound: (issues, marks, problems) =>
    `检查了 ${issues} 期、${marks} 处标记，有 ${problems} 个问题。没有改动任何文件；请先备份，再从以前的备份恢复。`,
  problems: '查出的问题',
  backups: '备份',
  lastBackup: (made, count) =>
    made === null
      ? '还没有自动备份；标记有改动后，每小时自动备份一次。'
      : `最近一次自动备份：${moment(made)}，共存 ${count} 份，在资料库的 backups 文件夹里。`,
  backUp: '立即备份…',
  restore: '从备份恢复…',
  others: '别的资料库',
  away: '（现在找不到）',
  open: '打开',
  openNamed: (path) => `打开资料库 ${path}`,
  openOther: '打开资料库…',
  create: '新建资料库…',
  unsaved: '有改动还没有保存，先重新保存或放弃，再换资料库。',
  working: {
    switch: () => '正在换资料库…',
    move: (done, total) => (total === 0 ? '正在核对资料库…' : `正在搬移：${done} / ${total} 个文件`),
    check: (done, total) => (total === 0 ? '正在检查…' : `正在检查：${done} / ${total} 期`),
    'back-up': () => '正在备份并核对…',
    restore: () => '正在先备份现有内容，再恢复…',
    remove: () => '正在删除原来的资料库…',
  },
  moved: (path) => `已移到 ${path}，核对无误，从现在起用这里的资料库。`,
  formerStays: (path) => `原来的资料库还在 ${path}。`,
  keepFormer: '保留原来的',
  removeFormer: '删除原来的',
  removed: (left) =>
    left === 0 ? '原来的资料库已删除。' : `原来的资料库已删除；那个文件夹里另有 ${left} 个文件，没有动。`,
  backedUp: (path, issues, marks, damaged) =>
    `已备份到 ${path}：${issues} 期，${marks} 处标记，核对无误。${
      damaged > 0 ? `其中 ${damaged} 期在资料库里就有损坏，能存的照样存下；请从以前的备份恢复它们。` : ''
    }`,
  restored: (done) =>
    [
      `已恢复：补回 ${done.issuesAdded} 期、${done.marksAdded + done.marksRestored} 处标记，改回 ${done.marksChanged} 处`,
      done.issuesRestored > 0 ? `，从废纸篓恢复 ${done.issuesRestored} 期` : '',
      done.issuesMended > 0 ? `，修好 ${done.issuesMended} 期` : '',
      studyDays(done) > 0 ? `，恢复 ${studyDays(done)} 个学习日` : '',
      done.tagsChanged > 0 ? `，恢复 ${done.tagsChanged} 个标签的别名和颜色` : '',
      onlyHere(done),
      done.issuesWithoutText > 0 ? `，${done.issuesWithoutText} 期没有正文，未能补回` : '',
      `。恢复前的内容备份在 ${done.before}。`,
    ].join(''),
};

function onlyHere({ issuesOnlyHere, marksOnlyHere }: TaskOutput<'library.restore'>): string {
  const kept = [
    issuesOnlyHere > 0 ? `${issuesOnlyHere} 期` : '',
    marksOnlyHere > 0 ? `${marksOnlyHere} 处标记` : '',
  ].filter((part) => part !== '');
  return kept.length === 0 ? '' : `，备份里没有的 ${kept.join('、')}照旧保留`;
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A moment by the clock on the wall. */
function moment(iso: string): string {
  return new Date(iso).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' });
}
