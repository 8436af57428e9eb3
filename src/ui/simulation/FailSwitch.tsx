import "./FailSwitch.css";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import Toggle from "@cloudscape-design/components/toggle";
import { setStepFails } from "../../editor/commands/samples/samples";
import { failureWriter } from "../../editor/form/writers";
import type { SimulatedStep } from "../../pipeline/simulate/engine/simulate";
import { askedToFail, readStepSample, type StepFailure } from "../../pipeline/steps/runs/values/stepSample";
import { useRun } from "../kit/useCommands";
import { useVisit } from "../kit/useVisit";
import { useEditorState } from "../kit/useWorkspace";
import { VisitKeys } from "../kit/VisitKeys";

const errors = [
  "Step.SERVICE_FAULT",
  "Step.THROTTLING",
  "SageMaker.JOB_INTERNAL_ERROR",
  "SageMaker.CAPACITY_ERROR",
  "SageMaker.RESOURCE_LIMIT",
];
const plain = { value: "", label: "An error that nothing retries" };
const plainFailure: StepFailure = { reason: askedToFail, exception: null, attempts: null };

/** Tells a step to fail: its on-failure steps run, its retry policies are tried. */
export function FailSwitch({ step: { key, iteration } }: { readonly step: SimulatedStep }) {
  const run = useRun();
  const readOnly = useEditorState((state) => state.readOnly);
  const kept = useEditorState(({ document }) => document.samples.get(key));
  const all = readStepSample(kept);
  const own = iteration === null ? null : (all.iterations.get(iteration.index)?.fails ?? null);
  const failure = own ?? all.fails;
  // Of a loop's step one item fails; all of them where that was said before.
  const index = iteration === null || (own === null && all.fails !== null) ? null : iteration.index;
  const visit = useVisit(`Set why ${key} fails`, failureWriter(key, index));
  const set = (next: StepFailure | null) => run(setStepFails, { step: key, failure: next, iteration: index });
  return (
    <div className="sw-fail-switch">
      <Toggle
        checked={failure !== null}
        readOnly={readOnly}
        onChange={({ detail }) => set(detail.checked ? plainFailure : null)}
      >
        Fails
      </Toggle>
      {failure !== null && (
        <>
          <VisitKeys visit={visit}>
            <Input
              value={failure.reason}
              ariaLabel="Reason of the failure"
              readOnly={readOnly}
              spellcheck={false}
              onChange={({ detail }) => visit.set({ ...failure, reason: detail.value })}
              onBlur={visit.commit}
            />
          </VisitKeys>
          <Select
            selectedOption={failure.exception === null ? plain : { value: failure.exception, label: failure.exception }}
            options={[plain, ...errors.map((value) => ({ value, label: value }))]}
            ariaLabel="Error for retry policies"
            readOnly={readOnly}
            expandToViewport
            onChange={({ detail }) => set({ ...failure, exception: detail.selectedOption.value || null })}
          />
          {failure.exception !== null && (
            <Select
              selectedOption={timesOption(failure.attempts)}
              options={[null, 1, 2, 3, 5, 10].map(timesOption)}
              ariaLabel="How many attempts fail"
              readOnly={readOnly}
              expandToViewport
              onChange={({ detail }) => set({ ...failure, attempts: Number(detail.selectedOption.value) || null })}
            />
          )}
        </>
      )}
    </div>
  );
}

function timesOption(attempts: number | null): { value: string; label: string } {
  if (attempts === null) return { value: "0", label: "every attempt" };
  return { value: String(attempts), label: attempts === 1 ? "the first attempt" : `the first ${attempts} attempts` };
}
