import "./FailToggle.css";
import { setStepFails } from "../../../editor/commands/samples/samples";
import { askedToFail, readStepSample } from "../../../pipeline/steps/runs/values/stepSample";
import { useEditorState } from "../../kit/useWorkspace";
import { useKit } from "../kit";

/** On a card's lower edge while the simulation is open, and as long as it is on: the step fails there, and when it is run locally. */
export default function FailToggle({ step, name }: { readonly step: string; readonly name: string }) {
  const { run } = useKit();
  const readOnly = useEditorState((state) => state.readOnly);
  const fails = useEditorState(({ document }) => readStepSample(document.samples.get(step)).fails !== null);
  const failure = fails ? null : { reason: askedToFail, exception: null, attempts: null };
  return (
    <button
      type="button"
      role="switch"
      aria-checked={fails}
      aria-label={`Fail ${name}`}
      className={`sw-fail-toggle nodrag ${fails ? "is-on" : ""}`}
      disabled={readOnly}
      title={`Fail this step in the simulation and in the local region, and watch what runs on failure`}
      onClick={(event) => {
        event.stopPropagation();
        run(setStepFails, { step, failure, iteration: null });
      }}
    >
      {fails ? "✕ fails" : "fail this step"}
    </button>
  );
}
