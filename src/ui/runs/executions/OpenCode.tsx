import { bodyStepOf } from "../../../editor/runs/executions/runView";
import type { ShownExecution } from "../../../editor/runs/executions/shownExecution";
import { entryOf } from "../../kit/inspectedStep";
import { PlainButton } from "../../kit/PlainButton";
import { useEditor, useEditorState } from "../../kit/useWorkspace";

/** The way from a Lambda step that failed in the local region to its code, where it is mended. */
export function OpenCode({ shown, name }: { readonly shown: ShownExecution; readonly name: string }) {
  const editor = useEditor();
  const { definition, target } = shown;
  const key = definition === null ? name : (bodyStepOf(name, definition) ?? name);
  const isThere = useEditorState((state) => entryOf(state, key)?.type === "Lambda");
  if (target.kind !== "local" || !isThere) return null;
  return (
    <PlainButton look="text" onClick={() => editor.reveal(key, "OutputParameters")}>
      Open its code
    </PlainButton>
  );
}
