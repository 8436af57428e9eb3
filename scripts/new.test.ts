import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "stepwire-new-"));
const read = (path: string) => readFileSync(join(copy, path), "utf8");

/** Runs the generator in a copy of the project; its words. */
function make(...args: readonly string[]): string {
  try {
    execFileSync(process.execPath, [join(copy, "scripts", "new.mjs"), ...args], { stdio: "pipe" });
    return "";
  } catch (failure) {
    return String((failure as { stderr?: unknown }).stderr);
  }
}

beforeAll(() => {
  for (const name of ["src", "scripts", "package.json", "tsconfig.base.json", "biome.json", ".gitignore"]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  // The formatter goes by what Git ignores.
  execFileSync("git", ["init", "--quiet"], { cwd: copy });
  // All of the source is copied, beside whatever else the machine does.
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }), 120_000);

describe("npm run new", () => {
  it("says what it needs", () => {
    expect(make("rule", "depends-on-moon")).toContain("one of conditions, document");
    expect(make("rule", "order/2 moons")).toContain("is no name");
    expect(make("rule", "order/cycle")).toContain("cycle.ts is there already");
    expect(make("step", "batch scoring")).toContain("is no Type of a step");
    expect(make("step", "EMRServerless")).toContain("emrServerless.ts is there already");
    expect(make("command", "steps/undo/it")).toContain("one of edges, fields");
    expect(make("house", "x")).toContain("npm run new -- ");
  });

  it("writes what the compiler takes, each with its line in the registry", { timeout: 120_000 }, () => {
    expect(make("rule", "order/depends-on-moon")).toBe("");
    expect(read("src/pipeline/problems/order/index.ts")).toContain(
      'export { dependsOnFail } from "./dependsOnFail";\nexport { dependsOnMoon } from "./dependsOnMoon";\n',
    );
    expect(make("step", "BatchScoring")).toBe("");
    expect(read("src/pipeline/steps/index.ts")).toContain("  BatchScoring: batchScoring,\n} satisfies");
    expect(make("command", "steps/lock-step")).toBe("");
    expect(read("src/editor/commands/index.ts")).toContain("  lockStep,\n];");
    const registries = ["pipeline/problems/rules.ts", "pipeline/steps/runs/index.ts", "editor/commands/index.ts"];
    expect(compile(...registries.map((path) => `src/${path}`))).toBe("");
  });
});

/** What the compiler says of these files and all that they import. */
function compile(...files: readonly string[]): string {
  const config = { extends: "./tsconfig.base.json", files };
  writeFileSync(join(copy, "tsconfig.json"), JSON.stringify(config));
  const compiler = join(copy, "node_modules", "typescript", "bin", "tsc");
  try {
    execFileSync(process.execPath, [compiler, "-p", copy], { stdio: "pipe" });
    return "";
  } catch (failure) {
    return String((failure as { stdout?: unknown }).stdout);
  }
}
