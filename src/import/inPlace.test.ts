import { describe, expect, it } from "vitest";
import { parseDefinition } from "../pipeline/definition/parse";
import { rewrite } from "../pipeline/definition/rewrite";
import { get, type ListValue, type ObjectValue, sameValue, setIn, setKey } from "../pipeline/definition/value";
import { fieldFiles, importFiles, severalDefinitions } from "../testing/fixtures";
import { importText } from ".";
import { definitionInPlace } from "./inPlace";

const steps = `{
  "Version": "2020-12-01",
  "Steps": [
    {"Name": "Prepare", "Type": "Lambda", "FunctionArn": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Arguments": {"rate": 2.0}},

    {
      "Name": "Stop",
      "Type": "Fail",
      "Arguments": { "ErrorMessage": "none" }
    }
  ]
}`;
const at = (margin: string, text = steps) => text.replaceAll(/^(?=.)/gm, margin);

const blockScalar = `# ours
Resources:
  Churn:
    Type: AWS::SageMaker::Pipeline
    Properties:
      PipelineDefinition:
        PipelineDefinitionBody: |
${at("          ")}
      RoleArn:   'arn:aws:iam::111122223333:role/R'   # kept
`;
const quotedYaml = blockScalar.replace(
  /\|\n[\s\S]*(?=\n {6}RoleArn)/,
  () => `'${JSON.stringify(JSON.parse(steps)).replace("none", "it''s")}'`,
);
const quotedJson = JSON.stringify(
  {
    Resources: {
      C: { Type: "AWS::SageMaker::Pipeline", Properties: { PipelineDefinition: { PipelineDefinitionBody: steps } } },
    },
  },
  null,
  4,
);
const plainHeredoc = `resource "aws_sagemaker_pipeline" "churn" {
  pipeline_name       = "churn"
  pipeline_definition = <<EOT
${steps}
EOT
  role_arn = "arn:aws:iam::111122223333:role/R" # kept
}
`;
const indentedHeredoc = plainHeredoc
  .replace("<<EOT", "<<-EOT")
  .replace(steps, () => at("    "))
  .replace("\nEOT", "\n  EOT");

/** The same change that an editor makes: a text of three lines with all that a form may have to escape, one step more. */
async function edited(text: string, file: string): Promise<string> {
  const place = await definitionInPlace(text, file);
  if (!place.ok) throw new Error(`${file}: ${place.why}`);
  const parsed = parseDefinition(place.json);
  if (!parsed.ok) throw new Error(`${file} holds no definition`);
  const note = setIn(parsed.value, ["Steps", 0, "Arguments", "note"], 'say "it\'s" \\ back\nand é 🚆');
  const definition = setKey(note as ObjectValue, "Steps", [
    ...(get(note, "Steps") as ListValue),
    { Name: "Added", Type: "Fail", Arguments: { ErrorMessage: "x" } },
  ]);
  const json = rewrite(place.json, definition);
  const replaced = await place.replace(json);
  if (replaced === null) throw new Error(`${file} could not be written`);
  const again = await importText(replaced.replace(/^\uFEFF/, ""), file);
  if (!again.ok || !again.found[0].result.ok) throw new Error(`${file} is not read any more`);
  expect(sameValue(again.found[0].result.value, definition)).toBe(true);
  expect(await place.replace(place.json)).toBe(text);
  const back = await definitionInPlace(replaced, file);
  if (!back.ok) throw new Error(`${file}: ${back.why}`);
  const undone = (await back.replace(place.json)) ?? "";
  // Lines that YAML folds are not folded again where they were edited.
  expect(file === "ack-quoted.yaml" ? undone.replaceAll(/\s+/g, " ") : undone).toBe(
    file === "ack-quoted.yaml" ? text.replaceAll(/\s+/g, " ") : text,
  );
  return replaced;
}

describe("a definition is edited where it stands, and all else stays byte for byte, in", () => {
  it.each([
    ["a block of YAML", blockScalar, "stack.yaml", "          "],
    ["a block of YAML with a byte order mark", `\uFEFF${blockScalar}`, "stack.yaml", "          "],
    ["a block of YAML with Windows' line ends", blockScalar.replaceAll("\n", "\r\n"), "stack.yml", "          "],
    ["a text of YAML in single quotes", quotedYaml, "stack.yaml", null],
    ["a text of a JSON template", quotedJson, "stack.template", null],
    ["a heredoc of Terraform", plainHeredoc, "main.tf", ""],
    ["an indented heredoc of Terraform", indentedHeredoc, "main.tf", "    "],
  ])("%s", async (_, text, file, margin) => {
    const replaced = await edited(text, file);
    const rest = (whole: string) => [whole.slice(0, whole.indexOf("2020-12-01")), whole.slice(whole.lastIndexOf("]"))];
    expect(rest(replaced)).toEqual(rest(text));
    if (margin === null) return;
    const line = replaced.split(/\r?\n/).find((one) => one.includes('"Added"'));
    expect(line?.startsWith(`${margin}    {"Name"`) || line?.startsWith(`${margin}      "Name"`)).toBe(true);
    // What was not edited is as its author wrote it, the empty line and the number's text too.
    expect(replaced).toContain("2.0");
    expect(replaced).toMatch(/\n\s*\n\s*\{/);
  });

  it("each template among the fixtures whose form allows it", async () => {
    const allowed: string[] = [];
    for (const { file, text } of importFiles()) {
      if (!(await definitionInPlace(text, file)).ok) continue;
      allowed.push(file);
      await edited(text, file);
    }
    expect(allowed).toEqual(["ack-quoted.yaml", "ack.yaml", "cloudformation-text.json", "cloudformation-text.yaml"]);
  });

  it("what people have at hand", async () => {
    for (const { file, text } of fieldFiles()) if ((await definitionInPlace(text, file)).ok) await edited(text, file);
  });
});

describe("a file is not edited in place, and it is said why, where", () => {
  const whyOf = async (text: string, file: string) => {
    const place = await definitionInPlace(text, file);
    return place.ok ? null : place.why;
  };

  it.each([
    ["cloudformation-sub.yaml", /holes/],
    ["heredoc.tf", /holes/],
    ["jsonencode.tf", /holes/],
    ["describe-pipeline.json", /no template/],
    ["notebook-print.ipynb", /no template/],
  ])("it is %s", async (name, why) => {
    const text = importFiles().find(({ file }) => file === name)?.text ?? "";
    expect(await whyOf(text, name)).toMatch(why);
  });

  it("it holds several pipelines, or none, or a definition that is put together", async () => {
    expect(await whyOf(severalDefinitions("two-pipelines.yaml"), "two-pipelines.yaml")).toMatch(/holds 2 pipelines/);
    expect(await whyOf("Resources: {}\nAWSTemplateFormatVersion: '2010-09-09'\n", "stack.yaml")).toMatch(/no pipeline/);
    const mapping = blockScalar.replace(
      /\|\n[\s\S]*(?=\n {6}RoleArn)/,
      '\n          Version: "2020-12-01"\n          Steps: [{ Name: Stop, Type: Fail, Arguments: { ErrorMessage: none } }]',
    );
    expect(await whyOf(mapping, "stack.yaml")).toMatch(/put together/);
    const twice = blockScalar + blockScalar.slice(blockScalar.indexOf("  Churn:")).replace("Churn", "Other");
    expect(await whyOf(twice, "stack.yaml")).not.toBeNull();
  });

  it("what was typed would be a hole of the template", async () => {
    const place = await definitionInPlace(blockScalar, "stack.yaml");
    if (!place.ok) throw new Error(place.why);
    expect(await place.replace(place.json.replace("none", "$" + "{Role}"))).toBeNull();
  });
});
