import type { Locator, Page } from "@playwright/test";
import { corpus } from "../src/testing/corpus";
import type { Editor } from "./support/editor";
import { middleOf, moveTo, type Point, press } from "./support/mouse";
import { expect, test } from "./support/test";

/** Steps that hold others, and steps that run on what becomes of others: built from blank as the SDK writes them. */
const definitions = corpus();

interface Step {
  readonly Name: string;
  readonly Type: string;
  readonly [key: string]: unknown;
}

/** A step of a definition of the corpus, wherever it lies. */
function corpusStep(definition: string, name: string): Step {
  const text = definitions.find((entry) => entry.name === definition)?.text;
  if (text === undefined) throw new Error(`There is no ${definition} in the corpus.`);
  const found = stepNamed(JSON.parse(text), name);
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
  test.skip(definitions.length === 0, "the corpus is not beside the project");
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
    const scratch = "Steps.Prep.ProcessingOutputConfig.Outputs['scratch'].S3Output.S3Uri";
    await page.keyboard.insertText(`{join("/", ${scratch}, "a.csv")}`);
    await page.keyboard.press("Enter");
    await inspector.getByRole("button", { name: "Add object" }).click();
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

/** Presses a step's head, moves to a point, and keeps hold of it. */
async function holdStep(page: Page, editor: Editor, name: string, to: Point): Promise<void> {
  const box = await editor.step(name).boundingBox();
  if (box === null) throw new Error(`${name} is not in view`);
  const from = { x: box.x + 60, y: box.y + 14 };
  await press(page, from);
  await moveTo(page, from, to);
}

/** Drags a step by its head to a point of the window. */
async function dropStep(page: Page, editor: Editor, name: string, to: Point): Promise<void> {
  await holdStep(page, editor, name, to);
  await page.mouse.up();
}

/** A point of a step, from its top left corner. */
async function pointOf(editor: Editor, name: string, x: number, y: number): Promise<Point> {
  await middleOf(editor.step(name));
  const box = await editor.step(name).boundingBox();
  if (box === null) throw new Error(`${name} is not in view`);
  return { x: box.x + x, y: box.y + y };
}

async function freePoint(editor: Editor): Promise<Point> {
  const box = await editor.canvas.boundingBox();
  if (box === null) throw new Error("the canvas is not on the screen");
  return { x: box.x + 120, y: box.y + box.height - 190 };
}

const lambda = (Name: string, reads: string | null = null) => ({
  Name,
  Type: "Lambda",
  Arguments: reads === null ? {} : { from: { Get: `Steps.${reads}.OutputParameters['out']` } },
  FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f",
  OutputParameters: [{ OutputName: "out", OutputType: "String" }],
});
const condition = (Name: string, reads: string, IfSteps: object[], ElseSteps: object[] = []) => ({
  Name,
  Type: "Condition",
  Arguments: {
    Conditions: [{ Type: "Equals", LeftValue: { Get: `Steps.${reads}.OutputParameters['out']` }, RightValue: "yes" }],
    IfSteps,
    ElseSteps,
  },
});
const forEach = (Name: string, ...ForEachBody: object[]) => ({
  Name,
  Type: "ForEach",
  Arguments: { IterableItems: ["a"], MaxConcurrency: 1, ForEachBody },
});

async function openSteps(editor: Editor, ...steps: object[]): Promise<void> {
  const text = JSON.stringify({ Version: "2020-12-01", Metadata: {}, Parameters: [], Steps: steps });
  await editor.open({ name: "branches.json", text });
  await expect(editor.canvas.getByRole("group").first()).toBeVisible();
}

/** The names of the steps in each place of a definition: "Gate.IfSteps: A, B". */
async function homes(editor: Editor): Promise<string[]> {
  const lines: string[] = [];
  const visit = (steps: readonly Step[], place: string) => {
    lines.push(`${place}: ${steps.map(({ Name }) => Name).join(", ")}`);
    for (const { Name, Arguments } of steps as readonly (Step & { Arguments: Record<string, unknown> })[]) {
      for (const slot of ["IfSteps", "ElseSteps", "ForEachBody"]) {
        const inside = Arguments[slot];
        if (Array.isArray(inside) && inside.length > 0) visit(inside, `${Name}.${slot}`);
      }
    }
  };
  visit(JSON.parse(await editor.exportJson()).Steps, "Steps");
  return lines;
}

test.describe("a step dragged by its card", () => {
  test("comes out of a branch and into it again, each as one step of undo", async ({ editor, page }) => {
    await openSteps(editor, lambda("Ask"), condition("Gate", "Ask", [lambda("Yes")], [lambda("No")]));
    await holdStep(page, editor, "Yes", await freePoint(editor));
    await expect(page.getByText("Take out of True of Gate")).toBeVisible();
    await page.mouse.up();
    await expect(editor.edge("Gate True to Yes")).toBeHidden();
    expect(await homes(editor)).toEqual(["Steps: Ask, Gate, Yes", "Gate.ElseSteps: No"]);

    // An empty branch shows its place beside its port; False has a lane.
    const port = await middleOf(editor.canvas.getByLabel("True of Gate", { exact: true }));
    await holdStep(page, editor, "Yes", { x: port.x + 60, y: port.y - 12 });
    await expect(editor.canvas.getByText("Drop here: True of Gate")).toBeAttached();
    await expect(page.getByText("Move into True of Gate")).toBeVisible();
    await page.mouse.up();
    await expect(editor.edge("Gate True to Yes")).toBeVisible();

    await dropStep(page, editor, "Yes", await pointOf(editor, "No", 60, 14));
    await expect(editor.edge("Gate False to Yes")).toBeVisible();
    expect(await homes(editor)).toEqual(["Steps: Ask, Gate", "Gate.ElseSteps: No, Yes"]);
    const [yes, no] = [await editor.step("Yes").boundingBox(), await editor.step("No").boundingBox()];
    if (yes === null || no === null) throw new Error("a step is not in view");
    const apart =
      yes.x + yes.width <= no.x || no.x + no.width <= yes.x || yes.y + yes.height <= no.y || no.y + no.height <= yes.y;
    expect(apart, "the steps of a branch make room for each other").toBe(true);

    for (const line of ["Gate True to Yes", null, "Gate True to Yes"]) {
      await editor.undo();
      if (line === null) await expect(editor.edgesBetween("Gate", "Yes")).toHaveCount(0);
      else await expect(editor.edge(line)).toBeVisible();
    }
    await expect(editor.button("Undo")).toBeDisabled();
    for (let count = 0; count < 3; count++) await editor.redo();
    await expect(editor.edge("Gate False to Yes")).toBeVisible();
  });

  test("goes back where it is refused, says why there, and Escape lets nothing happen", async ({ editor, page }) => {
    await openSteps(editor, lambda("Ask"), condition("Gate", "Ask", [lambda("Yes")]), forEach("Loop", lambda("Body")));
    await editor.tidy();
    const before = await middleOf(editor.step("Ask"));
    await dropStep(page, editor, "Ask", await pointOf(editor, "Yes", 60, 14));
    const why = "Gate waits for Ask: inside it, Ask would have to wait for Gate.";
    await expect(editor.canvas.getByText(why)).toBeVisible();
    expect(await middleOf(editor.step("Ask"))).toEqual(before);

    await dropStep(page, editor, "Gate", await pointOf(editor, "Body", 60, 14));
    await expect(editor.canvas.getByText("SageMaker takes no Condition step inside a ForEach.")).toBeVisible();

    await holdStep(page, editor, "Yes", await freePoint(editor));
    await expect(page.getByText("Take out of True of Gate")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.mouse.move(300, 300);
    await page.mouse.up();
    await expect(page.getByText("Take out of True of Gate")).toBeHidden();
    expect(await homes(editor)).toEqual(["Steps: Ask, Gate, Loop", "Gate.IfSteps: Yes", "Loop.ForEachBody: Body"]);
    await expect(editor.edge("Gate True to Yes")).toBeVisible();
  });

  test("stays in its branch with Ctrl held, and moves with the branch by its label", async ({ editor, page }) => {
    await openSteps(editor, lambda("Ask"), condition("Gate", "Ask", [lambda("Yes")]));
    const to = await freePoint(editor);
    await holdStep(page, editor, "Yes", to);
    await expect(page.getByText("Ctrl keeps it in")).toBeVisible();
    await page.keyboard.down("Control");
    await page.mouse.move(to.x + 10, to.y);
    await expect(page.getByText("Take out of True of Gate")).toBeHidden();
    await page.mouse.up();
    await page.keyboard.up("Control");
    expect(await homes(editor)).toEqual(["Steps: Ask, Gate", "Gate.IfSteps: Yes"]);

    const before = await middleOf(editor.step("Yes"));
    const label = await middleOf(editor.canvas.getByTitle(/^True of Gate: drag/));
    await press(page, label);
    await moveTo(page, label, { x: label.x + 200, y: label.y - 100 });
    await page.mouse.up();
    const after = await middleOf(editor.step("Yes"));
    expect([Math.round(after.x - before.x), Math.round(after.y - before.y)]).toEqual([200, -100]);
    expect(await homes(editor)).toEqual(["Steps: Ask, Gate", "Gate.IfSteps: Yes"]);
  });

  test("takes a selection along into a loop, and what only it feeds when asked", async ({ editor, page }) => {
    await openSteps(
      editor,
      forEach("Loop", lambda("Body")),
      lambda("A"),
      lambda("B"),
      lambda("C", "A"),
      lambda("D", "C"),
    );
    await editor.tidy();
    await editor.selectStep("A");
    await editor.step("B").click({ position: { x: 60, y: 12 }, modifiers: ["Shift"] });
    await holdStep(page, editor, "A", await pointOf(editor, "Body", 60, 14));
    await expect(page.getByText("Move into Each of Loop")).toBeVisible();
    await page.mouse.up();
    await expect(editor.edge("Loop Each to A")).toBeVisible();
    expect(await homes(editor)).toEqual(["Steps: Loop, C, D", "Loop.ForEachBody: Body, A, B"]);

    const notices = page.getByRole("list", { name: "Notices" });
    await expect(notices.getByText("2 steps moved into Each of Loop. C, D run only after them.")).toBeVisible();
    await notices.getByRole("button", { name: /^Move 2 steps that only they feed too/ }).click();
    await expect.poll(() => homes(editor)).toEqual(["Steps: Loop", "Loop.ForEachBody: Body, A, B, C, D"]);
    await editor.undo();
    expect(await homes(editor)).toEqual(["Steps: Loop, C, D", "Loop.ForEachBody: Body, A, B"]);
    await editor.undo();
    expect(await homes(editor)).toEqual(["Steps: Loop, A, B, C, D", "Loop.ForEachBody: Body"]);
  });
});

test("a new step dropped from the palette onto a branch or loop is added inside", async ({ editor, page }) => {
  await openSteps(editor, lambda("Ask"), condition("Gate", "Ask", [lambda("Yes")]), forEach("Loop", lambda("Body")));
  await editor.tidy();
  const canvas = await editor.canvas.boundingBox();
  const onto = async (name: string) => {
    const at = await pointOf(editor, name, 60, 14);
    return { x: at.x - (canvas?.x ?? 0), y: at.y - (canvas?.y ?? 0) };
  };
  await editor.addByDrag("Processing", await onto("Yes"));
  await expect(editor.edge("Gate True to Processing")).toBeVisible();
  await editor.undo();
  await expect(editor.step("Processing")).toBeHidden();
  await editor.addByDrag("Fail", await onto("Body"));
  await expect(editor.canvas.getByText("SageMaker takes no Fail step inside a ForEach.")).toBeVisible();
  await editor.addByDrag("Training", await onto("Body"));
  await expect(editor.edge("Loop Each to Training")).toBeVisible();
  expect(await homes(editor)).toEqual([
    "Steps: Ask, Gate, Loop",
    "Gate.IfSteps: Yes",
    "Loop.ForEachBody: Body, Training",
  ]);
  await expect(page.getByRole("region", { name: "Inspector" }).getByText("in Each of Loop")).toBeVisible();
});

test("steps move into branches and out again by keyboard alone, from the canvas and from the outline", async ({
  editor,
  page,
}) => {
  await openSteps(
    editor,
    lambda("Ask"),
    condition("Gate", "Ask", [lambda("Yes")]),
    lambda("Tell"),
    lambda("More", "Tell"),
  );
  await editor.tidy();
  await editor.step("Tell").focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Move into…" }).press("Enter");
  await page.keyboard.type("True feeds");
  await expect(page.getByRole("option", { name: "True of Gate with what only it feeds: More" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect.poll(() => homes(editor)).toEqual(["Steps: Ask, Gate", "Gate.IfSteps: Yes, Tell, More"]);

  await page.getByRole("tab", { name: "Outline" }).click();
  await editor.region("Outline").getByRole("treeitem", { name: "Yes", exact: true }).focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Move out of Gate" }).press("Enter");
  await expect.poll(() => homes(editor)).toEqual(["Steps: Ask, Gate, Yes", "Gate.IfSteps: Tell, More"]);

  await editor.region("Outline").getByRole("treeitem", { name: "Tell", exact: true }).click();
  await page.getByRole("region", { name: "Inspector" }).getByRole("button", { name: "Move out of Gate" }).click();
  await expect.poll(() => homes(editor)).toEqual(["Steps: Ask, Gate, Tell, Yes", "Gate.IfSteps: More"]);
});
