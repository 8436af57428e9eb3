import { beforeEach, describe, expect, it } from "vitest";
import { localTarget } from "../../../contract/target";
import { definitionOf } from "../../../testing/load";
import { createLocalClient, type LocalClient } from "../../../testing/localClient";
import { declares, lambda } from "../../../testing/steps";
import { sourcesFor, standingOf } from "./selectedRun";

const prep = lambda("Prep", { OutputParameters: declares({ path: "String" }) });
const reads = (name: string, from: string) => ({
  ...lambda(name, { OutputParameters: declares({ path: "String" }) }),
  Arguments: { path: { Get: `Steps.${from}.OutputParameters['path']` } },
});
const definition = definitionOf({
  Version: "2020-12-01",
  Metadata: {},
  Parameters: [],
  Steps: [prep, reads("Train", "Prep"), reads("Report", "Train")],
});

describe("some steps chosen to run alone", () => {
  it("stand with their gaps in words, and with what they need of others", () => {
    expect(standingOf(definition, ["Report", "Prep"])).toEqual({
      steps: ["Prep", "Report"],
      gaps: ["Train"],
      gapInWords: "Train lies on the way from Prep to Report: it has to run too.",
      needed: ["Train"],
    });
    expect(standingOf(definition, ["Train", "Report"])).toMatchObject({ gaps: [], gapInWords: null, needed: ["Prep"] });
  });
});

describe("executions that results could be taken from", () => {
  let local: LocalClient;
  const start = async (only?: { source: string | null; steps: string[] }, description?: string) => {
    const token = crypto.randomUUID();
    const started = await local.client.startExecution({
      ...{ target: localTarget, pipeline: "churn", parameters: [], token },
      ...(only && { only }),
      ...(description !== undefined && { description }),
    });
    if (!started.ok) throw new Error(started.error.message);
    return started.value.executionArn;
  };
  beforeEach(async () => {
    local = createLocalClient();
    expect(await sourcesFor(local.client, localTarget, "churn", ["Prep"])).toEqual([]);
    const text = JSON.stringify(definition);
    const roleArn = "arn:aws:iam::111122223333:role/StepwireLocal";
    const plan = await local.client.plan({ target: localTarget, pipelineName: "churn", definition: text, roleArn });
    if (!plan.ok) throw new Error(plan.error.message);
    const token = crypto.randomUUID();
    const request = { target: localTarget, pipelineName: "churn", definition: text, roleArn, token };
    const deployed = await local.client.deploy({ ...request, approved: plan.value.fingerprint });
    if (!deployed.ok) throw new Error(deployed.error.message);
  });

  it("have ended, and each says which of the needed steps did not succeed in it", async () => {
    const good = await start();
    local.pass(10);
    const bad = await start(undefined, "stepwire:fail=Prep");
    local.pass(10);
    await start();
    const found = await sourcesFor(local.client, localTarget, "churn", ["Prep"]);
    expect(found.map(({ execution, missing }) => [execution.arn, missing])).toEqual([
      [bad, ["Prep"]],
      [good, []],
    ]);
  });

  it("give their results to the steps that run alone", async () => {
    const source = await start();
    local.pass(10);
    const executionArn = await start({ source, steps: ["Train", "Report"] });
    local.pass(10);
    const listed = await local.client.listSteps({ target: localTarget, executionArn });
    const metadata = listed.ok ? listed.value.steps.map(({ name, status }) => [name, status]) : [];
    expect(metadata).toEqual(
      expect.arrayContaining([
        ["Train", "Succeeded"],
        ["Report", "Succeeded"],
      ]),
    );
  });
});
