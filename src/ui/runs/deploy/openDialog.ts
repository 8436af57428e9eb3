/** Which of the two dialogs is open over a document: the top bar opens them, and so do a notice, the other dialog, the executions. */
import { useSyncExternalStore } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { ParameterValue } from "../../../contract/executions";
import type { Editor } from "../../../editor/session/createEditor";
import { useEditor } from "../../kit/useEditor";

/** What an execution is started with. */
export interface StartValues {
  readonly parameters: readonly ParameterValue[];
  readonly displayName: string;
}

export type OpenDialog =
  | { readonly kind: "deploy" /** Started once it is deployed. */; readonly thenStart?: StartValues }
  | {
      readonly kind: "run" /** Values to begin with, of an earlier execution. */;
      readonly values?: readonly ParameterValue[];
    };

const ofEditors = new WeakMap<Editor, StoreApi<{ readonly open: OpenDialog | null }>>();

function dialogsOf(editor: Editor) {
  let store = ofEditors.get(editor);
  if (store === undefined) {
    store = createStore<{ readonly open: OpenDialog | null }>(() => ({ open: null }));
    ofEditors.set(editor, store);
  }
  return store;
}

export function openDialog(editor: Editor, open: OpenDialog | null): void {
  dialogsOf(editor).setState({ open });
}

export function useOpenDialog(): OpenDialog | null {
  const store = dialogsOf(useEditor());
  return useSyncExternalStore(store.subscribe, () => store.getState().open);
}
