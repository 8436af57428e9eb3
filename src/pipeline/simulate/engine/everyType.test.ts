/** Every step type that runs gives samples of what others read of it, and metadata from which the same can be read again. */
import { describe, expect, it } from "vitest";
import { parsePath } from "../../definition/path";
import type { ObjectValue, Value } from "../../definition/value";
import { getIn } from "../../definition/value";
import { stepTypeList, stepTypes } from "../../steps";
import { metadataOf, outputsFromMetadata } from "../../steps/runs/metadata";
import { sampleContext } from "../../steps/runs/values/names";
import { outputAt } from "../../steps/runs/values/outputs";
import { simulate } from "./simulate";

function stepOf(type: string, more: ObjectValue = {}): ObjectValue {
  return { Name: "S", Type: type, ...stepTypes[type]?.create(), ...more };
}

/** The step, and a Lambda that reads these outputs of it. */
function definitionOf(step: ObjectValue, reads: readonly string[]): ObjectValue {
  const args = Object.fromEntries(reads.map((path, index) => [`a${index}`, { Get: `Steps.S.${path}` }]));
  const reader = { Name: "R", Type: "Lambda", Arguments: args, FunctionArn: "f", DependsOn: ["S"] };
  return { Steps: [step, reader] };
}

function run(step: ObjectValue, reads: readonly string[] = []) {
  const { steps } = simulate(definitionOf(step, reads), { parameters: new Map(), context: sampleContext("p") });
  const [first, reader] = ["S", "R"].map((name) => steps.find((one) => one.name === name));
  if (first === undefined || reader === undefined) throw new Error("Both steps should have run.");
  return { first, reader };
}

function metadataFor(step: ObjectValue, reads: readonly string[] = []) {
  const { first } = run(step, reads);
  const { name, request, outputs, outcome } = first;
  return metadataOf({ step, name, request: request ?? {}, envelope: step, outputs, outcome, failureReason: null });
}

/** A port whose name the step gives has none in a draft. */
const readable = stepTypeList.filter(({ outputsForm, slots }) => outputsForm !== "none" && slots.length === 0);

describe("a simulated step", () => {
  it.each(readable.map(({ type }) => type))("of type %s gives what its ports promise", (type) => {
    const ports = (stepTypes[type]?.outputPorts ?? []).filter((port) => !port.includes("*"));
    const { first, reader } = run(stepOf(type), ports);
    expect(first.status).toBe("Succeeded");
    for (const [index] of ports.entries()) {
      const value = getIn(reader.request ?? {}, [`a${index}`]);
      expect(typeof value, ports[index]).toBe("string");
      expect(value).not.toBe("");
    }
  });

  it.each(stepTypeList.filter(({ slots, type }) => slots.length === 0 && type !== "Fail").map(({ type }) => type))(
    "of type %s has the metadata from which the same outputs are read",
    (type) => {
      const step = stepOf(type);
      const { first } = run(step);
      const metadata = metadataFor(step);
      expect(Object.keys(metadata ?? {})).toHaveLength(1);
      const again = outputsFromMetadata(step, metadata ?? undefined);
      for (const [key, value] of again) expect(outputAt(first.outputs, parsePath(key) ?? []), key).toEqual(value);
      if (stepTypes[type]?.outputsForm === "own") expect(again.size).toBeGreaterThan(0);
    },
  );
});

describe("samples", () => {
  it("of a tuning list its jobs, the best first", () => {
    const reads = ["TrainingJobSummaries[0].TrainingJobName", "TrainingJobSummaries[9].TrainingJobName"];
    const { reader } = run(stepOf("Tuning"), [...reads, "BestTrainingJob.TrainingJobName"]);
    const [best, tenth, named] = Object.values(reader.request as Record<string, Value>);
    expect(best).toBe(named);
    expect(tenth).not.toBe(best);
  });

  it("of an EMR step repeat what the cluster was asked to run", () => {
    const HadoopJarStep = { Jar: "s3://b/a.jar", Args: ["--in", "s3://b/in"], Properties: [{ key: "k", Value: "v" }] };
    const step = stepOf("EMR", { Arguments: { StepConfig: { HadoopJarStep }, ClusterId: "j-1" } });
    const { reader } = run(step, ["Config.Args[1]", "Config.Jar", "Config.Properties['k']", "ClusterId"]);
    expect(Object.values(reader.request as Record<string, Value>)).toEqual(["s3://b/in", "s3://b/a.jar", "v", "j-1"]);
  });

  it("of a job are read into its document, and into what it adds there", () => {
    const JobConfigDocument = '{"Model": {"Id": "base"}}';
    const step = stepOf("Job", { Arguments: { JobCategory: "AgentRFT", JobConfigDocument } });
    const { reader } = run(step, ["JobConfigDocument.Model.Id", "JobConfigDocument.ServiceOutput.RunId"]);
    const [known, added] = Object.values(reader.request as Record<string, Value>);
    expect(known).toBe("base");
    expect(typeof added).toBe("string");
  });

  it("of lineage are ARNs by the names that the request gives, in the metadata too", () => {
    const Actions = [{ ActionName: "run", ActionType: "Training", Source: { SourceUri: "s3://b" } }];
    const step = stepOf("Lineage", { Arguments: { Actions } });
    const { reader } = run(step, ["ActionArns['run']"]);
    const arn = getIn(reader.request ?? {}, ["a0"]);
    expect(arn).toMatch(/:action\/run$/);
    const again = outputsFromMetadata(step, metadataFor(step) ?? undefined);
    expect(outputAt(again, ["ActionArns", "run"])).toBe(arn);
  });

  it("of Bedrock are ARNs of Bedrock", () => {
    const { reader } = run(stepOf("BedrockModelImport"), ["ImportedModelArn"]);
    expect(getIn(reader.request ?? {}, ["a0"])).toMatch(/^arn:aws:bedrock:[a-z0-9-]+:\d{12}:imported-model\//);
  });
});

describe("metadata", () => {
  it("of a clean-up names the steps whose outputs are gone", () => {
    const step = stepOf("Cleanup", { Arguments: { Resources: { S3: [{ StepName: "Prep" }, { StepName: "Train" }] } } });
    expect(metadataFor(step)).toEqual({
      Cleanup: { CleanedSteps: ["Prep", "Train"], FailedSteps: [], SkippedSteps: [] },
    });
  });

  it("of a check repeats how it was asked to check", () => {
    const metadata = metadataFor(stepOf("QualityCheck", { RegisterNewBaseline: true }));
    expect(getIn(metadata ?? {}, ["QualityCheck", "RegisterNewBaseline"])).toBe(true);
    expect(getIn(metadata ?? {}, ["QualityCheck", "CheckType"])).toBe("DATA_QUALITY");
  });
});
