/** Whether a program keeps every text in its quotes, as Python itself reads it. */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { createDocument } from "../../pipeline/definition/document";
import { corpusText } from "../../testing/fixtures";
import { definitionOf, loadAllModels } from "../../testing/load";
import { anyText, definitionFullOf, naughtyTexts } from "../../testing/naughty";
import fc from "../../testing/properties";
import { lambda, pipeline, read, training } from "../../testing/steps";
import { boto3 } from "../boto3";
import { Names } from "./names";
import { sdk2 } from "./sdk2";
import { sdk3 } from "./sdk3";
import { quoted } from "./text";
import { writeProgram } from "./write";

const models = await loadAllModels();
const sdks = [
  ["SDK 3", sdk3],
  ["SDK 2", sdk2],
] as const;

/** Python reads one expression or one program a line of JSON, and gives back what it made of it. */
const reader = `
import ast, json, sys
for line in sys.stdin:
    source = json.loads(line)
    if source["kind"] == "literal":
        made = ast.literal_eval(source["text"])
    else:
        tree = ast.parse(source["text"])
        made = [type(one).__name__ for one in tree.body if not isinstance(one, (ast.Import, ast.ImportFrom))]
        compile(tree, "program", "exec")
    print(json.dumps(made))
`;

type Source = { readonly kind: "literal" | "program"; readonly text: string };

const python = ["python3", "python"].find((name) => spawnSync(name, ["--version"]).status === 0);

function readByPython(sources: readonly Source[]): readonly unknown[] {
  const input = sources.map((source) => `${JSON.stringify(source)}\n`).join("");
  const { stdout, stderr, status } = spawnSync(python ?? "", ["-c", reader], { input, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function programsOf(text: string): readonly Source[] {
  const definition = definitionOf(definitionFullOf(text));
  const source = { ...createDocument("", text, definition), models };
  return [
    ...sdks.map(([, sdk]) => ({ kind: "program", text: writeProgram(source, sdk).text }) as const),
    { kind: "program", text: boto3.write(source) },
  ];
}

const statements = ["Expr", "Assign", "ClassDef", "FunctionDef", "If"];

describe.runIf(python !== undefined)("a program, as Python reads it,", () => {
  it("has every text as it was", () => {
    const texts = [...naughtyTexts, ...fc.sample(anyText, 500)];
    const read = readByPython(texts.map((text) => ({ kind: "literal", text: quoted(text) })));
    expect(read).toEqual(texts);
  }, 120_000);

  it("keeps every text in its quotes, wherever one can stand", () => {
    const texts = [...naughtyTexts, ...fc.sample(anyText, 5)];
    const read = readByPython(texts.flatMap(programsOf)) as readonly (readonly string[])[];
    expect(read.length).toBe(3 * texts.length);
    for (const kinds of read) expect(kinds.filter((kind) => !statements.includes(kind))).toEqual([]);
  }, 120_000);
});

describe("a program", () => {
  const written = (definition: object, sdk = sdk3) =>
    writeProgram({ name: "churn", definition: definitionOf(definition), models }, sdk);

  it("reads outputs and properties by attribute", () => {
    const { text } = written(
      pipeline([
        lambda("Prep"),
        training("Train", { InputDataConfig: [{ Uri: read("Steps.Prep.OutputParameters['path']") }] }),
        { Name: "Say", Type: "Fail", Arguments: { ErrorMessage: read("Steps.Train.ModelArtifacts.S3ModelArtifacts") } },
      ]),
    );
    expect(text).toContain('{"Uri": prep.properties.Outputs["path"]}');
    expect(text).toContain("error_message=train.properties.ModelArtifacts.S3ModelArtifacts");
  });

  it("puts behind the SDK, for all steps at once, what its classes have no words for, and takes out what they add", () => {
    const job = (name: string) =>
      training(name, {
        AlgorithmSpecification: { TrainingImage: "image", TrainingInputMode: "File" },
        RoleArn: "arn:aws:iam::111122223333:role/R",
        OutputDataConfig: { S3OutputPath: "s3://bucket" },
        ResourceConfig: { InstanceType: "ml.m5.large", InstanceCount: 1, VolumeSizeInGB: 30 },
        StoppingCondition: { MaxRuntimeInSeconds: 60 },
        ProfilerConfig: { DisableProfiler: true },
      });
    const { text, fallbacks, amended } = written(pipeline([job("One"), job("Other")]));
    expect(fallbacks).toEqual(new Map());
    expect(amended).toEqual(new Set(["One", "Other"]));
    expect(text).toContain(`        for name in ["One", "Other"]:
            arguments = steps[name]["Arguments"]
            del arguments["HyperParameters"]
            arguments["ProfilerConfig"] = {"DisableProfiler": True}
`);
  });

  it("writes a step before whoever reads it, and the pipeline in its own order", () => {
    const { text } = written(
      pipeline([
        { Name: "Say", Type: "Fail", Arguments: { ErrorMessage: read("Steps.Prep.OutputParameters['path']") } },
        lambda("Prep"),
      ]),
    );
    expect(text.indexOf("prep = ")).toBeLessThan(text.indexOf("say = "));
    expect(text).toContain("steps=[say, prep]");
  });

  it.each(sdks)("holds what is no list of steps as its text (%s)", (_, sdk) => {
    const twins = pipeline([lambda("Prep"), lambda("Prep")]);
    const { text, fallbacks } = written(twins, sdk);
    expect(fallbacks).toBeNull();
    expect(text).toContain("return DEFINITION");
  });

  it.each(sdks)("is written in a moment, however large the pipeline (%s)", (_, sdk) => {
    const { fallbacks } = written(JSON.parse(corpusText("large-240")), sdk);
    expect(fallbacks?.size).toBe(0);
  });
});

describe("the variables of a program", () => {
  it("are named after what they stand for, and each is another", () => {
    const names = new Names();
    const given = ["TrainModel", "train-model", "class", "l", "2nd", "日本", "日本", "session"].map((text) =>
      names.give(text, "step"),
    );
    expect(given).toEqual([
      "train_model",
      "train_model_step",
      "class_step",
      "l_step",
      "step_2nd",
      "step_2",
      "step_3",
      "session_step",
    ]);
  });
});
