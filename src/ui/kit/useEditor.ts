import { createContext, useContext, useRef, useSyncExternalStore } from "react";
import { shallow } from "zustand/shallow";
import type { Editor } from "../../editor/createEditor";
import type { EditorState } from "../../editor/editorState";

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
export function useEditorState<T>(
  selector: (state: EditorState) => T,
  equal: (left: T, right: T) => boolean = shallow,
): T {
  const { store } = useEditor();
  const last = useRef<{ readonly value: T } | null>(null);
  const read = () => {
    const value = selector(store.getState());
    // The same object must come back while nothing changed, or React would render without end.
    if (last.current === null || !equal(last.current.value, value)) last.current = { value };
    return last.current.value;
  };
  return useSyncExternalStore(store.subscribe, read, read);
}
