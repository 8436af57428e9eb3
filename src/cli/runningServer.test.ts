import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sessionSchema } from "../contract/sessionSchema";
import { portOf } from "../server/door/httpServer";
import { listen, stop } from "../server/door/listen";
import { rememberServer } from "../server/door/stateFolder";
import { proofOf } from "../server/door/token";
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

  it("opens a folder that the command line names, and none that a page does", async () => {
    server = await startServer({ page: folder, port: 0 });
    const { token, opened } = await exchange((await askRunningServer(server.port, { root: folder, only: null })) ?? "");
    expect(opened).toEqual({ folder: expect.stringMatching(/^[0-9a-f]{24}$/), path: null });
    const ask = async (name: string, body: object) => {
      const headers = {
        origin: new URL(server?.url ?? "").origin,
        "content-type": "application/json",
        "x-stepwire-token": token,
      };
      return fetch(`${server?.url}api/${name}`, { method: "POST", headers, body: JSON.stringify(body) });
    };
    for (const key of ["", token, "guessed"]) {
      expect((await ask("freshLink", { opened: { root: "/", only: null, key } })).status).toBe(400);
    }
    expect(await (await ask("listFiles", { folder: null })).json()).toMatchObject({
      name: folder.split("/").at(-1),
      files: [],
    });
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

  it("is told by nobody else: who cannot prove itself hears neither the token nor the file", async () => {
    const opened = { name: "secret.json", text: "the text of the file" };
    const token = "of another time";
    const known = (challenge: string, port: number) => proofOf(token, port, challenge);
    const others: readonly [string, (challenge: string, port: number) => string | null][] = [
      ["says nothing of the kind", () => null],
      ["gives the challenge back", (challenge) => challenge],
      ["gives an empty proof", () => ""],
      ["proves something else", (_, port) => known("an earlier challenge", port)],
      ["passes on what a server at another port has proved", (challenge, port) => known(challenge, port + 1)],
    ];
    for (const [what, prove] of others) {
      const heard: string[] = [];
      const other = createServer((request, response) => {
        heard.push(`${request.method} ${request.url} ${JSON.stringify(request.rawHeaders)}`);
        request.on("data", (part) => heard.push(String(part)));
        const proof = prove(String(request.headers["x-stepwire-challenge"]), portOf(other));
        if (proof !== null) response.setHeader("x-stepwire-proof", proof);
        response.end(JSON.stringify({ code: "x".repeat(43), url: "http://evil.example/" }));
      });
      await listen(other, 0);
      rememberServer(join(folder, "state"), { pid: 1, port: portOf(other), token });
      expect([what, await askRunningServer(portOf(other), opened)]).toEqual([what, null]);
      expect(heard).toHaveLength(1);
      expect(heard.join()).not.toContain(token);
      expect(heard.join()).not.toContain(opened.text);
      await stop(other);
    }
  });

  it("hears the rest on the connection on which it proved itself, or not at all", async () => {
    const token = "t";
    let connections = 0;
    const heard: string[] = [];
    const other = createServer((request, response) => {
      heard.push(`${request.method}`);
      const challenge = String(request.headers["x-stepwire-challenge"]);
      response.setHeader("x-stepwire-proof", proofOf(token, portOf(other), challenge));
      // So that what follows would have to go to whoever takes the next connection.
      response.setHeader("connection", "close");
      response.end();
    }).on("connection", () => connections++);
    await listen(other, 0);
    rememberServer(join(folder, "state"), { pid: 1, port: portOf(other), token });
    await expect(askRunningServer(portOf(other), { name: "a", text: "b" })).rejects.toThrow("gave no link");
    expect(heard).toEqual(["GET"]);
    expect(connections).toBeLessThanOrEqual(2);
    await stop(other);
  });

  it.each(["http://evil.example/", "../x", "a b", ""])("gives no address but its own: not %j", async (code) => {
    const token = "t";
    const asked: string[] = [];
    const other = createServer((request, response) => {
      const challenge = String(request.headers["x-stepwire-challenge"]);
      response.setHeader("x-stepwire-proof", proofOf(token, portOf(other), challenge));
      asked.push(`${request.method}`);
      response.end(JSON.stringify({ code }));
    });
    await listen(other, 0);
    rememberServer(join(folder, "state"), { pid: 1, port: portOf(other), token });
    await expect(askRunningServer(portOf(other), null)).rejects.toThrow("gave no link");
    expect(asked).toEqual(["GET", "POST"]);
    await stop(other);
  });
});

describe("a state folder", () => {
  it("has one server: a second one, at whatever port, says which has it and does not start", async () => {
    server = await startServer({ page: folder, port: 0 });
    const second = startServer({ page: folder, port: 0 });
    await expect(second).rejects.toMatchObject({ name: "LocalStateException", port: server.port });
    await expect(second).rejects.toThrow(new RegExp(`process ${process.pid} at port ${server.port}.*STEPWIRE_STATE`));
  });

  it("that cannot be used keeps nobody from editing: it is told, and used once it is mended", async () => {
    const told: string[] = [];
    writeFileSync(join(folder, "state"), "a file");
    server = await startServer({ page: folder, port: 0, tell: (line) => told.push(line) });
    expect((await fetch(server.url)).status).toBe(200);
    const { token } = await exchange(server.launchUrl());
    const ask = async (operation: string, request: object) => {
      const { origin } = new URL(server?.url ?? "");
      const headers = { origin, "content-type": "application/json", "x-stepwire-token": token };
      const body = JSON.stringify(request);
      const response = await fetch(`${origin}/api/${operation}`, { method: "POST", headers, body });
      return { status: response.status, body: await response.json() };
    };
    const target = { kind: "local" };
    const words = expect.stringMatching(
      /^The state folder \S+ cannot be made: a file is in its place[^\n]*STEPWIRE_STATE\.$/,
    );
    expect(told).toEqual([words]);
    expect((await ask("targets", {})).body.local.troubles).toEqual([words]);
    const refused = { status: 507, body: { error: { kind: "storage", message: words } } };
    expect(await ask("listPipelines", { target })).toMatchObject(refused);
    const executionArn = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/p/execution/abcdefghijkl";
    expect(await ask("stepDetails", { target, executionArn, step: "A" })).toMatchObject(refused);

    rmSync(join(folder, "state"));
    expect(await ask("listPipelines", { target })).toMatchObject({ status: 200, body: { pipelines: [] } });
    expect((await ask("targets", {})).body.local.troubles).toEqual([]);
    // Word of it is left as well, so that `stepwire open` finds it.
    await expect.poll(() => askRunningServer(server?.port ?? 0, null), { timeout: 10_000 }).toMatch(/#\/launch\//);
    expect(told).toEqual([words, expect.stringContaining("can be used now")]);
  });
});
