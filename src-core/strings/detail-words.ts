// The details of failures and findings in the user's language. The library and the system say them in English, for logs
// and scripts; who reads a message in a window reads them here in plain words. What is not known stays as it was said.
import type { Language } from '../ipc/contract';

/** Gives a detail in words; `+N` behind it says that there are N more of the kind. */
export function detailWords(detail: string, language: Language): string {
  const more = / \+(\d+)$/u.exec(detail);
  if (more !== null) {
    const first = detailWords(detail.slice(0, more.index), language);
    return language === 'zh-CN' ? `${first}，另有 ${more[1]} 处` : `${first}, and ${more[1]} more`;
  }
  // A step or a file may stand before what is said of it, or the code of the failure before the system's own words.
  const rest = detail.replace(/^(?:[a-z]+(?:-[a-z]+)+|internal): /u, '');
  for (const { pattern, chinese, english } of phrases) {
    const found = pattern.exec(rest);
    if (found === null) continue;
    const say = language === 'zh-CN' ? chinese : english;
    return say === undefined ? rest : say(...found.slice(1).map((part) => part ?? ''));
  }
  return rest;
}

type Phrase = {
  readonly pattern: RegExp;
  readonly chinese: (...parts: readonly string[]) => string;
  /** Where the English needs other words than those that were said. */
  readonly english?: (...parts: readonly string[]) => string;
};

const systemFaults: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  EACCES: ['没有权限', 'no permission'],
  EPERM: ['没有权限', 'no permission'],
  ENOENT: ['找不到文件或文件夹', 'there is no such file or folder'],
  ENOSPC: ['磁盘已满', 'the disk is full'],
  EDQUOT: ['超出了磁盘配额', 'the disk quota is used up'],
  EROFS: ['磁盘只读', 'the disk is read-only'],
  EIO: ['磁盘读写出错', 'the disk failed'],
  EBUSY: ['正被别的程序占用', 'another program is using it'],
  EMFILE: ['打开的文件太多', 'too many files are open'],
  ENFILE: ['打开的文件太多', 'too many files are open'],
  EEXIST: ['已经存在', 'it exists already'],
  ENOTEMPTY: ['文件夹不是空的', 'the folder is not empty'],
  ENOTDIR: ['不是文件夹', 'it is no folder'],
  EISDIR: ['是文件夹，不是文件', 'it is a folder, not a file'],
  ENAMETOOLONG: ['名字太长', 'the name is too long'],
  ENODEV: ['磁盘不在了', 'the disk is gone'],
  ENXIO: ['磁盘不在了', 'the disk is gone'],
  ESTALE: ['网络共享已断开', 'the share is disconnected'],
  ETIMEDOUT: ['没有回应', 'there was no answer'],
};

function systemFault(code: string, language: 0 | 1): string {
  const words = systemFaults[code]?.[language];
  if (words === undefined) return code;
  return language === 0 ? `${words}，${code}` : `${words}, ${code}`;
}

const holders: Readonly<Record<string, readonly [string, string]>> = {
  app: ['剪报', 'Jianbao'],
  cli: ['剪报命令行', 'the command line of Jianbao'],
};

/** Something said with nothing to fill in. */
function plain(said: string, chinese: string, english?: string): Phrase {
  const pattern = new RegExp(`^${said.replace(/[.?()]/gu, '\\$&')}$`, 'u');
  return { pattern, chinese: () => chinese, ...(english === undefined ? {} : { english: () => english }) };
}

const phrases: readonly Phrase[] = [
  {
    pattern: /^(?:[a-z]+: )?(E[A-Z0-9]+)(?:: |$)/u,
    chinese: (code = '') => systemFault(code, 0),
    english: (code = '') => systemFault(code, 1),
  },
  {
    pattern: /^(app|cli), pid (\d+), (.*), \d{4}-[\dT:.-]+Z$/u,
    chinese: (holder = '', pid, host) => `${holders[holder]?.[0] ?? holder}，电脑 ${host}，进程 ${pid}`,
    english: (holder = '', pid, host) => `${holders[holder]?.[1] ?? holder} on ${host}, process ${pid}`,
  },
  plain('unknown', '不知是谁', 'by whom is not known'),
  plain('several processes at once', '几个程序同时在开', 'several programs at once'),
  plain('missing', '文件不见了', 'it is missing'),
  plain('the file is missing', '文件不见了'),
  plain('empty file', '文件是空的', 'the file is empty'),
  plain('no header line', '文件头不见了', 'its header is gone'),
  plain('no header', '文件头不见了', 'its header is gone'),
  plain('header line not readable', '文件头读不出来', 'its header cannot be read'),
  plain('checksum does not agree', '校验和不符', 'its checksum does not agree'),
  plain('a folder', '是文件夹，不是文件', 'it is a folder, not a file'),
  plain('the copy differs', '副本与原来的不一致'),
  plain('the journal is shorter than it was', '日志比原来短了'),
  plain('not in the catalog', '不在目录里', 'it is not in the list'),
  plain('not an issue', '不是一期报纸', 'it is no issue'),
  plain('not a study day', '不是学习日', 'it is no study day'),
  plain('the manifest is not valid', '清单读不出来'),
  plain('the present file cannot be read', '现有的文件读不出来'),
  plain(
    'it holds marks only; restore it into the library they belong to',
    '这是自动备份，只有标记，没有正文；请恢复到原来的资料库里',
  ),
  plain('read anew', '资料库刚刚重新读入', 'the library was just read anew'),
  plain('closed', '资料库已关闭', 'the library is closed'),
  plain('file-missing', '找不到文件', 'a file is missing'),
  plain('disk-full', '磁盘已满', 'the disk is full'),
  plain('rename: the former file is still there', '文件换名不可靠', 'files cannot be replaced safely'),
  plain('rename: both files are there', '文件换名不可靠', 'files cannot be replaced safely'),
  { pattern: /^no answer within (\S+) s$/u, chinese: (seconds) => `${seconds} 秒没有回应` },
  { pattern: /^(\d+) bytes$/u, chinese: (bytes) => `${bytes} 字节` },
  { pattern: /^(\d+) of (\d+) bytes$/u, chinese: (found, whole) => `${whole} 字节中只有 ${found} 字节` },
  { pattern: /^(\d+) of (\d+) marks$/u, chinese: (found, whole) => `${whole} 处标记中只有 ${found} 处` },
  { pattern: /^(\d+) damaged lines$/u, chinese: (lines) => `${lines} 条记录损坏` },
  { pattern: /^torn after (\d+) bytes$/u, chinese: (bytes) => `第 ${bytes} 字节之后没有写完` },
  {
    pattern: /^records (\S+)–(\S+) are gone$/u,
    chinese: (first, last) => `缺少第 ${first} 到 ${last} 条记录`,
  },
  { pattern: /^(\d+)–(\d+|\?)$/u, chinese: (first, last) => `第 ${first} 到 ${last} 条` },
  {
    pattern: /^ends at record (\d+) of (\d+)$/u,
    chinese: (last, next) => `到第 ${last} 条为止，应到 ${next} 条`,
  },
  { pattern: /^belongs to issue (.+)$/u, chinese: (issue) => `属于另一期 ${issue}` },
  { pattern: /^belongs to library (.+)$/u, chinese: (library) => `属于另一个资料库 ${library}` },
  {
    pattern: /^of a newer schema \((\d+)\)$/u,
    chinese: (version) => `由更新版本的剪报写成，格式 ${version}`,
  },
  { pattern: /^taken from the backup of (.+)$/u, chinese: (made) => `取自 ${made} 的自动备份` },
  { pattern: /^holds “(.*)”$/u, chinese: (kind) => `里面是另一种文件 ${kind}` },
  {
    pattern: /^(?:\S+: )?the catalog counts (\d+) marks, there are (\d+)$/u,
    chinese: (counted, found) => `目录记着 ${counted} 处标记，实有 ${found} 处`,
  },
  { pattern: /^mark (\S+): \S+$/u, chinese: (mark) => `标记 ${mark} 与正文对不上` },
  { pattern: /^no backup: /u, chinese: () => '不是剪报的备份', english: () => 'it is no backup' },
  { pattern: /^(\S+) is missing$/u, chinese: (name) => `缺少 ${name}` },
  { pattern: /^(\S+) is not in the manifest$/u, chinese: (name) => `清单里没有 ${name}` },
  { pattern: /^(\S+) is larger than it was$/u, chinese: (name) => `${name} 比原来大` },
  { pattern: /^(\S+): the hash does not agree$/u, chinese: (name) => `${name} 的校验和不符` },
  { pattern: /^((?:issues|study)\/\S+|\S+\.json): .*$/u, chinese: (name) => `${name} 读不出来` },
];
