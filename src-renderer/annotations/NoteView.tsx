// A note as one reads it. It is drawn from its tree, element by element, so that nothing in a note can be anything but
// words; an address is shown, and opens nothing.
import type { ReactNode } from 'react';
import { readNote, type NoteBlock, type NoteInline } from '../../src-core/annotation/note-markdown';

/** Draws the note. */
export function NoteView({ note }: { readonly note: string }): ReactNode {
  return <div className="note-view">{readNote(note).map(drawBlock)}</div>;
}

function drawBlock(block: NoteBlock, at: number): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p key={at}>{block.children.map(drawInline)}</p>;
    case 'heading':
      // Headings of a note are none of the window's.
      return (
        <p key={at} className="note-heading">
          {block.children.map(drawInline)}
        </p>
      );
    case 'quote':
      return <blockquote key={at}>{block.blocks.map(drawBlock)}</blockquote>;
    case 'list': {
      const entries = block.entries.map((entry, number) => <li key={number}>{entry.map(drawInline)}</li>);
      return block.isOrdered ? <ol key={at}>{entries}</ol> : <ul key={at}>{entries}</ul>;
    }
    case 'code':
      return <pre key={at}>{block.text}</pre>;
    case 'rule':
      return <hr key={at} />;
  }
}

function drawInline(piece: NoteInline, at: number): ReactNode {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return <code key={at}>{piece.text}</code>;
    case 'tag':
      return (
        <span key={at} className="tag">
          {piece.text}
        </span>
      );
    case 'strong':
      return <strong key={at}>{piece.children.map(drawInline)}</strong>;
    case 'emphasis':
      return <em key={at}>{piece.children.map(drawInline)}</em>;
    case 'deleted':
      return <del key={at}>{piece.children.map(drawInline)}</del>;
    case 'link':
      return (
        <span key={at} className="note-link" title={piece.address}>
          {piece.children.map(drawInline)}
        </span>
      );
  }
}
