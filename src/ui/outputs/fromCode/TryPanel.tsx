import "./TryPanel.css";
import Button from "@cloudscape-design/components/button";
import Textarea from "@cloudscape-design/components/textarea";
import { useMemo, useState } from "react";
import type { FunctionEnd } from "../../../contract/handlers";
import { targetLabel } from "../../../contract/target";
import { errorInWords } from "../../../contract/toDisplayError";
import { keepAsSample } from "../../../editor/commands/samples/samples";
import { targetOf } from "../../../editor/runs/executions/createExecutions";
import { simulatedEvent } from "../../../editor/runs/handlers/simulatedEvent";
import { get, text } from "../../../pipeline/definition/value";
import { outputsReturned } from "../../../pipeline/steps/runs/values/returnedOutputs";
import { FieldProblem } from "../../kit/FieldProblem";
import { useInspectedStep, useStep } from "../../kit/inspectedStep";
import { Note } from "../../kit/paragraphs";
import { useRun } from "../../kit/useCommands";
import { useEditorState, useWorkspace } from "../../kit/useWorkspace";
import { CodeBox } from "./CodeBox";
import { useHandlers } from "./useHandlers";

/** Calls the function of the step once, with what the simulation would send it; what it gives can be kept as the samples. */
export function TryPanel() {
  const { editor } = useWorkspace();
  const { stepKey } = useInspectedStep();
  const step = useStep(stepKey);
  const name = text(get(step, "Name")) ?? "";
  const [handlers, { attached }] = useHandlers();
  const first = useMemo(() => simulatedEvent(editor.store.getState().document, stepKey), [editor, stepKey]);
  const [event, setEvent] = useState(first);
  const [end, setEnd] = useState<FunctionEnd | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(false);
  const why = whyNotEvent(event);
  const target = targetOf(editor);
  const isReal = target.kind === "aws";
  const functionArn = text(get(step, "FunctionArn")) ?? "";
  const [isAsked, setAsked] = useState(false);
  const run = async () => {
    if (handlers === null) return;
    setAsked(false);
    setRunning(true);
    setTrouble(null);
    setEnd(null);
    const result = await (isReal
      ? handlers.invoke(target, event, functionArn)
      : handlers.tryOut(name, event, functionArn));
    setRunning(false);
    if (result.ok) setEnd(result.value);
    else if (result.error.operation === undefined) setTrouble(result.error.message);
    else setTrouble(errorInWords(result.error));
  };
  return (
    <CodeBox>
      {isReal ? (
        <Note>
          The real function is called once, at {targetLabel(target)}, with this event: what the simulation would send
          it.
        </Note>
      ) : attached.has(name) ? (
        <Note>Its code runs once, in the local region, with this event: what the simulation would send it.</Note>
      ) : (
        <Note>
          No code is attached to {name}: under Read from code, let it run in the local region. Then try it here.
        </Note>
      )}
      <Textarea
        ariaLabel="Event"
        value={event}
        rows={Math.min(12, event.split("\n").length + 1)}
        spellcheck={false}
        disableBrowserAutocorrect
        onChange={({ detail }) => setEvent(detail.value)}
      />
      {why !== null && <FieldProblem severity="error">{why}</FieldProblem>}
      <div className="sw-try-actions">
        <Button
          variant="primary"
          disabled={(isReal ? functionArn === "" : !attached.has(name)) || why !== null || isAsked}
          loading={isRunning}
          loadingText="It runs"
          onClick={() => (isReal ? setAsked(true) : void run())}
        >
          {isReal ? "Call the function…" : "Run it once"}
        </Button>
        {event !== first && (
          <Button variant="inline-link" onClick={() => setEvent(first)}>
            The simulated event again
          </Button>
        )}
      </div>
      {isAsked && (
        <div className="sw-try-question" role="group" aria-label="Call the real function?">
          <p>
            <strong>Really call {functionArn}?</strong> It does what it does in a pipeline: it may write, and cost.
          </p>
          <div className="sw-try-actions">
            <Button variant="primary" onClick={() => void run()}>
              Call it
            </Button>
            <Button variant="link" onClick={() => setAsked(false)}>
              Not now
            </Button>
          </div>
        </div>
      )}
      {trouble !== null && (
        <FieldProblem severity="error" role="alert">
          {trouble}
        </FieldProblem>
      )}
      {end !== null && <Ended end={end} stepKey={stepKey} />}
    </CodeBox>
  );
}

/** What the function gave, and what SageMaker would make of it. */
function Ended({ end, stepKey }: { readonly end: FunctionEnd; readonly stepKey: string }) {
  const run = useRun();
  const step = useStep(stepKey);
  const readOnly = useEditorState((state) => state.readOnly);
  const returned = end.value === null ? null : outputsReturned(step, end.value);
  const outputs = returned?.ok === true ? returned.outputs : [];
  return (
    <section className="sw-try-end" aria-label="What it gave" aria-live="polite">
      <h4>{end.value === null ? "It failed" : "It returned"}</h4>
      <pre className="sw-try-text">{end.value ?? end.failure}</pre>
      {returned?.ok === false && (
        <FieldProblem severity="error">In a pipeline the step would fail: {returned.reason}</FieldProblem>
      )}
      {returned?.ok === true &&
        returned.notes.map((note) => (
          <FieldProblem key={note} severity="warning">
            {note}
          </FieldProblem>
        ))}
      {outputs.length > 0 && (
        <div>
          <Button
            disabled={readOnly}
            onClick={() =>
              run(keepAsSample, {
                step: stepKey,
                outputs: outputs.map(({ Name, Value }) => ({ name: Name, text: Value })),
              })
            }
          >
            Keep as the sample
          </Button>
        </div>
      )}
      {end.log !== "" && (
        <>
          <h4>Log</h4>
          <pre className="sw-try-text">{end.log}</pre>
        </>
      )}
    </section>
  );
}

function whyNotEvent(event: string): string | null {
  try {
    JSON.parse(event);
    return null;
  } catch (error) {
    return `The event is no JSON: ${error instanceof Error ? error.message : ""}`;
  }
}
