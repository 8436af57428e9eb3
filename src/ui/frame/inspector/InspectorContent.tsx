import { useDeferredValue } from "react";
import type { EditorState } from "../../../editor/session/editorState";
import { graphOf, selectedStep } from "../../../editor/session/selectors";
import { printPath } from "../../../pipeline/definition/path";
import { EdgeInspector } from "../../edge/EdgeInspector";
import { entryOf } from "../../kit/inspectedStep";
import { useEditorObject, useEditorState } from "../../kit/useWorkspace";
import { PipelineSettings } from "../../pipeline/PipelineSettings";
import { SeveralSteps } from "./SeveralSteps";
import { StepInspector } from "./StepInspector";

/** What the selection asks for. */
export function InspectorContent() {
  const current = useEditorState(selectedStep);
  // A form of many controls is drawn between the frames of the drag that a press on a step may begin.
  const drawn = useDeferredValue(current);
  const keys = useEditorState(({ selection }) => selection.steps);
  const edge = useEditorObject((state) => {
    const ends = state.selection.edge;
    return ends === null
      ? undefined
      : graphOf(state)
          .into.get(ends.to)
          ?.find(({ from }) => from === ends.from);
  });
  // By its place in the definition, not by its name: a step that is renamed stays the same step.
  const [step, position] = useEditorState((state) => {
    const entry = entryAt(state, drawn) ?? entryAt(state, current);
    return entry === undefined ? [null, null] : [entry.key, printPath(entry.path)];
  });
  if (step !== null && position !== null) return <StepInspector key={position} stepKey={step} />;
  if (keys.length > 1) return <SeveralSteps keys={keys} />;
  return edge === undefined ? <PipelineSettings /> : <EdgeInspector edge={edge} />;
}

function entryAt(state: EditorState, key: string | null) {
  return key === null ? undefined : entryOf(state, key);
}
