import { describe, expect, it } from "vitest";
import { documentOf } from "../../testing/load";
import { portsOf } from "../card/ports";

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
