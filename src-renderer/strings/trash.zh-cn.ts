// The words of the trash for issues in Chinese.

/** The words in simplified Chinese. */
export const trashZhCn = {
  title: '废纸篓',
  open: (count: number) => `废纸篓里有 ${count} 期`,
  move: '移到废纸篓',
  moved: (title: string, marks: number) =>
    marks === 0 ? `「${title}」已移到废纸篓。` : `「${title}」已移到废纸篓，连同 ${marks} 处标记。`,
  undo: '撤销',
  inTrash: (title: string) => `「${title}」在废纸篓里，它的标记都在。`,
  left: (title: string) => `「${title}」已在另一个窗口移到废纸篓，它的标记都在。`,
  restoreAndOpen: '恢复并打开',
  empty: '废纸篓是空的。',
  hint: '这里的各期连同标记都留在资料库和备份里，不会自动清掉；恢复后和原来一样。',
  list: '废纸篓里的各期',
  marks: (count: number) => (count === 0 ? '没有标记' : `${count} 处标记`),
  restore: '恢复',
  restoreNamed: (title: string) => `恢复 ${title}`,
  restoreAll: (count: number) => `全部恢复（${count} 期）`,
  /** @param iso an instant; it is told by the clock on the wall */
  putThere: (iso: string, who: string) =>
    [
      `${new Date(iso).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' })}移入`,
      ...(who === '' ? [] : [who]),
    ].join(' · '),
  titleInTrash: (title: string) => `${title}（在废纸篓里）`,
};
