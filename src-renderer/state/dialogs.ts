// Which dialog stands open.
import { create } from 'zustand';

export type DialogName =
  | 'export'
  | 'import'
  | 'keys'
  | 'about'
  | 'tags'
  | 'palette'
  | 'library'
  | 'trash'
  | 'handout'
  | 'add-to-study';

type DialogsState = { readonly open: DialogName | null };

export const useDialogs = create<DialogsState>(() => ({ open: null }));

/** Opens a dialog in the place of any other. */
export function openDialog(name: DialogName): void {
  useDialogs.setState({ open: name });
}

/** Closes the dialog. */
export function closeDialog(): void {
  useDialogs.setState({ open: null });
}
