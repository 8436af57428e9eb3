import { describe, expect, it } from "vitest";
import { lookup } from "../pipeline/definition/byName";
import { parseDefinition } from "../pipeline/definition/parse";
import { declaredParameters, parameterText, sampleParameter } from "../pipeline/simulate/values/parameters";
import { corpus } from "../testing/fixtures";
import { begin, type Call, create, regionAt, start } from "../testing/regionCalls";

interface Listed {
  readonly StepName: string;
  readonly StepStatus: string;
  readonly Metadata?: { readonly Callback?: { readonly CallbackToken: string } };
}

async function stepsOf(call: Call, PipelineExecutionArn: string): Promise<readonly Listed[]> {
  const listed: Listed[] = [];
  for (let NextToken: unknown; ; ) {
    const { body } = await call("ListPipelineExecutionSteps", { PipelineExecutionArn, NextToken });
    listed.push(...(body.PipelineExecutionSteps as Listed[]));
    NextToken = body.NextToken;
    if (NextToken === undefined) return listed;
  }
}

/** What a person has to give beside what is mandatory: the loop reads a member of each item. */
const given: Readonly<Record<string, readonly { readonly Name: string; readonly Value: string }[]>> = {
  "for-each-region": [{ Name: "Items", Value: '[{"name": "eu"}, {"name": "us"}]' }],
};

/** Steps that have to fail, for what their own document says: the fourth item is a number, and is asked for its `uri`. */
const mistaken: Readonly<Record<string, readonly string[]>> = { "for-each-list": ["CleanAll", "CleanOne-3"] };

/** A value for each parameter that has none, as a person would give it. */
function mandatory(text: string) {
  const parsed = parseDefinition(text);
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return declaredParameters(parsed.value)
    .filter(({ defaultValue }) => defaultValue === undefined)
    .map((parameter) => ({ Name: parameter.name, Value: parameterText(sampleParameter(parameter)) }));
}

describe("every definition of the corpus", () => {
  it("is more than thirty", () => {
    expect(corpus().length).toBeGreaterThan(30);
  });

  it.each(corpus().map(({ name, text, graph }) => [name, text, graph.steps] as const))(
    "%s runs to its end in the local region",
    async (name, text, known) => {
      const clock = { now: begin };
      const { call } = regionAt(clock);
      expect(await create(call, "p", [], { PipelineDefinition: text })).toMatchObject({ status: 200 });
      const PipelineExecutionArn = await start(call, "p", {
        PipelineParameters: [...mandatory(text), ...(lookup(given, name) ?? [])],
      });
      const status = async () => (await call("DescribePipelineExecution", { PipelineExecutionArn })).body;
      const answered = new Set<string>();
      for (let round = 0; (await status()).PipelineExecutionStatus === "Executing"; round++) {
        if (round > 500) throw new Error("It does not end.");
        clock.now += 1000;
        for (const { Metadata } of await stepsOf(call, PipelineExecutionArn)) {
          const CallbackToken = Metadata?.Callback?.CallbackToken;
          if (CallbackToken === undefined || answered.has(CallbackToken)) continue;
          answered.add(CallbackToken);
          const OutputParameters = callbackOutputs(text).map(([Name, Value]) => ({ Name, Value }));
          expect(await call("SendPipelineExecutionStepSuccess", { CallbackToken, OutputParameters })).toMatchObject({
            status: 200,
          });
        }
      }
      const { PipelineExecutionStatus } = await status();
      const steps = await stepsOf(call, PipelineExecutionArn);
      const unfinished = steps.filter(({ StepStatus }) => !["Succeeded", "Failed"].includes(StepStatus));
      expect(unfinished).toEqual([]);
      // A Fail step on the way that the samples take ends it as its author meant.
      const fails = known.filter(({ type }) => type === "Fail").map((step) => step.name);
      const expected = [...fails, ...(lookup(mistaken, name) ?? [])];
      const failed = steps.filter(({ StepStatus }) => StepStatus === "Failed").map(({ StepName }) => StepName);
      expect(failed.filter((step) => !expected.includes(step))).toEqual([]);
      expect(PipelineExecutionStatus).toBe(failed.length > 0 ? "Failed" : "Succeeded");
    },
  );
});

/** What the callbacks of a definition declare, with a value of each type. */
function callbackOutputs(text: string): readonly (readonly [name: string, value: string])[] {
  const values: Readonly<Record<string, string>> = { String: "yes", Integer: "1", Float: "0.5", Boolean: "true" };
  const definition = JSON.parse(text) as { Steps: { Type: string; OutputParameters?: Record<string, string>[] }[] };
  return definition.Steps.filter(({ Type }) => Type === "Callback").flatMap(({ OutputParameters = [] }) =>
    OutputParameters.map(
      ({ OutputName = "", OutputType = "" }) => [OutputName, lookup(values, OutputType) ?? ""] as const,
    ),
  );
}
