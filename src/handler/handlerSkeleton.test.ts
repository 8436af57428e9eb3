import { describe, expect, it } from "vitest";
import { handlerSkeleton } from "./handlerSkeleton";
import { readHandler } from "./readHandler";

const step = {
  Name: "Preprocess",
  Type: "Lambda",
  Arguments: { bucket: { Get: "Parameters.Bucket" }, "my-prefix": "churn", class: 1, 'q"uote\u2028': "x", "7": 7 },
  OutputParameters: [
    { OutputName: "statusCode", OutputType: "Integer" },
    { OutputName: "train path", OutputType: "String" },
    { OutputName: "auc", OutputType: "Float" },
    { OutputName: "ok", OutputType: "Boolean" },
  ],
};

describe.each(["python", "javascript"] as const)("a handler skeleton in %s", (language) => {
  it("reads the step's arguments and returns its outputs, as it is read again", () => {
    const read = readHandler({ text: handlerSkeleton(step, language), language });
    expect(read.problems).toEqual([]);
    expect(read.outputs.map(({ name, type, guess }) => [name, type, guess])).toEqual([
      ["statusCode", "Integer", false],
      ["train path", "String", false],
      ["auc", "Float", false],
      ["ok", "Boolean", false],
    ]);
    expect(read.inputs.map(({ name }) => name).sort()).toEqual(Object.keys(step.Arguments).sort());
  });

  it("is whole without arguments and outputs", () => {
    const read = readHandler({ text: handlerSkeleton({ Name: "A", Type: "Lambda" }, language), language });
    expect(read.problems.map(({ code }) => code)).toEqual(["returns-nothing"]);
  });

  it("keeps a step's strange name in its comment", () => {
    const text = handlerSkeleton({ ...step, Name: "a\nimport os\r\u2028b" }, language);
    expect(text.split(/[\n\r\u2028]/)[0]).toContain("a import os b");
  });
});
