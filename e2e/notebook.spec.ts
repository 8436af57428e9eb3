/** What an output of a notebook shows where there is no Node beside the notebook: its own script does the work, in its own frame. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FrameLocator } from "@playwright/test";
import { referenceDefinition } from "./support/referenceDefinition";
import { test as base, expect } from "./support/test";

const root = fileURLToPath(new URL("..", import.meta.url));
const text = JSON.stringify(referenceDefinition);

const test = base.extend<{
  output: (given: object) => Promise<FrameLocator>;
}>({
  /** No page of ours around it. */
  page: async ({ context }, use) => use(await context.newPage()),
  /** The frame as `python/stepwire/_frame.py` writes it. */
  output: async ({ page }, use) => {
    execFileSync(process.execPath, [`${root}scripts/notebook.mjs`], { cwd: root });
    const template = readFileSync(`${root}.cache/notebook/frame.html`, "utf8");
    await use(async (given) => {
      const source = template.replace("@given@", () => JSON.stringify(given).replaceAll("<", "\\u003c"));
      await page.setContent("<iframe sandbox='allow-scripts' style='width: 1000px; height: 600px'></iframe>");
      await page.locator("iframe").evaluate((frame: HTMLIFrameElement, source) => {
        frame.srcdoc = source;
      }, source);
      return page.frameLocator("iframe");
    });
  },
});

test("the picture is drawn, the problems and the differences are told, and nothing is asked of anybody", async ({
  page,
  output,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));

  const picture = (await output({ kind: "show", name: "churn", text })).frameLocator("iframe");
  await picture.getByRole("option", { name: /Train/ }).click();
  await expect(picture.getByRole("complementary").getByRole("heading", { name: "Train" })).toBeVisible();
  await expect(picture.getByText("Steps.Preprocess.OutputParameters['train_path']").first()).toBeVisible();

  const wrong = text.replaceAll("Steps.Preprocess", "Steps.Nobody");
  const problems = await output({ kind: "check", name: "<b>churn</b>", text: wrong });
  await expect(problems.getByRole("heading", { name: /^<b>churn<\/b>: \d+ problems?$/ })).toBeVisible();
  await expect(problems.getByRole("row").filter({ hasText: "error" }).first()).toContainText("Nobody");

  const changed = text.replace("ml.m5.xlarge", "ml.m5.2xlarge");
  const differences = await output({ kind: "diff", name: "churn", before: text, after: changed });
  await expect(differences.getByRole("row").filter({ hasText: "ml.m5.2xlarge" }).first()).toBeVisible();

  const refused = await output({ kind: "show", name: "churn", text: "{" });
  await expect(refused.getByRole("alert")).toContainText("This is no pipeline definition. Line 1");
  expect(asked.filter((url) => !url.startsWith("about:"))).toEqual([]);
});
