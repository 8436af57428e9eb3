import { describe, expect, it } from "vitest";
import { isObject } from "../../pipeline/definition/value";
import { deriveGraph } from "../../pipeline/graph/deriveGraph";
import { templates } from "./referenceTemplates";

const edgesOf = (id: string) => {
  const found = templates.find((template) => template.id === id);
  if (found === undefined || !isObject(found.document.definition)) throw new Error(`no template ${id}`);
  return deriveGraph(found.document.definition).edges.map(({ from, to }) => `${from} → ${to}`);
};

describe("the templates", () => {
  it("show the pipeline wired, and before, with the function floating alone", () => {
    expect(edgesOf("churn-training")).toEqual(["Preprocess → Train", "Train → CreateModel"]);
    expect(edgesOf("churn-training-typed")).toEqual(["Train → CreateModel"]);
  });

  it("have a place for every step", () => {
    for (const { document } of templates) {
      const steps = deriveGraph(document.definition).steps.map(({ key }) => key);
      expect([...document.layout.keys()].sort()).toEqual([...steps].sort());
    }
  });
});
