import { createLocalRegion } from "../src/local-region";
import { localClients } from "../src/server/aws/clients";
import { createFakeAws } from "../src/testing/fakeAws";
import { startFaultProxy } from "../src/testing/faultProxy";
import { Editor } from "./support/editor";
import { startServer } from "./support/server";
import { expect, test } from "./support/test";

import axe, { type AxeResults } from "axe-core";
import type { Page } from "@playwright/test";
async function shots(page: Page, name: string) {
  await page.evaluate(axe.source).catch(() => {});
  const { violations } = await page.evaluate<AxeResults>("axe.run(document.querySelector('[role=dialog]'))");
  console.log(name, JSON.stringify(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])));
  for (const scheme of ["light", "dark"] as const) for (const width of [1440, 1024, 720]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForTimeout(250);
    await page.screenshot({ path: `/tmp/shots-promote/${name}-${scheme}-${width}.png` });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
}
const account = "444455556666";
const roleArn = `arn:aws:iam::${account}:role/SageMakerRole`;
const lambda = (Name: string, bucket: string) => ({
  ...{ Name, Type: "Lambda", FunctionArn: `arn:aws:lambda:eu-west-1:${account}:function:tell` },
  Arguments: { from: `s3://${bucket}/in` },
});
const definitionOf = (...Steps: object[]) =>
  JSON.stringify({ Version: "2020-12-01", Metadata: {}, Parameters: [], Steps });

/** Two regions of one account, each with a SageMaker of its own. */
const inAws = test.extend<{ aws: { readonly region: ReturnType<typeof createLocalRegion>; readonly editor: Editor } }>({
  aws: async ({ context }, use) => {
    const region = createLocalRegion();
    const caller = { Account: account, Arn: `arn:aws:iam::${account}:user/someone`, UserId: "AIDA" };
    const line = await startFaultProxy(createFakeAws({ "sts.GetCallerIdentity": () => caller }, region), () => ({
      operation: "",
      pipeline: "",
    }));
    const keys = { AWS_ACCESS_KEY_ID: "testing", AWS_SECRET_ACCESS_KEY: "testing", AWS_REGION: "eu-west-1" };
    const server = await startServer({ env: { ...keys, AWS_ENDPOINT_URL: line.endpoint } });
    const page = await context.newPage();
    await page.goto(server.link);
    await use({ region, editor: new Editor(page) });
    await page.close();
    await server.stop();
    await line.close();
  },
});

inAws(
  "what others changed is told before it is undone, an alias goes to the new version, and another region gets the same under its names",
  async ({ aws: { region, editor } }) => {
    const { page } = editor;
    const dialog = page.getByRole("dialog");
    const { write } = localClients(region);
    const theirs = definitionOf(lambda("Tell", `data-eu-west-1`), lambda("Theirs", "data-eu-west-1"));

    await inAws.step("a plan of three sides: what someone else added since, and this deploy would undo", async () => {
      await editor.open({ name: "churn.json", text: definitionOf(lambda("Tell", "data-eu-west-1")) });
      await page.getByRole("button", { name: "Target: Local region" }).click();
      await page.getByRole("menuitem", { name: "Environment" }).click();
      await page.getByRole("menuitemcheckbox", { name: "eu-west-1", exact: true }).click();
      await editor.button("Deploy").click();
      await dialog.getByRole("textbox", { name: /^Role ARN/ }).fill(roleArn);
      await page.keyboard.press("Enter");
      await dialog.getByRole("button", { name: "Confirm deploy" }).click();
      await expect(dialog).toBeHidden();
      await write.updatePipeline({ PipelineName: "churn", PipelineDefinition: theirs });
      await editor.selectStep("Tell");
      await editor.addByClick("Fail");
      await editor.button("Deploy").click();
      await expect(dialog.getByText("Someone changed churn there since you deployed it from here")).toBeVisible();
      await dialog.getByRole("button", { name: "Keep their changes, and plan again" }).click();
      await expect(dialog.getByText("Updates churn: 1 step added.")).toBeVisible();
      await dialog.getByRole("button", { name: "Confirm deploy" }).click();
      await expect(dialog).toBeHidden();
      await expect(editor.step("Theirs")).toBeVisible();
    });

    await inAws.step("the alias prod names the new version", async () => {
      await page.keyboard.press("ControlOrMeta+k");
      await page.getByRole("combobox").fill("move the aliases");
      await page.keyboard.press("Enter");
      await dialog.getByRole("textbox", { name: "New alias" }).fill("prod");
      await dialog.getByRole("button", { name: "Version of the new alias" }).click();
      await page.getByRole("option", { name: /^Version 3/ }).click();
      await expect(dialog.getByRole("button", { name: "Take prod away" })).toBeVisible();
      await dialog.getByRole("button", { name: "Close" }).click();
      const { PipelineVersionSummaries } = await localClients(region).read.listPipelineVersions({
        PipelineName: "churn",
      });
      expect(PipelineVersionSummaries?.[0]).toMatchObject({ PipelineVersionId: 3 });
    });

    await inAws.step("the same goes to another region: names are mapped there, the document stays", async () => {
      await page.getByRole("button", { name: /^Target:/ }).click();
      await page.getByRole("menuitem", { name: "Promote to another target" }).click();
      await shots(page, "target"); await dialog.getByRole("button", { name: /^To/ }).click();
      await page.getByRole("option", { name: "Environment · us-east-1" }).click();
      const bucket = dialog.getByRole("textbox", { name: "data-eu-west-1 in Environment · us-east-1" });
      await expect(bucket).toHaveValue("data-us-east-1");
      await shots(page, "map");
      await bucket.fill("data-eu-west-1");
      await expect(dialog.getByText("data-eu-west-1 still names the region eu-west-1 (Tell, Theirs).")).toBeVisible();
      await shots(page, "left"); await bucket.fill("churn-there");
      await dialog.getByRole("button", { name: "Show the plan" }).click();
      await expect(dialog.getByRole("textbox", { name: /^Role ARN/ })).toHaveValue(roleArn);
      await page.keyboard.press("Enter");
      await expect(dialog.getByText("Creates churn: 3 steps")).toBeVisible(); await shots(page, "plan");
      await dialog.getByRole("button", { name: "Confirm deploy" }).click();
      await expect(dialog).toBeHidden();
      await expect(
        page.getByText(/^Created churn in Environment · us-east-1: arn:aws:sagemaker:us-east-1/),
      ).toBeVisible();
      expect(await editor.exportJson()).toContain("data-eu-west-1");
    });
  },
);
