// What was measured, with the commit and the machine: in docs/figures.json, and from there in the README's table.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { root } from "../project.mjs";
import { withFigures } from "./table.mjs";

const record = join(root, "docs", "figures.json");
const readme = join(root, "README.md");

export function keep(name, result) {
  const all = recorded();
  const commit = execFileSync("git", ["rev-parse", "--short=10", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const changed = execFileSync("git", ["status", "--porcelain", "--untracked-files=no"], {
    cwd: root,
    encoding: "utf8",
  });
  const own = changed.split("\n").filter((line) => line !== "" && !/docs\/figures\.json|README\.md/.test(line));
  const [{ model = "unknown processor" } = {}] = cpus();
  const machine = `${availableParallelism()} cores (${model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const when = new Date().toISOString().slice(0, 10);
  all[name] = { ...result, commit: own.length > 0 ? `${commit} with changes` : commit, when, machine };
  writeFileSync(record, `${JSON.stringify(all, null, 2)}\n`);
  writeTable();
}

export function writeTable() {
  writeFileSync(readme, withFigures(readFileSync(readme, "utf8"), recorded()));
}

function recorded() {
  return existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : {};
}
