import "./StepHead.css";
import Button from "@cloudscape-design/components/button";
import { moveOut } from "../../../editor/commands/steps/moveOut";
import { graphOf } from "../../../editor/session/selectors";
import type { Edge } from "../../../pipeline/graph/deriveGraph";
import { stepTypeOf } from "../../../pipeline/steps";
import { InspectorHead } from "../../kit/InspectorHead";
import { entryOf, useInspectedStep } from "../../kit/inspectedStep";
import { StepIcon } from "../../kit/StepIcon";
import { useRun } from "../../kit/useCommands";
import { useEditor, useEditorState } from "../../kit/useWorkspace";

const carriesData = ({ reasons }: Edge) => reasons.some(({ kind }) => kind === "data");

/** The step's icon and name, and who it reads and is read by. */
export function StepHead() {
  const { stepKey, source } = useInspectedStep();
  const title = useEditorState((state) => entryOf(state, stepKey)?.name || "(no name)");
  const reads = useEditorState((state) =>
    (graphOf(state).into.get(stepKey) ?? []).filter(carriesData).map(({ from }) => from),
  );
  const readBy = useEditorState((state) =>
    (graphOf(state).outOf.get(stepKey) ?? []).filter(carriesData).map(({ to }) => to),
  );
  return (
    <InspectorHead
      icon={<StepIcon type={source.stepType.type} size={34} />}
      title={title}
      said={
        <>
          {source.stepType.label}
          <Names said="reads" keys={reads} />
          <Names said="read by" keys={readBy} />
        </>
      }
    >
      <Inside />
    </InspectorHead>
  );
}

function Names({ said, keys }: { readonly said: string; readonly keys: readonly string[] }) {
  const editor = useEditor();
  if (keys.length === 0) return null;
  return (
    <>
      {` · ${said} `}
      {keys.map((key, index) => (
        <span key={key}>
          {index > 0 && ", "}
          <button type="button" className="sw-quiet-link" onClick={() => editor.reveal(key)}>
            {key}
          </button>
        </span>
      ))}
    </>
  );
}

/** Where the step lies, when it lies in another. */
function Inside() {
  const editor = useEditor();
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const [parent, slot] = useEditorState((state) => {
    const entry = entryOf(state, stepKey);
    if (entry?.parent == null) return [null, null];
    const type = stepTypeOf(entryOf(state, entry.parent)?.type ?? "");
    return [entry.parent, type.slots.find(({ key }) => key === entry.slot)?.label ?? entry.slot];
  });
  if (parent === null) return null;
  return (
    <p>
      in {slot} of{" "}
      <button type="button" className="sw-quiet-link" onClick={() => editor.reveal(parent)}>
        {parent}
      </button>{" "}
      <Button
        variant="inline-link"
        disabled={readOnly}
        ariaLabel={`Move out of ${parent}`}
        onClick={() => run(moveOut, { steps: [stepKey] })}
      >
        Move out
      </Button>
    </p>
  );
}
