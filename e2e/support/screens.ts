/** The screens that a person meets, walk by walk: what is looked at on each is the caller's. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { corpusText } from "../../src/testing/fixtures";
import type { Editor } from "./editor";
import { startServer } from "./server";

export interface Walk {
  readonly page: Page;
  readonly editor: Editor;
  /** Stands on a screen that is called so. */
  readonly look: (screen: string) => Promise<void>;
}

const leave = (page: Page) => page.keyboard.press("Escape");

async function openCorpus({ editor }: Walk, name: string): Promise<void> {
  await editor.open({ name: `${name}.json`, text: corpusText(name) });
  await editor.still();
}

async function command({ page }: Walk, words: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "Commands" }).fill(words);
  await page.keyboard.press("Enter");
}

/** Everything at once: top bar, palette, cards that ran, inspector, execution. */
async function glance({ page, editor, look }: Walk): Promise<void> {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  await editor.selectStep("Train");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(editor.step("CreateModel").getByText("Succeeded")).toBeVisible({ timeout: 30_000 });
  await expect(
    editor
      .region("Inspector")
      .getByRole("button", { name: /^Reference for/ })
      .first(),
  ).toBeVisible();
  await look("a step and its execution");
}

/** From the start page to a step of one's own. */
async function begin(walk: Walk): Promise<void> {
  const { page, editor, look } = walk;
  await expect(page.getByRole("button", { name: "Blank pipeline" })).toBeVisible();
  await look("start page");
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await page.getByRole("button", { name: "Take the tour" }).click();
  await look("tour");
  await leave(page);
  await look("empty canvas");
  const find = page.getByRole("searchbox", { name: "Find a step type" });
  await find.fill("loop");
  await look("type found by another word");
  await find.fill("zzzz");
  await look("no such type");
  await find.fill("");
  await editor.addByClick("Training");
  await editor.addByClick("Model");
  await expect(editor.canvas.getByText("Tab S3ModelArtifacts → ModelDataUrl")).toBeVisible();
  await look("new step with a proposed wire");
  await page.getByRole("button", { name: "Add a parameter" }).click();
  await look("new parameter");
  await leave(page);
  await command(walk, "add a note");
  await look("note being written");
  await page.getByRole("textbox", { name: "Text of the note, Markdown" }).fill("Ask **Ada**");
  await page.keyboard.press("ControlOrMeta+Enter");
  await look("note");
  await page.getByRole("link", { name: /^Pipelines/ }).click();
  await expect(page.getByRole("link", { name: /^pipeline/ }).first()).toBeVisible();
  await look("recent pipelines");
}

async function inspect(walk: Walk): Promise<void> {
  const { page, editor, look } = walk;
  const inspector = editor.region("Inspector");
  await openCorpus(walk, "gate-register-or-fail");
  await look("pipeline");
  await editor.selectStep("Evaluate");
  await look("Configure");
  await inspector.getByRole("button", { name: "All fields" }).click();
  await look("all fields");
  for (const tab of ["Outputs", "Retries & caching", "JSON"]) {
    await inspector.getByRole("tab", { name: tab }).click();
    await look(`tab ${tab}`);
  }
  await editor.selectStep("Gate");
  await inspector.getByRole("tab", { name: "Configure" }).click();
  await look("condition");
  await editor.edgesBetween("Evaluate", "Gate").first().focus();
  await page.keyboard.press("Enter");
  await look("edge");
  await editor.selectStep("Evaluate");
  await editor.step("Register-RegisterModel").click({ position: { x: 60, y: 12 }, modifiers: ["ControlOrMeta"] });
  await look("several steps");
  await editor.step("Gate").click({ button: "right", position: { x: 60, y: 12 } });
  await look("menu of a step");
  await leave(page);
  await page.getByRole("tab", { name: "Outline" }).click();
  await look("outline");
}

async function lookUp(walk: Walk): Promise<void> {
  const { page, editor, look } = walk;
  await openCorpus(walk, "conditions-and-expressions");
  await editor.openPanel("Problems");
  await look("problems");
  await editor.openPanel("Definition");
  const text = editor.region("Definition").getByRole("textbox");
  await text.click();
  await page.keyboard.press("End");
  await page.keyboard.type(" ,,");
  await look("definition that does not parse");
  await leave(page);
  await page.getByRole("button", { name: "Close the bottom panel" }).click();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("option").first()).toBeVisible();
  await look("commands");
  await leave(page);
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("Mode");
  await expect(page.getByRole("option").first()).toBeVisible();
  await look("find");
  await page.keyboard.press("Enter");
  await look("found");
  await leave(page);
  await page.getByRole("button", { name: "Tidy" }).focus();
  await page.keyboard.press("?");
  await look("keys");
  await leave(page);
  await page.getByRole("button", { name: /^Zoom \d+%$/ }).click();
  await look("menu of the zoom");
  await leave(page);
  await editor.button("Export").click();
  await look("menu of exports");
  await page
    .getByRole("menuitem", { name: /^Python/ })
    .first()
    .click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await look("export");
  await leave(page);
}

async function simulate(walk: Walk): Promise<void> {
  const { page, editor, look } = walk;
  await openCorpus(walk, "gate-register-or-fail");
  await editor.openPanel("Simulation");
  const steps = page.getByRole("list", { name: "Simulated steps" });
  for (const step of ["Gate", "Evaluate"]) {
    await steps.getByRole("button", { name: new RegExp(`^${step}`) }).click();
    await look(`simulation of ${step}`);
  }
}

/** Deploys, runs twice, and looks back at it. */
async function run(walk: Walk): Promise<void> {
  const { page, editor, look } = walk;
  const panel = editor.region("Executions");
  const dialog = page.getByRole("dialog");
  await openCorpus(walk, "abalone");
  await editor.openPanel("Executions");
  await look("no executions");
  await editor.button("Deploy").click();
  await expect(dialog.getByRole("button", { name: "Confirm deploy" })).toBeVisible();
  await look("plan of the first deploy");
  await dialog.getByRole("button", { name: "Confirm deploy" }).click();
  await expect(dialog).toBeHidden();
  for (const [name, threshold] of [
    ["good", "6.5"],
    ["bad", "1.5"],
  ] as const) {
    await editor.button("Run").click();
    await dialog.getByRole("textbox", { name: /^MseThreshold/ }).fill(threshold);
    await dialog.getByRole("textbox", { name: /^Display name/ }).fill(name);
    await dialog.getByRole("textbox", { name: "Name of a preset" }).fill(name);
    await dialog.getByRole("button", { name: "Keep", exact: true }).click();
    await look(`run ${name}`);
    await dialog.getByRole("button", { name: "Start", exact: true }).click();
    await expect(panel.getByRole("heading", { name })).toBeVisible();
  }
  await expect(panel.getByRole("button", { name: /^AbaloneMSEFail: / })).toBeVisible({ timeout: 30_000 });
  await look("failed execution");
  await panel.getByRole("button", { name: "Rename" }).click();
  await look("execution being renamed");
  await leave(page);
  await panel.getByRole("button", { name: "Replay" }).click();
  await panel.getByRole("button", { name: "Pause" }).click();
  await look("replay");
  await panel.getByRole("button", { name: "End the replay" }).click();
  await panel.getByRole("button", { name: "Compare", exact: true }).click();
  await panel.getByRole("button", { name: /Compare with/ }).click();
  await page.getByRole("option", { name: /^good/ }).click();
  await look("executions compared");
  await panel.getByRole("button", { name: "End the comparison" }).click();
  await panel.getByRole("button", { name: "All executions" }).click();
  await look("table of executions");
  await command(walk, "aliases of versions");
  await dialog.getByRole("textbox").first().fill("live");
  await look("aliases");
  await leave(page);
  await command(walk, "schedule the pipeline");
  await expect(dialog).toBeVisible();
  await look("schedules");
  await leave(page);
  await editor.find("TrainAbaloneModel");
  await editor.setField("Instance count", "2");
  await editor.find("AbaloneMSEFail");
  await editor.step("AbaloneMSEFail").press("Delete");
  await editor.addByClick("Lambda");
  await editor.button("Deploy").click();
  await expect(dialog.getByRole("list", { name: "Errors that stop the deploy" })).toBeVisible();
  await look("errors that stop a deploy");
  await leave(page);
  await command(walk, "compare with what is deployed");
  await expect(page.getByRole("heading", { name: /^Comparison:/ })).toBeVisible();
  await page.keyboard.press("F7");
  await look("comparison on the canvas");
  await leave(page);
  await editor.find("Lambda");
  await editor.step("Lambda").press("Delete");
  await editor.button("Deploy").click();
  await expect(dialog.getByRole("button", { name: "Confirm deploy" })).toBeVisible();
  await look("plan of a change");
  await leave(page);
  await command(walk, "compare with another version");
  await expect(page.getByRole("option", { name: /^Version 1/ })).toBeVisible();
  await look("versions");
  await leave(page);
  await page.getByRole("link", { name: /^Pipelines/ }).click();
  await expect(page.getByRole("button", { name: "Open abalone", exact: true })).toBeVisible();
  await look("what is deployed, on the start page");
}

/** A function's own code, and a message that waits for an answer. */
async function runCode(walk: Walk): Promise<void> {
  const { page, editor, look } = walk;
  const inspector = editor.region("Inspector");
  const definition = {
    Version: "2020-12-01",
    Steps: [
      {
        Name: "Prep",
        Type: "Lambda",
        Arguments: { bucket: "b" },
        FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:one",
        OutputParameters: [{ OutputName: "rows", OutputType: "Integer" }],
      },
      {
        Name: "Approve",
        Type: "Callback",
        Arguments: { rows: { Get: "Steps.Prep.OutputParameters['rows']" } },
        SqsQueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/approvals",
        OutputParameters: [{ OutputName: "limit", OutputType: "Integer" }],
      },
    ],
  };
  await editor.open({ name: "code.json", text: JSON.stringify(definition) });
  await editor.selectStep("Prep");
  await inspector.getByRole("tab", { name: "Outputs" }).click();
  await inspector.getByRole("button", { name: "Read from code" }).click();
  await inspector
    .getByLabel("Handler code")
    .fill('exports.handler = async ({ bucket }) => {\n  console.log("reading", bucket);\n  return { rows: 3 };\n};\n');
  await look("outputs read from code");
  await inspector.getByRole("button", { name: "Run this code" }).click();
  await expect(inspector.getByRole("group", { name: "Allow this code to run?" })).toBeVisible();
  await look("code that asks to be allowed");
  await inspector.getByRole("button", { name: "Allow and run it" }).click();
  await expect(inspector.getByText("Really run, with each execution")).toBeVisible();
  await look("code that runs");
  await page.keyboard.press("ControlOrMeta+Enter");
  const answer = editor.step("Approve").getByRole("button", { name: "Approve or reject Approve" });
  await expect(answer).toBeVisible({ timeout: 30_000 });
  await look("execution that waits");
  await answer.click();
  await look("answer to a callback");
}

/** A folder of files, with one that is broken and one that others change at the same place. */
async function folder(walk: Walk): Promise<void> {
  const { page, editor, look } = walk;
  const path = mkdtempSync(join(tmpdir(), "stepwire-screens-"));
  const stop = (message: string) =>
    `{"Version": "2020-12-01", "Steps": [{"Name": "Stop", "Type": "Fail", "Arguments": {"ErrorMessage": "${message}"}}]}`;
  writeFileSync(join(path, "stop.json"), stop("no data"));
  writeFileSync(join(path, "broken.json"), '{"Version":"2020-12-01","Steps":[{"Name":"A","Type":"Lambda"}]}');
  const server = await startServer({ file: path });
  try {
    await page.goto(server.link);
    await expect(page.getByRole("link", { name: "stop.json" })).toBeVisible();
    await look("files of a folder");
    await page.getByRole("link", { name: "stop.json" }).click();
    await editor.selectStep("Stop");
    await editor.setField("Error message", "mine");
    await page.getByRole("button", { name: "How stop.json is saved" }).click();
    await look("how a file is saved");
    await leave(page);
    writeFileSync(join(path, "stop.json"), stop("theirs"));
    await page.getByRole("button", { name: "Choose what stays" }).click();
    await look("what stays of two changes");
    await page.goto("about:blank");
  } finally {
    await server.stop();
  }
}

async function narrow(walk: Walk): Promise<void> {
  const { page, editor, look } = walk;
  await openCorpus(walk, "abalone");
  await page.setViewportSize({ width: 720, height: 800 });
  await look("720 pixels");
  await page.getByRole("button", { name: /^More: open/ }).click();
  await look("menu of what has no room");
  await leave(page);
  await page.getByRole("button", { name: "Inspector", exact: true }).click();
  await expect(editor.region("Inspector")).toBeVisible();
  await look("inspector over the canvas");
}

export const walks: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
  "at a glance": glance,
  "from the start page to steps of one's own": begin,
  "what the inspector says": inspect,
  "problems, definition, what is found and exported": lookUp,
  "a simulation": simulate,
  "deploys and executions": run,
  "code that is run": runCode,
  "a folder of files": folder,
  "a narrow window": narrow,
};
