import { createLocalRegion, type LocalRegion } from "../src/local-region";
import { localClients } from "../src/server/aws/clients";
import { type Fault, type FaultProxy, startFaultProxy } from "../src/testing/faultProxy";
import * as replies from "../src/testing/faultReplies";
import { Editor } from "./support/editor";
import { startServer } from "./support/server";
import { expect, test } from "./support/test";

const definition = JSON.stringify({
  Version: "2020-12-01",
  Metadata: {},
  Parameters: [],
  Steps: [{ Name: "A", Type: "Fail", Arguments: { ErrorMessage: "no" } }],
});

interface Line {
  readonly region: LocalRegion;
  readonly proxy: FaultProxy;
  readonly editor: Editor;
}

/** The product with AWS behind a line that misbehaves. */
const bad = test.extend<{ line: Line }>({
  line: async ({ context, complaints }, use) => {
    // A failed operation answers with a status that Chromium reports.
    complaints.expect(/the server responded with a status of (?:409|429|50\d|424)/);
    const region = createLocalRegion();
    const proxy = await startFaultProxy(region);
    const env = {
      AWS_ACCESS_KEY_ID: "testing",
      AWS_SECRET_ACCESS_KEY: "testing",
      AWS_REGION: "eu-west-1",
      AWS_ENDPOINT_URL_SAGEMAKER: proxy.endpoint,
    };
    const server = await startServer({ env });
    const page = await context.newPage();
    await page.goto(server.link);
    const editor = new Editor(page);
    await editor.open({ name: "churn.json", text: definition });
    await page.getByRole("button", { name: "Target: Local region" }).click();
    await page.getByRole("menuitem", { name: "Environment" }).click();
    await page.getByRole("menuitemcheckbox", { name: "eu-west-1", exact: true }).click();
    await use({ region, proxy, editor });
    await page.close();
    await server.stop();
    await proxy.close();
  },
});

const once = (operation: string, fault: Fault) => (arrived: { operation: string; nth: number }) =>
  arrived.operation === operation && arrived.nth === 0 ? fault : null;

async function planIt({ editor }: Line): Promise<void> {
  await editor.button("Deploy").click();
  const dialog = editor.page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /^Role ARN/ }).fill("arn:aws:iam::111122223333:role/SageMakerRole");
  await dialog.getByRole("button", { name: "Show the plan" }).click();
  await expect(dialog.getByText("Creates churn: 1 step.")).toBeVisible();
}

bad("a service that does not answer is said to after five seconds, and what it did is told", async ({ line }) => {
  const { page } = line.editor;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  line.proxy.meet("churn", async ({ operation }) => {
    if (operation === "CreatePipeline") await held;
    return null;
  });
  await planIt(line);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Confirm deploy" }).click();
  await expect(dialog.getByText(/^AWS has not answered yet\./)).toBeVisible({ timeout: 15_000 });
  release();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Created churn in Environment · eu-west-1/)).toBeVisible();
});

bad(
  "a gateway's page after the write is no refusal: it was deployed, and a start makes one execution",
  async ({ line }) => {
    const { page } = line.editor;
    line.proxy.meet("churn", once("CreatePipeline", { effect: "done", reply: replies.htmlPage(502) }));
    await planIt(line);
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Confirm deploy" }).click();
    await expect(page.getByText(/^Created churn in Environment/)).toBeVisible({ timeout: 15_000 });

    line.proxy.meet("churn", once("StartPipelineExecution", { effect: "done", reply: replies.htmlPage(504) }));
    await line.editor.button("Run").click();
    await dialog.getByRole("button", { name: "Start", exact: true }).click();
    await expect(dialog).toBeHidden({ timeout: 15_000 });
    const listed = await localClients(line.region).read.listPipelineExecutions({ PipelineName: "churn" });
    expect(listed.PipelineExecutionSummaries).toHaveLength(1);
  },
);

bad("what cannot be read back is said to be unknown, with what to do; the next plan shows it", async ({ line }) => {
  const { page } = line.editor;
  line.proxy.meet("churn", ({ operation, nth }) =>
    operation === "DescribePipeline" && nth >= 2 && nth < 4 ? { effect: "none", reply: replies.expired } : null,
  );
  await planIt(line);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Confirm deploy" }).click();
  await expect(dialog.getByText("It is not known what happened")).toBeVisible({ timeout: 15_000 });
  await expect(dialog.getByText(/The write was taken\. .*could not be read: ExpiredToken/)).toBeVisible();
  await expect(dialog.getByText(/^Sign in again .* Make the plan again/)).toBeVisible();
  line.proxy.meet("churn", () => null);
  await dialog.getByRole("button", { name: "Plan again" }).click();
  await expect(dialog.getByText(/There is nothing to change/)).toBeVisible();
});

bad("a proxy's page instead of the plan is called that", async ({ line }) => {
  line.proxy.meet("churn", () => ({ effect: "none", reply: replies.htmlPage(403) }));
  const { page } = line.editor;
  await line.editor.button("Deploy").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /^Role ARN/ }).fill("arn:aws:iam::111122223333:role/SageMakerRole");
  await dialog.getByRole("button", { name: "Show the plan" }).click();
  await expect(dialog.getByText("Something else than SageMaker answered")).toBeVisible({ timeout: 15_000 });
  await expect(dialog.getByText(/It may be a proxy/)).toBeVisible();
});
