import { corpusText } from "../src/testing/fixtures";
import { heldFile } from "./support/dragging";
import { expect, test } from "./support/test";

test.use({ ownServer: true });

test("what I have against what is deployed, on the canvas: the changes one by one, and back by Escape", async ({
  page,
  editor,
}) => {
  await editor.open({ name: "abalone.json", text: corpusText("abalone") });
  await editor.deploy();
  await editor.selectStep("TrainAbaloneModel");
  await editor.setField("Instance count", "2");
  await editor.selectStep("AbaloneMSEFail");
  await page.keyboard.press("Delete");
  await editor.addByClick("Lambda");
  const changes = page.getByRole("complementary", { name: "What differs" });

  await test.step("from the plan of the deploy: steps of both versions, marked in words", async () => {
    await page.getByRole("button", { name: "Target: Local region" }).click();
    await page.getByRole("menuitem", { name: "Compare with what is deployed" }).click();
    await expect(page.getByRole("heading", { name: /^Comparison: Deployed to Local region/ })).toBeVisible();
    await expect(editor.step("AbaloneMSEFail").getByText("− removed")).toBeVisible();
    await expect(editor.step("TrainAbaloneModel").getByText("~ changed")).toBeVisible();
    await expect(editor.step("Lambda").getByText("+ added")).toBeVisible();
    await expect(editor.edge("AbaloneMSECond False to AbaloneMSEFail")).toHaveAttribute("aria-description", "removed");
  });

  await test.step("what touches security comes first; a step shows its fields; nothing can be edited", async () => {
    await page.keyboard.press("F7");
    await expect(changes.getByText("The pipeline's role needs a new permission: lambda:InvokeFunction")).toBeVisible();
    await page.getByRole("button", { name: "Next change" }).click();
    await page.keyboard.press("F7");
    await expect(page.getByText("3 of 4", { exact: true })).toBeVisible();
    const row = changes.getByRole("row", { name: /InstanceCount/ });
    await expect(row.getByRole("deletion")).toHaveText("1");
    await expect(row.getByRole("insertion")).toHaveText("2");
    await editor.step("Lambda").click({ position: { x: 80, y: 12 } });
    await expect(changes.getByRole("button", { name: /^Lambda/ })).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("Delete");
    await expect(editor.step("Lambda")).toBeVisible();
  });

  await test.step("a file that is dropped takes the place of the version before; Escape leads back", async () => {
    const file = await heldFile(page, "other.json", corpusText("abalone"));
    await page.dispatchEvent("body", "drop", { dataTransfer: file });
    await expect(page.getByRole("heading", { name: /^Comparison: other\.json/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(editor.region("Inspector")).toBeVisible();
    await expect(editor.step("AbaloneMSEFail")).toHaveCount(0);
  });

  await test.step("a version of the target is chosen, and restored as an edit that can be undone", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("combobox").fill("compare with another version");
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: /^Version 1/ }).click();
    await page.getByRole("button", { name: "Restore Version 1 of Local region" }).click();
    await expect(editor.step("AbaloneMSEFail")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).first().click();
    await expect(editor.step("AbaloneMSEFail")).toHaveCount(0);
  });

  await test.step("what is deployed is listed on the start page, and opened from there", async () => {
    await page.getByRole("link", { name: /^Pipelines/ }).click();
    await page.getByRole("button", { name: "Open abalone", exact: true }).click();
    await expect(editor.step("AbaloneMSEFail")).toBeVisible();
    await expect(page.getByText(/^Changed at/)).toHaveCount(0);
  });
});
