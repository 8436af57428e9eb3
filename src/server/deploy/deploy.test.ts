import { beforeEach, describe, expect, it } from "vitest";
import type { DeployIntent } from "../../contract/deploy";
import { OperationError } from "../../contract/operationError";
import { createFakeSageMaker, type FakeSageMaker } from "../../testing/fakeSageMaker";
import { localClients } from "../aws/clients";
import type { Region } from "../aws/region";
import { usualLimits } from "../aws/timeLimits";
import type { Check } from "./check";
import { deploy } from "./deploy";
import { planFor } from "./plan";

const token = "11111111-2222-3333-4444-555555555555";
const roleArn = "arn:aws:iam::111122223333:role/SageMakerRole";
const definition = (...steps: string[]) =>
  JSON.stringify({ Version: "2020-12-01", Steps: steps.map((Name) => ({ Name, Type: "Fail", Arguments: {} })) });
const intentFor = (text: string): DeployIntent => ({
  target: { kind: "local" },
  pipelineName: "churn",
  definition: text,
  roleArn,
});
const noProblems: Check = async () => [];

let fake: FakeSageMaker;
let region: Region;
beforeEach(() => {
  fake = createFakeSageMaker();
  region = localClients(fake, { ...usualLimits, pauses: [1, 1] });
});

async function approve(intent: DeployIntent, check = noProblems): Promise<string> {
  return (await planFor(region, intent, check)).fingerprint;
}

async function deployApproved(intent: DeployIntent, approved: string, check = noProblems, anyway = false) {
  fake.calls.length = 0;
  return deploy(region, intent, { approved, anyway, token }, check);
}

async function errorOf(deploying: Promise<unknown>) {
  const thrown = await deploying.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof OperationError)) throw new Error(`Expected an OperationError, got ${String(thrown)}`);
  return thrown.error;
}

describe("deploying", () => {
  it("creates, updates, and leaves alone what is the same already", async () => {
    const first = intentFor(definition("A"));
    expect((await deployApproved(first, await approve(first))).outcome).toBe("created");
    const second = intentFor(definition("A", "B"));
    expect(await deployApproved(second, await approve(second))).toMatchObject({ outcome: "updated", versionId: 2 });
    expect((await deployApproved(second, await approve(second))).outcome).toBe("unchanged");
    expect(fake.calls).toEqual(["ListPipelineVersions", "DescribePipeline"]);
    expect(fake.pipelines.get("churn")?.definition).toBe(second.definition);
  });

  it("stops when someone changed the pipeline since the plan", async () => {
    const first = intentFor(definition("A"));
    await deployApproved(first, await approve(first));
    const ours = intentFor(definition("A", "B"));
    const approved = await approve(ours);
    fake.pipelines.set("churn", { definition: definition("Theirs"), roleArn, lastModified: 1_800_000_000 });
    expect((await errorOf(deployApproved(ours, approved))).kind).toBe("stale");
    expect(fake.calls).toEqual(["ListPipelineVersions", "DescribePipeline"]);
    expect(fake.pipelines.get("churn")?.definition).toBe(definition("Theirs"));
  });

  it("stops when the definition is not the one that was approved", async () => {
    const approved = await approve(intentFor(definition("A")));
    expect((await errorOf(deployApproved(intentFor(definition("B")), approved))).kind).toBe("stale");
    expect(fake.pipelines.size).toBe(0);
  });

  it("stops when someone created a pipeline of this name in the same moment", async () => {
    const ours = intentFor(definition("A"));
    const approved = await approve(ours);
    fake.meanwhile = (operation) => {
      if (operation !== "CreatePipeline") return;
      fake.pipelines.set("churn", { definition: definition("Theirs"), roleArn, lastModified: 1 });
    };
    expect((await errorOf(deployApproved(ours, approved))).kind).toBe("stale");
    expect(fake.pipelines.get("churn")?.definition).toBe(definition("Theirs"));
  });

  it("writes nothing while there are errors, unless told to", async () => {
    const problem = { code: "cycle", severity: "error", step: "A", path: "", message: "A waits for itself." } as const;
    const broken: Check = async () => [problem];
    const ours = intentFor(definition("A"));
    const approved = await approve(ours, broken);
    expect(await errorOf(deployApproved(ours, approved, broken))).toMatchObject({
      kind: "problems",
      problems: [problem],
    });
    expect(fake.pipelines.size).toBe(0);
    expect((await deployApproved(ours, approved, broken, true)).outcome).toBe("created");
  });

  it("sends a write once, and says that it succeeded when only the answer was lost", async () => {
    const first = intentFor(definition("A"));
    const approvedCreate = await approve(first);
    fake.faults.push({ operation: "CreatePipeline", fault: "after" });
    expect((await deployApproved(first, approvedCreate)).outcome).toBe("created");
    expect(fake.calls.filter((call) => call === "CreatePipeline")).toHaveLength(1);

    const second = intentFor(definition("A", "B"));
    const approvedUpdate = await approve(second);
    fake.faults.push({ operation: "UpdatePipeline", fault: "after" });
    expect((await deployApproved(second, approvedUpdate)).outcome).toBe("updated");
    expect(fake.calls.filter((call) => call === "UpdatePipeline")).toHaveLength(1);
  });

  it("says that nothing changed when the write did not happen", async () => {
    const ours = intentFor(definition("A"));
    const approved = await approve(ours);
    fake.faults.push({ operation: "CreatePipeline", fault: "before" });
    expect(await errorOf(deployApproved(ours, approved))).toMatchObject({
      kind: "broken",
      operation: "CreatePipeline",
      unchanged: true,
    });
    expect(fake.pipelines.size).toBe(0);
  });

  it("says that it is not certain when someone else wrote right after", async () => {
    const ours = intentFor(definition("A"));
    const approved = await approve(ours);
    let described = 0;
    fake.meanwhile = (operation) => {
      if (operation !== "DescribePipeline" || ++described < 2) return;
      fake.pipelines.set("churn", { definition: definition("Theirs"), roleArn, lastModified: 1 });
    };
    expect((await errorOf(deployApproved(ours, approved))).kind).toBe("uncertain");
  });

  it("sends a large definition to the local region by itself: it takes all that the API takes", async () => {
    const large = intentFor(definition("A".repeat(110_000)));
    expect((await planFor(region, large, noProblems)).upload).toBeNull();
    expect((await deployApproved(large, await approve(large))).outcome).toBe("created");
  });
});

describe("a plan of three: as deployed from here, as it is there now, as it is to be", () => {
  const step = (Name: string, ErrorMessage: string) => ({ Name, Type: "Fail", Arguments: { ErrorMessage } });
  const text = (...steps: object[]) => JSON.stringify({ Version: "2020-12-01", Steps: steps });
  const a = step("A", "no");
  const deployedHere = async (now: string, more: Partial<DeployIntent> = {}) => {
    const intent = { ...intentFor(now), ...more };
    return deployApproved(intent, await approve(intent));
  };
  const theirs = (now: string, role = roleArn) =>
    fake.pipelines.set("churn", { definition: now, roleArn: role, lastModified: 1_800_000_000 });
  const driftTo = async (now: string, more: Partial<DeployIntent> = {}) =>
    (await planFor(region, { ...intentFor(now), ...more }, noProblems)).drift;

  it("says nothing where nobody else changed anything, and does not know where it never deployed", async () => {
    await deployedHere(text(a));
    const plan = await planFor(region, intentFor(text(a, step("B", "x"))), noProblems);
    expect([plan.drift, plan.lastFromHere === plan.deployed?.lastModified]).toEqual([null, true]);
    region = localClients(fake);
    expect(await planFor(region, intentFor(text(a)), noProblems)).toMatchObject({ drift: null, lastFromHere: null });
  });

  it("tells what someone else changed and this deploy would undo, apart from one's own changes", async () => {
    await deployedHere(text(a, step("B", "old")));
    theirs(text(a, step("B", "theirs"), step("C", "new")), "arn:aws:iam::111122223333:role/Theirs");
    const drift = await driftTo(text(step("A", "mine"), step("B", "old")));
    expect(drift?.takenBack.steps.map(({ name, change }) => `${name} ${change}`)).toEqual(["B changed", "C removed"]);
    expect(drift?.takenBack.steps[0]?.fields).toMatchObject([{ before: '"theirs"', after: '"old"' }]);
    expect(drift?.takenBack.role).toEqual({ before: "arn:aws:iam::111122223333:role/Theirs", after: roleArn });
    expect(drift?.contested).toEqual([]);
    const kept = JSON.parse(drift?.merged ?? "").Steps.map((each: typeof a) => each.Arguments.ErrorMessage);
    expect(kept).toEqual(["mine", "theirs", "new"]);
  });

  it("tells where both changed the same, and what stood there before", async () => {
    await deployedHere(text(step("A", "old")));
    theirs(text(step("A", "theirs")));
    const drift = await driftTo(text(step("A", "mine")));
    expect(drift?.contested).toMatchObject([{ step: "A", base: '"old"', there: '"theirs"', here: '"mine"' }]);
    expect(drift?.takenBack.steps).toEqual([]);
  });

  it("says nothing where both made the same of it", async () => {
    await deployedHere(text(a));
    theirs(text(a, step("B", "x")));
    expect(await driftTo(text(a, step("B", "x")))).toBeNull();
  });
});
