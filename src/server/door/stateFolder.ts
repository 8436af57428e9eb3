/** The user's state folder: the local region's pipelines, and how to reach a server that runs already. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "../../contract/schema";
import { makeFolder } from "../../local-region/state/makeFolder";

/** `STEPWIRE_STATE` overrides it; else the XDG state folder. */
export function stateFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.STEPWIRE_STATE) return env.STEPWIRE_STATE;
  return join(env.XDG_STATE_HOME || join(homedir(), ".local", "state"), "stepwire");
}

const runningSchema = z.object({ pid: z.number(), port: z.number(), token: z.string(), key: z.optional(z.string()) });
export type RunningServer = z.infer<typeof runningSchema>;

function fileOf(folder: string, port: number): string {
  return join(folder, `server-${port}.json`);
}

/** Leaves word of this server for the same user alone (mode 0600 in a folder of mode 0700). */
export function rememberServer(folder: string, server: RunningServer): void {
  makeFolder(folder);
  const file = fileOf(folder, server.port);
  // A file that is there keeps its mode when it is written to, so it goes first.
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(server), { mode: 0o600, flag: "wx" });
}

/** What a server left at this port, null where there is nothing to be read. It may have died since. */
export function recallServer(folder: string, port: number): RunningServer | null {
  try {
    const read = runningSchema.safeParse(JSON.parse(readFileSync(fileOf(folder, port), "utf8")));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Takes word of this server back, where it is still this server's. */
export function forgetServer(folder: string, server: RunningServer): void {
  if (recallServer(folder, server.port)?.token === server.token) rmSync(fileOf(folder, server.port), { force: true });
}
