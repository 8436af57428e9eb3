/** What is dragged from the lists on the left, and how it is read where it is dropped. */
import type { DragEvent } from "react";
import type { Editor } from "../../editor/session/createEditor";
import { stepTypeList } from "../../pipeline/steps";
import { printSource } from "../../pipeline/wiring/sourceText";
import type { WireSource } from "../../pipeline/wiring/wire";

/** A parameter or an execution variable: a wire's source as JSON. */
export const sourceMime = "application/x-stepwire-source";
/** A palette's entry: the step type's `Type`. */
export const stepTypeMime = "application/x-stepwire-step-type";

/**
 * Lets an element be dragged as a wire's source; a field of the inspector or of a step takes it. The editor is told what it is, because
 * the browser lets no one read what is dragged before the drop, and the fields that fit shall light up.
 */
export function draggedAs(editor: Editor, source: WireSource) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(sourceMime, printSource(source));
      event.dataTransfer.effectAllowed = "link";
      editor.setDragged(source);
    },
    onDragEnd: () => editor.setDragged(null),
  };
}

/** Puts a step type on the pointer. */
export function dragStepType({ dataTransfer }: DragEvent, type: string): void {
  dataTransfer.setData(stepTypeMime, type);
  // The names of what is carried can be read before the drop, what it is cannot: the canvas says what would become of it.
  dataTransfer.setData(`${stepTypeMime}.${type}`, "");
  dataTransfer.effectAllowed = "copy";
}

/** The step type that is dragged, of the names of what is carried, which the browser writes in small letters. */
export function draggedStepType(types: readonly string[]): string | null {
  const named = types.find((type) => type.startsWith(`${stepTypeMime}.`));
  return stepTypeList.find(({ type }) => named === `${stepTypeMime}.${type}`.toLowerCase())?.type ?? null;
}
