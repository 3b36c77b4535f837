// What the library tells of itself, in one sentence each: what happened, and what is safe. One table for the window and
// the command line.
import type { Language } from '../ipc/contract';
import type { Detail } from '../ipc/detail';
import type { LibraryNotice } from '../ipc/library-notice';
import { counted } from './counted';
import { detailMessage } from './detail-messages';

type Messages = {
  readonly [Code in LibraryNotice['code']]: (
    path: string,
    notice: Extract<LibraryNotice, { code: Code }>,
    why: string,
  ) => string;
};

/** Gives the sentence for a notice in the user's language. */
export function noticeMessage(notice: LibraryNotice, language: Language): string {
  const messages: Messages = language === 'zh-CN' ? chinese : english;
  const message = messages[notice.code] as (path: string, notice: LibraryNotice, why: string) => string;
  return message(notice.path, notice, whyOf(notice, language));
}

/** What lies behind a notice, in words; empty where the sentence says all. */
function whyOf(notice: LibraryNotice, language: Language): string {
  const words = (detail: Detail): string => detailMessage(detail, language, notice.path);
  if ('detail' in notice) return words(notice.detail);
  if ('owner' in notice) return words(notice.owner);
  return 'problem' in notice ? words(notice.problem) : '';
}

/** Where a library lies that is less safe there, in Chinese and English, as far as the kind of disk tells. */
function unsafePlace(detail: Detail): readonly [string, string] {
  const kind = detail.code === 'disk-kind' ? detail.kind : '';
  if (/^(?:FAT|exFAT|NTFS|NTFS\/exFAT)$/u.test(kind)) return ['移动盘', 'a removable disk'];
  if (/^(?:NFS|SMB|AFS|Ceph|SSHFS|WebDAV|rclone|GVfs)$/u.test(kind)) return ['网络共享', 'a network share'];
  return ['网络共享或移动盘', 'a network share or a removable disk'];
}

const chinese: Messages = {
  'file-rebuilt': (path, _, why) =>
    `${path} 有损坏（${why}），已由上一份副本和日志重建；损坏的文件保存在 quarantine 文件夹。`,
  'journal-tail-cut': (path, { bytes }) =>
    `上次没有正常关闭，${path} 末尾有一条没写完的记录（${bytes} 字节），已截去；已保存的标记都在。`,
  'records-lost': (path, _, why) => `${path} 缺少部分记录（${why}），其中的标记可能丢失，请从备份恢复。`,
  'catalog-rebuilt': (path, _, why) => `目录 ${path} 有损坏（${why}），已由各期重新生成。`,
  'identity-rebuilt': (path, _, why) => `资料库说明 ${path} 有损坏（${why}），已重新生成。`,
  'issue-damaged': (path, _, why) => `${path} 这一期打不开（${why}），请从备份恢复；其他各期不受影响。`,
  'issue-missing': (path, { title }) =>
    `「${title}」这一期不见了（找不到文件夹 ${path}），请把它放回原处，或从备份恢复。`,
  'study-day-damaged': (path, _, why) =>
    `学习日 ${path} 读不出来（${why}），请从备份恢复；损坏的文件保存在 quarantine 文件夹，其他学习日不受影响。`,
  'tags-damaged': (path, _, why) =>
    `标签的别名和颜色 ${path} 读不出来（${why}），请从备份恢复；损坏的文件保存在 quarantine 文件夹，标记及其标签不受影响。`,
  'trash-damaged': (path, _, why) =>
    `废纸篓的清单 ${path} 读不出来（${why}），其中各期已回到书架上，标记都在；损坏的文件保存在 quarantine 文件夹。`,
  'lock-taken-over': (path, _, why) => `资料库 ${path} 上次没有正常关闭（${why}），已接着使用。`,
  'lock-lost': (path, _, why) => `资料库 ${path} 被另一个程序占用（${why}），暂时只能阅读。`,
  'library-read-only': (path, _, why) => `资料库 ${path} 现在不能写入（${why}），只能阅读。`,
  'library-newer': (path, { version }) =>
    `资料库 ${path} 由更新版本的剪报创建（格式 ${version}），只能阅读，不会改动。`,
  'mending-failed': (path, _, why) => `${path} 有损坏，现在还不能修复（${why}）；损坏的文件没有被覆盖。`,
  'backup-failed': (path, _, why) => `自动备份没有完成（${path}：${why}），已有的备份没有受损。`,
  'snapshot-failed': (path, _, why) => `${path} 暂时不能整理（${why}）；标记都已记在日志中。`,
  'not-tidied': (path, _, why) => `${path} 没有收拾干净（${why}）；标记没有受损。`,
  'marks-salvaged': (path, { made }) =>
    `${path} 的标记两份都有损坏，已由 ${made} 的自动备份和日志重建；损坏的文件保存在 quarantine 文件夹。`,
  'sample-missing': (path, _, why) => `随附的样张 ${path} 没有导入（${why}）；可以照常导入别的报纸。`,
  'settings-set-aside': (path, { keptAs }) =>
    `设置文件 ${path} 有损坏，已另存为 ${keptAs}，现在用的是初始设置；标记不受影响。`,
  'settings-unreadable': (path, _, why) =>
    `设置文件 ${path} 读不出来（${why}），现在用的是初始设置，改动不会保存；标记不受影响。`,
  'problem-found': (path, { more }, why) =>
    `启动时检查资料库，发现 ${path} 有问题（${why}${more === 0 ? '' : `，另有 ${more} 处`}），请先备份，再到「资料库」里检查全部。`,
  'disk-unsafe': (path, { detail }, why) =>
    `资料库 ${path} 在${unsafePlace(detail)[0]}上（${why}），断电或断线时刚做的标记可能没有写稳，请改放在本机硬盘上并常做备份。`,
};

const english: Messages = {
  'file-rebuilt': (path, _, why) =>
    `${path} was damaged (${why}) and was rebuilt from its former copy and the journal; a damaged file is kept in the quarantine folder.`,
  'journal-tail-cut': (path, { bytes }) =>
    `The library was not closed properly: an unfinished record at the end of ${path} (${counted(bytes, 'byte')}) was cut off; every saved mark is there.`,
  'records-lost': (path, _, why) =>
    `Records of ${path} are gone (${why}); marks may be missing. Restore them from a backup.`,
  'catalog-rebuilt': (path, _, why) =>
    `The list of issues ${path} was damaged (${why}) and was made anew from the issues.`,
  'identity-rebuilt': (path, _, why) =>
    `The library’s description ${path} was damaged (${why}) and was made anew.`,
  'issue-damaged': (path, _, why) =>
    `The issue in ${path} cannot be opened (${why}); restore it from a backup. The others can be opened.`,
  'issue-missing': (path, { title }) =>
    `The issue “${title}” is gone (there is no folder ${path}); put it back, or restore it from a backup.`,
  'study-day-damaged': (path, _, why) =>
    `The study day ${path} cannot be read (${why}); restore it from a backup. The damaged file is kept in the quarantine folder; the other study days are unharmed.`,
  'tags-damaged': (path, _, why) =>
    `The aliases and colors of tags in ${path} cannot be read (${why}); restore them from a backup. The damaged file is kept in the quarantine folder; the marks and their tags are unharmed.`,
  'trash-damaged': (path, _, why) =>
    `The list of the trash ${path} cannot be read (${why}); its issues are on the shelf again, with all their marks. The damaged file is kept in the quarantine folder.`,
  'lock-taken-over': (path, _, why) =>
    `The library ${path} was not closed properly by its last user (${why}); it was taken over.`,
  'lock-lost': (path, _, why) =>
    `Another program has taken the library ${path} (${why}); you can only read for the moment.`,
  'library-read-only': (path, _, why) =>
    `The library ${path} cannot be written now (${why}); you can only read.`,
  'library-newer': (path, { version }) =>
    `The library ${path} was made by a newer Jianbao (format ${version}); it can be read and is not changed.`,
  'mending-failed': (path, _, why) =>
    `${path} is damaged and cannot be mended yet (${why}); the damaged file was not overwritten.`,
  'backup-failed': (path, _, why) =>
    `The automatic backup was not made (${path}: ${why}); earlier backups are unharmed.`,
  'snapshot-failed': (path, _, why) =>
    `${path} cannot be tidied for the moment (${why}); every mark is in the journal.`,
  'not-tidied': (path, _, why) => `${path} could not be tidied (${why}); the marks are unharmed.`,
  'marks-salvaged': (path, { made }) =>
    `Both copies of the marks in ${path} were damaged; they were rebuilt from the automatic backup of ${made} and the journal. The damaged files are kept in the quarantine folder.`,
  'sample-missing': (path, _, why) =>
    `The sample page ${path} was not imported (${why}); other newspapers can be imported as usual.`,
  'settings-set-aside': (path, { keptAs }) =>
    `The settings file ${path} was damaged and is kept as ${keptAs}; the first settings are in use. The marks are not concerned.`,
  'settings-unreadable': (path, _, why) =>
    `The settings file ${path} cannot be read (${why}); the first settings are in use, and changes are not saved. The marks are not concerned.`,
  'problem-found': (path, { more }, why) =>
    `The check at the start found a problem in ${path} (${why}${more === 0 ? '' : `, and ${more} more`}); make a backup first, then check all in the library dialog.`,
  'disk-unsafe': (path, { detail }, why) =>
    `The library ${path} is on ${unsafePlace(detail)[1]} (${why}), where fresh marks may not survive a power cut; keep it on this computer’s own disk, or make backups often.`,
};
