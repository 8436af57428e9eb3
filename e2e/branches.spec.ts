import { dropStep, holdStep, pointOf } from "./support/dragging";
import type { Editor } from "./support/editor";
import { middleOf, moveTo, type Point, press } from "./support/mouse";
import { expect, test } from "./support/test";

/** Steps come into branches and loops and out of them: by their cards, from the palette, by keyboard. */
interface Step {
  readonly Name: string;
  readonly Arguments: Readonly<Record<string, unknown>>;
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
    for (const { Name, Arguments } of steps) {
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
