import type { Page } from "@playwright/test";
import type { Editor } from "./support/editor";
import { drag, middleOf, type Point } from "./support/mouse";
import { referenceDefinition } from "./support/referenceDefinition";
import { expect, test } from "./support/test";

/** The reference scenario before any wire is drawn. */
function unwired(): string {
  const text = JSON.stringify(referenceDefinition)
    .replace(
      JSON.stringify({ Get: "Steps.Preprocess.OutputParameters['train_path']" }),
      '"s3://my-bucket/churn/train.csv"',
    )
    .replace(JSON.stringify({ Get: "Steps.Train.ModelArtifacts.S3ModelArtifacts" }), '""');
  return text;
}

const s3Uri = "Arguments.InputDataConfig[0].DataSource.S3DataSource.S3Uri";
const modelDataUrl = "Arguments.PrimaryContainer.ModelDataUrl";

async function openUnwired(editor: Editor): Promise<void> {
  await editor.open({ name: "churn.json", text: unwired() });
  await expect(editor.step("CreateModel")).toBeVisible();
  await middleOf(editor.step("CreateModel"));
}

type Exported = { Steps: { Name: string; DependsOn?: unknown; Arguments: Record<string, unknown> }[] };

async function exported(editor: Editor): Promise<Exported> {
  return JSON.parse(await editor.exportJson()) as Exported;
}

/** A point of the canvas on which nothing lies. */
async function emptyPoint(editor: Editor): Promise<Point> {
  const box = await editor.canvas.boundingBox();
  if (box === null) throw new Error("the canvas is not on the screen");
  return { x: box.x + box.width * 0.45, y: box.y + 60 };
}

const announced = (page: Page) => page.locator("[aria-live]");

test.describe("drawing a wire", () => {
  test("from an output to a field connects them, says what it replaced, and is one entry of undo", async ({
    editor,
    page,
  }) => {
    await openUnwired(editor);
    await editor.wire(editor.output("train_path", "Preprocess"), editor.field(s3Uri, "Train"));
    await expect(editor.edge("Preprocess train_path to Train S3Uri")).toBeVisible();
    await expect(page.getByText(/S3Uri of Train was .*train\.csv/)).toBeVisible();
    await editor.undo();
    await expect(editor.edge("Preprocess train_path to Train S3Uri")).toHaveCount(0);
    expect(await exported(editor)).toEqual(JSON.parse(unwired()));
    await editor.redo();
    await expect(editor.edge("Preprocess train_path to Train S3Uri")).toBeVisible();
  });

  test("from a field to an output connects them the same", async ({ editor }) => {
    await openUnwired(editor);
    await editor.wire(
      editor.field(modelDataUrl, "CreateModel"),
      editor.output("ModelArtifacts.S3ModelArtifacts", "Train"),
    );
    await expect(editor.edge("Train S3ModelArtifacts to CreateModel ModelDataUrl")).toBeVisible();
  });

  test("dropped on a step's body asks for the field, the best match first", async ({ editor, page }) => {
    await openUnwired(editor);
    await editor.dropOnStep(editor.output("train_path", "Preprocess"), "Train");
    const picker = page.getByRole("dialog", { name: "Field of Train" });
    await expect(picker.getByRole("option").first()).toContainText("best match");
    await page.keyboard.press("Enter");
    await expect(editor.edge("Preprocess train_path to Train S3Uri")).toBeVisible();
  });

  test("dropped on empty canvas offers the step types that take it, and adds and connects as one entry", async ({
    editor,
    page,
  }) => {
    await openUnwired(editor);
    await editor.pull(editor.output("train_path", "Preprocess"), await emptyPoint(editor));
    await page
      .getByRole("dialog", { name: "Add a step" })
      .getByRole("option", { name: /^Training/ })
      .click();
    await expect(editor.step("Training")).toBeVisible();
    await expect(editor.edge("Preprocess train_path to Training S3Uri")).toBeVisible();
    await editor.undo();
    await expect(editor.step("Training")).toHaveCount(0);
  });

  test("says why it is refused where it would close a cycle, and changes nothing", async ({ editor, page }) => {
    await openUnwired(editor);
    await editor.wire(editor.output("train_path", "Preprocess"), editor.field(s3Uri, "Train"));
    await editor.dropOnStep(editor.output("ModelArtifacts.S3ModelArtifacts", "Train"), "Preprocess");
    await expect(
      page.getByText("Preprocess already leads to Train: this wire would close a cycle.").first(),
    ).toBeVisible();
    await expect(editor.edgesBetween("Train", "Preprocess")).toHaveCount(0);
  });

  test("says near the pointer why a field does not take it, and Escape ends it", async ({ editor, page }) => {
    await openUnwired(editor);
    await editor.wire(editor.output("train_path", "Preprocess"), editor.field(s3Uri, "Train"));
    const held = await editor.holdWire(
      editor.output("ModelArtifacts.S3ModelArtifacts", "Train"),
      editor.field("Arguments.bucket", "Preprocess"),
    );
    await expect(page.getByText(/already leads to Train/)).toBeVisible();
    await held.cancel();
    await expect(page.getByText(/already leads to Train/)).toHaveCount(0);
    await expect(editor.edgesBetween("Train", "Preprocess")).toHaveCount(0);
  });

  test("by keyboard: Tab to the step, Enter to its ports, Enter for what they can go to", async ({ editor, page }) => {
    await openUnwired(editor);
    await editor.step("Preprocess").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowRight");
    const output = editor.output("train_path", "Preprocess");
    for (let presses = 0; presses < 5; presses += 1) {
      if (await output.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("ArrowDown");
    }
    await expect(output).toBeFocused();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Field of any step" }).waitFor();
    await page.keyboard.type("train s3uri");
    await page.keyboard.press("Enter");
    await expect(editor.edge("Preprocess train_path to Train S3Uri")).toBeVisible();
    await expect(announced(page).filter({ hasText: "connected to Train S3Uri" })).toHaveCount(1);
  });
});

test.describe("order", () => {
  test("is drawn from handle to handle, its trigger set in the edge's menu, and deleted with undo", async ({
    editor,
    page,
  }) => {
    await openUnwired(editor);
    const after = editor.canvas.getByLabel("After Preprocess", { exact: true });
    await editor.wire(after, editor.canvas.getByLabel("Before Train", { exact: true }));
    await expect(editor.edge("Preprocess before Train")).toBeVisible();
    // Arrows follow a wire from its port.
    await after.focus();
    await page.keyboard.press("ArrowRight");
    await expect(editor.edge("Preprocess before Train")).toBeFocused();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitemradio", { name: /^On failure/ }).click();
    const edge = editor.edge("Preprocess before Train, on failure");
    await expect(edge).toBeVisible();
    const wired = await exported(editor);
    expect(wired.Steps[1]?.DependsOn).toEqual([{ Step: "Preprocess", Trigger: "Failed" }]);

    // Each trigger is chosen on the word that says the present one.
    for (const [from, to, written] of [
      ["on failure", "On stop", { Step: "Preprocess", Trigger: "Stopped" }],
      ["on stop", "Always", { Step: "Preprocess", Trigger: "Any" }],
      ["always", "On success", "Preprocess"],
    ] as const) {
      const line = editor.canvas.getByRole("group", { name: /^Preprocess before Train/ });
      await line.focus();
      await line.getByText(from, { exact: true }).click();
      await page.getByRole("menuitemradio", { name: to }).click();
      expect((await exported(editor)).Steps[1]?.DependsOn).toEqual([written]);
    }
    for (let count = 0; count < 3; count++) await editor.undo();
    await expect(edge).toBeVisible();

    await after.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Delete");
    await expect(edge).toHaveCount(0);
    await editor.undo();
    await expect(edge).toBeVisible();
  });
});

test.describe("steps", () => {
  test("several move together as one entry of undo", async ({ editor, page }) => {
    await openUnwired(editor);
    const before = { p: await middleOf(editor.step("Preprocess")), t: await middleOf(editor.step("Train")) };
    await editor.selectStep("Preprocess");
    await editor.step("Train").click({ position: { x: 60, y: 12 }, modifiers: ["Shift"] });
    await editor.moveStep("Train", { x: 40, y: 120 });
    const after = { p: await middleOf(editor.step("Preprocess")), t: await middleOf(editor.step("Train")) };
    expect(after.p.y - before.p.y).toBeGreaterThan(60);
    expect(Math.round(after.p.y - before.p.y)).toBe(Math.round(after.t.y - before.t.y));
    await page.mouse.move(5, 5);
    await editor.undo();
    expect(await middleOf(editor.step("Preprocess"))).toEqual(before.p);
    expect(await middleOf(editor.step("Train"))).toEqual(before.t);
  });

  test("are duplicated, and what the copies read of each other points at the copies", async ({ editor, page }) => {
    await openUnwired(editor);
    await editor.wire(editor.output("train_path", "Preprocess"), editor.field(s3Uri, "Train"));
    await editor.selectStep("Preprocess");
    await editor.step("Train").click({ position: { x: 60, y: 12 }, modifiers: ["Shift"] });
    await page.keyboard.press("ControlOrMeta+D");
    await expect(editor.step("Train2")).toBeVisible();
    const { Steps } = await exported(editor);
    expect(JSON.stringify(Steps.find(({ Name }) => Name === "Train2"))).toContain("Steps.Preprocess2.");
    await editor.undo();
    await expect(editor.step("Train2")).toHaveCount(0);
  });

  test("are renamed in place by a double click on the head", async ({ editor, page }) => {
    await openUnwired(editor);
    await editor.step("Train").dblclick({ position: { x: 90, y: 14 } });
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("Fit");
    await page.keyboard.press("Enter");
    await expect(editor.step("Fit")).toBeVisible();
    await expect(editor.step("Fit")).toBeFocused();
  });

  test("a new step stands where it was dropped", async ({ editor, page }) => {
    await page.getByRole("button", { name: "Blank pipeline" }).click();
    await expect(page.getByText("Drag a step here")).toBeVisible();
    await editor.addByDrag("Lambda", { x: 300, y: 200 });
    await expect(editor.step("Lambda")).toBeVisible();
    const canvas = await editor.canvas.boundingBox();
    const box = await editor.step("Lambda").boundingBox();
    if (canvas === null || box === null) throw new Error("nothing is on the screen");
    const { x, y, width, height } = box;
    const at = { x: canvas.x + 300, y: canvas.y + 200 };
    expect(at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height).toBe(true);
    await expect(page.getByText("Drag a step here")).toHaveCount(0);
  });
});

test("tidy lays steps that lie on each other apart, and is one entry of undo", async ({ editor, page }) => {
  await openUnwired(editor);
  const train = await middleOf(editor.step("Train"));
  const preprocess = await middleOf(editor.step("Preprocess"));
  await editor.moveStep("Train", { x: preprocess.x - train.x, y: preprocess.y - train.y });
  await page.mouse.move(5, 5);
  await editor.tidy();
  await expect
    .poll(async () => {
      const boxes = await Promise.all(
        ["Preprocess", "Train", "CreateModel"].map((name) => editor.step(name).boundingBox()),
      );
      return boxes.some((left, index) =>
        boxes.slice(index + 1).some((right) => {
          if (left === null || right === null) return true;
          const across = left.x < right.x + right.width && right.x < left.x + left.width;
          return across && left.y < right.y + right.height && right.y < left.y + left.height;
        }),
      );
    })
    .toBe(false);
  await page.keyboard.press("Escape");
});

test.describe("a page that is left alone", () => {
  test.use({ savesData: false });

  test("has the layout ready before a pipeline is opened", async ({ editor, page }) => {
    await expect
      .poll(() => page.workers().filter((worker) => /elkWorker/.test(worker.url())).length, { timeout: 30_000 })
      .toBe(1);
    await editor.beginWithLambda();
    await editor.tidy();
    expect(page.workers()).toHaveLength(1);
  });
});

test("a layout that does not come says so, and comes when it is asked for again", async ({
  editor,
  page,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  // A launch link lets in once: the page has its token before it comes again.
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBeGreaterThan(0);
  await page.context().route(/elkWorker/, (route) => route.abort());
  await page.reload();
  await openUnwired(editor);
  await expect(page.getByText("The steps could not be tidied: the layout did not answer. Try again.")).toBeVisible();
  await page.context().unroute(/elkWorker/);
  await editor.tidy();
});

test("the pointer pans while the space bar is held, over a step too, and moves nothing", async ({ editor, page }) => {
  await openUnwired(editor);
  const before = await middleOf(editor.step("Train"));
  const other = await middleOf(editor.step("Preprocess"));
  await page.mouse.move(before.x, before.y);
  await page.keyboard.down(" ");
  await page.mouse.down();
  await page.mouse.move(before.x + 80, before.y + 60, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up(" ");
  const [after, otherAfter] = [await middleOf(editor.step("Train")), await middleOf(editor.step("Preprocess"))];
  expect([Math.round(after.x - before.x), Math.round(after.y - before.y)]).toEqual([80, 60]);
  expect([Math.round(otherAfter.x - other.x), Math.round(otherAfter.y - other.y)]).toEqual([80, 60]);
  // Let go, it drags again.
  await editor.moveStep("Train", { x: 30, y: 30 });
  await expect.poll(async () => (await middleOf(editor.step("Train"))).x - after.x).toBeGreaterThan(20);
});

test("a chain opens in rows that can be read, and tidy keeps it so", async ({ editor }) => {
  const names = ["Prepare", "Train", "Evaluate", "Compare", "Register", "Notify"];
  const chain = names.map((Name, index) => ({
    Name,
    Type: "Lambda",
    FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:n",
    Arguments: index === 0 ? {} : { before: { Get: `Steps.${names[index - 1]}.OutputParameters['out']` } },
    OutputParameters: [{ OutputName: "out", OutputType: "String" }],
  }));
  await editor.open({ name: "chain.json", text: JSON.stringify({ Version: "2020-12-01", Steps: chain }) });
  const isReadable = async () => {
    const boxes = await Promise.all(names.map((name) => editor.step(name).boundingBox()));
    const rows = new Set(boxes.map((box) => Math.round((box?.y ?? 0) / 20)));
    // A card is at least 190 wide in full size.
    return rows.size > 1 && rows.size < names.length && boxes.every((box) => (box?.width ?? 0) >= 190 * 0.6);
  };
  await expect.poll(isReadable).toBe(true);
  for (const name of names) await expect(editor.step(name)).toBeInViewport({ ratio: 1 });
  await editor.tidy();
  expect(await isReadable()).toBe(true);
});

test("a wire from a True port moves a step into the branch, and its menu moves it out", async ({ editor, page }) => {
  const text = JSON.stringify({
    Version: "2020-12-01",
    Parameters: [{ Name: "N", Type: "Integer", DefaultValue: 1 }],
    Steps: [
      {
        Name: "Check",
        Type: "Condition",
        Arguments: {
          Conditions: [{ Type: "GreaterThan", LeftValue: { Get: "Parameters.N" }, RightValue: 3 }],
          IfSteps: [],
          ElseSteps: [],
        },
      },
      {
        Name: "Notify",
        Type: "Lambda",
        Arguments: {},
        FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:n",
      },
    ],
  });
  await editor.open({ name: "branch.json", text });
  await middleOf(editor.step("Notify"));
  const target = await middleOf(editor.step("Notify"));
  await drag(page, await middleOf(editor.canvas.getByLabel("True of Check", { exact: true })), target);
  await expect(editor.edge("Check True to Notify")).toBeVisible();
  expect((await exported(editor)).Steps.map(({ Name }) => Name)).toEqual(["Check"]);
  await editor.step("Notify").click({ button: "right", position: { x: 60, y: 12 } });
  await page.getByRole("menuitem", { name: "Move out of Check" }).click();
  await expect(editor.edge("Check True to Notify")).toHaveCount(0);
});
