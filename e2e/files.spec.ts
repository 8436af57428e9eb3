/** `stepwire open FOLDER`: the files themselves are edited, and nothing that someone else writes there is lost. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { noteFaults, tries } from "../src/testing/fullTier";
import { startServer } from "./support/server";
import { test as base, expect } from "./support/test";

/** As a person wrote it: four spaces, a short step on one line, a number's own text. */
const churn = `{
    "Version": "2020-12-01",
    "Rate": 2.0,
    "Steps": [
        {"Name": "Prepare", "Type": "Lambda", "FunctionArn": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Arguments": {"bucket": "b"}},
        {
            "Name": "Stop",
            "Type": "Fail",
            "Arguments": {
                "ErrorMessage": "no data"
            }
        }
    ]
}
`;

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its parameter.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "stepwire-folder-"));
    mkdirSync(join(folder, "team"));
    writeFileSync(join(folder, "churn.json"), churn);
    writeFileSync(
      join(folder, "team", "broken.json"),
      '{"Version":"2020-12-01","Steps":[{"Name":"A","Type":"Lambda","Arguments":{}}]}',
    );
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  server: async ({ folder }, use) => {
    const server = await startServer({ file: folder });
    await use(server);
    await server.stop();
  },
});

const text = (folder: string, path = "churn.json") => readFileSync(join(folder, path), "utf8");

test("a pipeline of a folder is edited on its own file, in the file's own style", async ({ page, editor, folder }) => {
  await expect(page.getByRole("heading", { name: /^Pipelines in stepwire-folder-/ })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(
    page.getByRole("listitem").filter({ hasText: "broken.json" }).getByRole("img", { name: "Error" }),
  ).toBeVisible();
  await page.getByRole("searchbox", { name: "Find a file" }).fill("chu");
  await expect(page.getByRole("link", { name: "broken.json" })).toHaveCount(0);
  await page.getByRole("link", { name: "churn.json" }).click();
  await expect(page).toHaveURL(/#\/f\/churn\.json$/);
  await expect(page.getByText("churn.json: saved")).toBeVisible();

  await editor.renameStep("Stop", "Halt");
  await expect(page.getByText("churn.json: not saved")).toBeVisible();
  expect(text(folder)).toBe(churn);
  await page.reload();
  await expect(
    page.getByRole("list", { name: "Notices" }).getByText(/^Edits of churn\.json that were not saved are here again/),
  ).toBeVisible();
  await expect(editor.step("Halt")).toBeVisible();
  await page.getByRole("link", { name: /^Pipelines/ }).click();
  await expect(
    page.getByRole("listitem").filter({ hasText: "churn.json" }).getByRole("img", { name: "Not saved" }),
  ).toBeVisible();
  await page.getByRole("link", { name: "churn.json" }).click();
  await expect(editor.step("Halt")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.getByText("churn.json: saved")).toBeVisible();
  expect(text(folder)).toBe(churn.replace("Stop", "Halt"));
  // Where the steps were put by themselves is nobody's edit; where a person moves one is, and lies beside the definition.
  expect(readdirSync(folder).sort()).toEqual(["churn.json", "team"]);
  await page.getByRole("button", { name: "How churn.json is saved" }).click();
  await page.getByRole("menuitemradio", { name: "Save automatically" }).click();
  await editor.moveStep("Halt", { x: 40, y: 60 });
  await expect.poll(() => readdirSync(folder).sort()).toEqual(["churn.json", "churn.stepwire.json", "team"]);
  await expect(page.getByText("churn.json: saved")).toBeVisible();
  expect(text(folder)).toBe(churn.replace("Stop", "Halt"));
  expect(JSON.parse(text(folder, "churn.stepwire.json")).layout).toHaveProperty("Halt");
});

test("what others do to the file is merged, asked about or said, and never overwritten", async ({
  page,
  editor,
  folder,
  context,
}) => {
  const file = join(folder, "churn.json");
  const notices = page.getByRole("list", { name: "Notices" });
  await page.getByRole("link", { name: "churn.json" }).click();
  await expect(editor.step("Stop")).toBeVisible();
  // Without edits here the file's changes simply show.
  writeFileSync(file, churn.replace("Prepare", "Fetch"));
  await expect(editor.step("Fetch")).toBeVisible();
  // With edits elsewhere both stay.
  await editor.renameStep("Stop", "Halt");
  writeFileSync(file, churn.replace("Prepare", "Fetch").replace('"no data"', '"nothing to read"'));
  await expect(notices.getByText(/was changed outside: Halt changed\. Your own edits are still here/)).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.getByText("churn.json: saved")).toBeVisible();
  expect(text(folder)).toBe(
    churn.replace("Prepare", "Fetch").replace("no data", "nothing to read").replace("Stop", "Halt"),
  );
  // In the same place: both values, to choose.
  await editor.selectStep("Halt");
  await editor.setField("Error message", "mine");
  writeFileSync(file, text(folder).replace("nothing to read", "theirs"));
  await expect(page.getByRole("alert").filter({ hasText: "in one place that you changed too" })).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(notices.getByText(/Choose what stays, then save/)).toBeVisible();
  expect(text(folder)).toContain("theirs");
  await page.getByRole("button", { name: "Choose what stays" }).click();
  const sheet = page.getByRole("dialog", { name: "What stays in churn.json" });
  await expect(sheet.getByText('"theirs"')).toBeVisible();
  await sheet.getByRole("radio", { name: /^Yours/ }).check();
  await sheet.getByRole("button", { name: "Merge" }).click();
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press("Control+s");
  await expect(page.getByText("churn.json: saved")).toBeVisible();
  expect(text(folder)).toContain('"mine');

  // A second window shows what the first does, and edits only when it is asked to.
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByText("Read only")).toBeVisible();
  await second.close();
  // Read-only, renamed, deleted.
  chmodSync(file, 0o444);
  await expect(page.getByText("churn.json: saved, read-only")).toBeVisible();
  chmodSync(file, 0o644);
  renameSync(file, join(folder, "team", "kept.json"));
  await page.getByRole("button", { name: "Go on in team/kept.json" }).click();
  await expect(page.getByText("kept.json: saved")).toBeVisible();
  await expect(page).toHaveURL(/#\/f\/team\/kept\.json/);
  rmSync(join(folder, "team", "kept.json"));
  await page.getByRole("button", { name: "Write it again" }).click();
  await expect(page.getByText("kept.json: saved")).toBeVisible();
  expect(text(folder, "team/kept.json")).toContain('"mine');
});

test("kills while it saves leave the old file or the new one, whole, and nothing beside it", async ({
  folder,
  server,
}) => {
  // So large that a write takes a while.
  const content = (round: number) =>
    `{"Version":"2020-12-01","Round":${round},"Text":"${"x".repeat(400_000)}","Steps":[]}\n`;
  const kills = tries(4, 150);
  let last = churn;
  for (let kill = 0; kill < kills; kill++) {
    const killed = await startServer({ file: folder });
    const headers = { origin: killed.origin, "content-type": "application/json" };
    const ask = async (name: string, body: object, token = "") => {
      const more = { "x-stepwire-token": token };
      const response = await fetch(`${killed.origin}/api/${name}`, {
        method: "POST",
        headers: { ...headers, ...more },
        body: JSON.stringify(body),
      });
      return response.json();
    };
    const { token, opened } = await ask("session", { code: killed.link.split("/").at(-1) });
    const { folder: id } = opened;
    const { revision } = await ask("readFile", { folder: id, path: "churn.json", known: null }, token);
    const request = { folder: id, path: "churn.json", text: content(kill), expected: revision, beside: null };
    const written = ask("writeFile", request, token).catch(() => null);
    // From before it has arrived until after it is done.
    if (kill === kills - 1) await written;
    else await new Promise((resolve) => setTimeout(resolve, (kill % 8) * 2));
    await killed.kill();
    await written;
    const now = text(folder);
    // A write that was not acknowledged may be there or not; no older one than that of the round before can be.
    expect([last, content(kill)]).toContain(now);
    last = now;
    await killed.stop();
  }
  expect(text(folder)).toBe(content(kills - 1));
  noteFaults("files broken by a server killed while it saves them", 0, kills);
  // The next server takes away what a killed one left.
  const { link, origin } = server;
  const headers = { origin, "content-type": "application/json" };
  const session = await fetch(`${origin}/api/session`, {
    method: "POST",
    headers,
    body: JSON.stringify({ code: link.split("/").at(-1) }),
  });
  const { token } = await session.json();
  await fetch(`${origin}/api/listFiles`, {
    method: "POST",
    headers: { ...headers, "x-stepwire-token": token },
    body: '{"folder":null}',
  });
  expect(readdirSync(folder).sort()).toEqual(["churn.json", "team"]);
});
