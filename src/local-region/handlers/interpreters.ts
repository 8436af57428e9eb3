/** The user's own `python3` and `node`. */
import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import type { Language } from "../../handler/code/code";
import { nodeBootstrap, pythonBootstrap } from "./bootstraps";
import type { Program } from "./isolation";

const asked =
  "import json, os, sys; print(json.dumps([os.path.realpath(sys.executable), sys.prefix, sys.base_prefix]))";

let python: Program | null = null;

/** What runs code of a language; null where this computer has nothing that does. */
export function interpreterOf(language: Language, memoryBytes: number): Program | null {
  return language === "python" ? findPython() : nodeWith(memoryBytes);
}

/** Asked for once: `python3` may be a script that chooses one, and the one that it chooses is what is run. */
function findPython(): Program | null {
  if (python !== null) return python;
  const { status, stdout } = spawnSync("python3", ["-I", "-c", asked], { encoding: "utf8", timeout: 20_000 });
  if (status !== 0) return null;
  const [file = "", ...prefixes]: string[] = JSON.parse(stdout);
  const needs = [dirname(file), ...prefixes];
  python = { file, args: ["-I", "-u", "-c", pythonBootstrap], needs, takesAddressLimit: true };
  return python;
}

function nodeWith(memoryBytes: number): Program {
  const file = realpathSync(process.execPath);
  const heap = `--max-old-space-size=${Math.floor(memoryBytes / 1024 / 1024)}`;
  return { file, args: [heap, "-e", nodeBootstrap], needs: [file], takesAddressLimit: false };
}
