import { createContext } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { ExecutionsState } from "../../editor/runs/executions/createExecutions";
import type { Editor } from "../../editor/session/createEditor";
import type { EditorState } from "../../editor/session/editorState";
import type { Workspace } from "../../editor/workspace";
import { useRequired } from "./useRequired";

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The running editor of the document on the screen, with all that belongs to it. */
export const useWorkspace = () => useRequired(WorkspaceContext, "workspace");

/** The editor of the document on the screen. */
export function useEditor(): Editor {
  return useWorkspace().editor;
}

/**
 * A part of the editor's state. The component renders again only when that part changes, one level deep, so a selector may build a
 * small object or list. Select ids for lists, and one's own item in a row.
 */
export function useEditorState<T>(selector: (state: EditorState) => T): T {
  return useStore(useEditor().store, useShallow(selector));
}

/** The same for a large object that is kept where nothing changed: told apart by identity alone. */
export function useEditorObject<T>(selector: (state: EditorState) => T): T {
  return useStore(useEditor().store, selector);
}

/** A part of what is known of the document's executions. */
export function useExecutionsState<T>(selector: (state: ExecutionsState) => T): T {
  return useStore(useWorkspace().runs.executions.store, useShallow(selector));
}
