// The words of imports of many pages, and of the review of what was recognised, in Chinese.

export const importManyZhCn = {
  searching: '正在查找文件…',
  cancelled: '已取消。',
  others: (count: number) => `，另有 ${count} 个文件不是 .txt，没有读取`,
  known: (count: number) => `资料库里已有的版面（${count}）`,
  isKnown: '与这一期是同一个文件：',
  alike: (count: number) => `已导入，但内容相近（${count}）`,
  isAlike: '文字与这一期大半相同：',
  storeKnown: '仍要导入',
  more: (count: number) => `还有 ${count} 个`,
  dropHere: '放在这里，导入文件或文件夹',
};
