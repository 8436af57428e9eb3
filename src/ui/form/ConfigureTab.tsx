import "./ConfigureTab.css";
import { memo, useCallback, useContext, useDeferredValue, useMemo, useState } from "react";
import { arrangeRequest, itemsIn, type KeptGroups, withProblems } from "../../editor/form/arrange";
import {
  aboutItems,
  type FieldItem,
  openArgumentsItem,
  otherStepItems,
  ownItems,
  stepItem,
} from "../../editor/form/item";
import { searchFields } from "../../editor/form/search";
import { problemsOfStep } from "../../editor/session/selectors";
import { printPath } from "../../pipeline/definition/path";
import { get } from "../../pipeline/definition/value";
import { ProblemList } from "../kit/FieldProblem";
import { FieldGroupContext, useInspectedStep, useStep } from "../kit/inspectedStep";
import { PlainButton } from "../kit/PlainButton";
import { Hint } from "../kit/paragraphs";
import { useRemembered } from "../kit/remembered";
import { SearchField } from "../kit/SearchField";
import { useEditorState } from "../kit/useWorkspace";
import { AllFieldsContext } from "./AllFieldsContext";
import { ChildrenList, Sentence } from "./ChildrenList";
import { FieldGroup } from "./FieldGroup";
import { FieldSlot } from "./FieldSlot";
import { Fold } from "./Fold";
import { KeptGroupsContext } from "./KeptGroupsContext";
import { NameField } from "./NameField";
import { RunsAfter } from "./RunsAfter";
import { StepSection } from "./StepSection";

/** What a step is given: the essentials first, then what else is required or set; all that it could be given, when it is asked for. */
export function ConfigureTab({ keptGroups }: { readonly keptGroups: KeptGroups }) {
  const [query, setQuery] = useState("");
  const [all, setAll] = useRemembered("allFields");
  const { forgetGroups } = useInspectedStep();
  const choose = () => {
    forgetGroups();
    setAll(!all);
  };
  // Typing goes on while the fields of the last letters are still being drawn.
  const searched = useDeferredValue(query);
  return (
    <AllFieldsContext value={all || searched.trim() !== ""}>
      <div className="sw-configure">
        <SearchField look="right" label="Find a field" value={query} onChange={setQuery}>
          <PlainButton look="text" aria-pressed={all} onClick={choose}>
            All fields
          </PlainButton>
        </SearchField>
        {searched.trim() === "" ? <Form keptGroups={keptGroups} /> : <Found query={searched} />}
      </div>
    </AllFieldsContext>
  );
}

const Form = memo(function Form({ keptGroups }: { readonly keptGroups: KeptGroups }) {
  const { stepKey, source } = useInspectedStep();
  const step = useStep(stepKey);
  const { stepType } = source;
  const all = useContext(AllFieldsContext);
  const problems = useEditorState((state) => problemsOfStep(state, stepKey).filter(({ at }) => at.length === 0));
  const faulty = useEditorState((state) => problemsOfStep(state, stepKey).map(({ at }) => printPath(at)));
  const seen = useMemo(() => withProblems(keptGroups, faulty), [keptGroups, faulty]);
  const hasRequest = stepType.argumentsForm === "request";
  const args = get(step, "Arguments");
  const { sections, rest } = useMemo(
    () => (hasRequest ? arrangeRequest(source, args, seen) : { sections: [], rest: [] }),
    [hasRequest, source, args, seen],
  );
  // What is in view comes first; the parts below it follow when there is time.
  const drawn = useDeferredValue(sections, sections.slice(0, 1));
  const isSaid = aboutItems(source).some(({ name }) => get(step, name) !== undefined);
  return (
    <KeptGroupsContext value={seen}>
      <ProblemList problems={problems} />
      <NameField />
      <Sentence />
      {ownItems(source).map((item) => (
        <FieldSlot key={item.printed} item={item} />
      ))}
      <ChildrenList />
      {stepType.argumentsForm === "open" && <FieldSlot item={openArgumentsItem(source)} />}
      {hasRequest && source.model === null && <Hint>Loading the fields of {stepType.label}…</Hint>}
      {drawn.map((section) => (
        <StepSection key={section.member?.printed ?? "scalars"} {...section} />
      ))}
      <OtherKeys items={otherStepItems(source, step)} />
      {all && rest.length > 0 && <AllOther items={rest} />}
      <RunsAfter />
      {(all || isSaid) && <About items={aboutItems(source)} startsOpen={isSaid} />}
    </KeptGroupsContext>
  );
});

const inRest = { group: "rest", root: null } as const;

function AllOther({ items }: { readonly items: readonly FieldItem[] }) {
  return (
    <Fold title="All other fields" count={items.length} level={1}>
      <FieldGroupContext value={inRest}>
        {items.map((item) => (
          <FieldSlot key={item.printed} item={item} />
        ))}
      </FieldGroupContext>
    </Fold>
  );
}

function OtherKeys({ items }: { readonly items: readonly FieldItem[] }) {
  return items.map((item) => <FieldSlot key={item.printed} item={item} />);
}

function About({ items, startsOpen }: { readonly items: readonly FieldItem[]; readonly startsOpen: boolean }) {
  return (
    <Fold title="Display name and description" count={items.length} level={1} startsOpen={startsOpen}>
      <FieldGroup fields={items} rest={[]} depth={0} moreSaid="" />
    </Fold>
  );
}

/** The fields that the search finds, wherever they lie, there or not. */
const Found = memo(function Found({ query }: { readonly query: string }) {
  const { stepKey, source, documentation } = useInspectedStep();
  const step = useStep(stepKey);
  const roots = useCallback((): readonly FieldItem[] => {
    const args = source.stepType.argumentsForm === "open" ? [openArgumentsItem(source)] : [];
    const request =
      source.stepType.argumentsForm === "request" ? itemsIn(source, ["Arguments"], get(step, "Arguments")) : [];
    const files = source.stepType.envelope.includes("PropertyFiles") ? [stepItem(source, "PropertyFiles")] : [];
    return [...ownItems(source), ...request, ...args, ...files, ...aboutItems(source)];
  }, [source, step]);
  const { items, more } = searchFields(source, roots(), step, documentation, query);
  return (
    <FieldGroupContext value={null}>
      <p className="sw-unseen" role="status">
        {items.length === 0 ? "No field found" : `${items.length + more} fields found`}
      </p>
      {items.map((item) => (
        <FieldSlot key={item.printed} item={item} />
      ))}
      {items.length === 0 && <Hint>No field of {source.stepType.label} says that.</Hint>}
      {more > 0 && <Hint>{more} more: type another word to find them.</Hint>}
    </FieldGroupContext>
  );
});
