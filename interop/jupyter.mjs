// `interop/run --jupyter`: JupyterLab with jupyter-server-proxy in Chromium, as a person meets it: the tile opens the editor, which edits and
// deploys; pipelines of both SDKs are shown in notebooks without credentials. Pictures go to interop/pictures.
//   node interop/jupyter.mjs JUPYTER SDK2 SDK3: the bin folders of three environments with the wheel installed
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright";
import { ensureChromium } from "../scripts/chromium.mjs";

const [jupyter, ...sdks] = process.argv.slice(2);
const here = import.meta.dirname;
const pictures = join(here, "pictures");
const folder = mkdtempSync(join(tmpdir(), "stepwire-jupyter-"));
const below = "/user/ann/";
const token = "a-token-for-this-test-alone";
let passed = 0;
let failed = 0;

async function check(name, work) {
  const began = performance.now();
  try {
    await work();
    passed++;
    console.log(`  passed  ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } catch (thrown) {
    failed++;
    await Promise.all(context.pages().map((page, at) => picture(page, `failed-${failed}-${at}`).catch(() => {})));
    console.log(`  FAILED  ${name}\n${thrown.stack ?? thrown}`);
  }
}

const freePort = () =>
  new Promise((done) => {
    const listener = createServer().listen(0, "127.0.0.1", () => {
      const { port } = listener.address();
      listener.close(() => done(port));
    });
  });

/** Nothing of AWS but a region. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_")));
Object.assign(env, {
  AWS_DEFAULT_REGION: "eu-west-1",
  AWS_EC2_METADATA_DISABLED: "true",
  STEPWIRE_STATE: join(folder, ".state"),
  JUPYTER_DATA_DIR: join(folder, ".jupyter"),
  JUPYTER_CONFIG_DIR: join(folder, ".jupyter", "config"),
  IPYTHONDIR: join(folder, ".ipython"),
});

/** A kernel for each environment, and one without Node. */
function makeKernel(name, bin, more = {}) {
  const at = join(folder, ".jupyter", "kernels", name);
  mkdirSync(at, { recursive: true });
  const argv = [join(bin, "python"), "-m", "ipykernel_launcher", "-f", "{connection_file}"];
  writeFileSync(join(at, "kernel.json"), JSON.stringify({ argv, display_name: name, language: "python", env: more }));
}

function makeNotebook(name, kernel, cells) {
  const notebook = {
    cells: cells.map((source, at) => ({
      cell_type: "code",
      id: `cell-${at}`,
      metadata: {},
      outputs: [],
      execution_count: null,
      source,
    })),
    metadata: { kernelspec: { name: kernel, display_name: kernel, language: "python" } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  writeFileSync(join(folder, `${name}.ipynb`), JSON.stringify(notebook));
}

async function startJupyter(more = {}) {
  const port = await freePort();
  const args = ["lab", "--no-browser", `--port=${port}`, "--allow-root", "--ServerApp.port_retries=0"];
  args.push(
    `--ServerApp.base_url=${below}`,
    `--IdentityProvider.token=${token}`,
    "--LabApp.news_url=None",
    "--ServerApp.ip=127.0.0.1",
  );
  const child = spawn(join(jupyter, "jupyter"), args, {
    cwd: folder,
    env: { ...env, PATH: `${jupyter}:${env.PATH}`, ...more },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const origin = `http://127.0.0.1:${port}`;
  const until = Date.now() + 120_000;
  for (;;) {
    if (
      await fetch(`${origin}${below}api`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    if (child.exitCode !== null || Date.now() > until) throw new Error(`Jupyter did not start:\n${said}`);
    await new Promise((done) => setTimeout(done, 200));
  }
  const stop = async () => {
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    await gone;
  };
  return { origin, stop, said: () => said };
}

const picture = (page, name) => page.screenshot({ path: join(pictures, `${name}.png`) });

const definition = readFileSync(join(here, "..", "e2e", "expected", "reference-scenario.json"), "utf8");
const making = [
  "import stepwire, pipelines, pathlib",
  "pathlib.Path('prepare.py').write_text('print(1)')",
  "with stepwire.offline():\n    pipeline = pipelines.make_pipeline('prepare.py')",
];
const looking = [
  "stepwire.show(pipeline)",
  "stepwire.check(pipeline)",
  "stepwire.diff(pipeline, {'Version': '2020-12-01', 'Steps': []})",
];

mkdirSync(pictures, { recursive: true });
writeFileSync(join(folder, "churn.json"), definition);
writeFileSync(join(folder, "pipelines.py"), readFileSync(join(here, "..", "python", "tests", "pipelines.py")));
for (const [at, bin] of sdks.entries()) {
  makeKernel(`sdk${at + 2}`, resolve(bin));
  makeNotebook(`sdk${at + 2}`, `sdk${at + 2}`, [[...making, looking[0]].join("\n"), looking[1], looking[2]]);
}
makeKernel("nonode", resolve(jupyter), { STEPWIRE_NODE: "/nowhere/node" });
const wrong = `wrong = ${JSON.stringify(definition.replaceAll("Steps.Preprocess", "Steps.Nobody"))}`;
makeNotebook("nonode", "nonode", [
  `import stepwire\nstepwire.show('churn.json')`,
  `${wrong}\nstepwire.check(wrong)`,
  "stepwire.diff('churn.json', wrong)",
]);

const browser = await chromium.launch({ executablePath: await ensureChromium() });
const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
const jupyterLab = await startJupyter();
const lab = `${jupyterLab.origin}${below}lab`;
const tile = (page) => page.locator(".jp-LauncherCard", { hasText: "Stepwire" });

/** The frame may have the focus, and would keep the keys. */
async function save(page) {
  await page.locator(".jp-Notebook .jp-InputArea-editor").first().click();
  await page.keyboard.press("Control+s");
}

/** Runs all cells of a notebook in JupyterLab, and saves it. */
async function runAll(name) {
  const page = await context.newPage();
  await page.goto(`${lab}/tree/${name}.ipynb?reset&token=${token}`);
  await page.locator(".jp-Notebook .jp-Cell").first().waitFor();
  // Before that JupyterLab asks which kernel is meant.
  await page.getByText(`${name} | Idle`).waitFor({ timeout: 60_000 });
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.getByRole("menuitem", { name: "Run All Cells", exact: true }).click();
  return page;
}

try {
  const page = await context.newPage();
  let editor;
  await check("the tile opens the editor in a tab of its own, on Jupyter's files", async () => {
    await page.goto(`${lab}?reset&token=${token}`);
    await tile(page).waitFor({ timeout: 60_000 });
    await picture(page, "launcher");
    const [opened] = await Promise.all([context.waitForEvent("page"), tile(page).click()]);
    editor = opened;
    await editor.getByRole("link", { name: "churn.json" }).click({ timeout: 60_000 });
    await editor.getByRole("region", { name: "Canvas" }).getByRole("group", { name: "Train", exact: true }).waitFor();
    assert.match(editor.url(), /\/user\/ann\/stepwire\/#\/f\/churn\.json$/);
  });

  await check("it edits, saves to the file, and deploys to the local region", async () => {
    await editor.getByRole("region", { name: "Palette" }).getByRole("button", { name: "Fail", exact: true }).click();
    await editor.getByText("churn.json: not saved").waitFor();
    await editor.keyboard.press("Control+s");
    await editor.getByText("churn.json: saved").waitFor();
    assert.match(readFileSync(join(folder, "churn.json"), "utf8"), /"Fail"/);
    await editor.keyboard.press("Control+z");
    await editor.getByRole("button", { name: "Deploy", exact: true }).click();
    await editor.getByRole("dialog").getByRole("button", { name: "Confirm deploy" }).click();
    await editor.getByText(/^Created churn in Local region/).waitFor();
    await picture(editor, "editor");
  });

  await check("another page gets no session through Jupyter, and nobody does past it", async () => {
    const send = (origin) =>
      context.request.post(`${jupyterLab.origin}${below}stepwire/api/session`, {
        headers: { origin, "content-type": "application/json" },
        data: "{}",
      });
    assert.equal((await send(jupyterLab.origin)).status(), 200);
    assert.equal((await send("http://127.0.0.1:1")).status(), 403);
    assert.equal((await send(`http://localhost:${new URL(jupyterLab.origin).port}`)).status(), 403);
    const stranger = await browser.newContext();
    const answer = await stranger.request.get(`${jupyterLab.origin}${below}stepwire/`, { maxRedirects: 0 });
    assert.ok(answer.status() === 302 || answer.status() === 403, `status ${answer.status()}`);
    await stranger.close();
  });

  for (const [at] of sdks.entries()) {
    const name = `sdk${at + 2}`;
    await check(`a pipeline of the SageMaker SDK ${at + 2} is shown, checked and compared in JupyterLab`, async () => {
      const page = await runAll(name);
      const frame = page.frameLocator(".jp-OutputArea iframe").first();
      await frame.getByRole("navigation").getByRole("button", { name: /Train/ }).click({ timeout: 180_000 });
      await frame.getByRole("complementary").getByRole("heading", { name: "Train" }).waitFor();
      await page
        .getByText(/^Not done, to write this definition/)
        .first()
        .waitFor();
      await page.locator(".jp-RenderedMarkdown").getByText("Prepare").first().waitFor({ timeout: 60_000 });
      await page.locator(".jp-OutputArea iframe").first().scrollIntoViewIfNeeded();
      await picture(page, `${name}-show`);
      await page.locator(".jp-RenderedMarkdown").last().scrollIntoViewIfNeeded();
      await picture(page, `${name}-diff`);
      await save(page);
    });
  }

  await check("without Node the outputs work it out themselves, in JupyterLab", async () => {
    const page = await runAll("nonode");
    const frames = page.locator(".jp-OutputArea iframe");
    await frames.nth(2).waitFor({ timeout: 60_000 });
    const shown = page.frameLocator(".jp-OutputArea iframe >> nth=0").frameLocator("iframe");
    await shown.getByRole("navigation").getByRole("button", { name: /Train/ }).click();
    await frames.nth(0).scrollIntoViewIfNeeded();
    await picture(page, "without-node-show");
    await frames.nth(1).scrollIntoViewIfNeeded();
    await page
      .frameLocator(".jp-OutputArea iframe >> nth=1")
      .getByRole("row")
      .filter({ hasText: "error" })
      .first()
      .waitFor();
    await frames.nth(2).scrollIntoViewIfNeeded();
    await page
      .frameLocator(".jp-OutputArea iframe >> nth=2")
      .getByRole("row")
      .filter({ hasText: "Nobody" })
      .first()
      .waitFor();
    await picture(page, "without-node-tables");
    await save(page);
  });

  await check("saved outputs show in Notebook 7, and in the page of nbconvert, as nbviewer makes it", async () => {
    const saved = () => readFileSync(join(folder, "sdk2.ipynb"), "utf8").includes("srcdoc");
    for (let tries = 0; !saved() && tries < 100; tries++) await new Promise((done) => setTimeout(done, 100));
    const page = await context.newPage();
    await page.goto(`${jupyterLab.origin}${below}notebooks/sdk2.ipynb?token=${token}`);
    const frame = page.frameLocator(".jp-OutputArea iframe").first();
    await frame.getByRole("navigation").getByRole("button", { name: /Train/ }).click({ timeout: 60_000 });
    await picture(page, "notebook-7");
    execFileSync(join(jupyter, "jupyter"), ["nbconvert", "--to", "html", "sdk2.ipynb"], {
      cwd: folder,
      env,
      stdio: "ignore",
    });
    const alone = await context.newPage();
    await alone.goto(pathToFileURL(join(folder, "sdk2.html")).href);
    await alone.frameLocator("iframe").first().getByRole("navigation").getByRole("button", { name: /Train/ }).click();
    await alone.close();
  });
} finally {
  await jupyterLab.stop();
}

const without = await startJupyter({ STEPWIRE_NODE: "/nowhere/node" });
try {
  await check("the tile says that Node is missing", async () => {
    const page = await context.newPage();
    await page.goto(`${without.origin}${below}lab?reset&token=${token}`);
    await tile(page).waitFor({ timeout: 60_000 });
    const [opened] = await Promise.all([context.waitForEvent("page"), tile(page).click()]);
    await opened.getByText(/Install Node 20\.19 or newer/).waitFor({ timeout: 60_000 });
    await picture(opened, "without-node-tile");
  });
} finally {
  await without.stop();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
