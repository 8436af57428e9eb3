import { beforeEach, describe, expect, it } from "vitest";
import { listParameters } from "../../pipeline/definition/parameters";
import { getIn } from "../../pipeline/definition/value";
import { listSteps, stepAt } from "../../pipeline/graph/stepTree";
import { createEditor, type Editor } from "../session/createEditor";
import { templates } from "../session/templates";
import { addStepInView, freePlace } from "./addStepInView";
import { copySelection, cutSelection, duplicateSelection, pasteText } from "./clipboard";
import { deleteSelection } from "./deleteSelection";
import { applyDraft, deleteParameter, draftOf, faultsOf, valueFor } from "./editParameter";

let editor: Editor;
const state = () => editor.store.getState();
const names = () => listSteps(state().document.definition).map(({ key }) => key);
const lastNotice = () => state().notices.at(-1)?.text;
const parameter = (name: string) => listParameters(state().document.definition).find((found) => found.name === name);

beforeEach(() => {
  const template = templates[0];
  if (template === undefined) throw new Error("there is no template");
  editor = createEditor(template.document);
});

/** What every change must do: undo gives back the same document, redo the same result. */
function undoesAndRedoes(change: () => void) {
  const before = state().document;
  change();
  const after = state().document;
  expect(after).not.toBe(before);
  editor.undo();
  expect(state().document).toBe(before);
  editor.redo();
  expect(state().document).toBe(after);
}

describe("deleting what is selected", () => {
  it("deletes the steps, and says who still names them", () => {
    editor.select(["Train"]);
    undoesAndRedoes(() => deleteSelection(editor));
    expect(names()).toEqual(["Preprocess", "CreateModel"]);
    expect(lastNotice()).toBe("Deleted Train. CreateModel still names what is gone.");
  });

  it("deletes an edge, and says which field no longer reads", () => {
    editor.selectEdge({ from: "Train", to: "CreateModel" });
    undoesAndRedoes(() => deleteSelection(editor));
    expect(names()).toHaveLength(3);
    expect(lastNotice()).toBe("CreateModel no longer reads Train in Arguments.PrimaryContainer.ModelDataUrl.");
  });

  it("offers undo in the notice itself", () => {
    editor.select(["Train"]);
    deleteSelection(editor);
    state().notices.at(-1)?.action?.run();
    expect(names()).toContain("Train");
  });
});

describe("copy and paste", () => {
  it("pastes steps under free names, with the references among them turned to the copies", () => {
    editor.select(["Preprocess", "Train"]);
    const copied = copySelection(editor);
    undoesAndRedoes(() => {
      pasteText(editor, copied?.text ?? "", copied?.layout);
      expect(state().selection.steps).toEqual(["Preprocess2", "Train2"]);
    });
    expect(names()).toEqual(["Preprocess", "Train", "CreateModel", "Preprocess2", "Train2"]);
    const uri = ["Arguments", "InputDataConfig", 0, "DataSource", "S3DataSource", "S3Uri", "Get"];
    expect(getIn(stepAt(state().document.definition, "Train2").step, uri)).toBe(
      "Steps.Preprocess2.OutputParameters['train_path']",
    );
  });

  it("puts copies beside, and further copies beside those", () => {
    editor.select(["Train"]);
    duplicateSelection(editor);
    editor.select(["Train"]);
    duplicateSelection(editor);
    const { layout } = state().document;
    const corners = ["Train", "Train2", "Train3"].map((key) => `${layout.get(key)?.x} ${layout.get(key)?.y}`);
    expect(new Set(corners).size).toBe(3);
  });

  it("brings the parameters along that the other document lacks", () => {
    editor.select(["Preprocess"]);
    const copied = copySelection(editor);
    const other = createEditor({
      ...state().document,
      definition: { Version: "2020-12-01", Steps: [] },
      layout: new Map(),
    });
    pasteText(other, copied?.text ?? "", copied?.layout);
    expect(listParameters(other.store.getState().document.definition).map(({ name }) => name)).toEqual(["Bucket"]);
  });

  it("cuts: the steps go, the text stays", () => {
    editor.select(["CreateModel"]);
    const cut = cutSelection(editor);
    expect(names()).toEqual(["Preprocess", "Train"]);
    pasteText(editor, cut?.text ?? "", cut?.layout);
    expect(names()).toEqual(["Preprocess", "Train", "CreateModel"]);
  });

  it("refuses text that is no definition, says where, and changes nothing", () => {
    const before = state().document;
    pasteText(editor, '{"Steps": [,]}');
    expect(state().document).toBe(before);
    expect(lastNotice()).toMatch(/^What you pasted was not opened: .*line 1:12/);
  });
});

describe("adding a step by click", () => {
  it("selects it at a free place in view, again and again without one over the other", () => {
    const view = { x: 0, y: 0, width: 1000, height: 700 };
    const added = ["Lambda", "Lambda", "Training"].map((type) => addStepInView(editor, type, view));
    expect(added).toEqual(["Lambda", "Lambda2", "Training"]);
    expect(state().selection.steps).toEqual(["Training"]);
    const corners = [...state().document.layout.values()].map(({ x, y }) => `${x} ${y}`);
    expect(new Set(corners).size).toBe(6);
  });

  it("goes below what is in view where there is no room", () => {
    const view = { x: 0, y: 0, width: 400, height: 300 };
    const first = freePlace(new Map(), view);
    const second = freePlace(new Map([["A", first]]), view);
    expect(second.x).toBe(first.x);
    expect(second.y).toBeGreaterThan(first.y);
  });
});

describe("editing a parameter", () => {
  it("renames it with all its uses, in one undo", () => {
    const bucket = parameter("Bucket");
    if (bucket === undefined) throw new Error("there is no Bucket");
    undoesAndRedoes(() => applyDraft(editor, bucket, { ...draftOf(bucket), name: "Data" }));
    expect(getIn(stepAt(state().document.definition, "Preprocess").step, ["Arguments", "bucket", "Get"])).toBe(
      "Parameters.Data",
    );
    expect(parameter("Data")?.defaultValue).toBe("my-bucket");
  });

  it("declares one with allowed values, and takes default and allowed values away again", () => {
    const draft = { name: "Size", type: "Integer", defaultText: "2", enumText: "1\n2\n\n3" } as const;
    undoesAndRedoes(() => applyDraft(editor, null, draft));
    expect(parameter("Size")).toMatchObject({ type: "Integer", defaultValue: 2, enumValues: [1, 2, 3] });
    applyDraft(editor, parameter("Size") ?? null, { ...draft, defaultText: "", enumText: "" });
    expect(parameter("Size")).toMatchObject({ defaultValue: undefined, enumValues: [] });
  });

  it("changes nothing where nothing was changed in the form", () => {
    const bucket = parameter("Bucket");
    if (bucket === undefined) throw new Error("there is no Bucket");
    expect(applyDraft(editor, bucket, draftOf(bucket))).toEqual({ ok: true, changed: false });
  });

  it.each([
    ["Integer", "1.5"],
    ["Integer", "one"],
    ["Float", "NaN"],
    ["Boolean", "yes"],
  ] as const)("takes no %s from “%s”", (type, text) => {
    expect(valueFor(type, text)).toBeUndefined();
  });

  it("says what is wrong with a name that is taken, and a default that is not allowed", () => {
    const draft = { name: "Bucket", type: "String", defaultText: "c", enumText: "a\nb" } as const;
    expect(faultsOf(draft, new Set(["Bucket"]))).toEqual({
      name: "There is a parameter Bucket already.",
      defaultText: "“c” is none of the allowed values.",
      enumText: null,
    });
  });

  it("deletes one and says who still reads it", () => {
    undoesAndRedoes(() => deleteParameter(editor, "Bucket"));
    expect(lastNotice()).toBe(
      "Deleted the parameter Bucket. It is still read by Preprocess (Arguments.bucket); that is a problem now.",
    );
  });
});
