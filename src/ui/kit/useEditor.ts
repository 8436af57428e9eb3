import { createContext, useContext } from "react";
import type { Editor } from "../../editor/session/createEditor";
import type { EditorState } from "../../editor/session/editorState";
import { useStorePart } from "./useStorePart";

export const EditorContext = createContext<Editor | null>(null);

/** The editor of the document on the screen. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error("There is no editor around this component.");
  return editor;
}

/**
 * A part of the editor's state. The component renders again only when that part changes: by `equal`, which looks one level deep
 * unless another is given, so a selector may build a small object or list. Select ids for lists, and one's own item in a row.
 */
export function useEditorState<T>(selector: (state: EditorState) => T, equal?: (left: T, right: T) => boolean): T {
  const { store } = useEditor();
  return useStorePart(store, selector, equal);
}
