import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "../../src/server/door/headers";
import { rawRequest, sendRaw } from "../../src/testing/rawHttp";
import { loosened } from "./policy.mjs";
import { startDevServer } from "./server.mjs";

let folder: string;
let server: Awaited<ReturnType<typeof startDevServer>>;
let token: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "stepwire-dev-"));
  mkdirSync(join(folder, "page"));
  writeFileSync(join(folder, "secret.txt"), "not for everyone");
  writeFileSync(
    join(folder, "page", "index.html"),
    '<title>Page</title><script type="module" src="/main.ts"></script>',
  );
  writeFileSync(join(folder, "page", "main.ts"), "const one: number = 1; console.log(one);");
  server = await startDevServer({
    port: 0,
    state: join(folder, "state"),
    folder: join(folder, "page"),
    configFile: false,
  });
  const code = server.launchUrl().split("/").at(-1);
  const answer = await send("POST", "/api/session", { "X-Stepwire-Token": null }, JSON.stringify({ code }));
  token = JSON.parse(answer.body).token;
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

type Headers = Readonly<Record<string, string | null>>;

/** A request as our own page sends it, with some headers of others; null leaves one out. */
function send(method: string, target: string, others: Headers = {}, body = "") {
  const own = `127.0.0.1:${server.port}`;
  const right = { Host: own, Origin: `http://${own}`, "Sec-Fetch-Site": "same-origin", "X-Stepwire-Token": token };
  const json = method === "POST" ? { "Content-Type": "application/json", "Content-Length": String(body.length) } : {};
  const headers = Object.entries({ ...right, ...json, ...others }).filter((entry) => entry[1] !== null);
  const text = rawRequest(`${method} ${target} HTTP/1.1`, headers as [string, string][], body);
  return sendRaw(server.port, text, { patient: !("Upgrade" in others) });
}

async function upgrade(others: Headers = {}, protocol = "vite-hmr") {
  const [, viteToken] = /const wsToken = "([^"]+)"/.exec((await send("GET", "/@vite/client")).body) ?? [];
  const wanted = {
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
  };
  const own = { Connection: "Upgrade", "Sec-WebSocket-Protocol": protocol, "X-Stepwire-Token": null };
  return send("GET", `/?token=${viteToken}`, { ...wanted, ...own, ...others });
}

describe("the dev server", () => {
  it("answers an operation as the door does", async () => {
    const refused = await send("POST", "/api/targets", { "X-Stepwire-Token": null }, "{}");
    expect(refused.status).toBe(401);
    expect(refused.headers).toMatchObject(securityHeaders);
    const answered = await send("POST", "/api/targets", {}, "{}");
    expect(answered.status).toBe(200);
    expect(answered.body).toContain('"local"');
  });

  it("serves the page from its sources, with hot reload", async () => {
    const page = await send("GET", "/");
    expect(page.status).toBe(200);
    expect(page.body).toContain("/@vite/client");
    const script = await send("GET", "/main.ts");
    expect(script.headers["content-type"]).toContain("javascript");
    expect(script.body).not.toContain(": number");
  });

  it.each(["/", "/@vite/client", "/main.ts", "/no-such-file"])(
    "keeps to the headers of the product at %s",
    async (target) => {
      const { headers } = await send("GET", target);
      const { "content-security-policy": policy, ...others } = securityHeaders;
      expect(headers).toMatchObject(others);
      expect(headers["content-security-policy"]?.replace(/ 'nonce-[\w-]{24}'/g, "")).toBe(policy);
      expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    },
  );

  it.each<[string, number, string, string, Headers]>([
    ["1: a rebound name on the page", 421, "GET", "/", { Host: "evil.example" }],
    ["1: a rebound name on a source", 421, "GET", "/main.ts", { Host: "evil.example" }],
    ["1: a rebound name on an operation", 421, "POST", "/api/targets", { Host: "evil.example" }],
    ["1: the page on localhost", 308, "GET", "/", { Host: "localhost:PORT" }],
    ["1: a source on localhost", 421, "GET", "/main.ts", { Host: "localhost:PORT" }],
    ["2: a backslash", 400, "GET", "/@fs\\secret.txt", {}],
    ["2: a preflight", 405, "OPTIONS", "/api/targets", {}],
    ["3: another port of this machine", 403, "GET", "/main.ts", { "Sec-Fetch-Site": "same-site" }],
    ["3: a source typed into the address bar", 403, "GET", "/main.ts", { "Sec-Fetch-Site": "none" }],
    ["4: another Origin", 403, "GET", "/main.ts", { Origin: "http://127.0.0.1:1" }],
    ["4: no Origin on a write", 403, "POST", "/api/targets", { Origin: null }],
    ["5: a wrong token", 401, "POST", "/api/targets", { "X-Stepwire-Token": "guess" }],
    ["6: a form", 415, "POST", "/api/targets", { "Content-Type": "text/plain" }],
    ["a write to the page", 405, "POST", "/", {}],
  ])("%s: %i", async (_, status, method, target, headers) => {
    const meant = Object.entries(headers).map(([name, value]) => [
      name,
      value?.replace("PORT", String(server.port)) ?? null,
    ]);
    expect((await send(method, target, Object.fromEntries(meant), method === "POST" ? "{}" : "")).status).toBe(status);
  });

  it("reads nothing outside its folder", async () => {
    for (const target of ["/../secret.txt", "/%2e%2e/secret.txt", `/@fs${folder}/secret.txt`, "/@fs/etc/passwd?raw"]) {
      const { status, body } = await send("GET", target);
      expect([target, status >= 400, body.includes("not for everyone"), body.includes("root:")]).toEqual([
        target,
        true,
        false,
        false,
      ]);
    }
  });

  it("takes the page's own WebSocket", async () => {
    expect((await upgrade()).status).toBe(101);
  });

  it.each<[string, number, Headers]>([
    ["1: of a rebound name", 421, { Host: "evil.example" }],
    ["1: on localhost", 421, { Host: "localhost:PORT" }],
    ["3: of another site", 403, { "Sec-Fetch-Site": "cross-site" }],
    ["4: of another Origin", 403, { Origin: "http://evil.example" }],
    ["4: of another port", 403, { Origin: "http://127.0.0.1:1" }],
    ["4: without an Origin", 403, { Origin: null }],
  ])("refuses a WebSocket %s: %i", async (_, status, headers) => {
    const meant = Object.entries(headers).map(([name, value]) => [
      name,
      value?.replace("PORT", String(server.port)) ?? null,
    ]);
    const answer = await upgrade(Object.fromEntries(meant));
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(securityHeaders);
  });

  it("refuses a WebSocket of rule 2, and closes one that is not for hot reload", async () => {
    const answer = await sendRaw(
      server.port,
      rawRequest("GET /\\ HTTP/1.1", [
        ["Host", `127.0.0.1:${server.port}`],
        ["Upgrade", "websocket"],
      ]),
    );
    expect(answer.status).toBe(400);
    expect((await upgrade({}, "chat")).status).toBe(0);
  });

  it("says what to do where the port is taken", async () => {
    const second = startDevServer({
      port: server.port,
      state: join(folder, "other"),
      folder: join(folder, "page"),
      configFile: false,
    });
    await expect(second).rejects.toMatchObject({ name: "PortBusyError", message: expect.stringContaining("--port") });
  });

  it("says what to do where another one works with its state folder", async () => {
    const second = startDevServer({
      port: 0,
      state: join(folder, "state"),
      folder: join(folder, "page"),
      configFile: false,
    });
    const message = expect.stringContaining(`at port ${server.port}`);
    await expect(second).rejects.toMatchObject({ name: "LocalStateException", message });
  });

  it("leaves word of itself in its own state folder", () => {
    expect(readdirSync(join(folder, "state"))).toEqual(["local-region", `server-${server.port}.json`]);
  });
});

describe("the loosened policy", () => {
  it("is the product's, with scripts and styles of one nonce", () => {
    const policy = loosened(contentSecurityPolicy, "abc");
    expect(policy.split(" 'nonce-abc'")).toHaveLength(3);
    expect(policy.replaceAll(" 'nonce-abc'", "")).toBe(contentSecurityPolicy);
  });

  it("notices when the product's policy has changed under it", () => {
    expect(() => loosened("script-src 'none'", "abc")).toThrow();
  });

  it("is out of the build's reach", () => {
    for (const file of ["vite.config.ts", "scripts/build.mjs", "index.html"]) {
      expect(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")).not.toMatch(/\bdev\//);
    }
  });
});
