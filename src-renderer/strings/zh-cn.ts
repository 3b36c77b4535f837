// The words of the window in Chinese; the other languages have the same keys by type.
import { readerZhCn } from './reader.zh-cn';
import { exportingZhCn } from './exporting.zh-cn';
import { roomZhCn } from './room.zh-cn';
import { deskZhCn } from './desk-zh-cn';
import type { StepLabel } from '../../src-core/annotation/history';
import type { MarkColor, MarkStyle } from '../../src-core/annotation/annotation';
import { importManyZhCn } from './import-review.zh-cn';
import { libraryZhCn } from './library.zh-cn';
import { reviewZhCn } from './review.zh-cn';
import { studyZhCn } from './study.zh-cn';
import { trashZhCn } from './trash.zh-cn';

const colors: Record<MarkColor, string> = {
  gamboge: '藤黄',
  cinnabar: '朱砂',
  rouge: '胭脂',
  malachite: '石绿',
  indigo: '花青',
  ochre: '赭石',
  violet: '黛紫',
  ink: '淡墨',
  custom: '自调',
};

const styles: Record<MarkStyle, string> = {
  highlight: '高亮',
  underline: '直线',
  wavy: '波浪线',
  emphasis: '着重号',
  circle: '圈点',
  strike: '删除线',
  box: '方框',
};

function step(label: StepLabel): string {
  switch (label.kind) {
    case 'mark':
      return `${styles[label.style]} ${label.characters} 字`;
    case 'remove':
      return label.count === 1 ? '删除标记' : `删除 ${label.count} 处标记`;
    case 'restore':
      return label.count === 1 ? '恢复标记' : `恢复 ${label.count} 处标记`;
    case 'note':
      return '批注';
    case 'tags':
      return label.count === 1 ? '标签' : `${label.count} 处标签`;
    case 'color':
      return label.count === 1 ? '改颜色' : `改 ${label.count} 处颜色`;
    case 'style':
      return label.count === 1 ? '改样式' : `改 ${label.count} 处样式`;
    case 'whole-note':
      return label.scope === 'article' ? '全文批注' : '全期批注';
    case 'passages':
      return label.count === 1 ? '改所标文字' : `改 ${label.count} 处所标文字`;
    case 'links':
      return label.count === 1 ? '参见' : `${label.count} 处参见`;
    case 'change':
      return label.count === 1 ? '修改标记' : `修改 ${label.count} 处标记`;
  }
}

function calendarDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(iso);
  if (match === null) return iso;
  return `${Number(match[1])}年${Number(match[2])}月${Number(match[3])}日`;
}

/** The words in simplified Chinese. */
export const zhCn = {
  desk: deskZhCn,
  ...readerZhCn,
  room: roomZhCn,
  appName: '剪报',
  colors,
  styles,
  calendarDate,
  undoStep: (label: StepLabel) => `撤销：${step(label)}`,
  redoStep: (label: StepLabel) => `重做：${step(label)}`,
  close: '关闭',
  cancel: '取消',
  done: '完成',
  retry: '重试',
  dismiss: '知道了',

  shelf: {
    title: '书架',
    issues: '各期报纸',
    contents: '目录',
    importButton: '导入报纸',
    empty: '书架上还没有报纸。',
    loading: '正在打开书架…',
    failed: '书架没有打开',
    articles: (count: number) => `${count} 篇`,
    marks: (count: number) => `${count} 处标记`,
    marked: (count: number) => `${count} 处标记`,
  },

  articleTypes: { article: '稿件', photo: '图片', notice: '通告', label: '栏题' },

  bar: {
    label: '工具',
    openShelf: '显示书架',
    closeShelf: '收起书架',
    openMarks: '显示标记栏',
    closeMarks: '收起标记栏',
    toHorizontal: '改为横排',
    toVertical: '改为竖排',
    undo: '撤销',
    redo: '重做',
    export: '导出 PDF',
    view: '字号与主题',
    size: '字号',
    larger: '放大字号',
    smaller: '缩小字号',
    theme: '主题',
    settings: '设置',
  },

  settings: {
    language: '语言',
    author: '署名',
    authorHint: '写在你的标记和导出的 PDF 里',
    keys: '键盘快捷键',
    about: '关于剪报',
  },

  themes: { paper: '纸色', white: '白色', sepia: '旧纸', dark: '深色', contrast: '高对比' },

  reader: {
    label: '报纸版面',
    nothingOpen: '从书架上取一期来读。',
    loading: '正在铺开报纸…',
    failed: '这一期没有打开',
    fontsFailed: '字体没有载入，请重新启动剪报。',
    noText: '这一期里没有文字。',
    announceSelection: (characters: number, text: string) => `已选 ${characters} 字：${text}`,
    announceMarkEnd: '标记结束',
    heardMark: (quote: string, words: string) => `「${quote}」${words}`,
    heardNote: (title: string, note: string) => `${title}：${note}`,
    heardMarksRule: '；',
    announceDone: (label: StepLabel) => `完成：${step(label)}`,
    announceUndone: (label: StepLabel) => `已撤销：${step(label)}`,
    announceRedone: (label: StepLabel) => `已重做：${step(label)}`,
    announceMark: (look: string, note: string) =>
      note === '' ? `标记，${look}` : `标记，${look}，批注：${note}`,
  },

  selectionBar: {
    label: '标记所选文字',
    join: '加入当前标记',
    note: '批注',
    tags: '标签',
    copy: '拷贝',
  },

  card: {
    label: '标记',
    color: '颜色',
    style: '样式',
    note: '批注',
    notePlaceholder: '写下你的想法',
    addTag: '添加标签',
    removeTag: (tag: string) => `去掉标签 ${tag}`,
    tagRefused: '标签不能为空，也不能超过 100 个字。',
    suggestions: '已有的标签',
    delete: '删除标记',
    saved: '已保存',
    saving: '正在保存…',
    unsaved: '未保存',
    waiting: '等待保存',
    overlap: (position: number, count: number) => `此处有 ${count} 个标记，这是第 ${position} 个`,
    next: '下一个标记',
  },

  marks: {
    title: '标记',
    count: (count: number) => `${count} 处`,
    countOf: (shown: number, count: number) => `${shown} / ${count} 处`,
    empty: '选中文字，按 1 至 9 标记。',
    noneFit: '没有符合条件的标记。',
    clearFilter: '清除条件',
    search: '查找标记',
    filterColor: '按颜色',
    filterStyle: '按样式',
    allStyles: '所有样式',
    filterTag: '按标签',
    allColors: '所有颜色',
    allTags: '所有标签',
    noTags: '还没有标签',
    list: '标记列表',
    orphans: (count: number) => `${count} 处标记的原文已不在本期`,
    noAuthor: '未署名',
  },

  refused: {
    title: (count: number) => `${count} 处改动没有保存`,
    kept: '改动还在窗口里，没有丢失。',
    keptUntil: '改动还在窗口里，没有丢失；一能保存就自动保存。',
    retry: '重新保存',
    discard: '放弃这些改动',
  },

  notices: {
    label: '通知',
    copied: (characters: number) => `已拷贝 ${characters} 字`,
    exported: (file: string, pages: number) => `已导出 ${file}，共 ${pages} 页`,
    reveal: '在文件夹中显示',
  },

  importing: {
    title: '导入报纸',
    running: (done: number, total: number) =>
      `正在导入第 ${Math.min(done + 1, total)} 个文件，共 ${total} 个`,
    cancelling: '正在取消…',
    finished: (good: number, total: number) => `导入了 ${good} 个文件，共 ${total} 个`,
    failures: '没有导入的文件',
  },

  importMany: importManyZhCn,
  library: libraryZhCn,
  trash: trashZhCn,
  review: reviewZhCn,
  study: studyZhCn,

  exporting: exportingZhCn,

  keys: {
    title: '键盘快捷键',
    page: '在版面上',
    scroll: '移动版面',
    scrollKeys: '方向键 · Page Up / Down · Home / End · 空格',
    select: '选择文字',
    selectKeys: 'Shift + 方向键',
    caret: {
      word: '光标按词走（加 Shift 选择，横排为 → ←）',
      sentence: '光标按句走',
      paragraph: '光标按段走（横排为 ↓ ↑）',
    },
  },

  about: {
    title: '关于剪报',
    version: (version: string) => `版本 ${version}`,
    library: (path: string) => `资料库：${path}`,
    line: '读竖排的报纸，做自己的标记，把成果带走。',
    fonts: '内置字体为思源宋体、思源黑体与霞鹜文楷，按 SIL 开放字体许可证使用。',
  },
};

type Words<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parameters: infer P) => string
      ? (...parameters: P) => string
      : Words<T[K]>;
};

/** What every language has to say. */
export type Strings = Words<typeof zhCn>;
