import { expect, test } from "./support/test";

const xgboost = "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1";

test("an image of AWS is read into words, and another is chosen by framework, version and device; one undo takes it back", async ({
  page,
  editor,
}) => {
  const step = (TrainingImage: string) => ({
    Name: "Train",
    Type: "Training",
    Arguments: {
      AlgorithmSpecification: { TrainingImage, TrainingInputMode: "File" },
      ResourceConfig: { InstanceType: "ml.g5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
    },
  });
  await editor.open({ name: "image.json", text: JSON.stringify({ Version: "2020-12-01", Steps: [step(xgboost)] }) });
  await editor.selectStep("Train");
  const inspector = editor.region("Inspector");
  await expect(inspector.getByText("XGBoost 1.7-1, eu-west-1")).toBeVisible();

  await inspector.getByRole("button", { name: "Choose an image of AWS for Training image" }).click();
  const chooser = inspector.getByRole("group", { name: "An image of AWS for Training image" });
  const choose = async (aspect: string, option: string) => {
    await chooser.getByRole("button", { name: new RegExp(`^${aspect}`) }).click();
    await page.getByRole("option", { name: option, exact: true }).click();
  };
  await expect(chooser.getByText(xgboost)).toBeVisible();
  await choose("Framework or algorithm", "PyTorch");
  await choose("Version", "2.1.0");
  await choose("Runs on", "GPU");
  const pytorch = "763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-training:2.1.0-gpu-py310";
  await expect(chooser.getByText(pytorch)).toBeVisible();
  await chooser.getByRole("button", { name: "Use this image" }).click();
  await expect(inspector.getByText("PyTorch 2.1.0 for training, GPU, Python 3.10, eu-west-1")).toBeVisible();
  expect(JSON.parse(await editor.exportJson()).Steps[0]).toEqual(step(pytorch));
  await editor.undo();
  await expect(inspector.getByText("XGBoost 1.7-1, eu-west-1")).toBeVisible();
  expect(JSON.parse(await editor.exportJson()).Steps[0]).toEqual(step(xgboost));
});
