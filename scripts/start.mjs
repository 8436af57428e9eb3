// `npm start`: everything from a fresh clone to the running editor; later only what has changed.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { ensurePackages } from "./packages.mjs";
import { endWithNpm, root, runScript } from "./project.mjs";

await runScript(async () => {
  await ensurePackages();
  await ensureBuilt();
  const program = join(root, "dist", "stepwire.js");
  // npm runs scripts in the project's folder; a FILE given is meant from where the person stands.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  // In this process: a second Node would cost time, and signals would have to be passed on.
  process.argv = [process.argv[0], program, "open", ...process.argv.slice(2)];
  endWithNpm();
  await import(pathToFileURL(program).href);
});
