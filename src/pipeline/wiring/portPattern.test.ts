import { describe, expect, it } from "vitest";
import { documentOf } from "../../testing/load";
import { declares, lambda, read } from "../../testing/steps";
import { portsOf } from "../card/ports";
import { mostPorts } from "./portPattern";

describe("the ports of a job with many arguments", () => {
  it("are the first few, and those that read something", () => {
    const Args = ["spark-submit", "--a", "1", "--b", "2", "--c", "3", { Get: "Parameters.P" }, "--d"];
    const spark = {
      Name: "S",
      Type: "EMR",
      Arguments: { StepConfig: { HadoopJarStep: { Jar: "x", Args } }, ClusterId: "" },
    };
    const { inputs } = portsOf(documentOf([spark]), new Map(), "S");
    expect(inputs.map(({ label }) => label)).toEqual([
      "Args[0]",
      "Args[1]",
      "Args[2]",
      "Args[3]",
      "ClusterId",
      "Args[7]",
    ]);
  });
});

describe("the ports of a function with a thousand arguments and outputs", () => {
  const many = Array.from({ length: 1000 }, (_, index) => `k${index}`);
  const Arguments = Object.fromEntries(many.map((key, index) => [key, index === 999 ? read("Parameters.P") : "x"]));
  const declared = declares(Object.fromEntries(many.map((name) => [name, "String"])));
  const asks = lambda("Asks", { Arguments: { of: read("Steps.F.OutputParameters['k998']") } });
  const document = documentOf([lambda("F", { Arguments, OutputParameters: declared }), asks]);

  it("are as many as a card can be read with, and those that are wired; the others are one click away", () => {
    const { inputs, outputs, hiddenFields } = portsOf(document, new Map(), "F");
    expect(inputs.map(({ label }) => label)).toEqual([...many.slice(0, mostPorts), "k999"]);
    expect(outputs.map(({ label }) => label)).toEqual([...many.slice(0, mostPorts), "k998"]);
    expect(hiddenFields).toBe(1000 - mostPorts - 1);
  });
});
