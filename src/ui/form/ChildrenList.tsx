import "./ChildrenList.css";
import Button from "@cloudscape-design/components/button";
import { moveOut } from "../../editor/commands/steps/moveOut";
import { listSteps } from "../../pipeline/graph/stepTree";
import { stepTypeOf } from "../../pipeline/steps";
import { Group, GroupTitle } from "../kit/Group";
import { entryOf, useInspectedStep } from "../kit/inspectedStep";
import { Note } from "../kit/paragraphs";
import { StepsItem, StepsList } from "../kit/StepsList";
import { useRun } from "../kit/useCommands";
import { useEditor, useEditorState } from "../kit/useWorkspace";

/** What a Condition or ForEach says of itself. */
export function Sentence() {
  const { stepKey, source } = useInspectedStep();
  const { sentence } = source.stepType;
  const said = useEditorState((state) => {
    const step = entryOf(state, stepKey)?.step;
    return step === undefined ? null : (sentence?.(step) ?? null);
  });
  return said === null ? null : <p className="sw-sentence">{said}</p>;
}

/** The steps that lie in a Condition or ForEach. */
export function ChildrenList() {
  const { source } = useInspectedStep();
  const { slots } = source.stepType;
  return (
    <>
      {slots.map(({ key, label, edge, refuses }) => (
        <Group key={key} label={`Steps of ${label}`} path={`Arguments.${key}`}>
          <GroupTitle title={label} path={key} />
          <SlotSteps slot={key} label={label} />
          {edge === "each" && <BodyNames refuses={refuses} />}
        </Group>
      ))}
    </>
  );
}

/** What a body's names take from all others: each item starts a step of its own for every body step. */
function BodyNames({ refuses }: { readonly refuses: readonly string[] }) {
  const { stepKey } = useInspectedStep();
  const first = useEditorState(
    ({ document }) => listSteps(document.definition).find(({ parent }) => parent === stepKey)?.name ?? null,
  );
  const types = refuses.map((type) => stepTypeOf(type).label);
  return (
    <Note>
      {first !== null && `Its items run as ${first}-0, ${first}-1 …: no other step can have such a name. `}
      {types.slice(0, -1).join(", ")} and {types.at(-1)} steps cannot be inside.
    </Note>
  );
}

function SlotSteps({ slot, label }: { readonly slot: string; readonly label: string }) {
  const editor = useEditor();
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const inside = useEditorState((state) =>
    listSteps(state.document.definition).filter((entry) => entry.parent === stepKey && entry.slot === slot),
  );
  if (inside.length === 0) {
    return <Note>No steps yet. Drag a step there on the canvas, or pull a wire from {label} to it.</Note>;
  }
  return (
    <StepsList>
      {inside.map(({ key, type }) => (
        <StepsItem key={key} step={key} type={type} onGo={() => editor.reveal(key)}>
          <Button
            variant="inline-link"
            ariaLabel={`Move out ${key} of ${label}`}
            disabled={readOnly}
            onClick={() => run(moveOut, { steps: [key] })}
          >
            Move out
          </Button>
        </StepsItem>
      ))}
    </StepsList>
  );
}
