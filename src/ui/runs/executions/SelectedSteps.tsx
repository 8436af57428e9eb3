import "./SelectedSteps.css";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { useEffect, useMemo, useState } from "react";
import type { Target } from "../../../contract/target";
import { executionId } from "../../../editor/runs/executions/executionId";
import { mostSelected, type Source, sourcesFor, standingOf } from "../../../editor/runs/executions/selectedRun";
import type { SelectedRun } from "../../../editor/session/dialogs";
import type { PipelineDocument } from "../../../pipeline/definition/document";
import { FieldProblem } from "../../kit/FieldProblem";
import { DialogLine } from "../../kit/paragraphs";
import { useWorkspace } from "../../kit/useWorkspace";
import { absoluteMoment } from "./words";

interface Props {
  readonly document: PipelineDocument;
  /** The steps as they were chosen on the canvas. */
  readonly first: readonly string[];
  readonly target: Target;
  /** Undefined while it is looked at; null where something speaks against it. */
  readonly onChange: (selected: SelectedRun | null | undefined) => void;
}

/** Which steps run, what is missing between them, and where the results come from that they need of others. */
export default function SelectedSteps({ document, first, target, onChange }: Props) {
  const { client } = useWorkspace().runs;
  const [chosen, setChosen] = useState(first);
  const [sources, setSources] = useState<readonly Source[] | null>(null);
  const [source, setSource] = useState<string | null>(null);
  const standing = useMemo(() => standingOf(document.definition, chosen), [document, chosen]);
  const { steps, gaps, gapInWords } = standing;
  // Once there is no gap: what lies in one would be asked of an execution, and runs itself.
  const needed = gaps.length === 0 ? standing.needed : none;
  const needs = needed.join("\n");
  useEffect(() => {
    if (needs === "") return;
    let isCurrent = true;
    setSources(null);
    void sourcesFor(client, target, document.name, needs.split("\n")).then((found) => {
      if (!isCurrent) return;
      setSources(found);
      setSource((now) => now ?? found.find(({ missing }) => missing.length === 0)?.execution.arn ?? null);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, target, document, needs]);
  const taken = sources?.find(({ execution }) => execution.arn === source);
  const hasSource = needed.length === 0 || (taken !== undefined && taken.missing.length === 0);
  const isFine = gaps.length === 0 && steps.length <= mostSelected && hasSource;
  const from = needed.length === 0 ? null : source;
  const isLooking = needed.length > 0 && sources === null;
  useEffect(() => {
    onChange(isFine ? { steps, source: from } : isLooking ? undefined : null);
  }, [isFine, isLooking, steps, from, onChange]);
  const add = (more: readonly string[]) => setChosen([...steps, ...more]);
  return (
    <section className="sw-selected-steps" aria-label="Steps to run">
      <DialogLine>
        Runs {steps.length === 1 ? "one step" : `${steps.length} steps`} alone: <strong>{steps.join(", ")}</strong>.
      </DialogLine>
      {steps.length > mostSelected && (
        <FieldProblem severity="error">SageMaker takes at most {mostSelected} steps: choose fewer.</FieldProblem>
      )}
      {gapInWords !== null && <Missing words={gapInWords} steps={gaps} onAdd={() => add(gaps)} />}
      {needed.length > 0 && (
        <>
          <FormField
            label="What the steps before them gave comes from"
            description={`They need what ${needed.join(", ")} gave.`}
            stretch
          >
            <Select
              ariaLabel="Source execution"
              placeholder={sources?.length === 0 ? "No execution has ended yet" : "Choose an execution"}
              statusType={sources === null ? "loading" : "finished"}
              loadingText="Looking for executions"
              selectedOption={taken === undefined ? null : optionOf(taken)}
              options={(sources ?? []).map(optionOf)}
              expandToViewport
              onChange={({ detail }) => setSource(detail.selectedOption.value ?? null)}
            />
          </FormField>
          {sources !== null && !hasSource && (
            <Missing words={whyNot(sources, taken)} steps={needed} onAdd={() => add(needed)} />
          )}
        </>
      )}
    </section>
  );
}

const none: readonly string[] = [];

interface MissingProps {
  readonly words: string;
  readonly steps: readonly string[];
  readonly onAdd: () => void;
}

/** What speaks against it, and the way out: to run those steps too. */
function Missing({ words, steps, onAdd }: MissingProps) {
  return (
    <div className="sw-selected-missing">
      <FieldProblem severity="error" role="alert">
        {words}
      </FieldProblem>
      <Button onClick={onAdd}>Run {steps.join(", ")} too</Button>
    </div>
  );
}

function optionOf({ execution, missing }: Source) {
  const { arn, displayName, status, started } = execution;
  const when = started === null ? "" : ` · ${absoluteMoment(started)}`;
  return {
    value: arn,
    label: displayName ?? executionId(arn),
    description: `${status}${when}`,
    disabled: missing.length > 0,
    ...(missing.length > 0 && { disabledReason: `${missing.join(", ")} did not succeed in it.` }),
  };
}

function whyNot(sources: readonly Source[], taken: Source | undefined): string {
  if (taken !== undefined) return `${taken.missing.join(", ")} did not succeed in this execution: choose another one.`;
  const isThere = sources.some(({ missing }) => missing.length === 0);
  if (isThere) return "Choose the execution that the results come from.";
  return "In none of the last executions did all of them succeed.";
}
