import { referenceDefinition } from "./support/referenceDefinition";
import { expect, test } from "./support/test";

/** The pain that Stepwire was born from: a typed-in path leaves the Lambda step floating; one click cures it, one undo brings it back. */
test("the floating step and the typed-in path are shown, cured by one click, and back by one undo", async ({
  editor,
  page,
}) => {
  await page.getByRole("button", { name: "The same, before it is wired" }).click();
  await expect(editor.step("Preprocess")).toBeVisible();
  const before = JSON.parse(await editor.exportJson());

  const problems = await editor.openPanel("Problems");
  await expect(problems).toContainText("step-not-connected");
  await expect(problems).toContainText("literal-matches-output");
  await expect(editor.edgesBetween("Preprocess", "Train")).toHaveCount(0);

  await problems
    .getByRole("button", { name: /^Connect to train_path/ })
    .first()
    .click();
  await expect(editor.edge("Preprocess train_path to Train S3Uri")).toBeVisible();
  expect(JSON.parse(await editor.exportJson())).toEqual(referenceDefinition);
  await expect(problems).not.toContainText("step-not-connected");

  await editor.undo();
  expect(JSON.parse(await editor.exportJson())).toEqual(before);
  await expect(problems).toContainText("step-not-connected");
});
