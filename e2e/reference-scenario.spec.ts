import { countHand, paste } from "./support/hand";
import { referenceDefinition } from "./support/referenceDefinition";
import { expect, test } from "./support/test";

test.use({ ownServer: true });

/**
 * The main job, from the blank document, by mouse and keyboard alone: a Lambda step that preprocesses, a training that reads what
 * it wrote, a model of the result; exported, deployed to the local region, run, undone to blank and done again.
 */
const image = "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1";

test("a person wires Lambda → Training → Model in few clicks, exports it, deploys it and watches it run", async ({
  editor,
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const counted = await countHand(page);
  const inspector = editor.region("Inspector");
  const type = (text: string) => page.keyboard.type(text);
  const press = (key: string) => page.keyboard.press(key);
  const rename = async (from: string, to: string) => {
    await expect(inspector.getByRole("heading", { name: from, exact: true })).toBeVisible();
    await press("F2");
    await type(to);
    await press("Enter");
    await expect(editor.step(to)).toBeVisible();
  };

  await test.step("a function, what it is given and what it returns", async () => {
    await page.getByRole("button", { name: "Blank pipeline" }).click();
    await editor.addByClick("Lambda");
    await rename("Lambda", "Preprocess");
    await editor.control("Function ARN").click();
    await paste(page, "arn:aws:lambda:eu-west-1:111122223333:function:preprocess");
    for (const [name, value] of [
      ["bucket", "my-bucket"],
      ["prefix", "churn"],
    ] as const) {
      await inspector.getByRole("button", { name: "Add argument" }).click();
      await type(name);
      await press("Enter");
      await expect(editor.control(name)).toBeFocused();
      await type(value);
      await press("Enter");
    }
    await inspector.getByRole("button", { name: "Make bucket a parameter" }).click();
    await inspector.getByRole("tab", { name: "Outputs" }).click();
    await inspector.getByLabel("Output name", { exact: true }).click();
    await type("statusCode");
    for (const key of ["Tab", "Enter", "ArrowDown", "Enter", "Tab", "Enter"]) await press(key);
    for (const name of ["body", "train_path"]) {
      await expect(inspector.getByLabel("Output name", { exact: true })).toBeFocused();
      await type(name);
      await press("Enter");
    }
  });

  await test.step("a training that reads what it wrote: Tab takes the wire that is proposed", async () => {
    await editor.addByClick("Training");
    await expect(editor.canvas.getByText("Tab train_path → S3Uri")).toBeVisible();
    await press("Tab");
    await rename("Training", "Train");
    await expect(editor.edge("Preprocess train_path to Train S3Uri")).toBeVisible();
    await editor.control("Training image").click();
    await paste(page, image);
    await editor.control("Content type").click();
    await type("text/csv");
    await editor.control("S3 output path").click();
    await type("s3://my-bucket/models");
    await editor.control("Role ARN").click();
    await paste(page, "arn:aws:iam::111122223333:role/SageMakerRole");
    await press("Enter");
  });

  await test.step("a model of the result, wired by mouse; image and role are those of the training", async () => {
    await editor.addByClick("Model");
    await rename("Model", "CreateModel");
    await editor.wire(
      editor.output("ModelArtifacts.S3ModelArtifacts", "Train"),
      editor.field("Arguments.PrimaryContainer.ModelDataUrl", "CreateModel"),
    );
    await expect(editor.edge("Train S3ModelArtifacts to CreateModel ModelDataUrl")).toBeVisible();
    for (const field of ["Image", "Execution role ARN"])
      await inspector
        .getByRole("list", { name: `Used elsewhere for ${field}` })
        .getByRole("button")
        .first()
        .click();
  });

  const { clicks, drags, keys } = await counted();
  expect(clicks + drags, `${clicks} clicks, ${drags} drags`).toBeLessThanOrEqual(18);
  expect(keys).toBeLessThanOrEqual(200);

  const exported = await test.step("export: it is the definition of the reference scenario", async () => {
    const text = await editor.exportJson();
    expect(JSON.parse(text)).toEqual(referenceDefinition);
    return text;
  });

  await test.step("deploy to the local region, run, and see three steps succeed", async () => {
    await editor.deploy();
    await editor.run();
    for (const name of ["Preprocess", "Train", "CreateModel"]) {
      await expect(editor.step(name).getByText("Succeeded")).toBeVisible({ timeout: 30_000 });
    }
    await expect(editor.edge("Preprocess train_path to Train S3Uri")).toBeVisible();
  });

  await test.step("undo everything back to blank, then do it all again", async () => {
    let count = 0;
    while (await editor.button("Undo").isEnabled()) {
      await editor.undo();
      count++;
    }
    expect(count).toBeGreaterThan(10);
    expect(JSON.parse(await editor.exportJson())).toEqual({
      Version: "2020-12-01",
      Metadata: {},
      Parameters: [],
      Steps: [],
    });
    while (await editor.button("Redo").isEnabled()) await editor.redo();
    expect(await editor.exportJson()).toBe(exported);
  });
});
