import Button from "@cloudscape-design/components/button";
import type { ReactNode } from "react";
import { valueItem } from "../../../editor/form/item";
import { capital } from "../../../editor/form/label";
import { type Path, printPath } from "../../../pipeline/definition/path";
import { get, getIn, isObject } from "../../../pipeline/definition/value";
import { choiceOf, unwrapNot, wrapInNot } from "../../../pipeline/edits/conditions";
import { conditionWords } from "../../../pipeline/steps/sentences/conditionSentence";
import { entryOf, useInspectedStep } from "../../kit/inspectedStep";
import { useEditor, useEditorObject, useEditorState } from "../../kit/useWorkspace";
import { FieldProblems } from "../FieldFrame";
import { FieldSlot } from "../FieldSlot";
import { JsonOnly } from "../JsonOnly";
import { ComparisonSelect } from "./ComparisonSelect";
import { ConditionList, type ConditionProps } from "./ConditionList";
import { OneOf } from "./OneOf";

/** One condition: what it compares, or the conditions that it holds. */
export function Condition({ path, title, number, buttons }: ConditionProps) {
  const editor = useEditor();
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const condition = useEditorObject((state) => getIn(entryOf(state, stepKey)?.step, path));
  const item = valueItem(source, path, capital(title));
  const isNot = get(condition, "Type") === "Not";
  const turn = () => {
    const recipe = isNot ? unwrapNot(stepKey, path) : wrapInNot(stepKey, path);
    editor.edit(`${isNot ? "Take the not off" : "Negate"} ${title} of ${stepKey}`, recipe);
  };
  if (condition === undefined) return null;
  return (
    // A fieldset would bring its own look; a group says the same.
    <div className="sw-element sw-condition" role="group" aria-label={capital(title)} data-path={printPath(path)}>
      <div className="sw-element-head">
        <span className="sw-element-title">{conditionWords(condition)}</span>
        {!readOnly && (
          <span className="sw-element-buttons">
            <Button
              variant="inline-icon"
              ariaLabel={`Negate ${title}`}
              nativeButtonAttributes={{ "aria-pressed": isNot }}
              iconSvg={<NotIcon />}
              onClick={turn}
            />
            {buttons}
          </span>
        )}
      </div>
      <FieldProblems item={item} holdsBelow={false} />
      {isObject(condition) && choiceOf(condition) !== null ? (
        <Parts path={path} title={title} number={number} />
      ) : (
        <JsonOnly item={item} />
      )}
    </div>
  );
}

function NotIcon() {
  return (
    <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true">
      <path d="M2 5h12v6" />
    </svg>
  );
}

function Parts({ path, title, number }: ConditionProps) {
  const { stepKey } = useInspectedStep();
  const choice = useEditorState((state) => choiceOf(getIn(entryOf(state, stepKey)?.step, path)));
  const select = <ComparisonSelect path={path} title={title} choice={choice} />;
  switch (choice) {
    case "Or":
      return (
        <>
          {select}
          <ConditionList
            list={[...path, "Conditions"]}
            number={number}
            joint="or"
            noun="alternative"
            each={Condition}
          />
        </>
      );
    case "Not":
      return (
        <>
          {select}
          <Condition path={[...path, "Condition"]} title={`condition in ${title}`} number={`${number}1.`} />
        </>
      );
    case "In":
      return <OneOf path={path} title={title} select={select} />;
    case "Not In":
      return <OneOf path={[...path, "Condition"]} title={title} select={select} />;
    case "Not Equals":
      return <Compared path={[...path, "Condition"]} title={title} select={select} />;
    default:
      return <Compared path={path} title={title} select={select} />;
  }
}

interface ComparedProps {
  readonly path: Path;
  readonly title: string;
  readonly select: ReactNode;
}

function Compared({ path, title, select }: ComparedProps) {
  const { source } = useInspectedStep();
  return (
    <>
      <div className="sw-operand">
        <FieldSlot item={valueItem(source, [...path, "LeftValue"], `Left side of ${title}`)} />
      </div>
      {select}
      <div className="sw-operand">
        <FieldSlot item={valueItem(source, [...path, "RightValue"], `Right side of ${title}`)} />
      </div>
    </>
  );
}
