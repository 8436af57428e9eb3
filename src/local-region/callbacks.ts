/** Answers to steps that wait for someone: a callback, by the token that its message carries. */
import type { Call, Operation } from "./call";
import { invalid, notFound } from "./errors";
import { type Input, optionalText, requiredText, structures } from "./input";
import type { Execution } from "./lookup";
import { timelineFor } from "./progress";
import { fingerprintOf, tokenReused } from "./requests";
import type { Attempt, StepAnswer } from "./state/records";
import type { TimedStep } from "./timedStep";
import { withLastAttempt } from "./withExecution";

const mostOutputs = 50;

export const sendPipelineExecutionStepSuccess: Operation = (call, input) => {
  const outputs = structures(input, "OutputParameters", mostOutputs).map((output) => ({
    Name: requiredText(output, "Name", "outputName"),
    Value: requiredText(output, "Value", "parameterValue"),
  }));
  const doubled = outputs.find(({ Name }, index) => outputs.findIndex((other) => other.Name === Name) !== index);
  if (doubled !== undefined) throw invalid(`Output parameters must be unique. Duplicate output '${doubled.Name}'.`);
  return answer(call, input, { outputs, failureReason: null });
};

export const sendPipelineExecutionStepFailure: Operation = (call, input) => {
  const failureReason = optionalText(input, "FailureReason", "callbackFailure") ?? "";
  return answer(call, input, { outputs: null, failureReason });
};

function answer(call: Call, input: Input, end: Pick<StepAnswer, "outputs" | "failureReason">) {
  const callback = requiredText(input, "CallbackToken", "callbackToken");
  const token = optionalText(input, "ClientRequestToken", "token") ?? null;
  const fingerprint = fingerprintOf(input);
  const found = stepWaiting(call, callback);
  if (found === null) throw notFound(`Callback token '${callback}' does not exist.`);
  const { execution, step, attempt } = found;
  const before = attempt.answers?.find((one) => one.step === step.end.name);
  if (before !== undefined) {
    if (token === null || before.token !== token) {
      throw invalid(`Callback token '${callback}' was answered before: step '${step.end.name}' has ended.`);
    }
    if (before.fingerprint !== fingerprint) throw tokenReused();
    return { PipelineExecutionArn: execution.arn };
  }
  const given: StepAnswer = { step: step.end.name, at: call.now, ...end, token, fingerprint };
  const change = (last: Attempt) => ({ ...last, answers: [...(last.answers ?? []), given] });
  call.store.put(withLastAttempt(found, change));
  return { PipelineExecutionArn: execution.arn };
}

interface WaitingStep extends Execution {
  readonly step: TimedStep;
  readonly attempt: Attempt;
}

/** The step that was given a token, in the last attempt of its execution. */
function stepWaiting(call: Call, token: string): WaitingStep | null {
  for (const pipeline of call.store.pipelines(call.region)) {
    if (!pipeline.versions.some(({ definition }) => definition.includes('"Callback"'))) continue;
    for (const execution of pipeline.executions.toReversed()) {
      const attempt = execution.attempts.at(-1);
      const step = timelineFor({ pipeline, execution }).steps.find(({ callbackToken }) => callbackToken === token);
      if (step !== undefined && attempt !== undefined && step.startedAt <= call.now)
        return { pipeline, execution, step, attempt };
    }
  }
  return null;
}
