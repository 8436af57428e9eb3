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
import type { ApiModel } from "../../pipeline/schema/model";
import { corpus, corpusText } from "../../testing/fixtures";
import { definitionOf, loadAllModels } from "../../testing/load";
import { createCanvasStore } from "./canvasStore";
import { createCardStores } from "./cards/cardStores";
import { draggingOf } from "./drop/dragging";
import { measure, measureInParts, stepsToMeasure } from "./measure";
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
    await vi.waitFor(() => expect(editor.store.getState().models.size).toBeGreaterThan(0), patient);
    const before = canvas.shown();
    const [first] = listSteps(editor.store.getState().document.definition);
    const changed = () => [...canvas.shown().faces].filter(([key, face]) => face !== before.faces.get(key));
    expect(changed()).toEqual([]);
    editor.edit("Edit", setField(first?.key ?? "", ["DisplayName"], { Get: "Execution.PipelineName" }));
    expect(changed().map(([key]) => key)).toEqual([first?.key]);
    canvas.stop();
  });
});

/** They are worked out in slices, one after another: on a busy machine that takes its time. */
const patient = { timeout: 20_000 };

describe("steps that are let go", () => {
  it("come to their places in one drawing of the scene, whatever their edit changes", () => {
    const document = createDocument("d", "pipeline", definitionOf(corpusText("large-240")));
    const editor = createEditor(document, { loadModel });
    const canvas = createCanvasStore();
    const { faces } = createCardStores();
    const stop = keepScene(editor, canvas, faces);
    const [first] = listSteps(document.definition);
    const key = first?.key ?? "";
    canvas.setState({ dragging: draggingOf(canvas.getState().scene, key, [key], () => []) });
    for (const x of [-900, -940]) canvas.setState({ drag: new Map([[key, { x, y: -700 }]]) });
    const carried = canvas.getState().scene;
    const drawn = new Set<object>();
    canvas.subscribe(({ scene }) => {
      if (scene !== carried) drawn.add(scene);
    });
    editor.edit("Move", moveSteps(canvas.getState().drag ?? new Map()));
    canvas.setState({ drag: null, dragging: null });
    expect(drawn.size).toBe(1);
    const { scene, lines } = canvas.getState();
    const fresh = anew(editor);
    expect([...scene.cards]).toEqual([...fresh.scene.cards]);
    expect([...lines]).toEqual([...fresh.lines]);
    stop();
  });

  it("stand where they were when the drag is called off, and what came meanwhile is there", () => {
    const document = createDocument("d", "pipeline", definitionOf(corpusText("large-240")));
    const editor = createEditor(document, { loadModel });
    const canvas = createCanvasStore();
    const { faces } = createCardStores();
    const stop = keepScene(editor, canvas, faces);
    const [first, second] = listSteps(document.definition);
    const [key, other] = [first?.key ?? "", second?.key ?? ""];
    canvas.setState({ dragging: draggingOf(canvas.getState().scene, key, [key], () => []) });
    for (const x of [-900, -940]) canvas.setState({ drag: new Map([[key, { x, y: -700 }]]) });
    editor.edit("Move", moveSteps(new Map([[other, { x: 5_000, y: 5_000 }]])));
    canvas.setState({ drag: null, dragging: null });
    expect(canvas.getState().scene.cards.get(other)).toMatchObject({ x: 5_000, y: 5_000 });
    expect([...canvas.getState().scene.cards]).toEqual([...anew(editor).scene.cards]);
    stop();
  });
});

describe("thousands of steps", () => {
  const many = 700;
  const training = (index: number) => ({
    Name: `Train${index}`,
    Type: index % 10 === 0 ? "Transform" : "Training",
    Arguments: { RoleArn: { Get: "Parameters.Role" } },
    ...(index > 0 && { DependsOn: [`Train${index - 1}`] }),
  });
  const text = JSON.stringify({ Version: "2020-12-01", Steps: Array.from({ length: many }, (_, i) => training(i)) });
  const openMany = (loads?: typeof loadModel) => {
    const options = loads === undefined ? {} : { loadModel: loads };
    return createEditor(createDocument("d", "pipeline", definitionOf(text)), options);
  };

  it("are measured in slices, and come to the canvas once all are", async () => {
    const canvas = createCanvasStore();
    const { faces } = createCardStores();
    const stop = keepScene(openMany(), canvas, faces);
    expect(canvas.getState().measured).toBe(false);
    expect(canvas.getState().scene.cards.size).toBe(0);
    await vi.waitFor(() => expect(canvas.getState().measured).toBe(true), patient);
    expect(canvas.getState().scene.cards.size).toBe(many);
    expect(canvas.getState().lines.size).toBe(many - 1);
    expect(faces.all().size).toBe(many);
    stop();
  });

  it("are each a part of that work", () => {
    const editor = openMany();
    let parts = 0;
    for (const work = measureInParts(editor.store.getState(), { opened: null }, null); work.next().done !== true; )
      parts++;
    expect(parts).toBe(many);
  });

  it("that move all at once come to their places together, in slices, and say until when", async () => {
    const editor = openMany();
    const canvas = createCanvasStore();
    const { faces } = createCardStores();
    const stop = keepScene(editor, canvas, faces);
    const whereTo = (by: number) =>
      new Map(Array.from({ length: many }, (_, at) => [`Train${at}`, { x: by + at * 400, y: by }] as const));
    await vi.waitFor(() => expect(canvas.getState().measured).toBe(true), patient);
    editor.edit("Place", moveSteps(whereTo(0)));
    const before = canvas.getState().scene;
    editor.edit("Tidy", moveSteps(whereTo(50)));
    expect(canvas.getState().placing).toBe(true);
    expect(canvas.getState().scene).toBe(before);
    await vi.waitFor(() => expect(canvas.getState().placing).toBe(false), patient);
    expect(canvas.getState().scene.cards.get("Train3")).toMatchObject({ x: 1_250, y: 50 });
    const at = canvas.getState().lines.get([...canvas.getState().lines.keys()][0] ?? "");
    expect(at?.curve.from.y).toBeGreaterThan(50);
    stop();
  });

  it("are not measured anew when the model of another type comes, or a wire hovers over one", async () => {
    const { document, models: none } = openMany().store.getState();
    const before = measure({ document, models: none }, { opened: null }, null);
    const transform = models.get("Transform");
    if (transform === undefined) throw new Error("There is no model of Transform.");
    const withOne = { document, models: new Map([["Transform", transform]]) };
    expect(stepsToMeasure(withOne, { opened: null }, before)).toBe(many / 10);
    expect(stepsToMeasure({ document, models: none }, { opened: { key: "Train1", fields: [] } }, before)).toBe(1);
    const now = measure(withOne, { opened: null }, before);
    expect(now).toEqual({ ...measure(withOne, { opened: null }, null), changed: now.changed });
  });

  it("show an edit at once while they wait for the model of their type", async () => {
    const waiting: ((model: ApiModel | null) => void)[] = [];
    const editor = openMany((type) =>
      type === "Training" ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(null),
    );
    const { shown, stop } = open(editor);
    await vi.waitFor(() => expect(shown().faces.size).toBe(many), patient);
    for (const send of waiting) send(models.get("Training") ?? null);
    await vi.waitFor(() => expect(editor.store.getState().models.size).toBe(1), patient);
    const withoutModel = shown().faces.get("Train2")?.ports.outputs;
    editor.edit("Move", moveSteps(new Map([["Train1", { x: -900, y: -700 }]])));
    expect(shown().scene.cards.get("Train1")).toMatchObject({ x: -900, y: -700 });
    expect(shown().faces.get("Train2")?.ports.outputs).toBe(withoutModel);
    await vi.waitFor(() => expect(shown().faces.get("Train2")?.ports.outputs).not.toBe(withoutModel), patient);
    expect(shown().scene.cards.get("Train1")).toMatchObject({ x: -900, y: -700 });
    stop();
  });
});
