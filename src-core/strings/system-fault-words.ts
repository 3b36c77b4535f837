// What the operating system answered, in the user's language, with its own code, by which help is found.
import type { Language } from '../ipc/contract';

const faults: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  EACCES: ['没有权限', 'no permission'],
  EPERM: ['没有权限', 'no permission'],
  ENOENT: ['找不到文件或文件夹', 'there is no such file or folder'],
  ENOSPC: ['磁盘已满', 'the disk is full'],
  EDQUOT: ['超出了磁盘配额', 'the disk quota is used up'],
  EFBIG: ['文件太大，磁盘放不下', 'the file is too large for the disk'],
  EROFS: ['磁盘只读', 'the disk is read-only'],
  EIO: ['磁盘读写出错', 'the disk failed'],
  EBUSY: ['正被别的程序占用', 'another program is using it'],
  ETXTBSY: ['正被别的程序占用', 'another program is using it'],
  EMFILE: ['打开的文件太多', 'too many files are open'],
  ENFILE: ['打开的文件太多', 'too many files are open'],
  ENOMEM: ['内存不够', 'there is not enough memory'],
  EEXIST: ['已经存在', 'it exists already'],
  ENOTEMPTY: ['文件夹不是空的', 'the folder is not empty'],
  ENOTDIR: ['不是文件夹', 'it is no folder'],
  EISDIR: ['是文件夹，不是文件', 'it is a folder, not a file'],
  ENAMETOOLONG: ['名字太长', 'the name is too long'],
  EINVAL: ['磁盘不支持这样读写', 'the disk does not support this'],
  ENOSYS: ['磁盘不支持这样读写', 'the disk does not support this'],
  ENOTSUP: ['磁盘不支持这样读写', 'the disk does not support this'],
  EOPNOTSUPP: ['磁盘不支持这样读写', 'the disk does not support this'],
  ELOOP: ['链接绕成了圈', 'its links go round in a circle'],
  EXDEV: ['不在同一个磁盘上', 'it is on another disk'],
  ENODEV: ['磁盘不在了', 'the disk is gone'],
  ENXIO: ['磁盘不在了', 'the disk is gone'],
  ESTALE: ['网络共享已断开', 'the share is disconnected'],
  ECONNRESET: ['网络共享已断开', 'the share is disconnected'],
  ENOTCONN: ['网络共享已断开', 'the share is disconnected'],
  EHOSTDOWN: ['网络共享已断开', 'the share is disconnected'],
  EHOSTUNREACH: ['网络共享已断开', 'the share is disconnected'],
  ETIMEDOUT: ['没有回应', 'there was no answer'],
};

/** Gives a system's error number in words; one that is not known as a refusal with its code. */
export function systemFaultWords(errno: string, language: Language): string {
  const [chinese, english] = faults[errno] ?? ['系统没有答应', 'the system refused'];
  return language === 'zh-CN' ? `${chinese}，${errno}` : `${english}, ${errno}`;
}
