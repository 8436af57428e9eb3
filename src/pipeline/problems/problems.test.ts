import { describe, expect, it } from "vitest";
import { corpus } from "../../testing/fixtures";
import { definitionOf, documentOf, loadAllModels } from "../../testing/load";
import { forEach, lambda, pipeline, read } from "../../testing/steps";
import { moveOutOfSlot } from "../edits/moveToSlot";
import { declareOutput } from "../edits/outputs";
import { removeParameter } from "../edits/parameters";
import { checkDefinition, type Reading, read as readDocument } from "../reading";
import { nearest } from "./nearest";

const models = await loadAllModels();

describe("problems of the whole", () => {
  it("lists a parameter that the experiment's name reads", () => {
    const definition = pipeline([lambda("A")], [], {
      PipelineExperimentConfig: { ExperimentName: read("Parameters.Experiment") },
    });
    expect(checkDefinition(definitionOf(definition), models)).toContainEqual(
      expect.objectContaining({
        code: "reference-unknown-parameter",
        step: null,
        at: ["PipelineExperimentConfig", "ExperimentName"],
      }),
    );
  });

  it("lists errors before warnings, each in the order of the steps", () => {
    const document = documentOf([
      lambda("Alone"),
      lambda("B", { Arguments: { x: read("Steps.No.A") } }),
      lambda("C", { Arguments: { x: read("Steps.No.A") } }),
    ]);
    expect(checkDefinition(document.definition, models).map(({ severity, step }) => `${severity} ${step}`)).toEqual([
      "error B",
      "error C",
      "warning Alone",
      "warning B",
      "warning C",
      "info Alone",
      "info B",
      "info C",
    ]);
  });

  it("keeps what it said of steps that an edit does not touch, and says anew what has become of it", () => {
    const step = (Name: string, from: string) =>
      lambda(Name, { Arguments: { x: read(`Steps.${from}.OutputParameters['rows']`) } });
    const before = documentOf([lambda("A"), step("B", "A"), lambda("C"), step("D", "C")]);
    const after = declareOutput("A", "rows", "String")(before);
    const undeclared = ({ problems }: Reading) => problems.filter(({ code }) => code === "reference-undeclared-output");
    const first = readDocument(before, models);
    const [ofB, ofD] = undeclared(first);
    expect([ofB?.step, ofD?.step]).toEqual(["B", "D"]);
    const second = undeclared(readDocument(after, models, first));
    expect(second).toEqual([ofD]);
    expect(second[0]).toBe(ofD);
  });

  it("sees what changes around a step: its container, a parameter, the loop that it lies in", () => {
    const inside = lambda("In", { Arguments: { x: read("ForEach.CurrentItem"), p: read("Parameters.P") } });
    const loop = documentOf(pipeline([forEach("F", [inside])], [{ Name: "P", Type: "String" }]));
    let reading = readDocument(loop, models);
    const codes = (document: typeof loop) => {
      reading = readDocument(document, models, reading);
      return reading.problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
    };
    expect(codes(loop)).toEqual([]);
    expect(codes(removeParameter("P")(loop))).toEqual(["reference-unknown-parameter"]);
    expect(codes(moveOutOfSlot("In")(loop))).toEqual(["for-each-body", "current-item-outside"]);
    expect(codes(loop)).toEqual([]);
  });

  it("offers a near name only where it is near", () => {
    expect(nearest("Trian", ["Train", "Evaluate"])).toBe("Train");
    expect(nearest("Something", ["Train", "Evaluate"])).toBeNull();
  });
});

const definitions = corpus();
describe("definitions that SageMaker takes have no error", () => {
  it.each(definitions.map(({ name, text }) => [name, text] as const))("%s", (_, text) => {
    const errors = checkDefinition(definitionOf(text), models).filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});
