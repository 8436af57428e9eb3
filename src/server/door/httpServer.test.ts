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
const html = "<!doctype html><title>Stepwire</title>";
let server: Server;
let port: number;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "stepwire-door-"));
  const page = join(folder, "page");
  mkdirSync(join(page, "assets"), { recursive: true });
  writeFileSync(join(page, "index.html"), html);
  writeFileSync(join(page, "assets", "main-abc123.js"), `"${"x".repeat(5000)}";`);
  server = createLocalServer({
    isToken: (candidate) => candidate === token,
    prove: (challenge, at) => `${challenge} at ${at}`,
    page: builtPage(page),
    api: (_, response) => void response.writeHead(200, { "content-type": "application/json" }).end("{}"),
  });
  await listen(server, 0);
  port = portOf(server);
});
afterAll(async () => {
  await stop(server);
  rmSync(folder, { recursive: true, force: true });
});

describe("the listening server", () => {
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
