import "./Condition.css";
import type { ReactNode } from "react";
import { negate } from "../../../editor/commands/fields/conditions";
import { valueItem } from "../../../editor/form/item";
import { capital } from "../../../editor/form/label";
import { type Path, printPath } from "../../../pipeline/definition/path";
import { get, getIn, isObject } from "../../../pipeline/definition/value";
import { choiceOf } from "../../../pipeline/steps/comparisons";
import { conditionWords } from "../../../pipeline/steps/sentences/conditionSentence";
import { entryOf, useInspectedStep } from "../../kit/inspectedStep";
import { PlainButton } from "../../kit/PlainButton";
import { useRun } from "../../kit/useCommands";
import { useEditorObject, useEditorState } from "../../kit/useWorkspace";
import { ElementFrame } from "../ElementFrame";
import { FieldProblems } from "../FieldFrame";
import { JsonOnly } from "../JsonOnly";
import { ComparisonSelect } from "./ComparisonSelect";
import { ConditionList, type ConditionProps } from "./ConditionList";
import { OneOf } from "./OneOf";
import { Operand } from "./Operand";

/** One condition: what it compares, or the conditions that it holds. */
export function Condition({ path, title, number, buttons }: ConditionProps) {
  const run = useRun();
  const { stepKey, source } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const condition = useEditorObject((state) => getIn(entryOf(state, stepKey)?.step, path));
  const item = valueItem(source, path, capital(title));
  const isNot = get(condition, "Type") === "Not";
  const turn = () => run(negate, { step: stepKey, path, title, not: !isNot });
  if (condition === undefined) return null;
  return (
    <ElementFrame
      className="sw-condition"
      label={capital(title)}
      path={printPath(path)}
      title={conditionWords(condition)}
      buttons={
        readOnly ? null : (
          <>
            <PlainButton look="text" aria-label={`Negate ${title}`} aria-pressed={isNot} onClick={turn}>
              Negate
            </PlainButton>
            {buttons}
          </>
        )
      }
    >
      <FieldProblems item={item} holdsBelow={false} />
      {isObject(condition) && choiceOf(condition) !== null ? (
        <Parts path={path} title={title} number={number} />
      ) : (
        <JsonOnly item={item} />
      )}
    </ElementFrame>
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
  return (
    <>
      <Operand path={[...path, "LeftValue"]} label={`Left side of ${title}`} />
      {select}
      <Operand path={[...path, "RightValue"]} label={`Right side of ${title}`} />
    </>
  );
}
