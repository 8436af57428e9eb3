// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";
import { createEditor } from "../../../editor/session/createEditor";
import { graphOf } from "../../../editor/session/selectors";
import { createDocument } from "../../../pipeline/definition/document";
import { definitionOf } from "../../../testing/load";
import { createCanvasStore } from "../canvasStore";
import { createCardStores } from "../cards/cardStores";
import type { CanvasKit } from "../kit";
import { keepScene } from "../sceneKeeper";
import { keepLight } from "./keepLight";
import { keepPointed } from "./keepPointed";
import { lightOf } from "./lightOf";

const step = (Name: string, ...DependsOn: string[]) => ({ Name, Type: "Lambda", Arguments: {}, DependsOn });
const gate = (Name: string, IfSteps: object[], ElseSteps: object[], ...DependsOn: string[]) => ({
  Name,
  Type: "Condition",
  Arguments: { Conditions: [], IfSteps, ElseSteps },
  DependsOn,
});
const loop = (Name: string, body: object[], ...DependsOn: string[]) => ({
  Name,
  Type: "ForEach",
  Arguments: { ForEachBody: body },
  DependsOn,
});

/** A → B → Gate (Yes | No), and Each (Body → Next) behind B; X alone. */
const definition = definitionOf({
  Version: "2020-12-01",
  Steps: [
    step("A"),
    step("B", "A"),
    gate("Gate", [step("Yes")], [step("No")], "B"),
    loop("Each", [step("Body"), step("Next", "Body")], "B"),
    step("X"),
  ],
});

function open() {
  const editor = createEditor(createDocument("d", "churn", definition));
  const canvas = createCanvasStore();
  keepScene(editor, canvas, createCardStores().faces);
  const view = { zoom: () => 0.3, toCanvas: (at: object) => at };
  return { editor, canvas, view } as unknown as CanvasKit;
}

const { editor, canvas } = open();
const state = canvas.getState();
const graph = graphOf(editor.store.getState());
const lit = (steps: string[], whole = false) => {
  const light = lightOf(graph, state, steps, whole);
  return light === null ? null : [[...light.keys].sort(), [...light.lines].map((id) => id.split(" ")[0]).sort()];
};

describe("what is lit for a step that is looked at", () => {
  it("are it, its wires and its neighbours", () => {
    expect(lit(["A"])).toEqual([["A", "B"], ["A→B"]]);
  });

  it("is what a container holds, with the container", () => {
    expect(lit(["Gate"])).toEqual([
      ["B", "Gate", "No", "Yes"],
      ["B→Gate", "Gate→No", "Gate→Yes"],
    ]);
  });

  it("is all that lies in the box of a neighbour: the box would cover it", () => {
    expect(lit(["B"])?.[0]).toEqual(["A", "B", "Body", "Each", "Gate", "Next"]);
  });

  it("is the whole path, up and down, while it is asked for", () => {
    expect(lit(["Yes"], true)).toEqual([
      ["A", "B", "Gate", "Yes"],
      ["A→B", "B→Gate", "Gate→Yes"],
    ]);
  });

  it.each([
    ["a step without wires", ["X"]],
    ["nothing", []],
    ["a step that is gone", ["Gone"]],
    ["all steps", [...state.scene.cards.keys()]],
  ])("is nothing for %s: all stays as it was", (_, steps) => {
    expect(lit(steps)).toBeNull();
  });
});

describe("the light on the canvas", () => {
  const begin = () => {
    const kit = open();
    const surface = document.body.appendChild(document.createElement("div"));
    const stops = [keepLight(kit), keepPointed(kit, surface)];
    const lit = () => [...(kit.canvas.getState().light?.own ?? [])].sort();
    const point = (key: string | null) => {
      kit.canvas.setState({ under: key });
      surface.dispatchEvent(new MouseEvent("pointermove", { bubbles: true }));
    };
    const end = () => {
      for (const stop of stops) stop();
      surface.remove();
    };
    return { ...kit, surface, lit, point, end };
  };

  it("follows the selection, then the step that the pointer rests on, and goes back when it is left", async () => {
    const { editor, lit, point, end } = begin();
    expect(lit()).toEqual([]);
    editor.select(["A"]);
    expect(lit()).toEqual(["A"]);
    point("Yes");
    expect(lit()).toEqual(["A"]);
    await vi.waitFor(() => expect(lit()).toEqual(["Yes"]));
    point(null);
    expect(lit()).toEqual(["A"]);
    end();
  });

  it("widens to the whole path while Alt is held", () => {
    const { editor, canvas, end } = begin();
    editor.select(["A"]);
    const keys = () => canvas.getState().light?.keys.size;
    const press = (type: string) =>
      window.dispatchEvent(new KeyboardEvent(type, { key: "Alt", bubbles: true, cancelable: true }));
    expect(keys()).toBe(2);
    expect(press("keydown")).toBe(false);
    expect(keys()).toBe(8);
    press("keyup");
    expect(keys()).toBe(2);
    end();
  });

  it("is out while something is in hand", () => {
    const { editor, canvas, lit, end } = begin();
    editor.select(["A"]);
    canvas.setState({ drag: new Map() });
    expect(lit()).toEqual([]);
    canvas.setState({ drag: null });
    expect(lit()).toEqual(["A"]);
    end();
  });

  it("finds the wire under the pointer from afar, where no wire is an element", () => {
    const { canvas, surface, end } = begin();
    const [line] = [...canvas.getState().lines.values()];
    const { x, y } = line?.curve.from ?? expect.fail("There is no line.");
    const move = (down: number) =>
      surface.dispatchEvent(new MouseEvent("pointermove", { clientX: x, clientY: y + down, bubbles: true }));
    canvas.setState({ far: true });
    move(8);
    expect(canvas.getState().hover).toEqual({ kind: "line", id: line?.id });
    move(-400);
    expect(canvas.getState().hover).toBeNull();
    end();
  });
});
