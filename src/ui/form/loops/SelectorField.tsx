import "./SelectorField.css";
import Autosuggest from "@cloudscape-design/components/autosuggest";
import Select from "@cloudscape-design/components/select";
import { useMemo } from "react";
import { selectIteration } from "../../../editor/commands/fields/selectIteration";
import type { FieldItem } from "../../../editor/form/item";
import { selectorWriter } from "../../../editor/form/writers";
import { get, type ObjectValue, text } from "../../../pipeline/definition/value";
import { shortOutputName } from "../../../pipeline/references/propertyPath";
import type { ApiModels } from "../../../pipeline/schema/model";
import { stepTypeOf } from "../../../pipeline/steps";
import { bodySteps } from "../../../pipeline/steps/iteration";
import { outputsOf } from "../../../pipeline/steps/outputs";
import { readSelector, type Selector } from "../../../pipeline/steps/selector";
import { Group } from "../../kit/Group";
import { useFieldValue, useInspectedStep, useStep } from "../../kit/inspectedStep";
import { Note } from "../../kit/paragraphs";
import { useRun } from "../../kit/useCommands";
import { useVisit } from "../../kit/useVisit";
import { useEditorState } from "../../kit/useWorkspace";
import { VisitKeys } from "../../kit/VisitKeys";
import { FieldProblems } from "../FieldFrame";
import { GroupHead } from "../GroupHead";
import { JsonOnly } from "../JsonOnly";

type Pick = Selector["pick"] | "none";
const picks: readonly { readonly value: Pick; readonly label: string }[] = [
  { value: "none", label: "No iteration" },
  { value: "MaxBy", label: "The iteration with the highest" },
  { value: "MinBy", label: "The iteration with the lowest" },
];

interface BodyStep {
  readonly name: string;
  /** The outputs that can be compared, numbers first. */
  readonly members: readonly string[];
}

/** Which iteration others read as Selected, as a sentence: "The iteration with the highest auc of ScoreRegion". */
export function SelectorField({ item }: { readonly item: FieldItem }) {
  const { stepKey, source } = useInspectedStep();
  const value = useFieldValue(item);
  const step = useStep(stepKey);
  const models = useEditorState((state) => state.models);
  const body = useMemo(() => bodyOf(bodySteps(step, source.stepType), models), [step, source, models]);
  const selector = readSelector(value);
  if (value !== undefined && selector === null) return <JsonOnly item={item} />;
  return (
    <Group label={item.label} path={item.printed}>
      <GroupHead item={item} />
      <div className="sw-selector">
        <PickSelect selector={selector} body={body} />
        {selector !== null && (
          <>
            <MemberInput selector={selector} body={body} />
            <span className="sw-selector-of">of</span>
            <StepSelect selector={selector} body={body} />
          </>
        )}
      </div>
      {selector === null && body.length === 0 && <Note>Give the loop a body first.</Note>}
      <FieldProblems item={item} holdsBelow />
    </Group>
  );
}

function bodyOf(steps: readonly ObjectValue[], models: ApiModels): readonly BodyStep[] {
  return steps.flatMap((step) => {
    const name = text(get(step, "Name"));
    const type = text(get(step, "Type"));
    if (name === undefined || type === undefined) return [];
    const outputs = outputsOf(step, models.get(type), stepTypeOf(type), models);
    const numbers = outputs.filter(({ kind }) => kind === "integer" || kind === "float");
    const others = outputs.filter(({ kind }) => kind === "string");
    return [{ name, members: [...numbers, ...others].map(({ path }) => path) }];
  });
}

interface Props {
  readonly selector: Selector;
  readonly body: readonly BodyStep[];
}

function PickSelect({ selector, body }: { readonly selector: Selector | null; readonly body: readonly BodyStep[] }) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const first = body.find(({ members }) => members.length > 0) ?? body[0];
  const choose = (pick: Pick) => {
    if (pick === "none") return run(selectIteration, { step: stepKey, selector: null });
    const from = selector ?? (first && { step: first.name, member: first.members[0] ?? "" });
    if (from) run(selectIteration, { step: stepKey, selector: { ...from, pick } });
  };
  return (
    <Select
      className="sw-selector-pick"
      ariaLabel="Selected iteration"
      selectedOption={picks.find(({ value }) => value === (selector?.pick ?? "none")) ?? null}
      options={picks.map((pick) => ({ ...pick, disabled: pick.value !== "none" && body.length === 0 }))}
      readOnly={readOnly}
      expandToViewport
      onChange={({ detail }) =>
        choose(picks.find(({ value }) => value === detail.selectedOption.value)?.value ?? "none")
      }
    />
  );
}

function StepSelect({ selector, body }: Props) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const options = body.map(({ name }) => ({ value: name, label: name }));
  return (
    <Select
      ariaLabel="Step of the selected iteration"
      selectedOption={options.find(({ value }) => value === selector.step) ?? { label: selector.step }}
      options={options}
      readOnly={readOnly}
      expandToViewport
      onChange={({ detail }) => {
        const chosen = body.find(({ name }) => name === detail.selectedOption.value);
        if (chosen === undefined) return;
        const member = chosen.members.includes(selector.member) ? selector.member : (chosen.members[0] ?? "");
        run(selectIteration, { step: stepKey, selector: { ...selector, step: chosen.name, member } });
      }}
    />
  );
}

/** The member by its short name where the step offers it; any other path as it is typed. */
function MemberInput({ selector, body }: Props) {
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const visit = useVisit(`Select the iteration of ${stepKey} by another output`, selectorWriter(stepKey));
  const members = body.find(({ name }) => name === selector.step)?.members ?? [];
  const options = members.map((path) => ({ value: shortOutputName(path), description: path }));
  const known = members.includes(selector.member);
  const shown = known ? shortOutputName(selector.member) : selector.member;
  const change = (typed: string) => {
    const member = members.find((path) => shortOutputName(path) === typed) ?? typed;
    visit.set({ ...selector, member });
  };
  return (
    <VisitKeys visit={visit}>
      <Autosuggest
        ariaLabel="Output of the selected iteration"
        clearAriaLabel="Clear the output of the selected iteration"
        value={shown}
        options={options}
        filteringType={known ? "manual" : "auto"}
        readOnly={readOnly}
        expandToViewport
        disableBrowserAutocorrect
        enteredTextLabel={(value) => `Use “${value}”`}
        hideEnteredTextOption={known}
        empty="Type the path behind the step's name."
        onChange={({ detail }) => change(detail.value)}
        onSelect={visit.commit}
        onBlur={visit.commit}
      />
    </VisitKeys>
  );
}
