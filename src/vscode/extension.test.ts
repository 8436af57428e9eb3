import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeVsCode } from "../testing/fakeVsCode";
import { Position, Range, Uri } from "../testing/fakeVsCodeValues";
import { fail, lambda, pipeline, read } from "../testing/steps";
import { activateStepwire } from "./activateStepwire";
import { pageHtml } from "./pageHtml";
import { programSource } from "./programSource";
import { runPython } from "./runPython";

const path = "/work/churn.pipeline.json";
const faulty = `${JSON.stringify(
  pipeline([lambda("Prep"), fail("Stop", { Arguments: { ErrorMessage: read("Steps.Prepp.OutputParameters['x']") } })]),
  null,
  4,
)}\n`;

let code: FakeVsCode;
beforeEach(() => {
  code = new FakeVsCode();
  code.files.set("/extension/page/index.html", "<head></head>");
  activateStepwire(code.api, code.context as never);
});
afterEach(() => {
  for (const each of code.context.subscriptions) each.dispose();
});

const listed = (of = path) => code.diagnostics.get(of) ?? [];
const codes = (of = path) => listed(of).map((one) => one.code);

describe("the problems of a definition in VS Code", () => {
  it("are listed when it is opened, without its picture, at the text they are about", async () => {
    const document = code.open(path, faulty);
    await expect.poll(codes).toContain("reference-unknown-step");
    const found = listed().find((one) => one.code === "reference-unknown-step");
    expect(found).toMatchObject({ severity: 0, source: "Stepwire", message: expect.stringMatching(/^Stop: /) });
    const { start, end } = found?.range ?? new Range(new Position(0, 0), new Position(0, 0));
    expect(document.getText().slice(document.offsetAt(start), document.offsetAt(end))).toContain("Steps.Prepp");
  });

  it("follow what is typed, and go with the file", async () => {
    const document = code.open(path, faulty);
    await expect.poll(codes).toContain("reference-unknown-step");
    document.change(faulty.replace("Prepp", "Prep"));
    await expect.poll(codes).not.toContain("reference-unknown-step");
    document.change("{");
    await expect.poll(codes).toEqual(["not-json"]);
    code.close(document);
    expect(listed()).toEqual([]);
  });

  it("are those of any JSON with steps of a pipeline, and of nothing else", async () => {
    code.open("/work/any.json", faulty);
    code.open("/work/package.json", '{"name": "x"}');
    code.open("/work/churn.pipeline.stepwire.json", faulty);
    await expect.poll(() => codes("/work/any.json")).toContain("reference-unknown-step");
    expect([listed("/work/package.json"), listed("/work/churn.pipeline.stepwire.json")]).toEqual([[], []]);
  });

  it("are cured by quick fixes: the edits of the canvas, in the text's own style", async () => {
    const document = code.open(path, faulty);
    await expect.poll(codes).toContain("reference-unknown-step");
    const problem = listed().find((one) => one.code === "reference-unknown-step");
    if (problem === undefined) throw new Error("not listed");
    const actions = await code.providers[0]?.provideCodeActions(document, problem.range, { diagnostics: listed() });
    const meant = actions?.find(({ edit }) => edit.replaced.length === 1);
    expect(actions?.map(({ title }) => title)).toContain("Read from Prep");
    expect(document.getText()).toBe(faulty);
    await code.apply(meant?.edit as never);
    expect(document.getText()).toBe(faulty.replace("Prepp", "Prep"));
    await expect.poll(codes).not.toContain("reference-unknown-step");
  });
});

describe("the commands", () => {
  const template = `Resources:
  Churn:
    Type: AWS::SageMaker::Pipeline
    Properties:
      PipelineName: churn
      RoleArn: arn:aws:iam::111122223333:role/SageMakerRole
      PipelineDefinition:
        PipelineDefinitionBody: '{"Version":"2020-12-01","Steps":[{"Name":"Stop","Type":"Fail","Arguments":{"ErrorMessage":"x"}}]}'
`;

  it("open any JSON as a pipeline, and never what lies beside one", async () => {
    code.open("/work/any.json", faulty);
    await code.run("stepwire.openAsPipeline");
    expect(code.asked).toEqual([
      { command: "vscode.openWith", args: [code.documents[0]?.uri, "stepwire.pipeline", -1] },
    ]);
    await code.run("stepwire.openAsPipeline", code.open("/work/any.stepwire.json", "{}").uri);
    expect([code.asked.length, code.warnings]).toEqual([1, [expect.stringContaining("keeps beside a definition")]]);
  });

  it("show what a template holds as a graph, which follows it and is not edited", async () => {
    const document = code.open("/work/template.yaml", template);
    await code.run("stepwire.showAsGraph");
    const [panel] = code.panels;
    const answers: unknown[] = [];
    const events: unknown[] = [];
    panel?.port.listen((message) => ("event" in (message as object) ? events : answers).push(message));
    panel?.port.post({ id: 1, call: "open" });
    panel?.port.post({ id: 2, call: "readFile", known: null });
    await expect.poll(() => answers.length).toBe(2);
    expect(answers[0]).toMatchObject({
      value: { path: "churn.json", readOnlyBecause: expect.stringContaining("follows its text") },
    });
    expect(answers[1]).toMatchObject({ value: { readOnly: true, text: expect.stringContaining('"Name":"Stop"') } });
    document.change(template.replace('"Stop"', '"End"'));
    expect(events).toEqual([{ event: "changed" }]);
    panel?.port.post({ id: 3, call: "readFile", known: { revision: "1", beside: null, readOnly: true } });
    await expect.poll(() => answers.length).toBe(3);
    expect(answers[2]).toMatchObject({ value: { text: expect.stringContaining('"Name":"End"') } });
    panel?.port.post({ id: 4, call: "writeFile", text: "", expected: "2", beside: null });
    await expect.poll(() => answers.length).toBe(4);
    expect([answers[3], code.documents[0]?.version]).toEqual([
      { answer: 4, failed: expect.stringContaining("Edit it there") },
      2,
    ]);
  });

  it("say why a file has no graph", async () => {
    code.open("/work/notes.md", "# Nothing here\n");
    await code.run("stepwire.showAsGraph");
    expect([code.panels, code.warnings]).toEqual([[], [expect.stringContaining("No block of code")]]);
  });

  it("run a Python program only where that is allowed, anew each time it is saved, and say what it ended with", async () => {
    const document = code.open("/work/pipeline.py", "from sagemaker.workflow.pipeline import Pipeline\n");
    await code.run("stepwire.showAsGraph");
    code.trusted = false;
    await code.run("stepwire.showAsGraph");
    expect(code.warnings).toEqual([
      expect.stringMatching(/^pipeline\.py holds no definition until it is run/),
      expect.stringContaining("not trusted"),
    ]);
    const printed = [
      '{"definitions":[{"name":"churn","text":"{}"}]}',
      '{"fault":"NameError: x."}',
      '{"definitions":[]}',
    ];
    const source = programSource(code.api, code.context as never, document as never, async () => printed.shift() ?? "");
    let told = 0;
    source.onChange(() => told++);
    expect(await source.found()).toEqual([{ name: "churn", text: "{}", label: "a Python program" }]);
    expect([await source.found().then(({ length }) => length), source.revision()]).toEqual([1, "0"]);
    await document.save();
    expect([told, source.revision()]).toEqual([1, "1"]);
    await expect(source.found()).rejects.toThrow("The program ended with NameError: x.");
    await document.save();
    await expect(source.found()).rejects.toThrow("makes no Pipeline where it can be found");
  });

  it("take the definition of a program that really runs, without a network, and none of what it prints", async () => {
    const folder = mkdtempSync(join(tmpdir(), "stepwire-program-"));
    const python = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
    mkdirSync(join(folder, "extension/python"), { recursive: true });
    copyFileSync(python("vscode/definitions.py"), join(folder, "extension/python/definitions.py"));
    copyFileSync(python("python/stepwire/_offline.py"), join(folder, "extension/python/_offline.py"));
    const run = async (program: string) => {
      const file = join(folder, "program.py");
      writeFileSync(file, program);
      return JSON.parse(
        await runPython(code.api, { extensionUri: new Uri("file", join(folder, "extension")) } as never, file),
      );
    };
    const calling = `import socket
try: socket.create_connection(("127.0.0.1", 9))
except OSError as refused: said = str(refused)
`;
    const made = `${calling}class Pipeline:
    name = said
    steps = []
    def definition(self): return '{"Steps": []}'
`;
    const main = 'if __name__ == "__main__": raise SystemExit("deployed")\n';
    const expected = {
      definitions: [{ name: expect.stringContaining("without a network"), text: '{"Steps": []}' }],
      notDone: [],
    };
    expect(await run(`${made}def get_pipeline(region=None): return Pipeline()\n${main}`)).toEqual(expected);
    code.settings.set("python", join(folder, "no-python"));
    await expect(run(made)).rejects.toThrow("The setting stepwire.python names another.");
    rmSync(folder, { recursive: true });
  }, 60_000);

  it("compare a definition with one that is open", async () => {
    code.open("/work/old.pipeline.json", faulty.replace("Prepp", "Prep"));
    code.open(path, faulty);
    code.choose = (items) => items.find(({ label }) => label === "old.pipeline.json");
    await code.run("stepwire.compareWith");
    const answers: unknown[] = [];
    code.panels[0]?.port.listen((message) => answers.push(message));
    code.panels[0]?.port.post({ id: 1, call: "open" });
    await expect.poll(() => answers.length).toBe(1);
    expect(answers[0]).toMatchObject({
      value: {
        compared: { label: "old.pipeline.json", as: "churn.pipeline.json", text: faulty.replace("Prepp", "Prep") },
      },
    });
  });

  it("answer nothing that no page would send", async () => {
    const panel = await code.edit(code.open(path, faulty));
    const answers: unknown[] = [];
    panel.port.listen((message) => answers.push(message));
    for (const odd of [null, 1, "open", {}, { id: 1 }, { id: 2, call: "writeFile", text: 1 }, { id: 3, call: "rm" }])
      panel.port.post(odd);
    panel.port.post({ id: 9, call: "readFile", known: null });
    await expect.poll(() => answers).toEqual([{ answer: 9, value: expect.objectContaining({ text: faulty }) }]);
  });
});

describe("the page in a window of VS Code", () => {
  const built = `<!doctype html><html><head>
    <link rel="icon" href="./favicon.svg" type="image/svg+xml" />
    <script type="module" crossorigin src="./assets/index.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/index.css">
    <meta name="stepwire-parts" content="assets/a.js assets/b.js">
  </head><body></body></html>`;

  it("has its files from the extension, and a policy that lets it have nothing else", () => {
    const html = pageHtml(built, "https://file.cdn/page", "https://*.cdn");
    expect(html).toContain('src="https://file.cdn/page/assets/index.js"');
    expect(html).toContain('href="https://file.cdn/page/assets/index.css"');
    expect(html).not.toMatch(/stepwire-parts|rel="icon"|"\.\//);
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
    expect(policy).toMatch(/^default-src 'none'; script-src https:\/\/\*\.cdn; /);
    expect(policy).not.toMatch(/unsafe|http:|'self'|\*;/);
  });
});
