// What the commands about the whole library answer to people, in their language.
import type { Language } from '../../src-core/ipc/contract';
import { counted } from '../../src-core/strings/counted';

type Counts = {
  readonly issues: number;
  readonly annotations: number;
  /** How many of the issues lie in the trash. */
  readonly trashed?: number;
};

type RestoreCounts = {
  readonly issuesAdded: number;
  readonly issuesRestored: number;
  readonly marksAdded: number;
  readonly marksRestored: number;
  readonly marksChanged: number;
  readonly marksOnlyHere: number;
  readonly issuesOnlyHere: number;
  readonly issuesMended: number;
  readonly studyDaysAdded: number;
  readonly studyDaysChanged: number;
  readonly tagsChanged: number;
};

/** What a library or a backup holds, behind its path. */
export function countWords(
  language: Language,
  path: string,
  { issues, annotations, trashed = 0 }: Counts,
): string {
  const isChinese = language === 'zh-CN';
  const there = isChinese ? `（其中废纸篓里 ${trashed} 期）` : ` (${trashed} of them in the trash)`;
  const inTrash = trashed === 0 ? '' : there;
  return isChinese
    ? `${path}：${issues} 期${inTrash}，${annotations} 处标记`
    : `${path}: ${counted(issues, 'issue')}${inTrash}, ${counted(annotations, 'annotation')}`;
}

/** What is said of a backup in which issues are as damaged as they are in the library, or left out. */
export function damagedWords(language: Language, damaged: number): string {
  return language === 'zh-CN'
    ? `其中 ${damaged} 期在资料库里就有损坏，能存的照样存下；请从以前的备份恢复它们。`
    : `Damage in the library: ${counted(damaged, 'issue')}, kept as far as that could be; restore from an earlier backup.`;
}

/** What a check has found, without the problems themselves. */
export function checkWords(language: Language, path: string, counts: Counts, problems: number): string {
  const held = countWords(language, path, counts);
  if (language === 'zh-CN') return problems === 0 ? `${held}，完好` : `${held}，${problems} 个问题`;
  return problems === 0 ? `${held}, whole` : `${held}, ${counted(problems, 'problem')}`;
}

/** What a backup has brought into a library. */
export function restoreWords(language: Language, counts: RestoreCounts): string {
  return (
    language === 'zh-CN'
      ? [
          `新增 ${counts.issuesAdded} 期，修好 ${counts.issuesMended} 期`,
          ...(counts.issuesRestored === 0 ? [] : [`从废纸篓恢复 ${counts.issuesRestored} 期`]),
          `标记：新增 ${counts.marksAdded} 处，找回 ${counts.marksRestored} 处，改动 ${counts.marksChanged} 处`,
          `只在这里的 ${counts.issuesOnlyHere} 期、${counts.marksOnlyHere} 处标记仍保留`,
          `学习日：新增 ${counts.studyDaysAdded} 个，改动 ${counts.studyDaysChanged} 个`,
          `标签的别名和颜色：改动 ${counts.tagsChanged} 个`,
        ]
      : [
          `${counted(counts.issuesAdded, 'issue')} added, ${counts.issuesMended} mended`,
          ...(counts.issuesRestored === 0
            ? []
            : [`${counted(counts.issuesRestored, 'issue')} restored from the trash`]),
          `marks: ${counts.marksAdded} added, ${counts.marksRestored} restored, ${counts.marksChanged} changed`,
          `${counted(counts.issuesOnlyHere, 'issue')} and ${counted(counts.marksOnlyHere, 'mark')} only here, kept`,
          `study days: ${counts.studyDaysAdded} added, ${counts.studyDaysChanged} changed`,
          `aliases and colors of tags: ${counts.tagsChanged} changed`,
        ]
  ).join('\n');
}
