// The words of windows, panes, printing and hearing in Chinese.

/** The words in simplified Chinese. */
export const roomZhCn = {
  issueMenu: '这一期',
  open: '打开',
  openInWindow: '在新窗口打开',
};
