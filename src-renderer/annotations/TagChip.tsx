// A tag as it stands at a mark, with the colour that was given to it.
import type { ReactNode } from 'react';
import { traitOf } from '../../src-core/annotation/tag-traits';
import { useLibrary } from '../state/library';

/** Draws the tag; what can be done with it comes after it. */
export function TagChip({
  tag,
  children,
}: {
  readonly tag: string;
  readonly children?: ReactNode;
}): ReactNode {
  const color = useLibrary((state) => traitOf(state.traits, tag).color);
  return (
    <span className={color === null ? 'tag' : `tag has-color stroke-${color}`}>
      {tag}
      {children}
    </span>
  );
}
