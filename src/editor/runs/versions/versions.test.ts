import { beforeEach, describe, expect, it } from "vitest";
import { localTarget } from "../../../contract/target";
import type { PipelineDocument } from "../../../pipeline/definition/document";
import { serialise } from "../../../pipeline/definition/serialise";
import { documentOf } from "../../../testing/load";
import { createLocalClient, type LocalClient } from "../../../testing/localClient";
import { lambda } from "../../../testing/steps";
import { localRole } from "../deploy/role";
import { openDeployed } from "./openDeployed";
import { readDeployed, readVersions } from "./readDeployed";
import { readDrift } from "./readDrift";

const ours = documentOf([lambda("Prep")]);
const theirs = documentOf([lambda("Prep"), lambda("Theirs")]);
const { name } = ours;
let local: LocalClient;

async function deploy({ definition }: PipelineDocument): Promise<void> {
  const text = serialise(definition);
  const intent = { target: localTarget, pipelineName: name, definition: text, roleArn: localRole };
  const plan = await local.client.plan(intent);
  if (!plan.ok) throw new Error(plan.error.message);
  const approved = { ...intent, approved: plan.value.fingerprint, anyway: true, token: crypto.randomUUID() };
  const deployed = await local.client.deploy(approved);
  if (!deployed.ok) throw new Error(deployed.error.message);
}
const someoneDeploys = ({ definition }: PipelineDocument) =>
  local.someoneElse.write.updatePipeline({ PipelineName: name, PipelineDefinition: serialise(definition) });
const drift = () => readDrift(local.client, localTarget, ours);

beforeEach(async () => {
  local = createLocalClient();
  await deploy(ours);
});

describe("what is deployed", () => {
  it("is read now, and in each version, the newest first", async () => {
    await someoneDeploys(theirs);
    expect((await readVersions(local.client, localTarget, name)).map(({ id }) => id)).toEqual([2, 1]);
    const [now, first] = [
      await readDeployed(local.client, localTarget, name),
      await readDeployed(local.client, localTarget, name, 1),
    ];
    expect(now).toMatchObject({ label: "Deployed to Local region", document: { definition: theirs.definition } });
    expect(first).toMatchObject({ label: "Version 1 of Local region", document: { definition: ours.definition } });
  });

  it("is said to be nothing where nothing is", async () => {
    expect(await readDeployed(local.client, localTarget, "nobody")).toBe(
      "There is no such pipeline nobody at the target Local region. Deploy it first, or choose another target.",
    );
    expect(await readVersions(local.client, localTarget, "nobody")).toEqual([]);
  });
});

describe("drift", () => {
  it("is what others changed since it was deployed from here, until it is deployed again", async () => {
    expect(await drift()).toBeNull();
    await someoneDeploys(theirs);
    expect(await drift()).toMatchObject({
      before: { document: { definition: ours.definition } },
      after: { label: "Local region now", document: { definition: theirs.definition } },
    });
    await deploy(ours);
    expect(await drift()).toBeNull();
  });

  it("begins anew with what is opened", async () => {
    await someoneDeploys(theirs);
    let opened: PipelineDocument | null = null;
    const openNew = (make: (id: string) => PipelineDocument) => {
      opened = make("new");
    };
    expect(await openDeployed(local.client, { openNew }, localTarget, name)).toBeNull();
    expect(opened).toMatchObject({ id: "new", name, definition: theirs.definition, settings: { target: "local" } });
    expect(await drift()).toBeNull();
    await someoneDeploys(ours);
    expect(await drift()).toMatchObject({ before: { document: { definition: theirs.definition } } });
  });
});
