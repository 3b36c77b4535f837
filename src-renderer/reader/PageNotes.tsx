// The notes that show with the text, at the place which the user chose for them.
import type { ComponentProps, ReactNode } from 'react';
import { HeadNotes } from './HeadNotes';
import type { NotePlace } from './note-room';
import { SideNotes } from './SideNotes';

type PageNotesProps = ComponentProps<typeof SideNotes> & { readonly place: NotePlace };

/** Paints the notes within a stretch of the strip. */
export function PageNotes({ place, ...notes }: PageNotesProps): ReactNode {
  return (
    <div className="head-notes" aria-hidden="true">
      {place === 'between' ? <SideNotes {...notes} /> : <HeadNotes place={place} {...notes} />}
    </div>
  );
}
