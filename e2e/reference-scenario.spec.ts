import { referenceDefinition } from "./support/referenceDefinition";
import { expect, test } from "./support/test";

test.use({ ownServer: true });

/**
 * The main job, from the blank document, by mouse and keyboard alone: a Lambda step that preprocesses, a training that reads what
 * it wrote, a model of the result; exported, deployed to the local region, run, undone to blank and done again.
 */
test("a person wires Lambda → Training → Model, exports it, deploys it and watches it run", async ({
  editor,
  page,
}) => {
  test.setTimeout(180_000);

  await test.step("start from blank", async () => {
    await page.getByRole("button", { name: "Blank pipeline" }).click();
    await expect(editor.canvas).toBeVisible();
  });

  await test.step("declare the parameter Bucket", async () => {
    await editor.addParameter({ name: "Bucket", type: "String", defaultValue: "my-bucket" });
  });

  await test.step("add and fill the Lambda step", async () => {
    await editor.addByDrag("Lambda", { x: 60, y: 80 });
    await editor.renameStep("Lambda", "Preprocess");
    await editor.setField("Function ARN", "arn:aws:lambda:eu-west-1:111122223333:function:preprocess");
    await editor.addMapEntry("argument", "bucket");
    await editor.addMapEntry("argument", "prefix", "churn");
    for (const [name, type] of [
      ["statusCode", "Integer"],
      ["body", "String"],
      ["train_path", "String"],
    ] as const) {
      await editor.declareOutput(name, type);
    }
  });

  await test.step("add and fill the Training step", async () => {
    await editor.addByDrag("Training", { x: 420, y: 80 });
    await editor.renameStep("Training", "Train");
    await editor.setField("Training image", "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1");
    await editor.setField("S3 output path", "s3://my-bucket/models");
    await editor.setField("Role ARN", "arn:aws:iam::111122223333:role/SageMakerRole");
    await editor.setField("Content type", "text/csv");
  });

  await test.step("add and fill the Model step", async () => {
    await editor.addByDrag("Model", { x: 420, y: 420 });
    await editor.renameStep("Model", "CreateModel");
    await editor.setField("Execution role ARN", "arn:aws:iam::111122223333:role/SageMakerRole");
    await editor.setField("Image", "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1");
  });

  await test.step("wire them by mouse", async () => {
    await editor.tidy();
    await editor.dropParameter("Bucket", editor.field("Arguments.bucket", "Preprocess"));
    await editor.wire(
      editor.output("train_path", "Preprocess"),
      editor.field("Arguments.InputDataConfig[0].DataSource.S3DataSource.S3Uri", "Train"),
    );
    await editor.wire(
      editor.output("ModelArtifacts.S3ModelArtifacts", "Train"),
      editor.field("Arguments.PrimaryContainer.ModelDataUrl", "CreateModel"),
    );
    await expect(editor.edge("Preprocess train_path to Train S3Uri")).toBeVisible();
    await expect(editor.edge("Train S3ModelArtifacts to CreateModel ModelDataUrl")).toBeVisible();
  });

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
