import { describe, expect, it } from "vitest";
import { createDocument } from "../../../pipeline/definition/document";
import type { ObjectValue, Value } from "../../../pipeline/definition/value";
import { setField } from "../../../pipeline/edits/fields";
import { renameParameter } from "../../../pipeline/edits/parameters";
import { resetSimulatedValues, setSample, setSimulatedValue, setStepFails } from "../../../pipeline/edits/samples";
import { compares } from "../../../testing/steps";
import { createEditor } from "../../session/createEditor";
import { shortValue } from "../flows/lineFlows";
import { createSimulation, mostLiveSteps, type Soon } from "./createSimulation";

const lambda = (Name: string, more: Readonly<Record<string, Value>> = {}): ObjectValue => ({
  Name,
  Type: "Lambda",
  Arguments: {},
  ...more,
});
const definition: ObjectValue = {
  Parameters: [
    { Name: "Least", Type: "Integer", DefaultValue: 5 },
    { Name: "Bucket", Type: "String" },
  ],
  Steps: [
    lambda("Prep", { OutputParameters: [{ OutputName: "rows", OutputType: "Integer" }] }),
    {
      Name: "Gate",
      Type: "Condition",
      Arguments: {
        Conditions: [compares("GreaterThan", "Steps.Prep.OutputParameters['rows']", "Parameters.Least")],
        IfSteps: [lambda("Yes")],
        ElseSteps: [lambda("No", { Arguments: { bucket: { Get: "Parameters.Bucket" } } })],
      },
    },
  ],
};

function open(of: ObjectValue = definition) {
  const waiting = new Set<() => void>();
  const soon: Soon = (run) => {
    waiting.add(run);
    return () => waiting.delete(run);
  };
  const frame = () => {
    for (const run of [...waiting]) {
      waiting.delete(run);
      run();
    }
  };
  const editor = createEditor(createDocument("d", "churn", of));
  const simulation = createSimulation(editor, soon);
  const view = () => editor.store.getState().simulation;
  return { editor, simulation, frame, waiting, view, statusOf: (key: string) => view()?.steps.get(key)?.status };
}

describe("the simulation beside the editor", () => {
  it("shows each step's end and each line's value on the canvas, as soon as it is opened", () => {
    const { view, statusOf } = open();
    expect(view()?.steps.get("Gate")).toEqual({
      status: "Succeeded",
      simulated: true,
      outcome: "True",
      why: "Prep rows (6) > Least (5) is true.",
    });
    expect([statusOf("Yes"), statusOf("No")]).toEqual(["Succeeded", "NotRun"]);
    expect([...(view()?.lines.values() ?? [])]).toEqual([
      { flows: true, label: "6", value: "6" },
      { flows: true, label: null, value: null },
      { flows: false, label: null, value: null },
    ]);
  });

  it("follows a sample at the next frame, once for several edits", () => {
    const { editor, frame, waiting, statusOf } = open();
    editor.edit("a", setSample("Prep", ["OutputParameters", "rows"], 1));
    editor.edit("b", setSample("Prep", ["OutputParameters", "rows"], 2));
    expect(waiting.size).toBe(1);
    frame();
    expect([statusOf("Yes"), statusOf("No")]).toEqual(["NotRun", "Succeeded"]);
    editor.undo();
    editor.undo();
    frame();
    expect(statusOf("Yes")).toBe("Succeeded");
  });

  it("follows an edit of the definition and a step that is told to fail", () => {
    const { editor, frame, statusOf } = open();
    editor.edit("a", setField("Gate", ["Arguments", "Conditions", 0, "Type"], "LessThan"));
    editor.edit("b", setStepFails("No", { reason: "x", exception: null, attempts: null }));
    editor.edit("c", setSample("Prep", ["OutputParameters", "rows"], 9));
    frame();
    expect([statusOf("Yes"), statusOf("No")]).toEqual(["NotRun", "Failed"]);
  });

  it("opens on the step that it fails of, and leaves the one that is looked at", () => {
    const failing = open();
    failing.editor.edit("fails", setStepFails("Prep", { reason: "no disk", exception: null, attempts: null }));
    failing.frame();
    const { failure } = failing.simulation.store.getState();
    expect(failure).toEqual({ name: "Prep", key: "Prep", reason: "no disk" });
    expect(failing.editor.store.getState().selection.steps).toEqual([]);
    failing.simulation.close();
    createSimulation(failing.editor, () => () => {});
    expect(failing.editor.store.getState().selection.steps).toEqual(["Prep"]);
    failing.editor.select(["Gate"]);
    createSimulation(failing.editor, () => () => {});
    expect(failing.editor.store.getState().selection.steps).toEqual(["Gate"]);
  });

  it("does nothing for a step that is moved", () => {
    const { editor, waiting } = open();
    editor.edit("move", (document) => ({ ...document, layout: new Map([["Prep", { x: 1, y: 1 }]]) }));
    expect(waiting.size).toBe(0);
  });

  it("takes parameter values, keeps to the default while one is no value, and a sample where there is none", () => {
    const { editor, simulation, frame, statusOf } = open();
    expect([...simulation.store.getState().sampled]).toEqual(["Bucket"]);
    editor.edit("value", setSimulatedValue("Least", "100"));
    frame();
    expect(statusOf("No")).toBe("Succeeded");
    editor.edit("value", setSimulatedValue("Least", "many"));
    editor.edit("value", setSimulatedValue("Bucket", "mine"));
    frame();
    expect(statusOf("Yes")).toBe("Succeeded");
    expect(simulation.store.getState().parameters.get("Bucket")).toBe("mine");
    editor.edit("reset", resetSimulatedValues());
    frame();
    expect(simulation.store.getState().parameters.get("Bucket")).toBe("sample-Bucket");
  });

  it("keeps what did not change as the same objects, and leaves the canvas when it is closed", () => {
    const { editor, simulation, frame, view } = open();
    const before = view();
    editor.edit("a", setSample("Prep", ["OutputParameters", "rows"], 1));
    frame();
    expect(view()?.steps.get("Prep")).toBe(before?.steps.get("Prep"));
    expect(view()?.steps.get("Gate")).not.toBe(before?.steps.get("Gate"));
    simulation.close();
    expect(view()).toBeNull();
    editor.edit("b", setSample("Prep", ["OutputParameters", "rows"], 2));
    frame();
    expect(view()).toBeNull();
  });

  it("keeps typed parameter values with the document, and under the parameter's new name", () => {
    const { editor, simulation, view } = open();
    editor.edit("value", setSimulatedValue("Least", "100"));
    simulation.close();
    editor.edit("rename", renameParameter("Least", "AtLeast"));
    createSimulation(editor, () => () => {});
    expect(view()?.steps.get("Gate")?.outcome).toBe("False");
    expect(editor.store.getState().document.settings.simulatedValues).toEqual(new Map([["AtLeast", "100"]]));
  });

  it("of a very large pipeline waits to be asked", () => {
    const many = Array.from({ length: mostLiveSteps + 1 }, (_, index) => lambda(`Step${index}`));
    const { editor, simulation, waiting, statusOf } = open({ Steps: many });
    editor.edit("a", setStepFails("Step0", { reason: "x", exception: null, attempts: null }));
    expect([waiting.size, simulation.store.getState().stale, statusOf("Step0")]).toEqual([0, true, "Succeeded"]);
    simulation.simulateNow();
    expect([simulation.store.getState().stale, statusOf("Step0")]).toEqual([false, "Failed"]);
  });
});

describe("a value on a line", () => {
  it("is shortened where its beginning tells least", () => {
    expect(shortValue("s3://my-bucket/churn/2026/train.csv")).toBe("…/churn/2026/train.csv");
    expect(shortValue("a sentence that goes on and on")).toBe("a sentence that goes …");
    expect(shortValue(5)).toBe("5");
    expect(shortValue("")).toBe('""');
  });
});
