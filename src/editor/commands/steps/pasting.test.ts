import { beforeEach, describe, expect, it } from "vitest";
import { listParameters } from "../../../pipeline/definition/parameters";
import { getIn } from "../../../pipeline/definition/value";
import { listSteps, stepAt } from "../../../pipeline/graph/stepTree";
import { type FakeWorkspace, fakeWorkspace } from "../../../testing/fakeWorkspace";
import { severalDefinitions } from "../../../testing/fixtures";
import { templates } from "../../session/referenceTemplates";
import { undoLabel } from "../../session/selectors";
import { perform } from "../perform";
import { copy, cut } from "./copy";
import { copiesAs } from "./copyAs";
import { duplicate } from "./duplicate";
import { freePosition } from "./freePosition";
import { paste } from "./paste";

let workspace: FakeWorkspace;
const state = () => workspace.editor.store.getState();
const names = () => listSteps(state().document.definition).map(({ key }) => key);

beforeEach(() => {
  const template = templates[0];
  if (template === undefined) throw new Error("there is no template");
  workspace = fakeWorkspace(template.document);
});

describe("copy and paste", () => {
  it("pastes steps under free names, with the references among them turned to the copies", async () => {
    await perform(workspace, copy, { steps: ["Preprocess", "Train"] });
    await perform(workspace, paste, undefined);
    expect(state().selection.steps).toEqual(["Preprocess2", "Train2"]);
    expect(names()).toEqual(["Preprocess", "Train", "CreateModel", "Preprocess2", "Train2"]);
    const uri = ["Arguments", "InputDataConfig", 0, "DataSource", "S3DataSource", "S3Uri", "Get"];
    expect(getIn(stepAt(state().document.definition, "Train2").step, uri)).toBe(
      "Steps.Preprocess2.OutputParameters['train_path']",
    );
  });

  it.each([
    [
      "steps.copyAs.mermaid",
      /^flowchart LR\n {2}s1\["Preprocess<br\/>Lambda"\]\n {2}s2\["Train<br\/>Training"\]\n {2}s1 -->\|/,
    ],
    ["steps.copyAs.svg", /^<svg [\s\S]*<title>Preprocess<\/title>[\s\S]*<title>Train<\/title>/],
    ["steps.copyAs.png", /^<svg [\s\S]*<title>Preprocess<\/title>[\s\S]*<title>Train<\/title>/],
  ])("draws what is copied and nothing else: %s", async (id, drawn) => {
    const command = copiesAs.find((one) => one.id === id);
    if (command === undefined) throw new Error(`there is no ${id}`);
    const note = { id: "n", text: "Nightly", place: { x: 0, y: 0 }, size: { width: 200, height: 80 } };
    workspace.editor.edit("Add a note", (document) => ({ ...document, notes: [note] }));
    await perform(workspace, command, { steps: ["Preprocess", "Train"] });
    const text = workspace.copied?.text ?? "";
    expect(text).toMatch(drawn);
    expect(text).not.toContain("Nightly");
    expect(text).not.toContain("CreateModel");
  });

  it("puts copies beside, and further copies beside those", () => {
    perform(workspace, duplicate, { steps: ["Train"] });
    perform(workspace, duplicate, { steps: ["Train"] });
    const { layout } = state().document;
    const corners = ["Train", "Train2", "Train3"].map((key) => `${layout.get(key)?.x} ${layout.get(key)?.y}`);
    expect(new Set(corners).size).toBe(3);
  });

  it("brings the parameters along that the other document lacks", async () => {
    await perform(workspace, copy, { steps: ["Preprocess"] });
    const empty = { ...state().document, definition: { Version: "2020-12-01", Steps: [] }, layout: new Map() };
    const other = fakeWorkspace(empty);
    other.copied = workspace.copied;
    await perform(other, paste, undefined);
    expect(listParameters(other.editor.store.getState().document.definition).map(({ name }) => name)).toEqual([
      "Bucket",
    ]);
  });

  it("cuts: the steps go, the text stays", async () => {
    await perform(workspace, cut, { steps: ["CreateModel"] });
    expect(names()).toEqual(["Preprocess", "Train"]);
    await perform(workspace, paste, undefined);
    expect(names()).toEqual(["Preprocess", "Train", "CreateModel"]);
  });

  it("refuses text that is no definition, says where, and changes nothing", async () => {
    const before = state().document;
    workspace.copied = { text: '{"Steps": [,]}', layout: "" };
    await perform(workspace, paste, undefined);
    expect(state().document).toBe(before);
    expect(state().notices.at(-1)?.text).toMatch(/^What you pasted was not opened: .*line 1:12/);
  });

  it("asks which of several pipelines is meant, and pastes that one", async () => {
    workspace.copied = { text: severalDefinitions("two-pipelines.yaml"), layout: "" };
    await perform(workspace, paste, undefined);
    expect(workspace.asked.at(-1)?.title).toBe("Which pipeline?");
    await workspace.asked.at(-1)?.answer("fraud");
    expect(names()).toContain("FraudStep");
    expect(names()).not.toContain("ChurnStep");
  });

  it("adds a Lambda step for a handler's code, with its outputs and arguments", async () => {
    const code = "def lambda_handler(event, context):\n    return {'rows': 3, 'path': event['prefix'] + '/a'}\n";
    workspace.copied = { text: code, layout: "" };
    await perform(workspace, paste, undefined);
    const { step } = stepAt(state().document.definition, "Lambda");
    expect(getIn(step, ["OutputParameters"])).toEqual([
      { OutputName: "rows", OutputType: "Integer" },
      { OutputName: "path", OutputType: "String" },
    ]);
    expect(getIn(step, ["Arguments"])).toEqual({ prefix: "" });
    expect(undoLabel(state())).toBe("Add a Lambda step with 2 outputs and 1 argument");
  });

  it("takes no program for a handler that has none", async () => {
    const before = state().document;
    workspace.copied = { text: "import sagemaker\n\ndef build(name):\n    return {'a': name}\n", layout: "" };
    await perform(workspace, paste, undefined);
    expect(state().document).toBe(before);
    expect(state().notices.at(-1)?.text).toMatch(/This is a Python program/);
  });

  it("cuts nothing where the browser does not let it write", async () => {
    const page = { ...workspace.page, clipboard: { write: () => false, read: () => null } };
    await perform({ ...workspace, page }, cut, { steps: ["Train"] });
    expect(names()).toContain("Train");
    expect(state().notices.at(-1)?.text).toMatch(/did not let Stepwire write to the clipboard/);
  });
});

describe("a free place", () => {
  it("is below what is in view where there is no room", () => {
    const view = { x: 0, y: 0, width: 400, height: 300 };
    const first = freePosition(new Map(), view);
    const second = freePosition(new Map([["A", first]]), view);
    expect(second.x).toBe(first.x);
    expect(second.y).toBeGreaterThan(first.y);
  });
});
