// What can be chosen of an exported PDF beyond direction and paper, in the window and on the command line alike.
import { z } from 'zod';
import { articleIdSchema, issueIdSchema } from '../publication/issue';

/**
 * Where notes are printed: over the page 眉批 (beside it in 横排), in the white between its tiers or columns next to their
 * passages 旁批, at the end, or not at all.
 */
export const exportNotesSchema = z.enum(['head', 'side', 'end', 'none']);
export type ExportNotes = z.infer<typeof exportNotesSchema>;

/** Whether marks are real annotations, which other programs list and edit, painted into the page, or both. */
export const exportMarksSchema = z.enum(['live', 'painted', 'both']);
export type ExportMarks = z.infer<typeof exportMarksSchema>;

/**
 * Whether each printed page stands on a sheet as the window shows it 版面, articles follow each other in the columns of the
 * sheets, or each begins a sheet of its own 文章.
 */
export const exportLayoutSchema = z.enum(['newspaper', 'page', 'article']);
export type ExportLayout = z.infer<typeof exportLayoutSchema>;

/**
 * What stands before and after the issues: title page 书名页, contents 目录 and legend of colours 图例 before them; index
 * by tag 标签索引, by author 标记人索引, and sources 文献 (GB/T 7714) after them. The list of marks is the `index`.
 */
export const exportMatterSchema = z.enum(['title', 'contents', 'legend', 'tags', 'authors', 'sources']);
export type ExportMatter = z.infer<typeof exportMatterSchema>;

/** Plain PDF 1.7, or PDF/A-1b (ISO 19005-1) for archives: opaque, with all it needs in the file. */
export const exportStandardSchema = z.enum(['pdf', 'pdfa-1b']);
export type ExportStandard = z.infer<typeof exportStandardSchema>;

/** A sheet of the user's own, in millimetres. */
export const paperSizeSchema = z.strictObject({
  width: z.number().min(90).max(1200),
  height: z.number().min(90).max(1200),
});
export type PaperSize = z.infer<typeof paperSizeSchema>;

/** How many sheets the issues are to fill. */
export const fitPagesSchema = z.int().min(1).max(500);

/** The size of body type in points. */
export const bodySizeSchema = z.number().min(7).max(24);

/** What is chosen; left out, it is as the plain export has it. */
export const exportChoicesShape = {
  /** None by default. */
  notes: exportNotesSchema.optional(),
  /** Live by default. */
  marks: exportMarksSchema.optional(),
  /** Leaves out sheets without marks. */
  markedPagesOnly: z.boolean().optional(),
  /** The articles to export; all by default. */
  articles: z.array(articleIdSchema).min(1).max(2000).optional(),
  /** Further issues, each from a new sheet. */
  more: z.array(issueIdSchema).max(400).optional(),
  /** One after the other in columns by default. */
  layout: exportLayoutSchema.optional(),
  /** None by default; the order given does not matter. */
  matter: z.array(exportMatterSchema).max(6).optional(),
  /** Names the document, on its title page too; by default what it holds does. */
  title: z.string().max(200).optional(),
  /** Takes the place of `paper`. */
  paperSize: paperSizeSchema.optional(),
  /** Sets the issues so small or so large that they fill about so many sheets, and never more where type can be read. */
  fitPages: fitPagesSchema.optional(),
  /** The paper's own size by default; `fitPages` takes its place. */
  body: bodySizeSchema.optional(),
  /** Plain by default. */
  standard: exportStandardSchema.optional(),
} as const;

export type ExportChoices = z.infer<z.ZodObject<typeof exportChoicesShape>>;
