import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  climbs,
  combination,
  dice,
  hostSpellings,
  mayReachApi,
  stands,
  textOf,
  token,
  traversals,
} from "../../testing/doorAttacks";
import { isFull, noteFaults, noteFigure, tries } from "../../testing/fullTier";
import { rawRequest, sendRaw } from "../../testing/rawHttp";
import { builtPage } from "./builtPage";
import { securityHeaders } from "./headers";
import { createLocalServer, portOf } from "./httpServer";
import { listen, stop } from "./listen";

const outside = "outside the page's folder";

describe.each(stands)("the listening server, $name", (stand) => {
  let server: Server;
  let port: number;
  let folder: string;
  /** Everything that came through the door to `/api`. */
  let letIn: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "stepwire-attacks-"));
    const page = join(folder, "page");
    mkdirSync(join(page, "assets"), { recursive: true });
    mkdirSync(join(page, ".vite"));
    writeFileSync(join(folder, "secret.txt"), outside);
    writeFileSync(join(page, ".vite", "manifest.json"), outside);
    writeFileSync(join(page, "index.html"), "<!doctype html><head><title>Stepwire</title>");
    writeFileSync(join(page, "assets", "main-abc123.js"), "1;");
    server = createLocalServer({
      isToken: (candidate) => candidate === token,
      prove: () => "",
      proxy: stand.proxy,
      page: builtPage(page, stand.proxy),
      api: (request, response) => {
        letIn.push(`${request.method} ${request.url}`);
        response.writeHead(200, { "content-type": "application/json" }).end("{}");
      },
    });
    await listen(server, 0);
    port = portOf(server);
  });
  afterAll(async () => {
    await stop(server);
    rmSync(folder, { recursive: true, force: true });
  });

  it("lets in none of many combinations that should not be let in, and all that should", async () => {
    const knocks = tries(1_000, 10_000);
    const roll = dice(20_261_123);
    let expectedIn = 0;
    const wrong: string[] = [];
    const bare: string[] = [];
    for (let i = 0; i < knocks; i++) {
      const raw = combination(stand, port, roll);
      letIn = [];
      const answer = await sendRaw(port, textOf(raw));
      const expected = mayReachApi(raw, stand, port);
      if (expected) expectedIn++;
      if (expected !== letIn.length > 0) wrong.push(`${JSON.stringify(raw)} → ${answer.status}`);
      if (
        answer.status !== 0 &&
        !Object.entries(securityHeaders).every(([name, value]) => answer.headers[name] === value)
      )
        bare.push(JSON.stringify(raw));
      expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
    noteFaults(`raw requests let in wrongly, or kept out, ${stand.name}`, wrong.length, knocks);
    expect(wrong).toEqual([]);
    expect(bare).toEqual([]);
    // Enough of both, or the test would show nothing.
    expect(expectedIn / knocks).toBeGreaterThan(0.1);
    expect(expectedIn / knocks).toBeLessThan(0.5);
  }, 60_000);

  it("shows the page under its one Host and under no other spelling of it", async () => {
    const page = async (host: string, headers: readonly (readonly [string, string])[] = []) =>
      (await sendRaw(port, rawRequest(`GET ${stand.proxy.basePath} HTTP/1.1`, [["Host", host], ...headers]))).status;
    const proof = stand.secrets.map((each) => ["X-Stepwire-Proxy", each] as const);
    expect(await page(stand.host(port), proof)).toBe(200);
    // Whoever does not come through the proxy keeps to this server's own.
    const one = stand.proxy.secret === null ? stand.host(port) : `127.0.0.1:${port}`;
    expect(await page(one)).toBe(200);
    const spellings = hostSpellings(one, port);
    expect(spellings.length).toBeGreaterThan(60);
    const shown: string[] = [];
    for (const each of spellings) if ((await page(each)) === 200) shown.push(each);
    // HTTP takes the blanks around a value away.
    expect(shown.filter((each) => each.trim() !== one)).toEqual([]);
  });

  it("reads nothing outside the page for any way of writing the way out", async () => {
    const proof = stand.secrets.map((each) => ["X-Stepwire-Proxy", each] as const);
    const all = climbs(stand.proxy.basePath);
    const chosen = isFull ? all : all.filter((_, at) => at % 25 === 0);
    const read: string[] = [];
    for (const target of chosen) {
      const { status, body } = await sendRaw(
        port,
        rawRequest(`GET ${target} HTTP/1.1`, [["Host", stand.host(port)], ...proof]),
      );
      if (status === 200 || body.includes(outside) || body.includes("root:")) read.push(target);
    }
    expect(all.length).toBeGreaterThan(3_375);
    noteFaults(`ways out of the page's folder that read something, ${stand.name}`, read.length, chosen.length);
    expect(read).toEqual([]);
  });

  it("serves a person while many connections say next to nothing", async () => {
    const sockets: Socket[] = [];
    let isOver = false;
    // The door ends them after ten seconds: then they come again.
    const drop = (at: number) => {
      const socket = connect(port, "127.0.0.1");
      sockets[at] = socket;
      socket.on("error", () => undefined);
      socket.on("close", () => isOver || drop(at));
      socket.write("GET / HTTP/1.1\r\nHost: ");
    };
    for (let at = 0; at < tries(60, 1_000); at++) drop(at);
    const drip = setInterval(() => {
      for (const socket of sockets) if (!socket.destroyed) socket.write("x");
    }, 500);
    const proof = stand.secrets.map((each) => ["X-Stepwire-Proxy", each] as const);
    const times: number[] = [];
    const until = performance.now() + tries(600, 60_000);
    try {
      while (performance.now() < until) {
        const begun = performance.now();
        const target = `GET ${stand.proxy.basePath} HTTP/1.1`;
        expect((await sendRaw(port, rawRequest(target, [["Host", stand.host(port)], ...proof]))).status).toBe(200);
        times.push(performance.now() - begun);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    } finally {
      clearInterval(drip);
      isOver = true;
      for (const socket of sockets) socket.destroy();
    }
    const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
    noteFigure({
      what: `a person's page beside ${sockets.length.toLocaleString("en")} connections that drip, p95, ${stand.name}`,
      goal: "250 ms",
      measured: `${Math.ceil(p95)} ms`,
      isMet: p95 < 250,
    });
  });

  it.each(traversals)("reads nothing outside the page for %s", async (target) => {
    const proof = stand.secrets.map((each) => ["X-Stepwire-Proxy", each] as const);
    const below = stand.proxy.basePath.slice(0, -1);
    for (const sent of new Set([target, `${below}${target}`])) {
      const answer = await sendRaw(port, rawRequest(`GET ${sent} HTTP/1.1`, [["Host", stand.host(port)], ...proof]));
      expect([400, 404]).toContain(answer.status);
      expect(answer.body).not.toContain(outside);
      expect(answer.body).not.toContain("root:");
    }
  });
});
