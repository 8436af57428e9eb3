import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isReachable, otherAddresses } from "../../testing/listening";
import { rawRequest, sendRaw } from "../../testing/rawHttp";
import { builtPage } from "./builtPage";
import { securityHeaders } from "./headers";
import { createLocalServer, portOf } from "./httpServer";
import { listen, stop } from "./listen";

const token = "Tm90LXRoZS1yZWFsLXRva2VuLWJ1dC1sb25n";
const secret = "outside the page's folder";
const html = "<!doctype html><title>Stepwire</title>";
let server: Server;
let port: number;
let folder: string;
/** Everything that came through the door to `/api`. */
let letIn: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "stepwire-door-"));
  const page = join(folder, "page");
  mkdirSync(join(page, "assets"), { recursive: true });
  mkdirSync(join(page, ".vite"));
  writeFileSync(join(folder, "secret.txt"), secret);
  writeFileSync(join(page, ".vite", "manifest.json"), secret);
  writeFileSync(join(page, "index.html"), html);
  writeFileSync(join(page, "assets", "main-abc123.js"), `"${"x".repeat(5000)}";`);
  server = createLocalServer({
    isToken: (candidate) => candidate === token,
    prove: (challenge, at) => `${challenge} at ${at}`,
    page: builtPage(page),
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

/** A small generator with a seed, so that a failing run can be run again. */
function dice(seed: number): <T>(sides: readonly T[]) => T {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const side = sides[Math.floor((state / 2 ** 32) * sides.length)];
    if (side === undefined) throw new Error("Nothing to choose from.");
    return side;
  };
}

interface Combination {
  readonly line: string;
  readonly method: string;
  readonly target: string;
  readonly version: string;
  readonly hosts: readonly string[];
  readonly origins: readonly string[];
  readonly sites: readonly string[];
  readonly types: readonly string[];
  readonly tokens: readonly string[];
}

/** What may be wrong with each part of a request. */
function faults() {
  const own = `127.0.0.1:${port}`;
  const originOf = (host: string) => `http://${host}`;
  return {
    hosts: [
      ...["localhost:", "evil.example:", "127.0.0.1.nip.io:", "[::1]:", "0.0.0.0:", "127.1:", "2130706433:"].map(
        (name) => [name + port],
      ),
      [],
      ["127.0.0.1"],
      [`127.0.0.1:${port + 1}`],
      [own, own],
      [own, "evil.example"],
      [`user@${own}`],
      [`${own}.`],
      [`${own}, ${own}`],
      [`0${own}`],
    ],
    origins: [
      [],
      ["null"],
      [originOf(`localhost:${port}`)],
      [originOf("evil.example")],
      [originOf(`evil.example:${port}`)],
      [`https://${own}`],
      [originOf("127.0.0.1")],
      [`${originOf(own)}/`],
      [originOf(own), originOf(own)],
      [`${originOf(own)}, http://evil.example`],
    ],
    sites: [
      [],
      ["none"],
      ["same-site"],
      ["cross-site"],
      ["SAME-ORIGIN"],
      ["same-origin", "cross-site"],
      ["same-origin, none"],
      [""],
    ],
    types: [
      [],
      ["text/plain"],
      ["application/json; charset=utf-8"],
      ["multipart/form-data"],
      ["application/x-www-form-urlencoded"],
      ["application/json", "application/json"],
      ["APPLICATION/JSON"],
    ],
    tokens: [[], [""], ["guess"], [token.toLowerCase()], [token, token], [`${token}x`], [token.slice(1)]],
    method: ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"],
    target: [
      ...["/", "/api", "/api/session", "/api/session?x=1", "/api/session/../plan", "//api/plan", "/%61pi/plan"],
      ...["/API/plan", `http://${own}/api/plan`, "/api\\plan", "/api/plan#", "*", "/./api/plan", "/x/../api/plan"],
      ...["/api/session%2f..%2fplan", "/api/session;/../plan", "api/plan", "/assets/main-abc123.js"],
    ],
    version: ["HTTP/1.0", "HTTP/1.2", "HTTP/2.0"],
  };
}

/** A request that is right, with up to four parts replaced. */
function combination(roll: ReturnType<typeof dice>): Combination {
  const wrong = faults();
  const right = {
    hosts: [`127.0.0.1:${port}`],
    origins: [`http://127.0.0.1:${port}`],
    sites: ["same-origin"],
    types: ["application/json"],
    tokens: [token],
    method: "POST",
    target: "/api/plan",
    version: "HTTP/1.1",
  };
  const spoiled = new Set(
    Array.from({ length: roll([0, 1, 1, 1, 2, 2, 3, 4]) }, () => roll(Object.keys(right) as (keyof typeof right)[])),
  );
  const pick = <T>(part: keyof typeof right, good: T, bad: readonly T[]): T => (spoiled.has(part) ? roll(bad) : good);
  const method = pick("method", right.method, wrong.method);
  const target = pick("target", right.target, wrong.target);
  const version = pick("version", right.version, wrong.version);
  return {
    line: `${method} ${target} ${version}`,
    method,
    target,
    version,
    hosts: pick("hosts", right.hosts, wrong.hosts),
    origins: pick("origins", right.origins, wrong.origins),
    sites: pick("sites", right.sites, wrong.sites),
    types: pick("types", right.types, wrong.types),
    tokens: pick("tokens", right.tokens, wrong.tokens),
  };
}

/** Written from the rules' text, not from the door's code: may this request reach an operation? */
function mayReachApi({ method, target, version, hosts, origins, sites, types, tokens }: Combination): boolean {
  const own = `127.0.0.1:${port}`;
  const read = method === "GET" || method === "HEAD";
  const [path] = target.split("?");
  return (
    hosts.join("|") === own &&
    version === "HTTP/1.1" &&
    /^\/api(?:\/[^#\\]*)?$/.test(target) &&
    (read || method === "POST") &&
    (sites.length === 0 || sites.join("|") === "same-origin") &&
    (origins.join("|") === `http://${own}` || (read && origins.length === 0)) &&
    (tokens.join("|") === token || (path === "/api/session" && method === "POST")) &&
    (read || types.join("|") === "application/json")
  );
}

function textOf(raw: Combination): string {
  const body = raw.method === "GET" || raw.method === "HEAD" ? "" : "{}";
  const named = (name: string, values: readonly string[]) => values.map((value) => [name, value] as const);
  const headers = [
    ...named("Host", raw.hosts),
    ...named("Origin", raw.origins),
    ...named("Sec-Fetch-Site", raw.sites),
    ...named("Content-Type", raw.types),
    ...named("X-Stepwire-Token", raw.tokens),
    ...(body === "" ? [] : [["Content-Length", String(body.length)] as const]),
  ];
  return rawRequest(raw.line, headers, body);
}

describe("the listening server", () => {
  it("lets in none of 1,000 combinations that should not be let in, and all that should", async () => {
    const roll = dice(20_261_123);
    let expectedIn = 0;
    const wrong: string[] = [];
    const bare: string[] = [];
    for (let i = 0; i < 1000; i++) {
      const raw = combination(roll);
      letIn = [];
      const answer = await sendRaw(port, textOf(raw));
      const expected = mayReachApi(raw);
      if (expected) expectedIn++;
      if (expected !== letIn.length > 0) wrong.push(`${JSON.stringify(raw)} → ${answer.status}`);
      if (
        answer.status !== 0 &&
        !Object.entries(securityHeaders).every(([name, value]) => answer.headers[name] === value)
      )
        bare.push(raw.line);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
    expect(wrong).toEqual([]);
    expect(bare).toEqual([]);
    // Enough of both, or the test would show nothing.
    expect(expectedIn).toBeGreaterThan(100);
    expect(expectedIn).toBeLessThan(500);
  }, 60_000);

  it("listens on 127.0.0.1 alone: no other address of this machine reaches it", async () => {
    expect(server.address()).toMatchObject({ address: "127.0.0.1" });
    for (const address of otherAddresses())
      expect([address, await isReachable(address, port)]).toEqual([address, false]);
    expect(await isReachable("127.0.0.1", port)).toBe(true);
  });

  it("lets the page load nothing but its own, and no style or script that stands in the page", async () => {
    const { headers } = await sendRaw(port, rawRequest("GET / HTTP/1.1", [["Host", `127.0.0.1:${port}`]]));
    // Written out once more, so that a word more is seen.
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; " +
        "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types stepwire-worker",
    );
  });

  it("refuses a rebound name on the page itself, which carries nothing else that is odd", async () => {
    const answer = await sendRaw(port, rawRequest("GET / HTTP/1.1", [["Host", `rebound.example:${port}`]]));
    expect(answer.status).toBe(421);
    expect(answer.body).not.toContain("<title>Stepwire</title>");
    expect(answer.headers).toMatchObject(securityHeaders);
  });

  it("moves the page from localhost to 127.0.0.1, and sends nothing of the request back", async () => {
    const answer = await sendRaw(port, rawRequest("GET /?evil HTTP/1.1", [["Host", `localhost:${port}`]]));
    expect(answer.status).toBe(308);
    expect(answer.headers.location).toBe(`http://127.0.0.1:${port}/`);
  });

  it("answers a page opened from another site with the address to copy", async () => {
    const headers = [
      ["Host", `127.0.0.1:${port}`],
      ["Sec-Fetch-Site", "cross-site"],
    ] as const;
    const answer = await sendRaw(port, rawRequest("GET / HTTP/1.1", headers));
    expect(answer.status).toBe(403);
    expect(answer.body).toContain("Copy this address into a new tab");
    expect(answer.body).toContain(`http://127.0.0.1:${port}/`);
  });

  it.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/..\\secret.txt",
    "/..%5csecret.txt",
    "/%252e%252e/secret.txt",
    "/....//secret.txt",
    "//secret.txt",
    "/./../secret.txt",
    "/assets/%00/../../secret.txt",
    "/..;/secret.txt",
    "/.vite/manifest.json",
    "/index.html/../../secret.txt",
    "/%c0%ae%c0%ae/secret.txt",
    "file:///etc/passwd",
    "/etc/passwd",
    "/assets",
    "/assets/",
    "/index.html",
  ])("reads nothing outside the page for %s", async (target) => {
    const answer = await sendRaw(port, rawRequest(`GET ${target} HTTP/1.1`, [["Host", `127.0.0.1:${port}`]]));
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain(secret);
    expect(answer.body).not.toContain("root:");
  });

  it("proves itself to whoever may knock, and to nobody else", async () => {
    const asking = (host: string) =>
      rawRequest("HEAD / HTTP/1.1", [
        ["Host", host],
        ["X-Stepwire-Challenge", "abc"],
      ]);
    const own = await sendRaw(port, asking(`127.0.0.1:${port}`));
    expect([own.status, own.headers["x-stepwire-proof"]]).toEqual([200, `abc at ${port}`]);
    const rebound = await sendRaw(port, asking("evil.example"));
    expect([rebound.status, rebound.headers["x-stepwire-proof"]]).toEqual([421, undefined]);
  });

  it("answers what Node cannot read with the same headers", async () => {
    const answer = await sendRaw(port, "nonsense\r\n\r\n");
    expect(answer.status).toBe(400);
    expect(answer.headers).toMatchObject(securityHeaders);
  });

  it("asks for no body before the door has decided", async () => {
    const headers = [
      ["Host", "evil.example"],
      ["Expect", "100-continue"],
      ["Content-Length", "2"],
    ] as const;
    const answer = await sendRaw(port, rawRequest("POST /api/plan HTTP/1.1", headers));
    expect(answer.status).toBe(421);
  });

  it("gives the page whole, compressed where that is taken, and hashed files for good", async () => {
    const page = await fetch(`http://127.0.0.1:${port}/`);
    expect(await page.text()).toBe(html);
    expect(page.headers.get("cache-control")).toBe("no-cache");
    const again = await fetch(`http://127.0.0.1:${port}/`, {
      headers: { "if-none-match": page.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
    const script = await fetch(`http://127.0.0.1:${port}/assets/main-abc123.js`, {
      headers: { "accept-encoding": "gzip, br" },
    });
    expect(script.headers.get("content-encoding")).toBe("br");
    expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(script.headers.get("cache-control")).toContain("immutable");
    expect(await script.text()).toBe(`"${"x".repeat(5000)}";`);
  });
});
