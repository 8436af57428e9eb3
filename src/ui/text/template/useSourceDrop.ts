import type { DragEvent } from "react";
import type { FieldContext } from "../../../editor/commands/edges/sourceChoices";
import type { Value } from "../../../pipeline/definition/value";
import type { Template } from "../../../pipeline/references/template";
import { parseSource } from "../../../pipeline/wiring/sourceText";
import { sourceMime } from "../../kit/draggedValue";
import { useEditor } from "../../kit/useWorkspace";
import { expressionFor } from "./expressions";
import { indexOfBox, isTextBox, type Stretch } from "./useCompletion";

/** What is dropped among the chips becomes one: where the caret is in the text below the pointer, else at the end. */
export function useSourceDrop(
  getContext: () => FieldContext,
  template: Template,
  onInsert: (at: Stretch, expression: Value) => void,
) {
  const editor = useEditor();
  const accepts = (event: DragEvent) => event.dataTransfer.types.includes(sourceMime);
  return {
    onDrop(event: DragEvent) {
      const source = accepts(event) ? parseSource(event.dataTransfer.getData(sourceMime)) : null;
      if (source === null) return;
      // The field around takes this as done.
      event.preventDefault();
      const made = expressionFor(getContext(), source);
      if (made.ok) {
        onInsert(placeBelow(event.target, template), made.value);
        return;
      }
      editor.notice("warning", made.reason);
      editor.announce(made.reason);
    },
  };
}

function placeBelow(target: EventTarget, { texts }: Template): Stretch {
  const box = isTextBox(target) ? target : null;
  const index = box === null ? texts.length - 1 : indexOfBox(box);
  const end = texts[index]?.length ?? 0;
  const at = box !== null && box === document.activeElement ? (box.selectionStart ?? end) : end;
  return { index, text: texts[index] ?? "", start: at, end: at };
}
