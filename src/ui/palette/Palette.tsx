import "./Palette.css";
import { memo, useMemo, useState } from "react";
import { addStep } from "../../editor/commands/steps/addStep";
import { categories, type StepType } from "../../pipeline/schema/stepType";
import { stepTypeList } from "../../pipeline/steps";
import { dragStepType } from "../kit/draggedValue";
import { SearchField } from "../kit/SearchField";
import { SmallTitle } from "../kit/SmallTitle";
import { StepIcon } from "../kit/StepIcon";
import { useRun } from "../kit/useCommands";
import { dragCard } from "./dragCard";
import { ExecutionVariables } from "./ExecutionVariables";
import { findTypes } from "./findTypes";
import { Parameters } from "./Parameters";

/** Step types to add by click or by drag; below them the parameters and the execution variables, to be dragged onto fields. */
export function Palette({ icons }: { readonly icons: boolean }) {
  const run = useRun();
  const [wanted, setWanted] = useState("");
  const searched = icons ? "" : wanted.trim();
  const found = useMemo(() => findTypes(searched), [searched]);
  const best = searched === "" ? null : (found[0] ?? null);
  return (
    <section aria-label="Palette" className="sw-palette">
      {!icons && (
        <SearchField
          look="left"
          label="Find a step type"
          value={wanted}
          onChange={setWanted}
          onEnter={() => best !== null && run(addStep, { type: best.type })}
        />
      )}
      <div className="sw-palette-scroll">
        <StepTypes found={found} best={best} wanted={wanted} />
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

interface FoundTypes {
  readonly found: readonly StepType[];
  /** The one that Enter adds. */
  readonly best: StepType | null;
  readonly wanted: string;
}

function StepTypes({ found, best, wanted }: FoundTypes) {
  if (found.length === 0) return <p className="sw-palette-none">No step type is called “{wanted}”.</p>;
  return categories.map((category) => {
    const types = stepTypeList.filter((type) => type.category === category && found.includes(type));
    if (types.length === 0) return null;
    return (
      <div key={category} role="group" aria-label={category} className="sw-palette-group">
        <SmallTitle>{category}</SmallTitle>
        {types.map((type) => (
          <Entry key={type.type} type={type} isBest={type === best} />
        ))}
      </div>
    );
  });
}

const Entry = memo(function Entry({ type, isBest }: { readonly type: StepType; readonly isBest: boolean }) {
  const run = useRun();
  return (
    <button
      type="button"
      className={isBest ? "sw-palette-entry is-best" : "sw-palette-entry"}
      draggable
      aria-label={type.label}
      title={`${type.label}: ${type.summary}`}
      onDragStart={(event) => {
        dragStepType(event, type.type);
        dragCard(event, type);
      }}
      onClick={() => run(addStep, { type: type.type })}
    >
      <StepIcon type={type.type} size={26} />
      <span className="sw-palette-label">{type.label}</span>
      {isBest && <kbd className="sw-palette-enter" />}
    </button>
  );
});
