import "./Palette.css";
import { memo, useState } from "react";
import { addStep } from "../../editor/commands/steps/addStep";
import { categories, type StepType } from "../../pipeline/schema/stepType";
import { stepTypeList } from "../../pipeline/steps";
import { dragStepType } from "../kit/draggedValue";
import { SearchField } from "../kit/SearchField";
import { SmallTitle } from "../kit/SmallTitle";
import { StepIcon } from "../kit/StepIcon";
import { useRun } from "../kit/useCommands";
import { ExecutionVariables } from "./ExecutionVariables";
import { Parameters } from "./Parameters";

/** Step types to add by click or by drag; below them the parameters and the execution variables, to be dragged onto fields. */
export function Palette({ icons }: { readonly icons: boolean }) {
  const [wanted, setWanted] = useState("");
  return (
    <section aria-label="Palette" className="sw-palette">
      {!icons && <SearchField look="left" label="Find a step type" value={wanted} onChange={setWanted} />}
      <div className="sw-palette-scroll">
        <StepTypes wanted={icons ? "" : wanted} />
      </div>
      {!icons && (
        <div className="sw-palette-values">
          <Parameters />
          <ExecutionVariables />
        </div>
      )}
    </section>
  );
}

function StepTypes({ wanted }: { readonly wanted: string }) {
  const found = stepTypeList.filter((type) => fits(type, wanted));
  if (found.length === 0) return <p className="sw-palette-none">No step type is called “{wanted}”.</p>;
  return categories.map((category) => {
    const types = found.filter((type) => type.category === category);
    if (types.length === 0) return null;
    return (
      <div key={category} role="group" aria-label={category} className="sw-palette-group">
        <SmallTitle>{category}</SmallTitle>
        {types.map((type) => (
          <Entry key={type.type} type={type} />
        ))}
      </div>
    );
  });
}

function fits({ type, label, category, summary }: StepType, wanted: string): boolean {
  const words = wanted.trim().toLowerCase().split(/\s+/);
  const said = `${type} ${label} ${category} ${summary}`.toLowerCase();
  return words.every((word) => said.includes(word));
}

const Entry = memo(function Entry({ type }: { readonly type: StepType }) {
  const run = useRun();
  return (
    <button
      type="button"
      className="sw-palette-entry"
      draggable
      aria-label={type.label}
      title={`${type.label}: ${type.summary}`}
      onDragStart={(event) => {
        dragStepType(event, type.type);
        event.dataTransfer.setDragImage(event.currentTarget.querySelector("svg") ?? event.currentTarget, 13, 13);
      }}
      onClick={() => run(addStep, { type: type.type })}
    >
      <StepIcon type={type.type} size={26} />
      <span className="sw-palette-label">{type.label}</span>
    </button>
  );
});
