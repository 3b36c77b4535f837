// What the user is told of each failure: what happened, what is safe, what to do. One table for the window and the
// command line.
import type { AppError } from '../ipc/app-error';
import type { Language } from '../ipc/contract';
import { detailMessage } from './detail-messages';

type Messages = {
  readonly [Code in AppError['code']]: (error: Extract<AppError, { code: Code }>, why: string) => string;
};

/** Gives the message for a failure in the user's language, as one or two plain sentences. */
export function errorMessage(error: AppError, language: Language): string {
  const messages: Messages = language === 'zh-CN' ? chinese : english;
  const message = messages[error.code] as (error: AppError, why: string) => string;
  return message(error, whyOf(error, language));
}

/** What lies behind a failure, in words; empty where the message says all. */
function whyOf(error: AppError, language: Language): string {
  const named = 'file' in error ? error.file : 'path' in error ? error.path : '';
  if ('owner' in error) return detailMessage(error.owner, language, named);
  // What is wrong inside Jianbao is for its makers, as it was said.
  if (!('detail' in error)) return '';
  return error.code === 'internal' ? error.detail : detailMessage(error.detail, language, named);
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
}

function excerpt(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}

const chinese: Messages = {
  'invalid-input': (e, why) => `输入不合要求（${e.where}）：${why}`,
  'sender-refused': () => '请求来自不认识的窗口，未执行。',
  cancelled: () => '已取消，没有改动任何文件。',
  'token-unknown': () => '所选的文件已失效，请重新选择。',
  'file-missing': (e) => `找不到文件 ${e.file}。请检查路径是否正确。`,
  'file-unreadable': (e, why) => `无法读取 ${e.file}：${why}。请检查它和它的权限，或另选一个。`,
  'file-empty': (e) => `${e.file} 是空文件，没有可导入的文字。`,
  'file-binary': (e) => `${e.file} 不是文本文件。请选择报纸版面的文本（.txt）。`,
  'file-too-large': (e) =>
    `${e.file} 有 ${megabytes(e.bytes)} MB，超过上限 ${megabytes(e.limit)} MB。请按版面拆分后再导入。`,
  'encoding-unknown': (e) => `认不出 ${e.file} 的文字编码。请另存为 UTF-8 后再试。`,
  'no-text-found': (e) => `${e.file} 里没有认出任何稿件，文件保持原样。`,
  'reading-too-slow': (e) =>
    `${e.file} 读了 ${e.seconds} 秒还没有读完，已停止读它。请检查文件，或按版面拆分后再导入。`,
  'reading-broke-off': (e) => `读 ${e.file} 时读取程序中断（可能内存不够）。这个文件没有导入，其余不受影响。`,
  'folder-too-large': (e) => `文件夹 ${e.file} 里的文本超过 ${e.limit} 个，多出的没有导入。请分几次导入。`,
  'folder-too-deep': (e) => `文件夹 ${e.file} 超过 ${e.limit} 层，里面的文件没有导入。请单独导入它。`,
  'library-locked': (e, why) => `资料库 ${e.path} 正在使用中（${why}）。请先关闭它，再试一次。`,
  'library-absent': (e) =>
    `找不到资料库 ${e.path}。它若在移动盘或网络共享上，请接好后再试；也可以打开另一个资料库。`,
  'library-silent': (e) => `资料库 ${e.path} 所在的磁盘或共享 ${e.seconds} 秒没有回应。请检查连接后再试。`,
  'library-unwritable': (e, why) =>
    `无法写入资料库 ${e.path}：${why}。已有的标记没有受损；请检查磁盘和权限。`,
  'library-newer': (e) =>
    `资料库 ${e.path} 由更新版本的剪报创建（格式 ${e.version}）。请更新剪报；现在不会改动它。`,
  'library-damaged': (e, why) => `资料库中的 ${e.path} 已损坏：${why}。没有用别的东西覆盖它；请从备份恢复。`,
  'library-read-only': (e, why) => `资料库 ${e.path} 现在只读：${why}。可以继续阅读，暂时不能保存标记。`,
  'disk-full': (e) => `磁盘已满，无法写入 ${e.path}。原有内容没有受损；请腾出空间后再试。`,
  'backup-unusable': (e, why) =>
    `备份 ${e.file} 不能用：${why}。没有恢复任何内容，资料库没有改动；请换一份备份。`,
  'backup-newer': (e) =>
    `备份 ${e.file} 由更新版本的剪报做成（格式 ${e.version}）。请更新剪报后再恢复；资料库没有改动。`,
  'issue-changed': (e) => `这一期（${e.issueId}）在校对期间已被改动，没有保存。请重新打开校对。`,
  'issue-unknown': (e) => `资料库中没有这一期：${e.issueId}。`,
  'issue-trashed': (e) => `这一期（${e.issueId}）在废纸篓里。请先从废纸篓恢复它；它的标记都在。`,
  'article-unknown': (e) => `这一期中没有这篇稿件：${e.articleId}。`,
  'annotation-unknown': (e) => `没有这条标记：${e.annotationId}。`,
  'annotation-exists': (e) => `这条标记已经存在：${e.annotationId}。`,
  'annotation-removed': (e) => `这条标记已经删除：${e.annotationId}。可先撤销删除。`,
  'study-day-unknown': (e) => `资料库中没有这个学习日：${e.studyDayId}。`,
  'study-day-changed': (e) => `这个学习日（${e.studyDayId}）已在别处改动，没有保存。请重新打开它。`,
  'nothing-to-undo': () => '没有可以撤销的操作。',
  'nothing-to-redo': () => '没有可以重做的操作。',
  'range-outside-text': (e) => `位置 ${e.start}–${e.end} 不在正文之内（正文长 ${e.length}）。`,
  'quote-not-found': (e) => `正文中找不到「${excerpt(e.quote)}」。`,
  'quote-ambiguous': (e) =>
    `「${excerpt(e.quote)}」出现了 ${e.places.length} 处，请用前后文或稿件编号指明是哪一处：\n` +
    e.places.map((place) => `  ${place.articleId} ${place.start}–${place.end}　${place.snippet}`).join('\n'),
  'target-unwritable': (e, why) => `无法写入 ${e.file}：${why}。原有文件没有改动；请换一个位置。`,
  'folder-unfit': (e) => unfitFolder[e.why](e.file),
  'no-pdf-reader': (e) =>
    `系统没有能打开 PDF 的程序（${e.said}）。排好的文件在 ${e.file}，可以用别的程序打印。`,
  'font-missing': (e) => `缺少字体文件 ${e.file}。请重新安装剪报。`,
  internal: (_, why) => `剪报内部出错，操作没有完成（${why}）。请再试一次；若还是不行，请重新打开剪报。`,
};

type Unfit = Extract<AppError, { code: 'folder-unfit' }>['why'];

const unfitFolder: { readonly [Why in Unfit]: (file: string) => string } = {
  'not-empty': (file) => `${file} 里已有别的文件，没有动它们。请选一个空文件夹，或换一个位置。`,
  same: (file) => `资料库已经在 ${file}，不用移动。`,
  foreign: (file) => `${file} 里没有资料库，只有别的文件，没有动它们。请打开另一个资料库，或选一个空文件夹。`,
  within: (file) => `${file} 与现在的资料库一个套着另一个，没有移动。请换一个位置。`,
};

const english: Messages = {
  'invalid-input': (e, why) => `The input is not valid (${e.where}): ${why}`,
  'sender-refused': () => 'The request came from an unknown window and was not carried out.',
  cancelled: () => 'Cancelled. No file was changed.',
  'token-unknown': () => 'The chosen file is no longer available. Choose it again.',
  'file-missing': (e) => `There is no file ${e.file}. Check the path.`,
  'file-unreadable': (e, why) =>
    `${e.file} cannot be read: ${why}. Check it and its permissions, or choose another.`,
  'file-empty': (e) => `${e.file} is empty; there is no text to import.`,
  'file-binary': (e) => `${e.file} is not a text file. Choose the text (.txt) of a newspaper page.`,
  'file-too-large': (e) =>
    `${e.file} has ${megabytes(e.bytes)} MB, more than the limit of ${megabytes(e.limit)} MB. Split it by page and import the parts.`,
  'encoding-unknown': (e) =>
    `The text encoding of ${e.file} was not recognised. Save it as UTF-8 and try again.`,
  'no-text-found': (e) => `No article was recognised in ${e.file}. The file is unchanged.`,
  'reading-too-slow': (e) =>
    `${e.file} was not read within ${e.seconds} seconds and was given up. Check the file, or split it by page.`,
  'reading-broke-off': (e) =>
    `Reading ${e.file} broke off, perhaps for want of memory. It was not imported; nothing else is affected.`,
  'folder-too-large': (e) =>
    `The folder ${e.file} holds more than ${e.limit} texts; the rest were not imported. Import them in parts.`,
  'folder-too-deep': (e) =>
    `The folder ${e.file} lies more than ${e.limit} levels deep; its files were not imported. Import it by itself.`,
  'library-locked': (e, why) => `The library ${e.path} is in use (${why}). Close it there and try again.`,
  'library-absent': (e) =>
    `There is no library at ${e.path}. If it is on a removable disk or a share, connect that and try again; or open another library.`,
  'library-silent': (e) =>
    `The disk or share of the library ${e.path} has not answered for ${e.seconds} seconds. Check the connection and try again.`,
  'library-unwritable': (e, why) =>
    `The library ${e.path} cannot be written: ${why}. Existing marks are unharmed; check the disk and permissions.`,
  'library-newer': (e) =>
    `The library ${e.path} was made by a newer Jianbao (format ${e.version}). Update Jianbao; nothing was changed.`,
  'library-damaged': (e, why) =>
    `${e.path} in the library is damaged: ${why}. Nothing was written over it; restore it from a backup.`,
  'library-read-only': (e, why) =>
    `The library ${e.path} is read-only now: ${why}. You can go on reading; marks cannot be saved for the moment.`,
  'disk-full': (e) =>
    `The disk is full; ${e.path} was not written. What was there is unharmed; free some space and try again.`,
  'backup-unusable': (e, why) =>
    `The backup ${e.file} cannot be used: ${why}. Nothing was restored and the library is unchanged; choose another backup.`,
  'backup-newer': (e) =>
    `The backup ${e.file} was made by a newer Jianbao (format ${e.version}). Update Jianbao and restore it then; the library is unchanged.`,
  'issue-unknown': (e) => `The library has no issue ${e.issueId}.`,
  'issue-trashed': (e) =>
    `The issue ${e.issueId} is in the trash. Restore it from there first; its marks are all kept.`,
  'article-unknown': (e) => `The issue has no article ${e.articleId}.`,
  'annotation-unknown': (e) => `There is no mark ${e.annotationId}.`,
  'annotation-exists': (e) => `The mark ${e.annotationId} exists already.`,
  'annotation-removed': (e) => `The mark ${e.annotationId} was removed. Undo the removal first.`,
  'study-day-unknown': (e) => `The library has no study day ${e.studyDayId}.`,
  'study-day-changed': (e) =>
    `The study day ${e.studyDayId} was changed elsewhere; nothing was saved. Open it again.`,
  'nothing-to-undo': () => 'There is nothing to undo.',
  'nothing-to-redo': () => 'There is nothing to redo.',
  'range-outside-text': (e) =>
    `The range ${e.start}–${e.end} lies outside the text, whose length is ${e.length}.`,
  'quote-not-found': (e) => `“${excerpt(e.quote)}” does not occur in the text.`,
  'quote-ambiguous': (e) =>
    `“${excerpt(e.quote)}” occurs ${e.places.length} times; say which by the text around it or the article:\n` +
    e.places.map((place) => `  ${place.articleId} ${place.start}–${place.end}  ${place.snippet}`).join('\n'),
  'target-unwritable': (e, why) =>
    `${e.file} cannot be written: ${why}. An existing file is unchanged; choose another place.`,
  'folder-unfit': (e) => unfitFolderInEnglish[e.why](e.file),
  'issue-changed': (e) =>
    `The issue ${e.issueId} was changed during the review; nothing was saved. Open the review again.`,
  'no-pdf-reader': (e) =>
    `The system has no program that opens PDF files (${e.said}). The finished file is ${e.file}; print it with any other program.`,
  'font-missing': (e) => `The font file ${e.file} is missing. Install Jianbao again.`,
  internal: (_, why) =>
    `Something went wrong inside Jianbao, and the operation was not completed (${why}). Try again; if that does not help, open Jianbao anew.`,
};

const unfitFolderInEnglish: { readonly [Why in Unfit]: (file: string) => string } = {
  'not-empty': (file) =>
    `${file} holds other files; they were left alone. Choose an empty folder, or another place.`,
  same: (file) => `The library is at ${file} already; there is nothing to move.`,
  foreign: (file) =>
    `${file} holds no library but other files, which were left alone. Open another library, or choose an empty folder.`,
  within: (file) =>
    `Of ${file} and the present library, one lies within the other; nothing was moved. Choose another place.`,
};
