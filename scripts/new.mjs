// `npm run new -- step|rule|command NAME`: writes the skeleton of one with its line in the registry; the sweep then says in words what
// it still lacks.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { planCommand } from "./new/command.mjs";
import { planRule } from "./new/rule.mjs";
import { planStep } from "./new/step.mjs";
import { root, run, runScript, SetUpError, say } from "./project.mjs";

const kinds = new Map([
  ["step", planStep],
  ["rule", planRule],
  ["command", planCommand],
]);

await runScript(async () => {
  const [kind, name] = process.argv.slice(2);
  const plan = kinds.get(kind);
  if (plan === undefined || name === undefined) {
    throw new SetUpError("npm run new -- step NAME, rule FOLDER/NAME or command FOLDER/NAME: how is it called?");
  }
  const { files, lines, next } = plan(name, root);
  for (const { path } of files) {
    if (existsSync(join(root, path))) throw new SetUpError(`${path} is there already.`);
  }
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const { path, add } of lines) writeFileSync(join(root, path), add(readFileSync(join(root, path), "utf8")));
  const touched = [...files, ...lines].map(({ path }) => path);
  await format(touched);
  say(`wrote ${touched.join(", ")}`);
  say(`next: ${next}`);
  return 0;
});

/** Lines stand where the project's formatter wants them; without packages they stay where they were put. */
async function format(paths) {
  const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  if (existsSync(biome)) await run(process.execPath, [biome, "check", "--write", "--log-level=error", ...paths]);
}
