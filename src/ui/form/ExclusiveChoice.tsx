import "./ExclusiveChoice.css";
import RadioGroup from "@cloudscape-design/components/radio-group";
import { chooseMember } from "../../editor/commands/fields/chooseMember";
import { draftChosen } from "../../editor/form/draft";
import { type FieldItem, memberItems } from "../../editor/form/item";
import { labelOf, lowered } from "../../editor/form/label";
import { get, getIn } from "../../pipeline/definition/value";
import type { Choice } from "../../pipeline/schema/stepType";
import { FieldBox } from "../kit/FieldBox";
import { useFieldIds } from "../kit/fieldIds";
import { entryOf, useInspectedStep } from "../kit/inspectedStep";
import { useRun } from "../kit/useCommands";
import { useEditor, useEditorState } from "../kit/useWorkspace";
import { ItemPath } from "./FieldFrame";

/** Members of which SageMaker takes one: choosing one takes the others away, in one step of undo. */
export function ExclusiveChoice({ item, choice }: { readonly item: FieldItem; readonly choice: Choice }) {
  const editor = useEditor();
  const run = useRun();
  const ids = useFieldIds();
  const { stepKey, source, forgetGroups } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const at = item.path.slice(0, -1);
  const given = useEditorState((state) => {
    const enclosing = getIn(entryOf(state, stepKey)?.step, at);
    return choice.members.filter((name) => get(enclosing, name) !== undefined).join("\n");
  });
  const members = memberItems(source, at);
  const labels = new Map(members.map(({ name, label }) => [name, label]));
  const none = choice.members.length === 2 ? "Neither" : "None of them";
  const choose = (name: string) => {
    forgetGroups();
    const member = name === "" ? null : name;
    const draft =
      member === null
        ? ""
        : draftChosen(source, at, member, getIn(entryOf(editor.store.getState(), stepKey)?.step, at));
    const label = member === null ? `${lowered(none)} of ${item.label}` : (labels.get(member) ?? member);
    run(chooseMember, { step: stepKey, at, choice, member, draft, label });
  };
  return (
    <FieldBox
      label={item.label}
      labelId={ids.label}
      required={item.required}
      path={<ItemPath id={ids.path} item={item} />}
      data-path={item.printed}
    >
      <div className="sw-exclusive">
        <RadioGroup
          value={choice.members.includes(given) || (given === "" && !choice.required) ? given : null}
          items={[
            ...choice.members.map((name) => ({
              value: name,
              label: <Option label={labels.get(name) ?? labelOf(name)} />,
            })),
            ...(choice.required ? [] : [{ value: "", label: none }]),
          ]}
          direction="horizontal"
          ariaLabelledby={ids.label}
          ariaDescribedby={ids.path}
          readOnly={readOnly}
          onChange={({ detail }) => choose(detail.value)}
        />
      </div>
    </FieldBox>
  );
}

/** Heard as "Use Training image": the field itself is called "Training image". */
function Option({ label }: { readonly label: string }) {
  return (
    <>
      <span className="sw-unseen">Use </span>
      {label}
    </>
  );
}
