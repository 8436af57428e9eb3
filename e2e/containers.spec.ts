import type { Locator, Page } from "@playwright/test";
import { corpusText } from "../src/testing/fixtures";
import { dropStep, pointOf } from "./support/dragging";
import type { Editor } from "./support/editor";
import { middleOf, type Point } from "./support/mouse";
import { expect, test } from "./support/test";

/** Steps that hold others, and steps that run on what becomes of others: built from blank as the SDK writes them. */
interface Step {
  readonly Name: string;
  readonly Type: string;
  readonly [key: string]: unknown;
}

/** A step of a definition of the corpus, wherever it lies. */
function corpusStep(definition: string, name: string): Step {
  const found = stepNamed(JSON.parse(corpusText(definition)), name);
  if (found === null) throw new Error(`There is no step ${name} in ${definition}.`);
  return found;
}

function stepNamed(value: unknown, name: string): Step | null {
  if (typeof value !== "object" || value === null) return null;
  if ("Name" in value && value.Name === name && "Type" in value && "Arguments" in value) return value as Step;
  for (const inner of Object.values(value)) {
    const found = stepNamed(inner, name);
    if (found !== null) return found;
  }
  return null;
}

async function builtStep(editor: Editor, name: string): Promise<Step | null> {
  return stepNamed(JSON.parse(await editor.exportJson()), name);
}

async function startBlank(page: Page, editor: Editor): Promise<void> {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await expect(editor.canvas).toBeVisible();
}

async function addStep(editor: Editor, type: string, name: string, at: Point): Promise<void> {
  await editor.addByDrag(type, at);
  await editor.renameStep(type, name);
}

/** Gives a step what lies beside the point of a test, through its JSON tab. */
async function giveAsJson(editor: Editor, name: string, step: Step): Promise<void> {
  await editor.selectStep(name);
  const inspector = editor.region("Inspector");
  await inspector.getByRole("tab", { name: "JSON" }).click();
  await inspector.getByLabel(`JSON of ${name}`).fill(JSON.stringify(step, null, 2));
  await inspector.getByRole("button", { name: "Apply" }).click();
  await inspector.getByRole("tab", { name: "Configure" }).click();
}

/** Picks what a field reads; `path` answers the question for the part of it. */
async function refer(page: Page, editor: Editor, label: string, query: string, path?: string): Promise<void> {
  const inspector = editor.region("Inspector");
  await inspector.getByRole("button", { name: `Reference for ${label}`, exact: true }).click();
  await page.keyboard.type(query);
  await page.keyboard.press("Enter");
  if (path === undefined) return;
  await page.keyboard.type(path);
  await page.keyboard.press("Enter");
}

async function choose(page: Page, control: Locator, option: string): Promise<void> {
  await control.click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

/** Pulls a wire from a container's port onto a step: the step moves in. */
async function moveInto(editor: Editor, port: string, step: string): Promise<void> {
  await middleOf(editor.step(step));
  await editor.dropOnStep(editor.canvas.getByLabel(port, { exact: true }), step);
}

test.describe("a pipeline built from blank", () => {
  test.setTimeout(180_000);

  test("registers a model if mse ≤ Threshold and fails else, as the SDK writes it", async ({ editor, page }) => {
    await startBlank(page, editor);
    await editor.addParameter({ name: "Threshold", type: "Float", defaultValue: "6.0" });
    await addStep(editor, "Processing", "Evaluate", { x: 40, y: 60 });
    await giveAsJson(editor, "Evaluate", corpusStep("gate-register-or-fail", "Evaluate"));
    await addStep(editor, "Condition", "Gate", { x: 330, y: 60 });
    await addStep(editor, "RegisterModel", "Register-RegisterModel", { x: 40, y: 350 });
    await giveAsJson(editor, "Register-RegisterModel", corpusStep("gate-register-or-fail", "Register-RegisterModel"));
    await addStep(editor, "Fail", "TooBad", { x: 330, y: 430 });
    // Enter makes a new line here: the field is long.
    await editor.control("Error message").fill("mse above the threshold");

    await editor.selectStep("Gate");
    const inspector = editor.region("Inspector");
    await inspector.getByRole("button", { name: "Add condition" }).click();
    await refer(page, editor, "Left side of condition 1", "Report", "mse.value");
    await choose(page, inspector.getByLabel("Comparison of condition 1"), "≤ is at most");
    await refer(page, editor, "Right side of condition 1", "Threshold");
    await expect(inspector.getByText("If Report mse.value ≤ Threshold")).toBeVisible();

    await editor.tidy();
    await moveInto(editor, "True of Gate", "Register-RegisterModel");
    await expect(editor.edge("Gate True to Register-RegisterModel")).toBeVisible();
    await moveInto(editor, "False of Gate", "TooBad");
    await expect(editor.edge("Gate False to TooBad")).toBeVisible();

    expect(await builtStep(editor, "Gate")).toEqual(corpusStep("gate-register-or-fail", "Gate"));
  });

  test("runs once for each region and selects the best, as the SDK writes it", async ({ editor, page }) => {
    await startBlank(page, editor);
    await editor.addParameter({ name: "Items", type: "String" });
    await addStep(editor, "ForEach", "EachRegion", { x: 40, y: 60 });
    await addStep(editor, "Lambda", "ScoreRegion", { x: 420, y: 60 });
    await editor.setField("Function ARN", "arn:aws:lambda:eu-west-1:111122223333:function:score");
    await editor.addMapEntry("argument", "region");
    await editor.addMapEntry("argument", "run");
    await editor.declareOutput("auc", "Float");
    await editor.declareOutput("model_path", "String");
    // One step is dragged into the loop by its card, the other comes there from the palette.
    const body = await pointOf(editor, "EachRegion", 150, 110);
    await dropStep(page, editor, "ScoreRegion", body);
    await expect(editor.edge("EachRegion Each to ScoreRegion")).toBeVisible();
    const canvas = await editor.canvas.boundingBox();
    const beside = await pointOf(editor, "ScoreRegion", 60, 14);
    await editor.addByDrag("Lambda", { x: beside.x - (canvas?.x ?? 0), y: beside.y + 110 - (canvas?.y ?? 0) });
    await expect(editor.edge("EachRegion Each to Lambda")).toBeVisible();
    await editor.renameStep("Lambda", "NoteRegion");
    await editor.setField("Function ARN", "arn:aws:lambda:eu-west-1:111122223333:function:note");
    await editor.addMapEntry("argument", "region");
    await editor.addMapEntry("argument", "auc");

    await editor.tidy();
    const inspector = editor.region("Inspector");
    await refer(page, editor, "auc", "ScoreRegion auc");
    // A wire from the item asks which part of it is read.
    const item = editor.canvas.getByLabel("Output item of EachRegion", { exact: true });
    const part = page.getByRole("textbox", { name: "Member of the item" });
    await editor.wire(item, editor.field("Arguments.region", "NoteRegion"));
    await part.fill("name");
    await part.press("Enter");
    await editor.wire(item, editor.field("Arguments.region", "ScoreRegion"));
    await expect(page.getByRole("button", { name: "name", exact: true })).toBeVisible();
    await part.press("Enter");
    await editor.selectStep("ScoreRegion");
    await inspector.getByRole("tab", { name: "Configure" }).click();
    await refer(page, editor, "run", "PipelineExecutionId");

    await editor.selectStep("EachRegion");
    await choose(page, inspector.getByLabel("Items come from"), "one value read when it runs");
    await page.keyboard.type("Items");
    await page.keyboard.press("Enter");
    await editor.setField("At the same time", "3");
    await choose(page, inspector.getByLabel("Selected iteration"), "The iteration with the highest");
    await expect(inspector.getByText("each of Items, 3 at a time · best by auc")).toBeVisible();

    expect(await builtStep(editor, "EachRegion")).toEqual(corpusStep("for-each-region", "EachRegion"));
  });

  test("sounds an alarm on failure and cleans up whatever happens, as the SDK writes it", async ({ editor, page }) => {
    await startBlank(page, editor);
    const wanted = (name: string) => corpusStep("run-on-failure-and-cleanup", name);
    await addStep(editor, "Processing", "Prep", { x: 40, y: 60 });
    await giveAsJson(editor, "Prep", wanted("Prep"));
    await addStep(editor, "Training", "Train", { x: 330, y: 60 });
    await giveAsJson(editor, "Train", wanted("Train"));
    await addStep(editor, "Lambda", "AlarmOnFailure", { x: 40, y: 380 });
    await editor.setField("Function ARN", "arn:aws:lambda:eu-west-1:111122223333:function:alarm");
    await editor.addMapEntry("argument", "job");
    await refer(page, editor, "job", "Train TrainingJobName");
    await addStep(editor, "Lambda", "NoteStop", { x: 330, y: 420 });
    await editor.setField("Function ARN", "arn:aws:lambda:eu-west-1:111122223333:function:stopped");
    const inspector = editor.region("Inspector");
    await choose(page, inspector.getByLabel("Wait for a step"), "Train");
    await choose(page, inspector.getByLabel("When NoteStop runs after Train"), "on stop");
    await choose(page, inspector.getByLabel("Wait for a step"), "Prep");
    await addStep(editor, "Cleanup", "TidyUp", { x: 40, y: 560 });

    // Orders are drawn from handle to handle; what they wait for is chosen on the edge.
    await editor.tidy();
    const after = editor.canvas.getByLabel("After Train", { exact: true });
    await editor.wire(after, editor.canvas.getByLabel("Before AlarmOnFailure", { exact: true }));
    await setTriggerOnEdge(page, editor, "Train before AlarmOnFailure", "On failure");
    await expect(editor.edge("Train before AlarmOnFailure, on failure")).toBeVisible();
    await editor.wire(after, editor.canvas.getByLabel("Before TidyUp", { exact: true }));
    await setTriggerOnEdge(page, editor, "Train before TidyUp", "Always");
    await expect(editor.edge("Train before TidyUp, always")).toBeVisible();

    await editor.selectStep("TidyUp");
    await choose(page, inspector.getByLabel("Clean up after a step"), "Prep Processing");
    await inspector.getByRole("button", { name: "Name objects of Prep" }).click();
    const typing = page.getByRole("textbox").and(page.locator(":focus"));
    await expect(typing).toBeVisible();
    const scratch = "Steps.Prep.ProcessingOutputConfig.Outputs['scratch'].S3Output.S3Uri";
    await page.keyboard.insertText(`{join("/", ${scratch}, "a.csv")}`);
    await page.keyboard.press("Enter");
    await inspector.getByRole("button", { name: "Add object" }).click();
    await expect(typing).toHaveText("");
    await page.keyboard.type("s3://my-bucket/Prep/scratch/b.csv");
    await page.keyboard.press("Enter");
    await choose(page, inspector.getByLabel("Clean up after a step"), "Train Training");
    const source = inspector.getByRole("group", { name: "Source Train", exact: true });
    await expect(source.getByLabel("When TidyUp runs after Train")).toContainText("always");

    const built = JSON.parse(await editor.exportJson());
    for (const name of ["AlarmOnFailure", "NoteStop", "TidyUp"]) {
      expect(stepNamed(built, name), name).toEqual(wanted(name));
    }
  });
});

/** An order's line is chosen, and its word, which says when it lets the second step run, is clicked. */
async function setTriggerOnEdge(page: Page, editor: Editor, edge: string, trigger: string): Promise<void> {
  await editor.edge(edge).focus();
  await editor.edge(edge).getByText("on success").click();
  await page.getByRole("menuitemradio", { name: trigger }).click();
}

test("a branch folds into a small frame, and opens for what is looked for inside it", async ({ page, editor }) => {
  await editor.open({ name: "abalone.json", text: corpusText("abalone") });
  const fold = page.getByRole("button", { name: "Fold True of AbaloneMSECond" });
  const unfold = page.getByRole("button", { name: "Unfold True of AbaloneMSECond: 3 steps" });
  const inside = editor.step("AbaloneTransform");
  await expect(inside).toBeVisible();
  const before = await editor.exportJson();

  await test.step("by its button: its steps are gone from the canvas, and wires to them end at the frame", async () => {
    await fold.click();
    await expect(unfold).toBeVisible();
    await expect(inside).toHaveCount(0);
    await expect(editor.edgesBetween("TrainAbaloneModel", "Abalone-CreateModel")).not.toHaveCount(0);
    await expect(editor.edgesBetween("Abalone-CreateModel", "AbaloneTransform")).toHaveCount(0);
    expect(await editor.exportJson()).toBe(before);
  });

  await test.step("what is looked for inside opens it; undo folds it again, a reload keeps it", async () => {
    await editor.find("AbaloneTransform");
    await expect(inside).toBeInViewport();
    await editor.undo();
    await expect(inside).toHaveCount(0);
    // The address names the selected step: opened again, it would be shown.
    await editor.selectStep("TrainAbaloneModel");
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.reload();
    await expect(unfold).toBeVisible();
  });

  await test.step("by key and by the menu of the step that holds it", async () => {
    await editor.selectStep("AbaloneMSECond");
    await page.keyboard.press("Control+.");
    await expect(page.getByRole("button", { name: /^Unfold False of AbaloneMSECond/ })).toBeVisible();
    await page.keyboard.press("Control+.");
    await expect(inside).toBeVisible();
    await editor.step("AbaloneMSECond").click({ button: "right", position: { x: 60, y: 12 } });
    await page.getByRole("menuitem", { name: /^Fold True/ }).click();
    await expect(unfold).toBeVisible();
  });
});
