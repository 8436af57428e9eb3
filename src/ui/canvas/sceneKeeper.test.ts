import { describe, expect, it, vi } from "vitest";
import { createEditor, type Editor } from "../../editor/session/createEditor";
import { createDocument } from "../../pipeline/definition/document";
import { addDependsOn } from "../../pipeline/edits/dependsOn";
import type { Recipe } from "../../pipeline/edits/edit";
import { setField } from "../../pipeline/edits/fields";
import { moveSteps } from "../../pipeline/edits/moveSteps";
import { pinPort } from "../../pipeline/edits/pins";
import { removeSteps } from "../../pipeline/edits/removeSteps";
import { renameStep } from "../../pipeline/edits/renameStep";
import { listSteps } from "../../pipeline/graph/stepTree";
import { corpus, corpusText } from "../../testing/fixtures";
import { definitionOf, loadAllModels } from "../../testing/load";
import { createCanvasStore } from "./canvasStore";
import { createCardStores } from "./cards/cardStores";
import { keepScene } from "./sceneKeeper";

const models = await loadAllModels();
const loadModel = async (type: string) => models.get(type) ?? null;

function open(editor: Editor) {
  const canvas = createCanvasStore();
  const { faces } = createCardStores();
  const stop = keepScene(editor, canvas, faces);
  const shown = () => {
    const { scene, lines } = canvas.getState();
    return { scene, lines, faces: faces.all() };
  };
  return { shown, stop };
}

/** What a canvas shows that opens now. */
function anew(editor: Editor) {
  const canvas = open(editor);
  canvas.stop();
  return canvas.shown();
}

function editsOf(editor: Editor): readonly Recipe[] {
  const steps = listSteps(editor.store.getState().document.definition);
  const [first, second] = steps;
  const last = steps.at(-1);
  if (first === undefined || second === undefined || last === undefined) return [];
  return [
    ...steps.slice(0, 12).map(({ key }) => setField(key, ["DisplayName"], `${key} once more`)),
    setField(first.key, ["Arguments", "New"], "s3://bucket/new"),
    pinPort(second.key, "inputs", "Arguments.New", true),
    moveSteps(new Map([[first.key, { x: -900, y: -700 }]])),
    renameStep(second.key, "Renamed-step"),
    setField("Renamed-step", ["Arguments", "New"], { Get: `Steps.${first.name}.Anything` }),
    ...(last === second || last.parent !== null ? [] : [addDependsOn(last.key, first.key)]),
    removeSteps([first.key]),
  ];
}

const definitions = corpus();
describe("after each edit, the canvas shows what it would if it were opened then", () => {
  it.each(definitions.map(({ name, text }) => [name, text] as const))("%s", async (_, text) => {
    const editor = createEditor(createDocument("d", "pipeline", definitionOf(text)), { loadModel });
    const canvas = open(editor);
    for (const edit of editsOf(editor)) {
      editor.edit("Edit", edit);
      expect(canvas.shown()).toEqual(anew(editor));
    }
    canvas.stop();
  });
});

describe("a key in a field", () => {
  const text = corpusText("large-240");

  it("leaves the scene, the lines and the cards as the objects that they were, where no card shows it", () => {
    const editor = createEditor(createDocument("d", "pipeline", definitionOf(text)), { loadModel });
    const canvas = open(editor);
    const before = canvas.shown();
    const [first] = listSteps(editor.store.getState().document.definition);
    editor.edit("Edit", setField(first?.key ?? "", ["DisplayName"], "a"));
    const after = canvas.shown();
    expect(after.scene).toBe(before.scene);
    expect(after.lines).toBe(before.lines);
    expect(after.faces).toBe(before.faces);
    canvas.stop();
  });

  it("draws no other card anew, where its own shows another port", async () => {
    const editor = createEditor(createDocument("d", "pipeline", definitionOf(text)), { loadModel });
    const canvas = open(editor);
    await vi.waitFor(() => expect(editor.store.getState().models.size).toBeGreaterThan(0));
    const before = canvas.shown();
    const [first] = listSteps(editor.store.getState().document.definition);
    const changed = () => [...canvas.shown().faces].filter(([key, face]) => face !== before.faces.get(key));
    expect(changed()).toEqual([]);
    editor.edit("Edit", setField(first?.key ?? "", ["DisplayName"], { Get: "Execution.PipelineName" }));
    expect(changed().map(([key]) => key)).toEqual([first?.key]);
    canvas.stop();
  });
});
