// `node scripts/tryPackage.mjs TARBALL`: installs it into an empty folder, without a network, and does with it what people do.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isMain, runScript, SetUpError, say } from "./project.mjs";

const definition = JSON.stringify({
  Version: "2020-12-01",
  Parameters: [{ Name: "Why", Type: "String", DefaultValue: "enough" }],
  Steps: [{ Name: "Stop", Type: "Fail", Arguments: { ErrorMessage: { Get: "Parameters.Why" } } }],
});
const faulty = definition.replace("Parameters.Why", "Steps.Nobody.Outcome");

const program = `
import { check, graph, parse, simulate } from "stepwire";
import { readFileSync } from "node:fs";
const text = readFileSync("good.json", "utf8");
const parsed = parse(text);
const run = await simulate(parsed.definition, { parameters: { Why: "because" } });
console.log(JSON.stringify([String(parsed.definition) === text, await check(text), graph(text).steps, run.steps[0].request,
  (await check(readFileSync("bad.json", "utf8"))).map(({ code }) => code), parse("{").ok]));
`;

/** Throws what is not as it should be. */
export async function tryPackage(tarball) {
  const folder = mkdtempSync(join(tmpdir(), "stepwire-package-"));
  try {
    const npm = (...args) =>
      execFileSync("npm", args, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
    for (const [name, text] of Object.entries({ "good.json": definition, "bad.json": faulty, "use.mjs": program }))
      writeFileSync(join(folder, name), text);
    npm("init", "--yes");
    npm("install", "--offline", "--no-audit", "--no-fund", resolve(tarball));
    const stepwire = (...args) => {
      try {
        return { code: 0, out: npm("exec", "--offline", "--", "stepwire", ...args) };
      } catch (failure) {
        return { code: failure.status, out: String(failure.stdout) };
      }
    };
    const { version } = JSON.parse(readFileSync(join(folder, "node_modules", "stepwire", "package.json"), "utf8"));
    expect("--version", stepwire("--version").out.trim() === version);
    expect("check of a sound file", stepwire("check", "good.json").code === 0);
    expect("check of a faulty file", stepwire("check", "bad.json").code === 1);
    expect("diff", stepwire("diff", "good.json", "bad.json", "--json").out.includes('"Steps.Nobody.Outcome"'));
    expect("export as a picture", stepwire("export", "good.json", "--to", "svg").out.startsWith("<svg"));
    expect(
      "export as Terraform",
      stepwire("export", "good.json", "--to", "terraform").out.includes("aws_sagemaker_pipeline"),
    );
    const used = JSON.parse(execFileSync(process.execPath, ["use.mjs"], { cwd: folder, encoding: "utf8" }));
    const codes = used[4];
    expect(
      "the library",
      JSON.stringify([used[0], used[1], used[2], used[3], used[5]]) ===
        JSON.stringify([true, [], [{ name: "Stop", type: "Fail" }], { ErrorMessage: "because" }, false]) &&
        codes.includes("reference-unknown-step"),
    );
    const env = { ...process.env, STEPWIRE_STATE: join(folder, "state") };
    await serves("open", ["open", "good.json", "--no-open", "--port", "0"], folder, env, async (address) => {
      const page = await fetch(address);
      return page.ok && (await page.text()).includes("Stepwire");
    });
    await serves("local-region", ["local-region", "--port", "0"], folder, env, async (address) => {
      const answer = await call(address, "SageMaker.ListPipelines");
      return answer.status === 200 && Array.isArray(JSON.parse(answer.text).PipelineSummaries);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a command that serves, and asks it at the address that it prints. */
async function serves(what, args, cwd, env, ask) {
  const command = join(cwd, "node_modules", "stepwire", "dist", "stepwire.js");
  const child = spawn(process.execPath, [command, ...args], { cwd, env, stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((done) => child.once("exit", done));
  try {
    const address = await new Promise((found, fail) => {
      let said = "";
      child.stdout.on("data", (part) => {
        said += part;
        const [url] = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(said) ?? [];
        if (url !== undefined && said.includes("\n")) found(url);
      });
      child.once("exit", (code) => fail(new SetUpError(`${what} ended with ${code}.`)));
    });
    expect(what, await ask(address));
  } finally {
    child.kill();
    await ended;
  }
}

/** As an AWS SDK asks: without what a browser's fetch adds. */
function call(address, target) {
  const scope = "Credential=test/20260101/eu-west-1/sagemaker/aws4_request";
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": target,
    authorization: `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=test`,
  };
  return new Promise((done, fail) => {
    const sent = request(address, { method: "POST", headers }, async (answer) => {
      let text = "";
      for await (const part of answer.setEncoding("utf8")) text += part;
      done({ status: answer.statusCode, text });
    });
    sent.once("error", fail);
    sent.end("{}");
  });
}

function expect(what, holds) {
  if (!holds) throw new SetUpError(`The package does not do what it should: ${what}.`);
  say(`${what}: ok`);
}

if (isMain(import.meta.url)) await runScript(() => tryPackage(process.argv[2] ?? ""));
