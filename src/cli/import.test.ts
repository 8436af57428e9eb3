import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { commandLine } from "../testing/commandLine";
import { fieldFiles, importFiles, severalDefinitions } from "../testing/fixtures";

const { file, folder, stepwire, remove } = commandLine();
afterAll(remove);

const files = importFiles();
const steps = [
  { name: "Prepare", type: "Lambda" },
  { name: "Fit", type: "Training" },
];

describe.each(files.map((one) => [one.file, one] as const))("a definition in %s", (name, { text, expected }) => {
  it("is checked, drawn and exported, and one line says where it was taken out", async () => {
    const path = file(name, text);
    const said = expected.label === null ? "" : `${path}: ${expected.label}; read ${expected.what}\n`;
    const checked = await stepwire("check", path, "--json");
    const graph = await stepwire("graph", path, "--json");
    const exported = await stepwire("export", path, "--to", "json");
    expect([checked.err, graph.err, exported.err]).toEqual([said, said, said]);
    expect(JSON.parse(checked.out).map(({ code }: { code: string }) => code)).not.toContain("not-a-definition");
    expect(JSON.parse(graph.out).steps).toEqual(steps);
    expect(JSON.parse(exported.out).Steps).toHaveLength(2);
    expect([graph.code, exported.code]).toEqual([0, 0]);
  });
});

describe("a file with several pipelines", () => {
  const several = () => file("two.yaml", severalDefinitions("two-pipelines.yaml"));

  it("is checked whole, and each problem names its pipeline and its place in the file", async () => {
    const text = severalDefinitions("two-pipelines.yaml");
    const path = file(
      "faulty.yaml",
      text.replace('"ErrorMessage": "Fraud"', '"ErrorMessage": {"Get": "Steps.Nobody.x"}'),
    );
    const { code, out, err } = await stepwire("check", path, "--json");
    expect(code).toBe(1);
    expect(err).toBe(
      `${path}: a CloudFormation template; read the body of Churn\n${path}: a CloudFormation template; read the body of Fraud\n`,
    );
    const problem = JSON.parse(out).find((one: { severity: string }) => one.severity === "error");
    const line = text.split("\n").findIndex((one) => one.includes("FraudStep")) + 1;
    expect(problem).toMatchObject({ pipeline: "fraud", step: "FraudStep", path: "Arguments.ErrorMessage", line });
    const told = await stepwire("check", path);
    expect(told.out).toContain(`${path} · fraud\n`);
    expect(told.out).toMatch(new RegExp(`${line}:\\d+ · FraudStep · Arguments\\.ErrorMessage`));
  });

  it.each(["graph", "simulate"])("asks %s for --pipeline NAME, and takes it", async (command) => {
    const asked = await stepwire(command, several());
    expect(asked.code).toBe(2);
    expect(asked.err).toMatch(/two\.yaml holds 2 pipelines: churn, fraud\. Choose one by --pipeline NAME\./);
    const chosen = await stepwire(command, several(), "--pipeline", "fraud");
    expect([chosen.code, chosen.out]).toEqual([0, expect.stringContaining("FraudStep")]);
    const none = await stepwire(command, several(), "--pipeline", "Fraud");
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("None is called Fraud.")]);
  });
});

describe("what holds no definition", () => {
  it("is named for what it is, not by where it stops being JSON", async () => {
    const path = file("train.py", "import sagemaker\nsession = sagemaker.Session()\n");
    const said = "This is a Python program. Run `print(pipeline.definition())` and open what it prints.";
    const checked = await stepwire("check", path, "--json");
    expect([checked.code, JSON.parse(checked.out)[0].message]).toEqual([1, `1:1: ${said}`]);
    const graph = await stepwire("graph", path);
    expect([graph.code, graph.err]).toEqual([2, `stepwire: ${path}:1:1: ${said}\n`]);
  });
});

describe("what people have at hand", () => {
  it("opens from a zip file and a folder; problems name the file in it", async () => {
    const faulty = '{"Steps": [\n{"Name": "A", "Type": "Fail", "Arguments": {"ErrorMessage": {"Get": "Steps.No.x"}}}]}';
    const zip = file("p.zip", zipSync({ "ml/a.json": strToU8(faulty), "README.md": strToU8("# Hello") }));
    mkdirSync(join(folder, "project/ml"), { recursive: true });
    mkdirSync(join(folder, "project/node_modules/x"), { recursive: true });
    file("project/ml/a.json", faulty);
    file("project/package.json", "{}");
    file("project/node_modules/x/b.json", faulty);
    for (const [path, label] of [
      [zip, "a zip file"],
      [join(folder, "project"), "a folder"],
    ] as const) {
      const { code, out, err } = await stepwire("check", path, "--json");
      expect([code, err]).toEqual([1, `${path}: ${label}; read ml/a.json\n`]);
      const [problem] = JSON.parse(out).filter((one: { severity: string }) => one.severity === "error");
      expect(problem).toMatchObject({ file: `${path}/ml/a.json`, step: "A", line: 2 });
      expect((await stepwire("graph", path)).out).toContain("A Fail");
    }
  });

  const holders = /^(cloudformation|create-pipeline|definition-as|describe-|python-print|terraform-holes)/;
  const field = fieldFiles().filter((one) => holders.test(one.file));
  it.each(field.map((one) => [one.name, one] as const))("%s opens, and has steps", async (_, one) => {
    const { code, out } = await stepwire("graph", file(one.file, one.text), "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out).steps).not.toEqual([]);
  });

  const template = fieldFiles().filter((one) => one.file.endsWith(".tftpl"));
  it.each(template.map((one) => [one.name, one] as const))("%s is called a template", async (_, one) => {
    const { code, out } = await stepwire("check", file(one.file, one.text));
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/29:23: This is a template: the hole \S+ stands outside of a text/),
    ]);
  });
});
