import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sessionSchema } from "../contract/session";
import { portOf } from "../server/door/httpServer";
import { listen, stop } from "../server/door/listen";
import { rememberServer } from "../server/door/stateFolder";
import { type RunningLocalServer, startServer } from "../server/main";
import { askRunningServer } from "./runningServer";

let folder: string;
let server: RunningLocalServer | null = null;
const stateBefore = process.env.STEPWIRE_STATE;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stepwire-open-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  process.env.STEPWIRE_STATE = join(folder, "state");
});
afterEach(async () => {
  await server?.close();
  server = null;
  if (stateBefore === undefined) delete process.env.STEPWIRE_STATE;
  else process.env.STEPWIRE_STATE = stateBefore;
  rmSync(folder, { recursive: true, force: true });
});

async function exchange(link: string) {
  const { origin, hash } = new URL(link);
  const response = await fetch(`${origin}/api/session`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ code: hash.slice("#/launch/".length) }),
  });
  return sessionSchema.parse(await response.json());
}

describe("a server that runs already", () => {
  it("gives a fresh link, and the file goes to the tab that opens it", async () => {
    server = await startServer({ page: folder, port: 0 });
    const opened = { name: "churn.json", text: '{"Steps":[]}' };
    const link = await askRunningServer(server.port, opened);
    expect(link).toMatch(new RegExp(`^${server.url}#/launch/`));
    const fresh = await exchange(link ?? "");
    expect(fresh.opened).toEqual(opened);
    expect((await exchange(server.launchUrl())).token).toBe(fresh.token);
  });

  it("is none after it was closed, nor where it died without a word", async () => {
    const closed = await startServer({ page: folder, port: 0 });
    await closed.close();
    expect(await askRunningServer(closed.port, null)).toBeNull();
    rememberServer(join(folder, "state"), { pid: 1, port: closed.port, token: "left behind" });
    expect(await askRunningServer(closed.port, null)).toBeNull();
  });

  it("holds its port: another start says so and names --port", async () => {
    server = await startServer({ page: folder, port: 0 });
    await expect(startServer({ page: folder, port: server.port })).rejects.toThrow(/--port/);
  });

  it("is not any other program that answers at the port", async () => {
    const other = createServer((_request, response) => response.end("{}"));
    await listen(other, 0);
    rememberServer(join(folder, "state"), { pid: 1, port: portOf(other), token: "of another time" });
    expect(await askRunningServer(portOf(other), null)).toBeNull();
    await stop(other);
  });
});
