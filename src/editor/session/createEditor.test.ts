import { describe, expect, it, vi } from "vitest";
import { addStep } from "../../pipeline/edits/addStep";
import { setField } from "../../pipeline/edits/fields";
import { foldSlots } from "../../pipeline/edits/folded";
import { removeSteps } from "../../pipeline/edits/removeSteps";
import { renameStep } from "../../pipeline/edits/renameStep";
import { listSteps } from "../../pipeline/graph/stepTree";
import { definitionOf, documentOf } from "../../testing/load";
import { createEditor } from "./createEditor";
import { canRedo, canUndo, problemsOf, undoLabel } from "./selectors";

const lambda = (Name: string) => ({ Name, Type: "Lambda", Arguments: {}, FunctionArn: "arn", OutputParameters: [] });

function start() {
  const editor = createEditor(documentOf([lambda("A"), lambda("B")]));
  const names = () => listSteps(editor.store.getState().document.definition).map(({ name }) => name);
  return { editor, names, state: () => editor.store.getState() };
}

describe("asking for a step", () => {
  it("unfolds what it lies in, as an entry of undo; one that is seen is shown as it is", () => {
    const gate = { Name: "Gate", Type: "Condition", Arguments: { Conditions: [], IfSteps: [lambda("In")] } };
    const editor = createEditor(documentOf([gate, lambda("B")]));
    const state = () => editor.store.getState();
    editor.edit("Fold", foldSlots("Gate", ["IfSteps"], true));
    editor.reveal("B");
    expect(state().document.folded.size).toBe(1);
    editor.reveal("In");
    expect([state().document.folded.size, state().selection.steps]).toEqual([0, ["In"]]);
    expect(undoLabel(state())).toBe("Unfold what In lies in");
    editor.undo();
    expect(state().document.folded.size).toBe(1);
  });
});

describe("undo and redo", () => {
  it("take back and do again what was done, with its label", () => {
    const { editor, names, state } = start();
    editor.edit("Add Training", addStep("Training", { x: 0, y: 0 }));
    expect(undoLabel(state())).toBe("Add Training");
    editor.undo();
    expect(names()).toEqual(["A", "B"]);
    editor.redo();
    expect(names()).toEqual(["A", "B", "Training"]);
  });

  it("make one entry of a gesture, and none of one that changed nothing", () => {
    const { editor, names, state } = start();
    editor.gesture("Type the function");
    for (const text of ["a", "ar", "arn:x"]) editor.edit("Type", setField("A", ["FunctionArn"], text));
    editor.commit();
    editor.gesture("Look at it");
    editor.commit();
    expect(state().history.past.map(({ label }) => label)).toEqual(["Type the function"]);
    editor.undo();
    expect(state().document.definition).toEqual(documentOf([lambda("A"), lambda("B")]).definition);
    expect(names()).toEqual(["A", "B"]);
  });

  it("give back the start of a gesture that is cancelled, and keep what could be redone", () => {
    const { editor, state } = start();
    editor.edit("One", renameStep("A", "X"));
    editor.undo();
    editor.gesture("Drag");
    editor.cancel();
    expect(state().history.future).toHaveLength(1);
    const before = state().document;
    editor.gesture("Drag");
    editor.edit("Move", setField("A", ["FunctionArn"], "x"));
    editor.cancel();
    expect(state().document).toBe(before);
  });
});

describe("an edit that is refused", () => {
  it("changes nothing and says why", () => {
    const { editor, state } = start();
    const before = state().document;
    expect(editor.edit("Rename", renameStep("A", "B"))).toEqual({
      ok: false,
      message: "There is a step B already; a name stands for one step.",
    });
    expect(state().document).toBe(before);
    expect(state().notices.map(({ text }) => text)).toEqual(["There is a step B already; a name stands for one step."]);
  });

  it("is every edit while another tab has the document", () => {
    const { editor, state } = start();
    editor.setReadOnly(true);
    const before = state().document;
    expect(editor.edit("Rename", renameStep("A", "C")).ok).toBe(false);
    expect(state().document).toBe(before);
  });

  it("is undo and redo as well, which come back with the document", () => {
    const { editor, names, state } = start();
    editor.edit("One", renameStep("A", "X"));
    editor.edit("Two", renameStep("B", "Y"));
    editor.undo();
    editor.setReadOnly(true);
    const before = state();
    expect([canUndo(before), canRedo(before)]).toEqual([false, false]);
    editor.undo();
    editor.redo();
    expect(state()).toBe(before);
    editor.setReadOnly(false);
    editor.redo();
    expect(names()).toEqual(["X", "Y"]);
    editor.undo();
    editor.undo();
    expect(names()).toEqual(["A", "B"]);
  });

  it("throws on when it is a bug, and changes nothing", () => {
    const { editor, state } = start();
    const before = state().document;
    expect(() => editor.edit("Rename", renameStep("Nobody", "C"))).toThrow("There is no step Nobody.");
    expect(state().document).toBe(before);
  });
});

describe("the selection", () => {
  it("stays with a step that is renamed, and when that is undone", () => {
    const { editor, state } = start();
    editor.select(["A"]);
    editor.edit("Rename", renameStep("A", "Prep"));
    expect(state().selection.steps).toEqual(["Prep"]);
    editor.undo();
    expect(state().selection.steps).toEqual(["A"]);
  });

  it("lets go of a step that is deleted, although another moves up into its place", () => {
    const { editor, state } = start();
    editor.select(["A"]);
    editor.edit("Delete", removeSteps(["A"]));
    expect(state().selection.steps).toEqual([]);
  });
});

describe("the models of the step types", () => {
  it("are loaded once for each type that comes to be present, and problems follow", async () => {
    const loadModel = vi.fn(async () => ({
      request: "R",
      response: null,
      shapes: {
        R: { kind: "structure" as const, members: [{ name: "Must", shape: "S", required: true }] },
        S: { kind: "string" as const },
      },
    }));
    const editor = createEditor(documentOf([]), { loadModel });
    await editor.startChecking();
    editor.edit("Add", addStep("Transform", { x: 0, y: 0 }));
    editor.edit("Add", addStep("Transform", { x: 0, y: 0 }));
    expect(loadModel).toHaveBeenCalledTimes(1);
    await vi.waitFor(() =>
      expect(problemsOf(editor.store.getState()).map(({ message }) => message)).toContain("Transform needs Must."),
    );
  });
});

it("a document from another tab replaces this one without an entry to undo", () => {
  const { editor, state } = start();
  editor.select(["B"]);
  editor.replaceDocument({ ...state().document, definition: definitionOf({ Steps: [lambda("B")] }) });
  expect(state().history.past).toEqual([]);
  expect(state().selection.steps).toEqual(["B"]);
});
