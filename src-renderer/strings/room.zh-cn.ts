// The words of windows, panes, printing and hearing in Chinese.

/** The words in simplified Chinese. */
export const roomZhCn = {
  issueMenu: '这一期',
  open: '打开',
  openInWindow: '在新窗口打开',

  secondPane: { vertical: '对照的竖排', horizontal: '对照的横排' },
  parallel: '竖横对照',

  miniature: '版面缩略图',
  seenPart: (across: number, down: number) => `看到的部分在横向 ${across}%、纵向 ${down}% 处`,

  readAloud: '朗读',
  stopReading: '停止朗读',

  print: {
    title: '打印',
    where: '排好后在系统的 PDF 阅读器里打开，在那里选打印机和份数。',
    button: '打印',
    opened: (pages: number) => `共 ${pages} 页，已在系统的 PDF 阅读器里打开。请在那里打印。`,
  },
};
