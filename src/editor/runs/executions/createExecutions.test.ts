import { beforeEach, describe, expect, it, vi } from "vitest";
import { intentTokens } from "../../../contract/intentTokens";
import { setField } from "../../../pipeline/edits/fields";
import { documentOf } from "../../../testing/load";
import { createLocalClient, type LocalClient } from "../../../testing/localClient";
import { createEditor, type Editor } from "../../session/createEditor";
import { createDialogs } from "../../session/dialogs";
import { editedSinceRun } from "../../session/selectors";
import { beginDeploy } from "../deploy/createDeploy";
import { createExecutions, type Executions } from "./createExecutions";
import { readStepRun } from "./readStepRun";

const token = (count: number) => `00000000-0000-0000-0000-${String(count).padStart(12, "0")}`;
const steps = [
  {
    Name: "Prep",
    Type: "Lambda",
    Arguments: { bucket: { Get: "Parameters.Bucket" }, prefix: "churn" },
    FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:prep",
    OutputParameters: [{ OutputName: "train_path", OutputType: "String" }],
  },
  {
    Name: "Report",
    Type: "Lambda",
    Arguments: {
      from: { Get: "Steps.Prep.OutputParameters['train_path']" },
      title: { "Std:Join": { On: " ", Values: ["Run", { Get: "Execution.PipelineName" }] } },
    },
    FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:report",
  },
];
const parameters = [{ Name: "Bucket", Type: "String", DefaultValue: "my-bucket" }];

/** A page whose timers run when told to, and that can be hidden. */
function fakePage() {
  const waits: { run: () => void; milliseconds: number }[] = [];
  const listeners = new Set<() => void>();
  let hidden = false;
  return {
    waits,
    surroundings: {
      later(run: () => void, milliseconds: number) {
        const wait = { run, milliseconds };
        waits.push(wait);
        return () => void (waits.includes(wait) && waits.splice(waits.indexOf(wait), 1));
      },
      isHidden: () => hidden,
      onAttention(listener: () => void) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    hide(now: boolean) {
      hidden = now;
      this.attend();
    },
    /** As when a fresh link was opened. */
    attend() {
      for (const listener of [...listeners]) listener();
    },
  };
}

let local: LocalClient;
let editor: Editor;
let page: ReturnType<typeof fakePage>;
let executions: Executions;
let started = 0;
beforeEach(async () => {
  local = createLocalClient();
  editor = createEditor(documentOf(steps, parameters));
  page = fakePage();
  executions = createExecutions(editor, local.client, page.surroundings);
  const nowhere = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  const deploy = beginDeploy({
    editor,
    calls: local.client,
    tokens: intentTokens(nowhere, () => token(++started)),
    dialogs: createDialogs(),
    start: async () => null,
  });
  await settled(() => deploy.store.getState().at === "plan");
  await deploy.confirm();
  local.called.length = 0;
});

/** Waits for what the calls lead to. */
const settled = (reached: () => boolean) =>
  vi.waitFor(() => expect(reached()).toBe(true), { timeout: 10_000, interval: 5 });

const statuses = () =>
  Object.fromEntries([...(editor.store.getState().run?.steps ?? [])].map(([key, { status }]) => [key, status]));
const shown = () => executions.store.getState().shown;

const flows = () => [...(editor.store.getState().run?.lines.values() ?? [])];

async function start(given: { name: string; value: string }[] = [], description?: string): Promise<void> {
  const pipeline = editor.store.getState().document.name;
  const described = description === undefined ? {} : { description };
  const request = { target: { kind: "local" }, pipeline, parameters: given, token: token(++started) } as const;
  await executions.start({ ...request, ...described });
  await settled(() => page.waits.length === 1 && Object.keys(statuses()).length === 2);
}

/** An execution that is shown while the server does not know the page. */
async function startedUnderRestart() {
  await start();
  const { arn, target } = shown() ?? expect.fail("Nothing is shown.");
  const error = { kind: "session", name: "RefusedAtTheDoor", message: "Received a token that is not valid." } as const;
  const asked = ["describeExecution", "listSteps", "definitionForExecution", "parametersForExecution"] as const;
  for (const operation of asked) local.fail(operation, "before", error);
  executions.show(arn, target);
  await settled(() => shown()?.error != null);
  return { arn, target };
}

/** Lets time pass until the next look is over. */
async function nextLook(seconds: number): Promise<void> {
  local.pass(seconds);
  const before = local.called.length;
  page.waits.splice(0)[0]?.run();
  await settled(() => local.called.length >= before + 2);
  await settled(() => page.waits.length === 1 || shown()?.execution?.status === "Succeeded");
}

describe("an execution", () => {
  it("is followed on the canvas from the start to the end, and then no longer", async () => {
    await start();
    expect(statuses()).toEqual({ Prep: "Starting", Report: "Waiting" });
    expect(page.waits[0]?.milliseconds).toBe(500);
    await nextLook(0.5);
    expect(statuses()).toEqual({ Prep: "Executing", Report: "Waiting" });
    await nextLook(10);
    expect(statuses()).toEqual({ Prep: "Succeeded", Report: "Succeeded" });
    await settled(() => executions.store.getState().list.executions[0]?.status === "Succeeded");
    expect(page.waits).toEqual([]);
  });

  it("is not asked about while nobody sees the page, and at once when somebody does", async () => {
    await start();
    page.hide(true);
    local.called.length = 0;
    page.waits.splice(0)[0]?.run();
    expect(local.called).toEqual([]);
    local.pass(10);
    page.hide(false);
    await settled(() => statuses().Report === "Succeeded");
  });

  it("stops when it is asked to", async () => {
    await start();
    await executions.stop(token(++started));
    local.pass(5);
    page.waits.splice(0)[0]?.run();
    await settled(() => editor.store.getState().run?.status === "Stopped");
  });

  it("leaves the canvas when it is cleared, and is asked about no more", async () => {
    await start();
    executions.clear();
    expect([editor.store.getState().run, shown(), page.waits.length]).toEqual([null, null, 0]);
  });

  it("says that the document was edited since", async () => {
    await start();
    await settled(() => shown()?.definition != null);
    await nextLook(10);
    expect(editedSinceRun(editor.store.getState())).toBe(false);
    editor.edit("Change", setField("Prep", ["Arguments", "prefix"], "x"));
    expect(editedSinceRun(editor.store.getState())).toBe(true);
  });

  it.each([
    ["a throttled answer", "listSteps", "throttled"],
    ["an AWS that could not be reached", "describeExecution", "network"],
    ["a local server that did not answer", "describeExecution", "unreachable"],
  ] as const)("goes on being followed after %s, and says what is wrong meanwhile", async (_what, operation, kind) => {
    await start();
    local.fail(operation, "before", { kind, name: "Error", message: "Not now." });
    await nextLook(0.1);
    expect([shown()?.error?.kind, statuses().Prep]).toEqual([kind, "Starting"]);
    await nextLook(10);
    expect([shown()?.error, statuses().Report]).toEqual([null, "Succeeded"]);
  });

  it.each(["notFound", "accessDenied", "session"] as const)(
    "is asked about no more after %s, and says so",
    async (kind) => {
      await start();
      local.fail("describeExecution", "before", { kind, name: "Error", message: "No." });
      page.waits.splice(0)[0]?.run();
      await settled(() => shown()?.error?.kind === kind);
      // One turn more: a wait for the next look would stand here by now.
      await Promise.resolve();
      expect([page.waits, statuses().Prep]).toEqual([[], "Starting"]);
    },
  );

  it("is followed again when the page is connected anew to a server that was started again, with what did not come before", async () => {
    const { arn, target } = await startedUnderRestart();
    expect(shown()).toMatchObject({ arn, target, error: { kind: "session" }, definition: null, parameters: null });
    local.pass(10);
    page.attend();
    await settled(() => statuses().Report === "Succeeded");
    await settled(() => shown()?.definition != null && shown()?.parameters != null);
    expect(shown()?.error).toBeNull();
  });

  it("lets the lines carry the values that flowed, each once it has", async () => {
    await start();
    await settled(() => shown()?.definition != null && shown()?.parameters != null);
    expect(flows()).toEqual([]);
    await nextLook(10);
    await settled(() => flows().length === 1);
    const given = shown()?.steps.find(({ name }) => name === "Prep")?.outputs[0]?.value;
    expect(flows()).toEqual([{ flows: true, label: expect.stringMatching(/^…/), value: given }]);
  });

  it("opens on its reason when it failed: the step is selected, and the line to what did not run carries nothing", async () => {
    await start([], "stepwire:fail=Prep");
    local.pass(10);
    page.waits.splice(0)[0]?.run();
    await settled(() => editor.store.getState().run?.status === "Failed" && flows().length === 1);
    const { run, selection, panel } = editor.store.getState();
    expect(run?.failure).toMatchObject({ name: "Prep", key: "Prep", reason: expect.stringContaining("fail") });
    expect([selection.steps, panel]).toEqual([["Prep"], "executions"]);
    expect(flows()).toEqual([{ flows: false, label: null, value: null }]);
  });

  it("tells what each step was sent, where it came from, and what it gave", async () => {
    await start([{ name: "Bucket", value: "other" }]);
    await settled(() => shown()?.definition != null && shown()?.parameters != null);
    await nextLook(10);
    const now = shown();
    if (now === null) throw new Error("Nothing is shown.");
    const prep = readStepRun(now, "Prep");
    expect(prep.sent).toEqual([
      { path: "bucket", value: "other", from: "Parameter Bucket", why: null },
      { path: "prefix", value: "churn", from: null, why: null },
    ]);
    const given = prep.gave.find(({ path }) => path === "OutputParameters.train_path")?.value;
    expect(given).toBe(now.steps.find(({ name }) => name === "Prep")?.outputs[0]?.value);
    expect(readStepRun(now, "Report").sent).toEqual([
      { path: "from", value: given, from: "Prep · OutputParameters['train_path']", why: null },
      { path: "title", value: "Run test-pipeline", from: '"Run {PipelineName}"', why: null },
    ]);
  });
});

describe("the list of executions", () => {
  it("has the newest first", async () => {
    await start();
    local.pass(60);
    await start();
    await executions.refresh();
    const { executions: listed, state } = executions.store.getState().list;
    expect([state, listed.length, listed[0]?.arn]).toEqual(["loaded", 2, shown()?.arn]);
  });

  it("is empty for a pipeline that is not deployed, without an error", async () => {
    const other = createEditor({ ...documentOf(steps, parameters), name: "never-deployed" });
    const none = createExecutions(other, local.client, page.surroundings);
    await none.refresh();
    expect(none.store.getState().list).toMatchObject({ state: "loaded", executions: [], error: null });
    expect(local.called).not.toContain("listExecutions");
  });
});
