import "./OfferedOutputs.css";
import Button from "@cloudscape-design/components/button";
import { memo, useMemo, useState } from "react";
import { outputsOf, type StepOutput } from "../../pipeline/steps/outputs";
import { kindLabel } from "../../pipeline/wiring/fit";
import { useInspectedStep, useStep } from "../kit/inspectedStep";
import { KindBadge } from "../kit/KindBadge";
import { PinButton } from "../kit/PinButton";
import { Hint, Note } from "../kit/paragraphs";
import { SearchField } from "../kit/SearchField";
import { useEditorState } from "../kit/useWorkspace";
import { OutputItem, OutputList } from "./OutputList";
import { ReadBy } from "./ReadBy";
import { readersOf } from "./readers";

const most = 30;

/** Every output that the type offers: those in use and the usual ones first. */
export function OfferedOutputs({ onlyFiles = false }: { readonly onlyFiles?: boolean }) {
  const { stepKey, source } = useInspectedStep();
  const step = useStep(stepKey);
  const models = useEditorState((state) => state.models);
  const [query, setQuery] = useState("");
  const [all, setAll] = useState(false);
  const used = useEditorState((state) =>
    outputsOf(step, source.model, source.stepType, models)
      .filter(({ path }) => readersOf(state, stepKey, path).length > 0)
      .map(({ path }) => path),
  );
  const sorted = useMemo(() => {
    const offered = outputsOf(step, source.model, source.stepType, models);
    const kept = onlyFiles ? offered.filter(({ kind }) => kind === "propertyFile") : offered;
    const first = ({ path, isDefaultPort }: StepOutput) => used.includes(path) || isDefaultPort;
    return [...kept.filter(first), ...kept.filter((output) => !first(output))];
  }, [step, source, models, used, onlyFiles]);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = sorted.filter(({ path }) => words.every((word) => path.toLowerCase().includes(word)));
  const shown = all ? found : found.slice(0, most);
  if (sorted.length === 0 && onlyFiles) return null;
  return (
    <>
      <SearchField look="right" label="Find an output" value={query} onChange={setQuery} />
      <OutputList aria-label="Outputs">
        {shown.map((output) => (
          <OutputRow key={output.path} output={output} />
        ))}
      </OutputList>
      {found.length === 0 && <Hint>No output of that name.</Hint>}
      {shown.length < found.length && (
        <Button variant="inline-link" onClick={() => setAll(true)}>
          Show all {found.length}
        </Button>
      )}
    </>
  );
}

const OutputRow = memo(function OutputRow({ output }: { readonly output: StepOutput }) {
  const { documentation } = useInspectedStep();
  const { path, kind } = output;
  const said = output.documentationKey === null ? "" : (documentation?.[output.documentationKey] ?? "");
  const cut = path.lastIndexOf(output.label);
  return (
    <OutputItem>
      <div className="sw-output-head">
        <span className="sw-output-path">
          {path.slice(0, cut)}
          <strong>{path.slice(cut)}</strong>
        </span>
        <KindBadge kind={kindLabel(kind)} />
        <PinButton side="outputs" path={path} name={path} />
      </div>
      {said !== "" && <Note>{said.split(/(?<=\.) (?=[A-Z])|\n/, 1)[0]}</Note>}
      <ReadBy path={path} silent />
    </OutputItem>
  );
});
