import "./SampleField.css";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import Textarea from "@cloudscape-design/components/textarea";
import { useId, useState } from "react";
import { sampleLabel, setSample } from "../../editor/commands/samples/samples";
import { sampleWriter } from "../../editor/form/writers";
import { type Path, printPath } from "../../pipeline/definition/path";
import { type ObjectValue, sameValue, type Value } from "../../pipeline/definition/value";
import { PlainButton } from "../kit/PlainButton";
import { useRun } from "../kit/useCommands";
import { useVisit } from "../kit/useVisit";
import { VisitKeys } from "../kit/VisitKeys";
import { Refusal } from "./parts";
import { readSample, sampleKind, sampleText } from "./sampleKind";
import { SampleScrubbers } from "./scrubber/SampleScrubbers";

interface Props {
  readonly step: ObjectValue;
  readonly stepKey: string;
  readonly path: Path;
  readonly value: Value;
  readonly isPinned: boolean;
  /** The iteration that it is pinned for; null: for all. */
  readonly iteration: number | null;
  readonly readOnly: boolean;
  /** Of a file that the step reads: its name. */
  readonly file?: string;
}

/** One output of a step. Typing pins it; what is no value of its type (yet) stays here, with the reason. */
export function SampleField({ step, stepKey, path, value, isPinned, iteration, readOnly, file }: Props) {
  const run = useRun();
  const id = useId();
  const label = file ?? sampleLabel(path);
  const visit = useVisit(`Set the sample ${label} of ${stepKey}`, sampleWriter(stepKey, path, iteration));
  const [draft, setDraft] = useState<string | null>(null);
  const kind = file === undefined ? sampleKind(step, path, value) : "JSON";
  const text = sampleText(kind, value);
  const shown = draft ?? text;
  const read = draft === null ? null : readSample(kind, draft);
  const why = read?.ok === false ? read.why : null;

  const change = (typed: string) => {
    setDraft(typed);
    const next = readSample(kind, typed);
    if (next.ok && !sameValue(next.value, value)) visit.set(next.value);
  };
  const leave = () => {
    visit.commit();
    if (why === null) setDraft(null);
  };
  const shared = {
    value: shown,
    controlId: id,
    ariaDescribedby: `${id}-note`,
    invalid: why !== null,
    readOnly,
    spellcheck: false,
    disableBrowserAutocorrect: true,
    onChange: ({ detail }: { detail: { value: string } }) => change(detail.value),
    onBlur: leave,
  };
  return (
    <div className={`sw-sample ${isPinned ? "is-pinned" : ""}`}>
      <div className="sw-sample-head">
        <label htmlFor={id} className="sw-mono" title={file ?? printPath(path)}>
          {label}
        </label>
        <span className="sw-sample-kind">{kind}</span>
        {isPinned && !readOnly && (
          <PlainButton
            look="text"
            aria-label={`Default sample for ${label}`}
            title="Take the default sample again"
            onClick={() => {
              setDraft(null);
              run(setSample, { step: stepKey, path, value: null, iteration });
            }}
          >
            pinned ✕
          </PlainButton>
        )}
      </div>
      {kind === "Boolean" ? (
        <Select
          selectedOption={{ value: text, label: text }}
          options={["True", "False"].map((option) => ({ value: option, label: option }))}
          controlId={id}
          readOnly={readOnly}
          expandToViewport
          onChange={({ detail }) => {
            const chosen = detail.selectedOption.value === "True";
            run(setSample, { step: stepKey, path, value: chosen, iteration });
          }}
        />
      ) : (
        <VisitKeys visit={visit} enterCommits={kind !== "JSON"} onCancel={() => setDraft(null)}>
          {kind === "JSON" ? (
            <Textarea {...shared} rows={Math.max(3, Math.min(10, shown.split("\n").length))} />
          ) : (
            <Input
              {...shared}
              inputMode={kind === "String" ? "text" : kind === "Integer" ? "numeric" : "decimal"}
              autoComplete={false}
            />
          )}
        </VisitKeys>
      )}
      <Refusal id={`${id}-note`}>{why}</Refusal>
      {iteration === null && <SampleScrubbers step={step} stepKey={stepKey} path={path} isFile={file !== undefined} />}
    </div>
  );
}
