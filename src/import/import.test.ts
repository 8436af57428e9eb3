import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { serialise } from "../pipeline/definition/serialise";
import { importFiles, severalDefinitions } from "../testing/fixtures";
import { tokens } from "../testing/tokens";
import { importFile, importFolder, importText, namesOf, nameToOpen, openableFiles } from ".";
import type { FoundDefinition } from "./found";
import { lineAndColumnIn } from "./lineAndColumn";

const files = importFiles();
const original = files.find(({ file }) => file === "definition.json")?.text ?? "";
const bytes = (text: string) => new TextEncoder().encode(text);

/** The definitions that are found in a text. */
async function foundIn(text: string, fileName: string): Promise<readonly FoundDefinition[]> {
  const read = await importText(text, fileName);
  if (!read.ok) throw new Error(`${fileName} is refused: ${read.refusal.message}`);
  return read.found;
}

describe.each(files.map((file) => [file.file, file] as const))("a definition in %s", (name, { text, expected }) => {
  it("is found, with what it was taken out of and its name", async () => {
    const found = await foundIn(text, name);
    const { label, what = "" } = expected;
    expect(found.map(({ taken, name }) => ({ taken, name }))).toEqual([
      { taken: label === null ? null : { label, what }, name: expected.name ?? null },
    ]);
  });

  it("is the same as the definition itself, its holes kept", async () => {
    const [found] = await foundIn(text, name);
    if (found?.result.ok !== true) throw new Error(JSON.stringify(found?.result));
    const holes = Object.entries(expected.holes ?? {});
    const filled = holes.reduce(
      (all, [what, hole]) => all.replaceAll(what, JSON.stringify(hole).slice(1, -1)),
      original,
    );
    const printed = serialise(found.result.value);
    expect(JSON.parse(printed)).toEqual(JSON.parse(filled));
    if (expected.isSorted !== true) expect(tokens(printed)).toEqual(tokens(filled));
  });

  it("is the same behind a byte order mark, as text that is pasted may have one", async () => {
    const [found] = await foundIn(text, name);
    const [marked] = await foundIn(`\uFEFF${text}`, name);
    expect(marked?.result).toEqual(found?.result);
    expect(marked?.taken).toEqual(found?.taken);
  });

  it("has each value's place in the file", async () => {
    const [found] = await foundIn(text, name);
    if (found === undefined) throw new Error("nothing is found");
    const lines = text.split("\n");
    const positionOf = lineAndColumnIn(found);
    const behind = (...path: (string | number)[]) => {
      const { line, column } = positionOf(path);
      return lines[line - 1]?.slice(column - 1) ?? "";
    };
    // Behind a quote, as many times escaped as it stands inside of texts.
    const quote = String.raw`^(\\*["'])?`;
    expect(behind("Steps", 0, "Name")).toMatch(new RegExp(`${quote}Prepare`));
    expect(behind("Steps", 1, "Arguments", "ResourceConfig", "VolumeSizeInGB")).toMatch(/^30\b/);
    const mode = ["Steps", 1, "Arguments", "AlgorithmSpecification", "TrainingInputMode"];
    expect(behind(...mode)).toMatch(new RegExp(`${quote}File`));
    expect(behind("Steps", 1, "Arguments", "HyperParameters", "2")).toMatch(new RegExp(`${quote}two`));
  });

  it("is found without the file's name, where it is pasted", async () => {
    const [found] = await foundIn(text, "");
    expect(found?.result.ok).toBe(true);
  });
});

describe("a file with several definitions", () => {
  it("gives each, by its name", async () => {
    const found = await foundIn(severalDefinitions("two-pipelines.yaml"), "two-pipelines.yaml");
    expect(namesOf(found)).toEqual(["churn", "fraud"]);
    expect(found.map((one) => one.taken?.what)).toEqual(["the body of Churn", "the body of Fraud"]);
  });

  it("gives what was printed twice once, under the name that one of them says", async () => {
    const found = await foundIn(severalDefinitions("notebook.ipynb"), "notebook.ipynb");
    expect(namesOf(found)).toEqual(["churn", "the definition printed in cell 3"]);
  });
});

describe("a pipeline that is opened", () => {
  it("goes by its own name, else by the file's", async () => {
    const [churn] = await foundIn(severalDefinitions("two-pipelines.yaml"), "two-pipelines.yaml");
    const [plain] = await foundIn(original, "my churn.json");
    expect(churn && nameToOpen(churn, "two-pipelines.yaml")).toBe("churn");
    expect(plain && nameToOpen(plain, "my churn.json")).toBe("my-churn");
    expect(plain && nameToOpen(plain, "churn.json.tftpl")).toBe("churn");
  });
});

describe("a name with holes", () => {
  const hole = `\${var.env}-churn`;
  it.each([
    [
      "main.tf",
      `resource "aws_sagemaker_pipeline" "nightly" {\n  pipeline_name = "${hole}"\n  pipeline_definition = jsonencode({ Steps = [] })\n}\n`,
    ],
    [
      "t.yaml",
      `Resources:\n  nightly:\n    Type: AWS::SageMaker::Pipeline\n    Properties:\n      PipelineName: !Sub "${hole}"\n      PipelineDefinition:\n        PipelineDefinitionBody: '{"Steps": []}'\n`,
    ],
  ])("gives way to what the resource is called: %s", async (name, text) => {
    const [found] = await foundIn(text, name);
    expect(found?.name).toBe("nightly");
  });
});

describe("reading a definition", () => {
  it("takes a byte order mark for none of the text", async () => {
    expect((await importFile(bytes('\uFEFF{"Steps": []}'), "a.json")).ok).toBe(true);
  });

  it("reads text that was pasted as it reads a file", async () => {
    const [pasted] = await foundIn('{"Steps": []}', "");
    const read = await importFile(bytes('{"Steps": []}'), "a.json");
    expect(pasted?.result).toEqual(read.ok && read.found[0].result);
  });

  it("offers every kind of file that is read", () => {
    const endings = files.map(({ file }) => /\.\w+$/.exec(file)?.[0] ?? "");
    expect(openableFiles.split(",")).toEqual(expect.arrayContaining(endings));
  });
});

describe("a notebook", () => {
  const withPicture = (mib: number) => {
    const cells = [
      { outputs: [{ data: { "image/png": "x".repeat(mib * 1024 * 1024) } }, { text: ['{"Steps": []}'] }] },
    ];
    return bytes(JSON.stringify({ cells, nbformat: 4 }));
  };

  it("may have 16 MiB, from stdin and the clipboard too", async () => {
    for (const name of ["a.ipynb", "", "What you pasted"])
      expect((await importFile(withPicture(5), name)).ok).toBe(true);
    const read = await importFile(withPicture(16), "a.ipynb");
    expect(read.ok ? "" : read.refusal.message).toMatch(/It has 16\.0 MiB; at most 16 MiB are read/);
    expect((await importFile(withPicture(5), "a.json")).ok).toBe(false);
  });
});

describe("an answer of the API in YAML, as the AWS CLI prints it by --output yaml", () => {
  it("is read", async () => {
    const [found] = await foundIn(
      "PipelineArn: arn\nPipelineDefinition: '{\"Steps\": []}'\nPipelineName: churn\n",
      "a.yaml",
    );
    expect(found).toMatchObject({ name: "churn", taken: { label: "an answer of DescribePipeline" } });
  });
});

describe("Terraform's code with calls and indexes in objects", () => {
  const resource = (code: string) =>
    `resource "aws_sagemaker_pipeline" "p" {\n  pipeline_name = "p"\n  pipeline_definition = jsonencode({\n    Version = "2020-12-01"\n${code}\n  })\n}\n`;

  it("keeps each as a hole, in its place", async () => {
    const code = `    Steps = [{
      Name = upper("a")
      Type = "Lambda" # (a comment
      FunctionArn = module.f["it's (x)"].arns[0].arn, Arguments = merge(local.a, {
        b = "\${f("}")} )"
      })
      DependsOn = [element(var.deps, 0)]
      Description = (lower("B"))
    }]`;
    const [found] = await foundIn(resource(code), "main.tf");
    if (found?.result.ok !== true) throw new Error(JSON.stringify(found?.result));
    expect(JSON.parse(serialise(found.result.value)).Steps).toEqual([
      {
        Name: `\${upper("a")}`,
        Type: "Lambda",
        FunctionArn: `\${module.f["it's (x)"].arns[0].arn}`,
        Arguments: `\${merge(local.a, {\n        b = "\${f("}")} )"\n      })}`,
        DependsOn: [`\${element(var.deps, 0)}`],
        Description: `\${lower("B")}`,
      },
    ]);
    expect(lineAndColumnIn(found)(["Steps", 0, "DependsOn"])).toMatchObject({ line: 11 });
  });

  it("says of computed Steps that a hole stands there", async () => {
    const [found] = await foundIn(resource("    Steps = concat([], local.more)"), "main.tf");
    expect(found?.result).toMatchObject({
      ok: false,
      refusal: { message: expect.stringMatching(/^Steps must be a list\. A hole stands in its place: render/) },
    });
  });
});

describe("a quoted text whose lines stand at the margin of its key, as Kubernetes takes it", () => {
  const resource = (quoted: string) =>
    `apiVersion: sagemaker.services.k8s.aws/v1alpha1\nkind: Pipeline\nspec:\n  pipelineDefinition: ${quoted}\n  pipelineName: p\n`;
  it.each([
    ["single", `'{"Steps": [], \n  "Metadata": {"it''s": "two  \n  lines\r\n  and more"}}'`],
    [
      "double",
      String.raw`"{\"Steps\": [],~  \"Metadata\": {\"it's\": \"two  ~  lines~  and \~  more\"}}"`.replaceAll("~", "\n"),
    ],
  ])("in %s quotes is folded as YAML folds it", async (_what, quoted) => {
    const [found] = await foundIn(resource(quoted), "pipeline.yaml");
    if (found?.result.ok !== true) throw new Error(JSON.stringify(found?.result));
    expect(JSON.parse(serialise(found.result.value))).toEqual({
      Steps: [],
      Metadata: { "it's": "two lines and more" },
    });
    expect(lineAndColumnIn(found)(["Metadata", "it's"]).line).toBe(5);
  });
});

it("a Markdown file's name is its first heading, and no comment in a block of code", async () => {
  const block = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n`;
  const text = `${block("sh", "# install\npip install boto3")}\n# churn\n\n${block("json", '{"Version": "2020-12-01",\n "Steps": []}')}`;
  const [found] = await foundIn(text, "README.md");
  if (found === undefined) throw new Error("nothing is found");
  expect(found.name).toBe("churn");
  expect(lineAndColumnIn(found)(["Steps"])).toMatchObject({ line: 10 });
});

describe("a zip file", () => {
  const zipOf = (files: Readonly<Record<string, string | Uint8Array>>) =>
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([path, one]) => [path, typeof one === "string" ? bytes(one) : one]),
      ),
    );
  const definition = '{"Steps": []}';

  it("gives the definitions of its files, each under its file's name, and passes over what holds none", async () => {
    const notebook = files.find(({ file }) => file === "notebook-describe.ipynb")?.text ?? "";
    const read = await importFile(
      zipOf({
        "ml/other.json": definition,
        "ml/notes.ipynb": notebook,
        "ml/broken.json": '{"Steps": [}',
        "package.json": "{}",
        "main.py": "import sagemaker",
        "node_modules/x/a.json": definition,
        "__MACOSX/ml/._other.json": definition,
      }),
      "project.zip",
    );
    const found = read.ok ? read.found : [];
    expect(found.map(({ file, result }) => [file, result.ok])).toEqual([
      ["ml/broken.json", false],
      ["ml/notes.ipynb", true],
      ["ml/other.json", true],
    ]);
    expect(namesOf(found)).toEqual(["ml/broken.json", "churn", "ml/other.json"]);
    expect(found.map((one) => one.taken?.what)).toEqual([
      "ml/broken.json",
      "the PipelineDefinition printed in cell 2 of ml/notes.ipynb",
      "ml/other.json",
    ]);
  });

  const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${index}.json`, "{}"]));
  it.each([
    ["with more than 200 files", zipOf(many), /has 201 files; at most 200 are read/],
    [
      "that unpacks to more than 64 MiB",
      zipOf({ "a.txt": " ".repeat(65 * 1024 * 1024) }),
      /unpacks to more than 64 MiB/,
    ],
    [
      "larger than 16 MiB",
      Uint8Array.from({ ...[0x50, 0x4b, 3, 4], length: 16 * 1024 * 1024 + 1 }),
      /larger than 16 MiB/,
    ],
    ["in a zip file", zipOf({ "in.zip": zipOf({ "a.json": definition }) }), /unpack in\.zip and open that/],
    ["that is damaged", Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]), /damaged/],
    [
      "with a Lambda function's code",
      zipOf({ "lambda_function.py": "def lambda_handler(event, context): pass\n", "a.json": "{}" }),
      /a Lambda function's code: drop it on the canvas/,
    ],
    ["without a definition", zipOf({ "a.json": "{}" }), /no definition in this zip file: 1 of its files/],
  ])("%s is refused", async (_what, file, said) => {
    const read = await importFile(file, "a.zip");
    expect(read.ok ? "" : read.refusal.message).toMatch(said);
  });
});

describe("a folder", () => {
  it("gives the definitions of its files", async () => {
    const read = await importFolder([
      { path: "b.json", bytes: bytes('{"Steps": []}') },
      { path: "a.png", bytes: Uint8Array.from([0x89]) },
    ]);
    expect(read.ok && read.found.map(({ file, taken }) => [file, taken])).toEqual([
      ["b.json", { label: "a folder", what: "b.json" }],
    ]);
  });

  it("with too many files is refused", async () => {
    const all = Array.from({ length: 201 }, (_, index) => ({ path: `${index}.json`, bytes: bytes("{}") }));
    const read = await importFolder(all);
    expect(read.ok ? "" : read.refusal.message).toMatch(/more than 200 files/);
  });
});
