// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEditor, type Editor } from "../../../editor/session/createEditor";
import { createDocument } from "../../../pipeline/definition/document";
import { parseDefinition } from "../../../pipeline/definition/parse";
import { isObject } from "../../../pipeline/definition/value";
import { loadModel } from "../../../pipeline/schema/load";
import { createLocalClient, type LocalClient } from "../../../testing/localClient";
import { workspaceOf } from "../../../testing/workspace";
import { InspectorContent } from "../../frame/inspector/InspectorContent";
import { WorkspaceContext } from "../../kit/useWorkspace";

const definition = `{"Version":"2020-12-01","Metadata":{},"Parameters":[{"Name":"N","Type":"Integer","DefaultValue":3}],"Steps":[
  {"Name":"Prep","Type":"Lambda","Arguments":{"n":{"Get":"Parameters.N"}},
   "FunctionArn":"arn:aws:lambda:eu-west-1:111122223333:function:prep",
   "OutputParameters":[{"OutputName":"rows","OutputType":"Integer"},{"OutputName":"path","OutputType":"String"}]}]}`;
const code = `exports.handler = async (event) => { console.log("reading", event.n); return { rows: event.n * 2, path: { key: "x" } }; };\n`;

configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });

let editor: Editor;
let local: LocalClient;

async function open() {
  const parsed = parseDefinition(definition);
  if (!parsed.ok || !isObject(parsed.value)) throw new Error("The definition of the test is none.");
  editor = createEditor(createDocument("d", "churn", parsed.value), { loadModel });
  editor.select(["Prep"]);
  local = createLocalClient();
  return draw();
}

async function draw() {
  render(
    <WorkspaceContext value={workspaceOf(editor, local.client)}>
      <main className="sw-inspector">
        <InspectorContent />
      </main>
    </WorkspaceContext>,
  );
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  await user.click(await screen.findByRole("tab", { name: "Outputs" }));
  return user;
}

async function attach() {
  const user = await open();
  await user.click(screen.getByRole("button", { name: "Read from code" }));
  fireEvent.change(await screen.findByLabelText("Handler code"), { target: { value: code } });
  await user.click(await screen.findByRole("button", { name: "Run this code" }));
  const allow = await screen.findByRole("button", { name: "Allow and run it" });
  // The button that asked is gone: the keyboard goes on at the question, and then at what came of it.
  const section = screen.getByRole("region", { name: "Running this code" });
  expect(document.activeElement).toBe(section);
  await user.click(allow);
  await screen.findByText("Really run, with each execution");
  await waitFor(() => expect(document.activeElement).toBe(section));
  return user;
}

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(cleanup);

it("a step is tried with the real function at an AWS target, once that was asked", async () => {
  await open();
  cleanup();
  const { document } = editor.store.getState();
  editor.replaceDocument({ ...document, settings: { ...document.settings, target: "aws:lab:eu-west-1" } });
  editor.select(["Prep"]);
  const sent: unknown[] = [];
  const invokeFunction = async (request: unknown) => {
    sent.push(request);
    return { ok: true, value: { value: '{"rows":2,"path":"p"}', failure: null, log: "END" } };
  };
  local = {
    ...local,
    client: new Proxy(local.client, {
      get: (of, name) => (name === "invokeFunction" ? invokeFunction : Reflect.get(of, name)),
    }),
  };
  const user = await draw();
  await user.click(screen.getByRole("button", { name: "Try this step" }));
  await user.click(await screen.findByRole("button", { name: "Call the function…" }));
  const question = await screen.findByRole("group", { name: "Call the real function?" });
  expect([question.textContent, sent]).toEqual([expect.stringContaining("it may write, and cost"), []]);
  await user.click(within(question).getByRole("button", { name: "Call it" }));
  expect((await screen.findByRole("region", { name: "What it gave" })).textContent).toContain('{"rows":2,"path":"p"}');
  const target = { kind: "aws", profile: "lab", region: "eu-west-1" };
  expect(sent).toEqual([
    { target, functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:prep", event: '{\n  "n": 3\n}' },
  ]);
});

describe("code that is to be really run", () => {
  it("is asked about first, in words that say what it can reach; not now leaves all as it was", async () => {
    const user = await open();
    await user.click(screen.getByRole("button", { name: "Read from code" }));
    fireEvent.change(await screen.findByLabelText("Handler code"), { target: { value: code } });
    await screen.findByText("Prep is simulated there: no code of it runs.");
    await user.click(await screen.findByRole("button", { name: "Run this code" }));
    const question = await screen.findByRole("group", { name: "Allow this code to run?" });
    expect(question.textContent).toMatch(/none of your files|can read your files and use your network as you can/);
    await user.click(within(question).getByRole("button", { name: "Not now" }));
    await screen.findByText("Prep is simulated there: no code of it runs.");
    expect(local.called.filter((name) => name === "attachHandler")).toHaveLength(1);
  });

  it("is there again where the step is opened anew; changed it asks again, and it can be taken back", async () => {
    await attach();
    cleanup();
    const user = await draw();
    const box = await screen.findByLabelText("Handler code");
    await waitFor(() => expect(box).toHaveProperty("value", code));
    await screen.findByText("Really run, with each execution");
    fireEvent.change(box, { target: { value: code.replace("* 2", "* 3") } });
    await user.click(await screen.findByRole("button", { name: "Run the changed code" }));
    await user.click(await screen.findByRole("button", { name: "Allow and run it" }));
    await screen.findByText("Really run, with each execution");
    await user.click(screen.getByRole("button", { name: "Stop running it" }));
    await screen.findByText("Prep is simulated there: no code of it runs.");
    await user.click(await screen.findByRole("button", { name: "Run this code" }));
    expect(await screen.findByRole("group", { name: "Allow this code to run?" })).toBeTruthy();
  });

  it("is tried with the simulated event, said as SageMaker would take it, and kept as the sample", async () => {
    const user = await attach();
    await user.click(screen.getByRole("button", { name: "Try this step" }));
    expect(await screen.findByLabelText("Event")).toHaveProperty("value", '{\n  "n": 3\n}');
    await user.click(screen.getByRole("button", { name: "Run it once" }));
    const gave = await screen.findByRole("region", { name: "What it gave" });
    expect(gave.textContent).toContain('{"rows":6,"path":{"key":"x"}}');
    expect(gave.textContent).toContain("Output 'path' is an object: it becomes its JSON text");
    expect(gave.textContent).toContain("reading 3");
    await user.click(within(gave).getByRole("button", { name: "Keep as the sample" }));
    expect(JSON.parse(JSON.stringify(editor.store.getState().document.samples.get("Prep")))).toEqual({
      outputs: { "OutputParameters.rows": 6, "OutputParameters.path": '{"key":"x"}' },
    });
    fireEvent.change(screen.getByLabelText("Event"), { target: { value: "{" } });
    expect(await screen.findByText(/The event is no JSON/)).toBeTruthy();
  });
});
