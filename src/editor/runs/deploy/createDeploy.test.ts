import { beforeEach, describe, expect, it } from "vitest";
import { intentTokens } from "../../../contract/intentTokens";
import type { PipelineTag } from "../../../pipeline/definition/document";
import { serialise } from "../../../pipeline/definition/serialise";
import { setSettings } from "../../../pipeline/edits/document";
import { setField } from "../../../pipeline/edits/fields";
import { documentOf } from "../../../testing/load";
import { createLocalClient, type LocalClient } from "../../../testing/localClient";
import { fakeTokenStorage } from "../../../testing/workspace";
import { createEditor, type Editor } from "../../session/createEditor";
import { createDialogs } from "../../session/dialogs";
import { beginDeploy, type Deploy, type DeployOptions, type DeployStage } from "./createDeploy";
import { readDeployedState, undeployedParameters } from "./deployedState";
import { whyNotRole } from "./role";

const lambda = {
  Name: "Prep",
  Type: "Lambda",
  Arguments: { prefix: "churn" },
  FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:prep",
};

let local: LocalClient;
let editor: Editor;
let tokens: ReturnType<typeof intentTokens>;
let made: number;
beforeEach(() => {
  local = createLocalClient();
  editor = createEditor(documentOf([lambda]));
  made = 0;
  tokens = intentTokens(fakeTokenStorage(), () => `00000000-0000-0000-0000-${String(++made).padStart(12, "0")}`);
});

const begin = (of = editor, more: Partial<DeployOptions> = {}) =>
  beginDeploy({ editor: of, calls: local.client, tokens, dialogs: createDialogs(), start: async () => null, ...more });

function until<At extends DeployStage["at"]>(deploy: Deploy, at: At): Promise<Extract<DeployStage, { at: At }>> {
  const present = deploy.store.getState();
  if (present.at === at) return Promise.resolve(present as Extract<DeployStage, { at: At }>);
  return new Promise((resolve) => {
    const stop = deploy.store.subscribe((stage) => {
      if (stage.at !== at) return;
      stop();
      resolve(stage as Extract<DeployStage, { at: At }>);
    });
  });
}

async function deployNow(): Promise<Extract<DeployStage, { at: "done" }>> {
  const deploy = begin();
  await until(deploy, "plan");
  await deploy.confirm();
  return until(deploy, "done");
}

describe("a deploy that is told to go on at once", () => {
  it("writes its first plan without being confirmed, and starts what it deployed", async () => {
    const started: string[] = [];
    const start = async (_: unknown, pipeline: string) => {
      started.push(pipeline);
      return null;
    };
    const deploy = begin(editor, { atOnce: true, start, thenStart: { parameters: [], displayName: "" } });
    expect((await until(deploy, "done")).deployed?.outcome).toBe("created");
    expect(started).toEqual(["test-pipeline"]);
  });

  it("stops at errors all the same", async () => {
    const broken = createEditor(
      documentOf([{ ...lambda, Arguments: { a: { Get: "Steps.Gone.OutputParameters['x']" } } }]),
    );
    const deploy = begin(broken, { atOnce: true });
    expect((await until(deploy, "problems")).problems.length).toBeGreaterThan(0);
    expect(local.called).not.toContain("deploy");
  });
});

describe("a deploy to the local region", () => {
  it("shows the plan at once, creates, then updates what changed, then has nothing to do", async () => {
    const first = begin();
    const { plan } = await until(first, "plan");
    expect([plan.kind, plan.steps.map(({ name, change }) => `${name} ${change}`)]).toEqual(["create", ["Prep added"]]);
    await first.confirm();
    expect((await until(first, "done")).deployed).toMatchObject({ outcome: "created" });

    editor.edit("Change", setField("Prep", ["Arguments", "prefix"], "retention"));
    const second = begin();
    const { plan: update } = await until(second, "plan");
    expect(update.kind).toBe("update");
    expect(update.steps[0]?.fields).toEqual([
      { path: "Arguments.prefix", before: '"churn"', after: '"retention"', sensitive: false },
    ]);
    await second.confirm();
    expect((await until(second, "done")).deployed?.outcome).toBe("updated");
    expect((await until(begin(), "plan")).plan.kind).toBe("none");
  });

  it("changes nothing in the document: there is nothing to undo after it", async () => {
    await deployNow();
    expect(editor.store.getState().history.past).toEqual([]);
  });

  it("plans again when someone else deployed between the plan and the Enter", async () => {
    await deployNow();
    editor.edit("Change", setField("Prep", ["Arguments", "prefix"], "mine"));
    const mine = begin();
    await until(mine, "plan");
    const other = createEditor(documentOf([{ ...lambda, Arguments: { prefix: "theirs" } }]));
    const theirs = begin(other);
    await until(theirs, "plan");
    await theirs.confirm();
    await mine.confirm();
    const stage = await until(mine, "plan");
    expect([stage.stale, stage.plan.steps[0]?.fields[0]?.before]).toEqual([true, '"theirs"']);
    await mine.confirm();
    expect((await until(mine, "done")).deployed?.outcome).toBe("updated");
  });

  it("repeats a create whose answer was lost with the same token, and so creates once", async () => {
    local.fail("deploy", "before");
    const deploy = begin();
    await until(deploy, "plan");
    await deploy.confirm();
    expect((await until(deploy, "failed")).error.kind).toBe("unreachable");
    deploy.planAgain();
    await until(deploy, "plan");
    await deploy.confirm();
    await until(deploy, "done");
    expect(made).toBe(1);
  });
});

describe("what someone else changed since the last deploy from here", () => {
  const other = (Name: string, prefix: string) => ({ ...lambda, Name, Arguments: { prefix } });
  const theyDeploy = (...steps: object[]) => {
    const PipelineDefinition = serialise(documentOf(steps).definition);
    return local.someoneElse.write.updatePipeline({
      ...{ PipelineName: "test-pipeline", PipelineDefinition },
      ParallelismConfiguration: { MaxParallelExecutionSteps: 5 },
    });
  };

  it("is told in the plan, and taken over into the document as one entry that can be undone", async () => {
    await deployNow();
    await theyDeploy(lambda, other("Theirs", "x"));
    editor.edit("Change", setField("Prep", ["Arguments", "prefix"], "mine"));
    const deploy = begin();
    const { plan } = await until(deploy, "plan");
    expect(plan.drift?.takenBack.steps.map(({ name, change }) => `${name} ${change}`)).toEqual(["Theirs removed"]);
    expect(plan.drift?.takenBack.parallelism).toEqual({ before: "5", after: null });

    deploy.keepTheirs();
    const { plan: kept } = await until(deploy, "plan");
    expect(kept.drift).toBeNull();
    expect(kept.steps.map(({ name, change }) => `${name} ${change}`)).toEqual(["Prep changed"]);
    expect([kept.parallelism, editor.store.getState().document.settings.maxParallelSteps]).toEqual([null, 5]);
    editor.undo();
    expect(serialise(editor.store.getState().document.definition)).not.toContain("Theirs");
    expect(editor.store.getState().document.settings.maxParallelSteps).toBeUndefined();
  });
});

describe("the tags", () => {
  const tags = async () => {
    const arn = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/test-pipeline";
    const { Tags = [] } = await local.someoneElse.read.listTags({ ResourceArn: arn });
    return Tags.map(({ Key, Value }) => `${Key}=${Value}`);
  };
  const set = (of: readonly PipelineTag[]) => editor.edit("Tags", setSettings({ tags: of }));
  const team = { key: "team", value: "research" };

  it("are deployed without a new version, and one that is no longer wanted is taken away; no other is", async () => {
    set([team]);
    await deployNow();
    expect(await tags()).toEqual(["team=research"]);
    const arn = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/test-pipeline";
    await local.someoneElse.write.addTags({ ResourceArn: arn, Tags: [{ Key: "cost", Value: "42" }] });

    set([{ key: "stage", value: "dev" }]);
    expect((await until(begin(), "plan")).plan.tags).toEqual([
      { key: "stage", before: null, after: "dev" },
      { key: "team", before: "research", after: null },
    ]);
    expect((await deployNow()).deployed).toMatchObject({ outcome: "updated", versionId: null, tagsFailed: null });
    expect((await tags()).toSorted()).toEqual(["cost=42", "stage=dev"]);
    const listed = await local.someoneElse.read.listPipelineVersions({ PipelineName: "test-pipeline" });
    expect(listed.PipelineVersionSummaries).toHaveLength(1);
    expect((await until(begin(), "plan")).plan.kind).toBe("none");
  });

  it("that a document says nothing of stay as they are", async () => {
    set([team]);
    await deployNow();
    editor.edit("Tags", setSettings({ tags: undefined }));
    expect((await until(begin(), "plan")).plan).toMatchObject({ kind: "none", tags: [] });
  });
});

describe("the steps at the same time", () => {
  const deployedLimit = async () => {
    const described = await local.client.describePipeline({
      target: { kind: "local" },
      pipeline: editor.store.getState().document.name,
    });
    return described.ok ? described.value.maxParallelSteps : described.error.kind;
  };
  const planned = async () => (await until(begin(), "plan")).plan;

  it("are deployed, and taken away again where the field was emptied", async () => {
    editor.edit("Limit", setSettings({ maxParallelSteps: 3 }));
    await deployNow();
    expect(await deployedLimit()).toBe(3);
    editor.edit("No limit", setSettings({ maxParallelSteps: undefined }));
    const { kind, parallelism, steps } = await planned();
    expect([kind, parallelism, steps]).toEqual(["update", { before: "3", after: null }, []]);
    await deployNow();
    expect(await deployedLimit()).toBeNull();
    expect((await planned()).kind).toBe("none");
  });
});

describe("a deploy whose dialog was closed meanwhile", () => {
  const said = () => editor.store.getState().notices.map(({ kind, text }) => `${kind} ${text}`);
  const closeWhileItWrites = async () => {
    const deploy = begin();
    await until(deploy, "plan");
    const confirmed = deploy.confirm();
    deploy.close();
    await confirmed;
  };

  it("says that it was done", async () => {
    await closeWhileItWrites();
    expect(said()).toEqual([expect.stringMatching(/^success Created /)]);
  });

  it("says that it was not, and why", async () => {
    const error = { kind: "uncertain", name: "OutcomeUncertain", message: "No answer came within 60 s." } as const;
    local.fail("deploy", "after", error);
    await closeWhileItWrites();
    expect(said()).toEqual([
      expect.stringMatching(/^warning .* not deployed as asked\. No answer came within 60 s\.$/),
    ]);
  });
});

it("A version of someone else under ours is told, with the way to see it", async () => {
  await deployNow();
  editor.edit("Change", setField("Prep", ["Arguments", "prefix"], "mine"));
  const deploy = local.client.deploy;
  const calls = {
    plan: local.client.plan,
    preflight: local.client.preflight,
    listPipelines: local.client.listPipelines,
    deploy: async (request: Parameters<typeof deploy>[0]) => {
      const result = await deploy(request);
      return result.ok ? { ...result, value: { ...result.value, over: [7, 8] } } : result;
    },
  };
  const mine = begin(editor, { calls });
  await until(mine, "plan");
  await mine.confirm();
  expect(editor.store.getState().notices.at(-1)).toMatchObject({
    kind: "warning",
    text: expect.stringMatching(/versions 7, 8 .* describe-pipeline .* --pipeline-version-id 7$/),
  });
});

it("A start after the deploy that failed is pressed again, with what it was asked for", async () => {
  const thenStart = { parameters: [{ name: "P", value: "1" }], displayName: "first" };
  const asked: unknown[] = [];
  const error = { kind: "uncertain", name: "OutcomeUncertain", message: "No answer came." } as const;
  const start: DeployOptions["start"] = async (_target, _pipeline, values) => (asked.push(values) === 1 ? error : null);
  const deploy = begin(editor, { thenStart, start });
  await until(deploy, "plan");
  await deploy.confirm();
  expect((await until(deploy, "notStarted")).error).toBe(error);
  deploy.startAgain();
  expect((await until(deploy, "done")).deployed?.outcome).toBe("created");
  expect(asked).toEqual([thenStart, thenStart]);
});

describe("what stops a deploy", () => {
  it("are errors, with their places; the local region has no way around them", async () => {
    editor.edit("Break", setField("Prep", ["Arguments", "prefix"], { Get: "Steps.Nope.OutputParameters['a']" }));
    const stage = await until(begin(), "problems");
    expect(stage.problems.map(({ code, step, path }) => [code, step, path])).toEqual([
      ["reference-unknown-step", "Prep", "Arguments.prefix"],
    ]);
    expect(local.called).toEqual([]);
  });

  it("can be passed over on the way to AWS, where a role is asked for first", async () => {
    editor.edit("Break", setField("Prep", ["Arguments", "prefix"], { Get: "Steps.Nope.OutputParameters['a']" }));
    editor.edit("Choose", setSettings({ target: "aws:research:eu-west-1" }));
    const deploy = begin();
    await until(deploy, "problems");
    deploy.anyway();
    expect((await until(deploy, "role")).suggested).toBe("");
    deploy.setRole("arn:aws:iam::111122223333:role/SageMakerRole");
    // There is no such profile on this computer.
    expect((await until(deploy, "failed")).error.kind).toBe("credentials");
  });

  it("is said of a role that is none", () => {
    expect(whyNotRole("arn:aws:iam::111122223333:role/service-role/SageMaker")).toBeNull();
    expect(whyNotRole("SageMakerRole")).toContain("looks like");
    expect(whyNotRole("")).toContain("needs a role");
  });
});

describe("what is deployed, beside the document", () => {
  const state = () =>
    readDeployedState(editor.store.getState().document, { kind: "local" }, local.client, new AbortController().signal);

  it("is absent, then the same, then different", async () => {
    expect((await state()).is).toBe("absent");
    await deployNow();
    expect((await state()).is).toBe("same");
    editor.edit("Change", setField("Prep", ["Arguments", "prefix"], "x"));
    expect((await state()).is).toBe("different");
  });

  it("is not called different for a role of its own", async () => {
    const deploy = begin();
    await until(deploy, "plan");
    deploy.setRole("arn:aws:iam::111122223333:role/Another");
    await until(deploy, "planning");
    await until(deploy, "plan");
    await deploy.confirm();
    await until(deploy, "done");
    editor = createEditor(documentOf([lambda]));
    expect((await state()).is).toBe("same");
  });

  it("tells which parameters it does not know yet", async () => {
    await deployNow();
    editor = createEditor(documentOf([lambda], [{ Name: "New", Type: "String", DefaultValue: "a" }]));
    expect([...undeployedParameters(await state())]).toEqual(["New"]);
  });
});
