// `npm run hooks`: git then runs `npm run check -- --staged` before each commit of this clone. `git config --unset core.hooksPath` ends it.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { root, runScript, SetUpError, say } from "./project.mjs";

const ours = ".githooks";

await runScript(async () => {
  const own = hooksOfTheirOwn();
  if (own !== null) throw new SetUpError(`There are hooks in ${own}, which stay. Call ${ours}/pre-commit from there.`);
  git("config", "core.hooksPath", ours);
  say("what is staged is checked before each commit from now on");
});

/** The folder of the hooks that the person has set up, null where there are none but git's samples. */
function hooksOfTheirOwn() {
  const folder = git("rev-parse", "--git-path", "hooks");
  if (folder === ours) return null;
  const path = resolve(root, folder);
  if (path !== resolve(root, git("rev-parse", "--git-common-dir"), "hooks")) return folder;
  return existsSync(path) && readdirSync(path).some((name) => !name.endsWith(".sample")) ? folder : null;
}

function git(...args) {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
}
