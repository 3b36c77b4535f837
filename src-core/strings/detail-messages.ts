// What lies behind a failure, a notice or a problem, in the user's language: a few words that stand within a sentence.
import type { Language } from '../ipc/contract';
import type { Detail, NotValid } from '../ipc/detail';
import { counted } from './counted';
import { systemFaultWords } from './system-fault-words';

type Words = { readonly [Code in Detail['code']]: (detail: Extract<Detail, { code: Code }>) => string };

/**
 * Gives a detail in words.
 * @param named the file or folder that the sentence names: another one that the system speaks of is named as well
 */
export function detailMessage(detail: Detail, language: Language, named: string): string {
  const table: Words = language === 'zh-CN' ? chinese : english;
  const words = (table[detail.code] as (detail: Detail) => string)(detail);
  if ((detail.code !== 'system' && detail.code !== 'unreadable') || detail.path === null) return words;
  if (isAbout(named, detail.path)) return words;
  return language === 'zh-CN' ? `${words}，${detail.path}` : `${words}, ${detail.path}`;
}

/** Whether a path is that of what is named, of something within it, or of a file beside it that was to replace it. */
function isAbout(named: string, path: string): boolean {
  const folder = named.replace(/[/\\][^/\\]*$/u, '');
  return path === named || (path.startsWith(folder) && /^[/\\]/u.test(path.slice(folder.length)));
}

type Entry = Extract<Detail, { code: 'entry' }>;

const chinese: Words = {
  system: ({ errno }) => systemFaultWords(errno, 'zh-CN'),
  unreadable: ({ errno }) => systemFaultWords(errno, 'zh-CN'),
  'file-gone': ({ file }) => `找不到 ${file}`,
  failure: ({ failure }) => `没有做成，代码 ${failure}`,
  defect: ({ said }) => `剪报内部出错：${said}`,

  missing: () => '文件不见了',
  empty: () => '文件是空的',
  'a-folder': () => '是文件夹，不是文件',
  'header-missing': () => '文件头不见了',
  'header-unreadable': () => '文件头读不出来',
  'other-kind': ({ kind }) => `里面是另一种文件 ${kind}`,
  'other-length': ({ bytes, written }) => `应有 ${written} 字节，实有 ${bytes} 字节`,
  checksum: () => '校验和不符',
  'not-valid': ({ at, fault, names }) =>
    [at === '' ? '' : `${at} `, invalid[fault], names.length === 0 ? '' : `：${names.join('、')}`].join(''),
  'of-other-issue': ({ issueId }) => `属于另一期 ${issueId}`,
  'of-other-study-day': ({ studyDayId }) => `属于另一个学习日 ${studyDayId}`,
  'of-other-library': ({ libraryId }) => `属于另一个资料库 ${libraryId}`,
  'journal-header-missing': () => '文件头不见了',
  'lines-damaged': ({ lines }) => `${lines} 条记录损坏`,
  'ends-early': ({ last, next }) => `到第 ${last} 条为止，应到第 ${next} 条`,
  'newer-schema': ({ version }) => `由更新版本的剪报写成，格式 ${version}`,
  'newer-library': ({ version }) => `由更新版本的剪报写成，格式 ${version}`,
  salvaged: ({ made }) => `取自 ${made} 的自动备份`,
  torn: ({ wholeBytes }) => `第 ${wholeBytes} 字节之后没有写完`,
  'records-gone': ({ first, last }) =>
    last === null ? `缺少第 ${first} 条起的记录` : `缺少第 ${first} 到 ${last} 条记录`,
  'journal-shorter': () => '日志比原来短了',
  'not-in-catalog': () => '不在目录里',
  'names-unknown': ({ issueId }) => `其中的 ${issueId} 不在目录里`,
  'no-issue': () => '不是一期报纸',
  'no-study-day': () => '不是学习日',
  'counts-differ': ({ issueId, counted: listed, found }) =>
    `${issueId} 在目录里记着 ${listed} 处标记，实有 ${found} 处`,
  'mark-adrift': ({ annotationId }) => `标记 ${annotationId} 与正文对不上`,

  'held-by': ({ holder, host, pid }) =>
    `${holder === 'app' ? '剪报' : '剪报命令行'}，电脑 ${host}，进程 ${pid}`,
  'held-by-unknown': () => '不知是谁',
  'held-by-several': () => '几个程序同时在开',
  'library-gone': () => '资料库不在那里了',
  closed: () => '资料库已关闭',
  'read-anew': () => '资料库刚刚重新读入，请再做一次',
  'lock-gone': () => '资料库的锁不见了',

  'no-backup': () => '不是剪报的备份',
  'manifest-unreadable': () => '清单读不出来',
  'marks-only': () => '这是自动备份，只有标记，没有正文，只能恢复到原来的资料库里',
  entry: ({ name, fault }) => entryInChinese[fault](name),

  'copy-differs': () => '副本与原来的不一致',
  'marks-missing': ({ found, whole }) => `${whole} 处标记中只有 ${found} 处`,
  'present-unreadable': () => '现有的文件读不出来',
  'no-regular-file': () => '是管道或设备，不是文件',
  'disk-kind': ({ kind }) => kind,
  'replacing-unsafe': ({ errno }) => (errno === null ? '文件换名不可靠' : `文件换名不可靠，${errno}`),
  'syncing-unsafe': ({ errno }) => `写入的文件不一定落盘，${errno}`,
  'no-answer': ({ seconds }) => `${seconds} 秒没有回应`,

  'no-json': () => '不是 JSON',
  'no-channel': ({ name }) => `没有 ${name}`,
  'no-picture': () => '不是图片',
  'not-the-checksum': () => '与原文件的校验和不符',
  'is-in-library': ({ issueId }) => `资料库里已有 ${issueId}`,
  'passages-overlap': ({ start, end }) => `从 ${start} 开始，而前一段到 ${end} 为止；各段要先后分开`,
  'passages-unfit': ({ count }) => `${count} 段文字合不成一处标记；各段要先后分开`,
  'correction-unfit': () => '这一处修改与版面对不上',
  'no-text': () => '没有可以附批注的正文',
  'quote-needed': () => '要有引文，或起止位置',
  'article-needed': () => '起止位置要指明是哪一篇',
  'tag-unfit': ({ tag }) => `「${tag}」不能作标签`,
  'one-of': ({ names }) => `可用的有 ${names.join('、')}`,
  'several-days': ({ given, studyDayIds }) =>
    `${given} 有 ${studyDayIds.length} 个学习日，请写明是哪一个：${studyDayIds.join('、')}`,
};

const invalid: Readonly<Record<NotValid['fault'], string>> = {
  invalid_type: '缺少，或类型不对',
  invalid_value: '不是可用的值',
  invalid_format: '写法不对',
  too_small: '太小或太短',
  too_big: '太大或太长',
  unrecognized_keys: '有不认识的项',
  other: '不合要求',
};

const entryInChinese: Readonly<Record<Entry['fault'], (name: string) => string>> = {
  missing: (name) => `缺少 ${name}`,
  'not-listed': (name) => `清单里没有 ${name}`,
  'too-large': (name) => `${name} 比原来大`,
  unreadable: (name) => `${name} 读不出来`,
  checksum: (name) => `${name} 的校验和不符`,
};

const english: Words = {
  system: ({ errno }) => systemFaultWords(errno, 'en'),
  unreadable: ({ errno }) => systemFaultWords(errno, 'en'),
  'file-gone': ({ file }) => `there is no ${file}`,
  failure: ({ failure }) => `it did not succeed, code ${failure}`,
  defect: ({ said }) => `something went wrong inside Jianbao: ${said}`,

  missing: () => 'it is missing',
  empty: () => 'it is empty',
  'a-folder': () => 'it is a folder, not a file',
  'header-missing': () => 'its header is gone',
  'header-unreadable': () => 'its header cannot be read',
  'other-kind': ({ kind }) => `it holds another kind of file, “${kind}”`,
  'other-length': ({ bytes, written }) => `it has ${counted(bytes, 'byte')} instead of ${written}`,
  checksum: () => 'its checksum does not agree',
  'not-valid': ({ at, said }) => (at === '' ? said : `${at}: ${said}`),
  'of-other-issue': ({ issueId }) => `it belongs to the issue ${issueId}`,
  'of-other-study-day': ({ studyDayId }) => `it belongs to the study day ${studyDayId}`,
  'of-other-library': ({ libraryId }) => `it belongs to the library ${libraryId}`,
  'journal-header-missing': () => 'its header is gone',
  'lines-damaged': ({ lines }) => `${counted(lines, 'record')} ${lines === 1 ? 'is' : 'are'} damaged`,
  'ends-early': ({ last, next }) => `it ends at record ${last} of ${next}`,
  'newer-schema': ({ version }) => `it was written by a newer Jianbao, format ${version}`,
  'newer-library': ({ version }) => `it was written by a newer Jianbao, format ${version}`,
  salvaged: ({ made }) => `it was taken from the automatic backup of ${made}`,
  torn: ({ wholeBytes }) => `it breaks off after ${counted(wholeBytes, 'byte')}`,
  'records-gone': ({ first, last }) =>
    last === null ? `records from ${first} on are gone` : `records ${first} to ${last} are gone`,
  'journal-shorter': () => 'the journal is shorter than it was',
  'not-in-catalog': () => 'it is not in the list of issues',
  'names-unknown': ({ issueId }) => `it names ${issueId}, which is not in the list of issues`,
  'no-issue': () => 'it is no issue',
  'no-study-day': () => 'it is no study day',
  'counts-differ': ({ issueId, counted: listed, found }) =>
    `the list counts ${counted(listed, 'mark')} in ${issueId}, and there ${found === 1 ? 'is' : 'are'} ${found}`,
  'mark-adrift': ({ annotationId }) => `the mark ${annotationId} does not fit the text`,

  'held-by': ({ holder, host, pid }) =>
    `${holder === 'app' ? 'Jianbao' : 'the command line of Jianbao'} on ${host}, process ${pid}`,
  'held-by-unknown': () => 'by whom is not known',
  'held-by-several': () => 'several programs at once',
  'library-gone': () => 'the library is not there any more',
  closed: () => 'the library is closed',
  'read-anew': () => 'the library was just read anew, do it again',
  'lock-gone': () => 'the lock of the library was gone',

  'no-backup': () => 'it is no backup of Jianbao',
  'manifest-unreadable': () => 'its manifest cannot be read',
  'marks-only': () =>
    'it is an automatic backup, which holds marks and no text and can only be restored into the library they belong to',
  entry: ({ name, fault }) => entryInEnglish[fault](name),

  'copy-differs': () => 'the copy differs',
  'marks-missing': ({ found, whole }) => `it has ${counted(found, 'mark')} of ${whole}`,
  'present-unreadable': () => 'the present file cannot be read',
  'no-regular-file': () => 'it is a pipe or device, not a file',
  'disk-kind': ({ kind }) => kind,
  'replacing-unsafe': ({ errno }) =>
    errno === null ? 'files cannot be replaced safely' : `files cannot be replaced safely, ${errno}`,
  'syncing-unsafe': ({ errno }) => `what is written may not reach the disk, ${errno}`,
  'no-answer': ({ seconds }) => `no answer within ${seconds} s`,

  'no-json': ({ said }) => said,
  'no-channel': ({ name }) => `there is no ${name}`,
  'no-picture': () => 'it is no picture',
  'not-the-checksum': () => 'it is not the checksum of the source file',
  'is-in-library': ({ issueId }) => `the library has ${issueId} already`,
  'passages-overlap': ({ start, end }) =>
    `a passage begins at ${start}, and the one before ends at ${end}; they must stand in order and apart`,
  'passages-unfit': ({ count }) =>
    `${count} passages do not make one mark; they must stand in order and apart`,
  'correction-unfit': () => 'the correction does not fit the page',
  'no-text': () => 'there is no text to show the note at',
  'quote-needed': () => 'a quote, or start and end, is needed',
  'article-needed': () => 'offsets need the article they count in',
  'tag-unfit': ({ tag }) => `“${tag}” cannot be a tag`,
  'one-of': ({ names }) => `it can be ${names.join(' | ')}`,
  'several-days': ({ given, studyDayIds }) =>
    `${given} has ${studyDayIds.length} study days; say which: ${studyDayIds.join(' | ')}`,
};

const entryInEnglish: Readonly<Record<Entry['fault'], (name: string) => string>> = {
  missing: (name) => `${name} is missing`,
  'not-listed': (name) => `${name} is not in the manifest`,
  'too-large': (name) => `${name} is larger than it was`,
  unreadable: (name) => `${name} cannot be read`,
  checksum: (name) => `the checksum of ${name} does not agree`,
};
