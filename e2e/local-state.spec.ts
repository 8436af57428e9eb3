/** What is kept in the state folder outlives kills, damage, full hands and second servers; told on the command line and in the page. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { tries } from "../src/testing/fullTier";
import { referenceDefinition } from "./support/referenceDefinition";
import { startLocalRegion, startServer, stepwire } from "./support/server";
import { expect, test } from "./support/test";

test.use({ ownServer: true });

const definition = (text: string) =>
  JSON.stringify({
    Version: "2020-12-01",
    Steps: [
      {
        Name: "Work",
        Type: "Lambda",
        Arguments: { text },
        FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f",
      },
    ],
  });

/** Asks a local region as an SDK does. Throws where nobody answers. */
async function ask(port: number, operation: string, input: object) {
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `SageMaker.${operation}`,
      authorization: "AWS4-HMAC-SHA256 Credential=A/20261128/eu-west-1/sagemaker/aws4_request",
    },
    body: JSON.stringify(input),
  });
  return { status: response.status, body: await response.json() };
}

const RoleArn = "arn:aws:iam::111122223333:role/StepwireLocal";
const logsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".log"));

const withFolder = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its parameter.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "stepwire-state-"));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Of the server that is shipped; `src/local-region/kills.test.ts` kills the same code more often. */
const kills = tries(8, 40);

withFolder("kills while it writes cost nothing that was acknowledged", async ({ folder }) => {
  withFolder.setTimeout(180_000);
  const pipelines = ["a", "b", "c"];
  /** By pipeline, the texts of the versions that were acknowledged, and of the one that may have been written. */
  const acknowledged = new Map<string, string[]>(pipelines.map((name) => [name, []]));
  const asked = new Map<string, string>();
  let writes = 0;
  for (let round = 0; round <= kills; round++) {
    const region = await startLocalRegion(folder);
    for (const name of pipelines) {
      const expected = acknowledged.get(name) ?? [];
      const listed = await ask(region.port, "ListPipelineVersions", { PipelineName: name, MaxResults: 4 });
      const newest: { PipelineVersionId: number }[] = listed.body.PipelineVersionSummaries ?? [];
      const found = newest[0]?.PipelineVersionId ?? 0;
      const texts: string[] = [];
      for (const { PipelineVersionId } of newest.toReversed()) {
        const { body } = await ask(region.port, "DescribePipeline", { PipelineName: name, PipelineVersionId });
        texts.push(JSON.parse(body.PipelineDefinition).Steps[0].Arguments.text);
      }
      // One more is the write that was under way: done, and not acknowledged.
      const inFlight = asked.get(name);
      if (found === expected.length + 1 && inFlight !== undefined) expected.push(inFlight);
      expect([round, name, found]).toEqual([round, name, expected.length]);
      expect(texts).toEqual(expected.slice(-4));
      acknowledged.set(name, expected);
      asked.delete(name);
    }
    if (round === kills) {
      await region.stop();
      break;
    }
    // Killed in the middle of what follows the first few writes, each time a little later.
    const enough = writes + 5 + (round % 5);
    let reached = () => {};
    const underWay = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const writing = pipelines.map(async (name) => {
      for (let i = 0; ; i++) {
        const text = `${round}.${i} ${"x".repeat(20_000)}`;
        const done = acknowledged.get(name) ?? [];
        asked.set(name, text);
        const input = { PipelineName: name, RoleArn, PipelineDefinition: definition(text) };
        const operation = done.length === 0 ? "CreatePipeline" : "UpdatePipeline";
        const answer = await ask(region.port, operation, input).catch(() => null);
        if (answer === null) return;
        expect(answer.status).toBe(200);
        asked.delete(name);
        done.push(text);
        writes++;
        if (writes === enough) reached();
      }
    });
    await underWay;
    await new Promise((resolve) => setTimeout(resolve, round % 8));
    await region.kill();
    await Promise.all(writing);
  }
  expect(writes).toBeGreaterThanOrEqual(kills * 5);
});

withFolder(
  "a second local region on a folder says whose it is, and starts once the first has gone",
  async ({ folder }) => {
    const first = await startLocalRegion(folder);
    const PipelineDefinition = definition("first");
    await ask(first.port, "CreatePipeline", { PipelineName: "p", RoleArn, PipelineDefinition });
    const { code, out, err } = await stepwire(["local-region", "--port", "0", "--state", folder]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(
      new RegExp(`^stepwire: Another Stepwire \\(process ${first.pid} at port ${first.port}\\).*--state.*\\n$`),
    );
    // Killed, it leaves its claim behind, which nobody mistakes for it.
    await first.kill();
    const second = await startLocalRegion(folder);
    const { body } = await ask(second.port, "DescribePipeline", { PipelineName: "p" });
    expect(body.PipelineDefinition).toBe(PipelineDefinition);
    await second.stop();
  },
);

withFolder("of many that start at once, one has the folder", async ({ folder }) => {
  const started = await Promise.allSettled(Array.from({ length: 6 }, () => startLocalRegion(folder)));
  const running = started.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  expect(running).toHaveLength(1);
  for (const each of started)
    if (each.status === "rejected") expect(String(each.reason)).toContain("Another Stepwire (process");
  await Promise.all(running.map((each) => each.stop()));
});

withFolder("a second `stepwire open` at another port shares the server that has the folder", async ({ folder }) => {
  const server = await startServer({ state: folder });
  const file = join(folder, "churn.json");
  writeFileSync(file, definition("shared"));
  const handedOver = async (...how: string[]) => {
    const args = ["open", file, ...how, "--no-open", "--port", "0"];
    const { code, out, err } = await stepwire(args, { STEPWIRE_STATE: folder });
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Stepwire runs already. Open ${server.origin}/#/launch/[\\w-]{43}\\n$`));
    expect(err).toContain("STEPWIRE_STATE");
    const launch = out.trim().split("/").at(-1);
    const headers = { origin: server.origin, "content-type": "application/json" };
    const body = JSON.stringify({ code: launch });
    const session = await (await fetch(`${server.origin}/api/session`, { method: "POST", headers, body })).json();
    return session.opened;
  };
  expect(await handedOver()).toEqual({ folder: expect.stringMatching(/^[0-9a-f]{24}$/), path: "churn.json" });
  expect(await handedOver("--copy")).toEqual({ name: "churn.json", text: definition("shared") });
  await server.stop();
});

withFolder("`stepwire open FILE` tells another program at the port nothing", async ({ folder }) => {
  const heard: string[] = [];
  const other = createServer((request, response) => {
    heard.push(JSON.stringify(request.rawHeaders));
    request.on("data", (part) => heard.push(String(part)));
    response.setHeader("x-stepwire-proof", String(request.headers["x-stepwire-challenge"]));
    response.end(JSON.stringify({ code: "c".repeat(43), url: "http://evil.example/" }));
  });
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  writeFileSync(join(folder, `server-${port}.json`), JSON.stringify({ pid: 1, port, token: "the-old-token" }));
  const file = join(folder, "secret.json");
  writeFileSync(file, definition("the text of the file"));
  const { code, out, err } = await stepwire(["open", file, "--no-open", "--port", String(port)], {
    STEPWIRE_STATE: folder,
  });
  expect([code, out]).toEqual([2, ""]);
  expect(err).toBe(
    `stepwire: Port ${port} is in use by another program. Stop it, or choose another port with --port.\n`,
  );
  expect(heard.length).toBeGreaterThan(0);
  for (const secret of ["the-old-token", "the text of the file"]) expect(heard.join()).not.toContain(secret);
  other.close();
});

const places: readonly [string, (folder: string) => string][] = [
  ["is a file", (folder) => join(folder, "file")],
  ["lies below a file", (folder) => join(folder, "file", "below")],
];
for (const [what, place] of places) {
  withFolder(`a state folder that ${what}: one line, and it is used once it is mended`, async ({ folder }) => {
    writeFileSync(join(folder, "file"), "");
    const region = await startLocalRegion(place(folder));
    const line =
      /^stepwire: The state folder \S+ cannot be made: a file is in its place or above it\. Move that file away, or .+--state\.$/;
    await expect.poll(() => region.output().split("\n")[0]).toMatch(line);
    expect(await ask(region.port, "ListPipelines", {})).toMatchObject({ status: 507 });
    rmSync(join(folder, "file"));
    const made = { PipelineName: "p", RoleArn, PipelineDefinition: definition("mended") };
    expect(await ask(region.port, "CreatePipeline", made)).toMatchObject({ status: 200 });
    expect(region.output()).not.toContain("    at ");
    await region.stop();
  });
}

test("a damaged record is told in terminal and page, kept under a name, and what can be read of it is there", async ({
  page,
  editor,
  server,
}) => {
  await editor.open({ name: "churn.json", text: JSON.stringify(referenceDefinition) });
  const deploy = async () => {
    await editor.button("Deploy").click();
    await page.getByRole("dialog").getByRole("button", { name: "Confirm deploy" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
  };
  await deploy();
  await editor.selectStep("Train");
  await editor.setField("Instance count", "2");
  await deploy();
  const folder = join(server.state, "local-region");
  const [log = ""] = logsIn(folder);
  const whole = readFileSync(join(folder, log));

  // As it is found by the next start: cut within the second version.
  const state = mkdtempSync(join(tmpdir(), "stepwire-damaged-"));
  mkdirSync(join(state, "local-region"));
  writeFileSync(join(state, "local-region", log), whole);
  truncateSync(join(state, "local-region", log), whole.length - 100);
  const next = await startServer({ state });
  await page.goto(next.link);
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  const aside = join(state, "local-region", `${log}.damaged-1`);
  await expect(page.getByRole("alert").filter({ hasText: aside })).toContainText("versions up to 1");
  expect(next.output()).toContain(aside);
  expect(readFileSync(aside).equals(whole.subarray(0, whole.length - 100))).toBe(true);
  await page.goto("about:blank");
  await next.stop();
  rmSync(state, { recursive: true });
});

test("a folder that cannot be used is told where one deploys, and the deploy succeeds once it is mended", async ({
  page,
  editor,
  server,
  complaints,
}) => {
  complaints.expect(/status of 507/);
  const text = JSON.stringify(referenceDefinition);
  await editor.open({ name: "churn.json", text });
  const dialog = page.getByRole("dialog");
  const confirm = dialog.getByRole("button", { name: "Confirm deploy" });
  const folder = join(server.state, "local-region");
  const spoilt = async () => {
    await expect(dialog.getByText("The local region cannot keep its state")).toBeVisible();
    await expect(dialog.getByText(/Move that file away, or choose another folder with STEPWIRE_STATE/)).toBeVisible();
  };

  await test.step("before anything was read", async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "a file");
    await editor.button("Deploy").click();
    await spoilt();
    rmSync(folder);
    await dialog.getByRole("button", { name: "Plan again" }).click();
    await confirm.click();
    await expect(page.getByText(/^Created churn in Local region/)).toBeVisible();
  });

  await test.step("at the moment of writing: nothing is said to be done that is not", async () => {
    await editor.selectStep("Train");
    await editor.setField("Instance count", "2");
    await editor.button("Deploy").click();
    await expect(confirm).toBeVisible();
    renameSync(folder, `${folder}.kept`);
    writeFileSync(folder, "a file");
    await confirm.click();
    await spoilt();
    await expect(page.getByText(/^Updated churn/)).toBeHidden();
    rmSync(folder);
    renameSync(`${folder}.kept`, folder);
    await dialog.getByRole("button", { name: "Plan again" }).click();
    await expect(dialog.getByText("Updates churn: 1 step changed.")).toBeVisible();
    await confirm.click();
    await expect(page.getByText(/^Updated churn in Local region/)).toBeVisible();
  });
});
