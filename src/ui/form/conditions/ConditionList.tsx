import "./ConditionList.css";
import type { ComponentType, ReactNode } from "react";
import { addCondition } from "../../../editor/commands/fields/conditions";
import { isDone } from "../../../editor/commands/perform";
import { type Path, printPath } from "../../../pipeline/definition/path";
import { focusFieldIn } from "../../kit/focusField";
import { useInspectedStep, useListLength } from "../../kit/inspectedStep";
import { useRun } from "../../kit/useCommands";
import { useEditorState } from "../../kit/useWorkspace";
import { AddLink } from "../AddLink";
import { ItemButtons } from "../ItemButtons";

/** What draws a condition of the list. */
export interface ConditionProps {
  readonly path: Path;
  /** "condition 2.1" */
  readonly title: string;
  /** What its own parts are numbered by: "2.1." */
  readonly number: string;
  /** Its place in the list around it: move, remove. */
  readonly buttons?: ReactNode;
}

interface Props {
  readonly list: Path;
  /** What stands before the number of each: "2." inside the second condition. */
  readonly number: string;
  /** What stands between them. */
  readonly joint: "and" | "or";
  readonly noun: "condition" | "alternative";
  /** Draws each: a condition may hold a list of them again. */
  readonly each: ComponentType<ConditionProps>;
}

/** A list of conditions, each to be edited, moved and removed. */
export function ConditionList({ list, number, joint, noun, each: Each }: Props) {
  const run = useRun();
  const { stepKey } = useInspectedStep();
  const readOnly = useEditorState((state) => state.readOnly);
  const count = useListLength(list);
  const add = () => {
    if (isDone(run(addCondition, { step: stepKey, list, noun }))) {
      focusFieldIn(printPath([...list, count]));
    }
  };
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        // A condition has no identity but its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index}>
          {index > 0 && <p className="sw-condition-joint">{joint}</p>}
          <Each
            path={[...list, index]}
            title={`${noun} ${number}${index + 1}`}
            number={`${number}${index + 1}.`}
            buttons={<ItemButtons list={list} index={index} count={count} title={`${noun} ${number}${index + 1}`} />}
          />
        </div>
      ))}
      {!readOnly && <AddLink words={`Add ${noun}`} onAdd={add} />}
    </>
  );
}
