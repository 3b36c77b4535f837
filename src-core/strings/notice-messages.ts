// What the library tells of itself, in one sentence each: what happened, and what is safe. One table for the window and
// the command line.
import type { Language } from '../ipc/contract';
import { detailWords } from './detail-words';
import type { LibraryNotice, LibraryNoticeCode } from '../ipc/library-notice';

type Messages = { readonly [Code in LibraryNoticeCode]: (path: string, detail: string) => string };

/** Gives the sentence for a notice in the user's language. */
export function noticeMessage({ code, path, detail }: LibraryNotice, language: Language): string {
  return (language === 'zh-CN' ? chinese : english)[code](path, detailWords(detail, language));
}

/** Where a library lies that is less safe there, in Chinese and English, as far as the kind of disk tells. */
function unsafePlace(kind: string): readonly [string, string] {
  if (/^(?:FAT|exFAT|NTFS|NTFS\/exFAT)$/u.test(kind)) return ['移动盘', 'a removable disk'];
  if (/^(?:NFS|SMB|AFS|Ceph|SSHFS|WebDAV|rclone|GVfs)$/u.test(kind)) return ['网络共享', 'a network share'];
  return ['网络共享或移动盘', 'a network share or a removable disk'];
}

const chinese: Messages = {
  'file-rebuilt': (path, detail) =>
    `${path} 有损坏（${detail}），已由上一份副本和日志重建；损坏的文件保存在 quarantine 文件夹。`,
  'journal-tail-cut': (path, detail) =>
    `上次没有正常关闭，${path} 末尾有一条没写完的记录（${detail}），已截去；已保存的标记都在。`,
  'records-lost': (path, detail) => `${path} 缺少部分记录（${detail}），其中的标记可能丢失，请从备份恢复。`,
  'catalog-rebuilt': (path, detail) => `目录 ${path} 有损坏（${detail}），已由各期重新生成。`,
  'identity-rebuilt': (path, detail) => `资料库说明 ${path} 有损坏（${detail}），已重新生成。`,
  'issue-damaged': (path, detail) => `${path} 这一期打不开（${detail}），请从备份恢复；其他各期不受影响。`,
  'issue-missing': (path, detail) =>
    `「${detail}」这一期不见了（找不到文件夹 ${path}），请把它放回原处，或从备份恢复。`,
  'study-day-damaged': (path, detail) =>
    `学习日 ${path} 读不出来（${detail}），请从备份恢复；损坏的文件保存在 quarantine 文件夹，其他学习日不受影响。`,
  'tags-damaged': (path, detail) =>
    `标签的别名和颜色 ${path} 读不出来（${detail}），请从备份恢复；损坏的文件保存在 quarantine 文件夹，标记及其标签不受影响。`,
  'trash-damaged': (path, detail) =>
    `废纸篓的清单 ${path} 读不出来（${detail}），其中各期已回到书架上，标记都在；损坏的文件保存在 quarantine 文件夹。`,
  'lock-taken-over': (path, detail) => `资料库 ${path} 上次没有正常关闭（${detail}），已接着使用。`,
  'lock-lost': (path, detail) => `资料库 ${path} 被另一个程序占用（${detail}），暂时只能阅读。`,
  'library-read-only': (path, detail) => `资料库 ${path} 现在不能写入（${detail}），只能阅读。`,
  'library-newer': (path, detail) =>
    `资料库 ${path} 由更新版本的剪报创建（格式 ${detail}），只能阅读，不会改动。`,
  'mending-failed': (path, detail) => `${path} 有损坏，现在还不能修复（${detail}）；损坏的文件没有被覆盖。`,
  'backup-failed': (path, detail) => `自动备份没有完成（${path}：${detail}），已有的备份没有受损。`,
  'snapshot-failed': (path, detail) => `${path} 暂时不能整理（${detail}）；标记都已记在日志中。`,
  'not-tidied': (path, detail) => `${path} 没有收拾干净（${detail}）；标记没有受损。`,
  'marks-salvaged': (path, detail) =>
    `${path} 的标记两份都有损坏，已由 ${detail} 的自动备份和日志重建；损坏的文件保存在 quarantine 文件夹。`,
  'sample-missing': (path, detail) => `随附的样张 ${path} 没有导入（${detail}）；可以照常导入别的报纸。`,
  'settings-set-aside': (path, detail) =>
    `设置文件 ${path} 有损坏，已另存为 ${detail}，现在用的是初始设置；标记不受影响。`,
  'settings-unreadable': (path, detail) =>
    `设置文件 ${path} 读不出来（${detail}），现在用的是初始设置，改动不会保存；标记不受影响。`,
  'problem-found': (path, detail) =>
    `启动时检查资料库，发现 ${path} 有问题（${detail}），请先备份，再到「资料库」里检查全部。`,
  'disk-unsafe': (path, detail) =>
    `资料库 ${path} 在${unsafePlace(detail)[0]}上（${detail}），断电或断线时刚做的标记可能没有写稳，请改放在本机硬盘上并常做备份。`,
};

const english: Messages = {
  'file-rebuilt': (path, detail) =>
    `${path} was damaged (${detail}) and was rebuilt from its former copy and the journal; a damaged file is kept in the quarantine folder.`,
  'journal-tail-cut': (path, detail) =>
    `The library was not closed properly: an unfinished record at the end of ${path} (${detail}) was cut off; every saved mark is there.`,
  'records-lost': (path, detail) =>
    `Records of ${path} are gone (${detail}); marks may be missing. Restore them from a backup.`,
  'catalog-rebuilt': (path, detail) =>
    `The list of issues ${path} was damaged (${detail}) and was made anew from the issues.`,
  'identity-rebuilt': (path, detail) =>
    `The library’s description ${path} was damaged (${detail}) and was made anew.`,
  'issue-damaged': (path, detail) =>
    `The issue in ${path} cannot be opened (${detail}); restore it from a backup. The others can be opened.`,
  'issue-missing': (path, detail) =>
    `The issue “${detail}” is gone (there is no folder ${path}); put it back, or restore it from a backup.`,
  'study-day-damaged': (path, detail) =>
    `The study day ${path} cannot be read (${detail}); restore it from a backup. The damaged file is kept in the quarantine folder; the other study days are unharmed.`,
  'tags-damaged': (path, detail) =>
    `The aliases and colors of tags in ${path} cannot be read (${detail}); restore them from a backup. The damaged file is kept in the quarantine folder; the marks and their tags are unharmed.`,
  'trash-damaged': (path, detail) =>
    `The list of the trash ${path} cannot be read (${detail}); its issues are on the shelf again, with all their marks. The damaged file is kept in the quarantine folder.`,
  'lock-taken-over': (path, detail) =>
    `The library ${path} was not closed properly by its last user (${detail}); it was taken over.`,
  'lock-lost': (path, detail) =>
    `Another program has taken the library ${path} (${detail}); you can only read for the moment.`,
  'library-read-only': (path, detail) =>
    `The library ${path} cannot be written now (${detail}); you can only read.`,
  'library-newer': (path, detail) =>
    `The library ${path} was made by a newer Jianbao (format ${detail}); it can be read and is not changed.`,
  'mending-failed': (path, detail) =>
    `${path} is damaged and cannot be mended yet (${detail}); the damaged file was not overwritten.`,
  'backup-failed': (path, detail) =>
    `The automatic backup was not made (${path}: ${detail}); earlier backups are unharmed.`,
  'snapshot-failed': (path, detail) =>
    `${path} cannot be tidied for the moment (${detail}); every mark is in the journal.`,
  'not-tidied': (path, detail) => `${path} could not be tidied (${detail}); the marks are unharmed.`,
  'marks-salvaged': (path, detail) =>
    `Both copies of the marks in ${path} were damaged; they were rebuilt from the automatic backup of ${detail} and the journal. The damaged files are kept in the quarantine folder.`,
  'sample-missing': (path, detail) =>
    `The sample page ${path} was not imported (${detail}); other newspapers can be imported as usual.`,
  'settings-set-aside': (path, detail) =>
    `The settings file ${path} was damaged and is kept as ${detail}; the first settings are in use. The marks are not concerned.`,
  'settings-unreadable': (path, detail) =>
    `The settings file ${path} cannot be read (${detail}); the first settings are in use, and changes are not saved. The marks are not concerned.`,
  'problem-found': (path, detail) =>
    `The check at the start found a problem in ${path} (${detail}); make a backup first, then check all in the library dialog.`,
  'disk-unsafe': (path, detail) =>
    `The library ${path} is on ${unsafePlace(detail)[1]} (${detail}), where fresh marks may not survive a power cut; keep it on this computer’s own disk, or make backups often.`,
};
