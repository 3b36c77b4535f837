// From what stands chosen in the dialog to what the main process is asked for.
import type { ExportChoices } from '../../src-core/ipc/export-choices';
import type { KeptExport } from '../../src-core/ipc/kept-export';
import type { TaskInput } from '../../src-core/ipc/contract';
import type { ArticleId, IssueId } from '../../src-core/publication/issue';

/** What is exported: the open issue, others after it, or some of its articles; and what the document is called. */
export type ExportContent = {
  readonly scope: 'issue' | 'several' | 'articles';
  /** Further issues, in the order of their dates. */
  readonly more: readonly IssueId[];
  readonly articles: readonly ArticleId[];
  readonly title: string;
};

export type ExportRequest = TaskInput<'print.run'>;

/** Gives the request; null where nothing is chosen that could be exported. */
export function exportRequest(
  issueId: IssueId,
  kept: KeptExport,
  content: ExportContent,
): ExportRequest | null {
  const { scope, more, articles } = content;
  if (scope === 'articles' && articles.length === 0) return null;
  const title = content.title.trim();
  const { marks, paper } = kept;
  const hasMarks = marks !== 'none';
  const choices: ExportChoices = {
    layout: kept.layout,
    standard: kept.standard,
    ...(hasMarks ? { marks, notes: kept.notes, markedPagesOnly: kept.markedPagesOnly } : {}),
    ...(kept.matter.length === 0
      ? {}
      : { matter: kept.matter.filter((part) => hasMarks || !ofMarks.has(part)) }),
    ...(paper === 'own' ? { paperSize: kept.paperSize } : {}),
    ...(kept.fitPages !== null ? { fitPages: kept.fitPages } : kept.body === null ? {} : { body: kept.body }),
    ...(scope === 'several' && more.length > 0 ? { more: [...more] } : {}),
    ...(scope === 'articles' ? { articles: [...articles] } : {}),
    ...(title === '' ? {} : { title }),
  };
  return {
    issueId,
    direction: kept.direction,
    paper: paper === 'own' ? 'A4' : paper,
    annotations: hasMarks,
    index: hasMarks && kept.index,
    ...choices,
  };
}

/** What has nothing to say without marks. */
const ofMarks: ReadonlySet<string> = new Set(['legend', 'tags', 'authors']);
