import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../cli/program";

/** A folder of a test's own, and the command run as a person types it. */
export function commandLine() {
  const folder = mkdtempSync(join(tmpdir(), "stepwire-cli-"));
  return {
    folder,
    /** Writes a file there and gives its path; what is neither text nor bytes is written as JSON. */
    file(name: string, content: unknown): string {
      const path = join(folder, name);
      const isRaw = typeof content === "string" || content instanceof Uint8Array;
      writeFileSync(path, isRaw ? content : JSON.stringify(content));
      return path;
    },
    /** Runs a command line and gives what it said. */
    async stepwire(...args: string[]) {
      const said = { out: "", err: "" };
      const code = await run(args, {
        out: (text) => {
          said.out += text;
        },
        err: (text) => {
          said.err += text;
        },
        colour: false,
      });
      return { code, ...said };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
