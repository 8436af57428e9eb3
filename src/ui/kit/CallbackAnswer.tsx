import "./CallbackAnswer.css";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { StepRun } from "../../contract/executions";
import { outputsOfCallback, refusalOfOutput } from "../../editor/runs/executions/callbackOutputs";
import type { ShownExecution } from "../../editor/runs/executions/shownExecution";
import { FieldProblem } from "./FieldProblem";
import { useWorkspace } from "./useWorkspace";

interface Props {
  readonly shown: ShownExecution;
  readonly step: StepRun;
  readonly callbackToken: string;
  /** Called once the answer was taken. */
  readonly onAnswered?: () => void;
}

/** Approves or rejects a callback that waits, with the outputs that it declares. */
export function CallbackAnswer({ shown, step, callbackToken, onAnswered }: Props) {
  const { runs } = useWorkspace();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [isSent, setSent] = useState(false);
  const outputs = outputsOfCallback(shown, step.name);
  const refusals = outputs.map((output) => refusalOfOutput(output, values[output.name] ?? ""));
  const send = async (answer: Parameters<typeof runs.answer>[1]) => {
    setSent(true);
    setError(null);
    const failure = await runs.answer(callbackToken, answer);
    setSent(false);
    setError(failure?.message ?? null);
    if (failure === null) onAnswered?.();
  };
  const approve = () => {
    setTried(true);
    if (refusals.some((refusal) => refusal !== null)) return;
    void send({ outputs: outputs.map(({ name }) => ({ name, value: values[name] ?? "" })) });
  };
  const reject = () => void send({ failureReason: reason.trim() === "" ? "Rejected." : reason.trim() });
  return (
    <section className="sw-callback-answer" aria-label={`Answer ${step.name}`}>
      <h4>{step.name} waits for an answer</h4>
      {error !== null && (
        <FieldProblem severity="error" role="alert">
          {error}
        </FieldProblem>
      )}
      <SpaceBetween size="xs">
        {outputs.map(({ name, type }, index) => (
          <FormField
            key={name}
            label={`${name} (${type})`}
            errorText={isTried ? (refusals[index] ?? undefined) : undefined}
            stretch
          >
            <Input
              value={values[name] ?? ""}
              inputMode={type === "Integer" ? "numeric" : type === "Float" ? "decimal" : "text"}
              spellcheck={false}
              autoComplete={false}
              onChange={({ detail }) => setValues({ ...values, [name]: detail.value })}
            />
          </FormField>
        ))}
        <FormField label="Reason, where it is rejected" stretch>
          <Input value={reason} onChange={({ detail }) => setReason(detail.value.slice(0, 256))} />
        </FormField>
        <SpaceBetween size="xs" direction="horizontal">
          <Button variant="primary" disabled={isSent} onClick={approve}>
            Approve
          </Button>
          <Button disabled={isSent} onClick={reject}>
            Reject
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </section>
  );
}
