import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { definitionOf, documentOf, loadAllModels } from "../../testing/load";
import { lambda, pipeline, read as reads, training } from "../../testing/steps";
import type { PipelineDocument } from "../definition/document";
import { setField } from "../edits/fields";
import { renameStep } from "../edits/renameStep";
import { listSteps } from "../graph/stepTree";
import { everyAsked } from "../problems/rulesFor";
import { scalarFields } from "../schema/scalarFields";
import { outputsOf } from "../steps/outputs";
import { type Reading, read, readInSlices } from ".";

const models = await loadAllModels();

/** A chain: each step reads the one before it. */
function chain(prefix: string, count: number): PipelineDocument {
  return documentOf(
    Array.from({ length: count }, (_, index) =>
      lambda(`${prefix}${index}`, {
        Arguments: index === 0 ? {} : { x: reads(`Steps.${prefix}${index - 1}.OutputParameters['y']`) },
        OutputParameters: [{ OutputName: "y", OutputType: "String" }],
      }),
    ),
  );
}

const type = (step: string, text: string) => setField(step, ["Arguments", "note"], text);

/** The names of the steps that the rules were asked of among the others. */
function watchRules(): () => readonly string[] {
  const rule = everyAsked.ofLinks.find(({ rule: { code } }) => code === "step-not-connected");
  if (rule === undefined) throw new Error("There is no such rule.");
  const asked = vi.spyOn(rule, "check");
  return () => {
    const names = asked.mock.calls.map(([{ name }]) => name);
    asked.mockClear();
    return names;
  };
}
afterEach(() => vi.restoreAllMocks());

describe("a reading with the one of before handed in", () => {
  it("asks again only the step that was edited, and those that look at it", () => {
    const asked = watchRules();
    const document = chain("A", 6);
    const first = read(document, models);
    expect(asked()).toHaveLength(6);
    read(type("A2", "typed")(document), models, first);
    expect(asked()).toEqual(["A2", "A3"]);
  });

  it("is the one of before where nothing is other", () => {
    const document = chain("A", 3);
    const first = read(document, models);
    const moved: PipelineDocument = { ...document, layout: new Map() };
    expect(read(moved, models, first)).toBe(first);
  });

  it("says the same whatever was before", () => {
    const document = chain("A", 3);
    const other = read(chain("B", 5), models);
    const problems = ({ problems }: Reading) => problems.map(({ code, step }) => `${code} ${step}`);
    expect(problems(read(document, models, other))).toEqual(problems(read(document, models)));
  });
});

describe("two documents read in turn", () => {
  it("do not disturb each other: of each only what an edit touches is asked again", () => {
    const asked = watchRules();
    let [left, right] = [chain("L", 6), chain("R", 8)];
    let [ofLeft, ofRight] = [read(left, models), read(right, models)];
    const edges = [ofLeft.graph.edges, ofRight.graph.edges];
    asked();
    for (const letter of ["a", "b", "c"]) {
      left = type("L4", letter)(left);
      ofLeft = read(left, models, ofLeft);
      expect(asked()).toEqual(["L4", "L5"]);
      right = type("R7", letter)(right);
      ofRight = read(right, models, ofRight);
      expect(asked()).toEqual(["R7"]);
    }
    expect([ofLeft.graph.edges, ofRight.graph.edges]).toEqual(edges);
    expect(ofLeft.graph.edges).toBe(edges[0]);
    expect(ofRight.graph.edges).toBe(edges[1]);
  });

  it("may branch from one reading: neither sees what became of the other", () => {
    const document = chain("A", 3);
    const first = read(document, models);
    read(renameStep("A0", "Z")(document), models, first);
    const emptied = setField("A0", ["OutputParameters"], [])(document);
    const codes = (reading: Reading) =>
      reading.problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
    expect(codes(read(emptied, models, first))).toEqual(["reference-undeclared-output"]);
    expect(codes(read(document, models, first))).toEqual([]);
  });
});

describe("a first reading in slices", () => {
  it("comes to the same as one at once, and can be left at any time", () => {
    const document = chain("A", 20);
    const slices = readInSlices(document, models);
    let count = 0;
    let next = slices.next();
    for (; next.done !== true; next = slices.next()) count++;
    expect(count).toBeGreaterThanOrEqual(20);
    expect(next.value.problems).toEqual(read(document, models).problems);
    const left = readInSlices(document, models);
    left.next();
    left.return(undefined as never);
    expect(read(document, models).problems).toEqual(next.value.problems);
  });
});

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

it("nothing keeps a definition that is closed", async () => {
  const gone = (() => {
    const definition = definitionOf(pipeline([lambda("A"), lambda("B")]));
    read({ definition }, models);
    return new WeakRef(definition);
  })();
  await new Promise((resolve) => setTimeout(resolve));
  collectGarbage();
  expect(gone.deref()).toBeUndefined();
});

describe("one step with tens of thousands of keys", () => {
  const count = 20_000;
  const parameters = Array.from({ length: count }, (_, i) => [`key${i}`, i % 1_000 === 0 ? "a\u202eb" : "value"]);
  const document = documentOf([training("Train", { HyperParameters: Object.fromEntries(parameters) })]);

  it("is read in many parts, and each of its values is looked at", () => {
    const slices = readInSlices(document, models);
    let parts = 0;
    let next = slices.next();
    for (; next.done !== true; next = slices.next()) parts++;
    expect(parts).toBeGreaterThanOrEqual(count / 100);
    const confusable = next.value.problems.filter(({ code }) => code === "text-confusable");
    expect(confusable.map(({ at }) => at.at(-1))).toEqual(Array.from({ length: 20 }, (_, i) => `key${i * 1_000}`));
  });

  it("offers no more fields and outputs to choose from than anybody looks through", () => {
    const [entry] = listSteps(document.definition);
    if (entry === undefined) throw new Error("There is no step.");
    const model = models.get("Training");
    expect(scalarFields(model, entry.stepType, entry.step).length).toBeLessThan(5_500);
    expect(outputsOf(entry.step, model, entry.stepType).length).toBeLessThan(5_500);
  });
});
