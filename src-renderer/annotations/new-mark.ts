// Marks as they are when they are new: by this user, now, without note or tags.
import type {
  Annotation,
  AnnotationId,
  MarkColor,
  MarkScope,
  MarkStyle,
  Target,
} from '../../src-core/annotation/annotation';
import type { ArticleId, IssueId } from '../../src-core/publication/issue';
import { useSettings } from '../state/settings';

/** A mark of a style starts in this colour: lines, dots and circles are vermilion, as a teacher's 朱批. */
const lineColor: MarkColor = 'cinnabar';
const fillColor: MarkColor = 'gamboge';

/** Makes a new mark; without a colour it has that of its style. */
export function newMark(given: {
  readonly issueId: IssueId;
  readonly articleId: ArticleId;
  readonly target: Target;
  readonly style: MarkStyle;
  readonly color?: MarkColor | undefined;
  readonly scope?: MarkScope;
}): Annotation {
  const { issueId, articleId, target, style, color, scope } = given;
  const now = new Date().toISOString();
  return {
    annotationId: newAnnotationId(),
    issueId,
    articleId,
    target,
    ...(scope === undefined ? {} : { scope }),
    style,
    color: color ?? (style === 'highlight' || style === 'box' ? fillColor : lineColor),
    tags: [],
    note: '',
    author: useSettings.getState().settings.author,
    created: now,
    modified: now,
  };
}

/** The id is new by chance alone: 122 random bits. */
export function newAnnotationId(): AnnotationId {
  return crypto.randomUUID() as AnnotationId;
}
