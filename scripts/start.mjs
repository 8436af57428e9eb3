// `npm start`: everything from a fresh clone to the running editor; later only what has changed.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { ensurePackages } from "./packages.mjs";
import { root, runScript } from "./project.mjs";

await runScript(async () => {
  await ensurePackages();
  await ensureBuilt();
  const program = join(root, "dist", "stepwire.js");
  // npm runs scripts in the project's folder; a FILE given is meant from where the person stands.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  // In this process: a second Node would cost time, and signals would have to be passed on.
  process.argv = [process.argv[0], program, "open", ...process.argv.slice(2)];
  if (process.env.npm_lifecycle_event === "start") endWithParent();
  await import(pathToFileURL(program).href);
});

/** npm puts a shell between itself and us, which does not pass on a signal: who ends npm would leave the server behind. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}
