import { describe, expect, it } from "vitest";
import type { BehindProxy } from "./behindProxy";
import { door, type RawRequest } from "./door";

const port = 40123;
const token = "the-right-token";
const keeper = { port, isToken: (candidate: string) => candidate === token };
const own = `http://127.0.0.1:${port}`;

function request(method: string, target: string, headers: Readonly<Record<string, string | string[]>>): RawRequest {
  const all = { Host: `127.0.0.1:${port}`, ...headers };
  const rawHeaders = Object.entries(all).flatMap(([name, value]) => [value].flat().flatMap((each) => [name, each]));
  return { method, target, httpVersion: "1.1", rawHeaders };
}
const api = {
  Origin: own,
  "Content-Type": "application/json",
  "X-Stepwire-Token": token,
  "Sec-Fetch-Site": "same-origin",
};

/** What the door says in short: `in`, a status, or where it sends on. */
function verdict(raw: RawRequest): string | number {
  const decided = door(raw, keeper);
  if (decided.kind === "refuse") return decided.status;
  return decided.kind === "redirect" ? decided.location : "in";
}

describe("the door", () => {
  it.each<[string, RawRequest, string | number]>([
    ["the page, typed into the address bar", request("GET", "/", { "Sec-Fetch-Site": "none" }), "in"],
    ["the page, by an old browser", request("GET", "/", {}), "in"],
    ["a script of the page", request("GET", "/assets/a.js", { "Sec-Fetch-Site": "same-origin" }), "in"],
    ["an operation called by the page", request("POST", "/api/plan", api), "in"],
    ["a code exchanged without a token", request("POST", "/api/session", { ...api, "X-Stepwire-Token": [] }), "in"],
    ["1: a rebound name", request("GET", "/", { Host: `evil.example:${port}` }), 421],
    [
      "1: a rebound name whose Origin equals it",
      request("POST", "/api/plan", { ...api, Host: `evil.example:${port}`, Origin: `http://evil.example:${port}` }),
      421,
    ],
    ["1: another port", request("GET", "/", { Host: "127.0.0.1:80" }), 421],
    ["1: no port", request("GET", "/", { Host: "127.0.0.1" }), 421],
    ["1: two Hosts", request("GET", "/", { Host: [`127.0.0.1:${port}`, `127.0.0.1:${port}`] }), 400],
    ["1: no Host", request("GET", "/", { Host: [] }), 400],
    ["1: the page on localhost moves", request("GET", "/", { Host: `localhost:${port}` }), `${own}/`],
    ["1: an operation on localhost does not", request("POST", "/api/plan", { ...api, Host: `localhost:${port}` }), 421],
    ["1: a script on localhost does not", request("GET", "/assets/a.js", { Host: `localhost:${port}` }), 421],
    ["2: an absolute target", request("GET", `${own}/`, {}), 400],
    ["2: a target with a fragment", request("GET", "/#x", {}), 400],
    ["2: a target with a backslash", request("GET", "/..\\x", {}), 400],
    ["2: HTTP/1.0", { ...request("GET", "/", {}), httpVersion: "1.0" }, 505],
    ["2: a preflight", request("OPTIONS", "/api/plan", api), 405],
    ["3: another port of this machine", request("POST", "/api/plan", { ...api, "Sec-Fetch-Site": "same-site" }), 403],
    ["3: another site", request("GET", "/assets/a.js", { "Sec-Fetch-Site": "cross-site" }), 403],
    ["3: a script typed into the address bar", request("GET", "/assets/a.js", { "Sec-Fetch-Site": "none" }), 403],
    ["3: an operation from nowhere", request("POST", "/api/plan", { ...api, "Sec-Fetch-Site": "none" }), 403],
    ["3: said twice", request("GET", "/", { "Sec-Fetch-Site": ["same-origin", "same-origin"] }), 403],
    ["4: another Origin", request("POST", "/api/plan", { ...api, Origin: "http://127.0.0.1:1" }), 403],
    ["4: the localhost Origin", request("POST", "/api/plan", { ...api, Origin: `http://localhost:${port}` }), 403],
    ["4: no Origin on a write", request("POST", "/api/plan", { ...api, Origin: [] }), 403],
    ["4: Origin null", request("GET", "/", { Origin: "null" }), 403],
    ["5: no token", request("POST", "/api/plan", { ...api, "X-Stepwire-Token": [] }), 401],
    ["5: a wrong token", request("POST", "/api/plan", { ...api, "X-Stepwire-Token": "guess" }), 401],
    ["5: two tokens", request("POST", "/api/plan", { ...api, "X-Stepwire-Token": [token, token] }), 401],
    ["5: a read under /api without a token", request("GET", "/api/session", {}), 401],
    [
      "5: a path that climbs out of the session's",
      request("POST", "/api/session/../plan", { ...api, "X-Stepwire-Token": [] }),
      401,
    ],
    ["6: a form", request("POST", "/api/plan", { ...api, "Content-Type": "text/plain" }), 415],
    [
      "6: JSON with a charset",
      request("POST", "/api/plan", { ...api, "Content-Type": "application/json; charset=utf-8" }),
      415,
    ],
    ["6: no Content-Type", request("POST", "/api/session", { ...api, "Content-Type": [] }), 415],
    ["6: too much", request("POST", "/api/plan", { ...api, "Content-Length": "2097153" }), 413],
    ...["", "NaN", "abc", "2097153abc", "0x10", "1e3", "-1", "1.5", "Infinity", "2, 2"].map(
      (length): [string, RawRequest, number] => [
        `6: a length that is no number: ${JSON.stringify(length)}`,
        request("POST", "/api/plan", { ...api, "Content-Length": length }),
        400,
      ],
    ),
    ["6: two lengths", request("POST", "/api/plan", { ...api, "Content-Length": ["2", "2097153"] }), 400],
    ["6: just enough", request("POST", "/api/plan", { ...api, "Content-Length": "2097152" }), "in"],
  ])("%s", (_name, raw, expected) => {
    expect(verdict(raw)).toBe(expected);
  });

  it("keeps to the order of the rules: the first that is broken answers", () => {
    const broken = {
      Host: "evil",
      Origin: "http://evil",
      "Sec-Fetch-Site": "cross-site",
      "Content-Type": "text/plain",
    };
    expect(verdict(request("POST", "/api/plan", broken))).toBe(421);
    expect(verdict(request("POST", "/api/plan", { ...broken, Host: `127.0.0.1:${port}` }))).toBe(403);
  });

  it("repeats nothing of the request in a refusal", () => {
    const marked = request("POST", "/api/MARK", { Host: "MARK", Origin: "MARK", "X-Stepwire-Token": "MARK" });
    const decided = door(marked, keeper);
    expect(JSON.stringify(decided)).not.toContain("MARK");
  });

  it("says on a refused page, and only there, that it is one", () => {
    const page = door(request("GET", "/", { "Sec-Fetch-Site": "cross-site" }), keeper);
    const script = door(request("GET", "/assets/a.js", { "Sec-Fetch-Site": "cross-site" }), keeper);
    expect(page).toMatchObject({ kind: "refuse", page: true });
    expect(script).toMatchObject({ kind: "refuse", page: false });
  });
});

describe("the door behind a proxy", () => {
  const secret = "a".repeat(43);
  const bare = { basePath: "/", hosts: [], origins: [], secret: null };
  const named = { ...bare, basePath: "/tools/stepwire/", hosts: ["ed.example"], origins: ["https://ed.example"] };
  const proved = { ...bare, secret };
  const throughNamed = { ...api, Host: "ed.example", Origin: "https://ed.example" };
  const throughProved = { ...api, Host: "hub.example", Origin: "https://hub.example", "X-Stepwire-Proxy": secret };

  const behind = (proxy: BehindProxy, raw: RawRequest) => {
    const decided = door(raw, { ...keeper, proxy });
    if (decided.kind === "refuse") return decided.status;
    return decided.kind === "redirect" ? decided.location : "in";
  };

  it.each<[string, RawRequest, string | number]>([
    ["the page", request("GET", "/tools/stepwire/", { Host: "ed.example" }), "in"],
    ["the page, where the proxy strips the path", request("GET", "/", { Host: "ed.example" }), "in"],
    ["the page without its slash", request("GET", "/tools/stepwire", { Host: "ed.example" }), "/tools/stepwire/"],
    ["an operation", request("POST", "/tools/stepwire/api/plan", throughNamed), "in"],
    ["1: this server's own Host", request("GET", "/", {}), 421],
    ["1: localhost moves nowhere", request("GET", "/", { Host: `localhost:${port}` }), 421],
    ["1: a Host that only begins so", request("GET", "/", { Host: "ed.example.evil" }), 421],
    ["1: in capitals", request("GET", "/", { Host: "ED.example" }), 421],
    ["1: two of them", request("GET", "/", { Host: ["ed.example", "ed.example"] }), 400],
    ["3: another site", request("POST", "/api/plan", { ...throughNamed, "Sec-Fetch-Site": "same-site" }), 403],
    ["4: this server's own Origin", request("POST", "/api/plan", { ...throughNamed, Origin: own }), 403],
    ["4: the same host by http", request("POST", "/api/plan", { ...throughNamed, Origin: "http://ed.example" }), 403],
    [
      "5: no token below the path",
      request("POST", "/tools/stepwire/api/plan", { ...throughNamed, "X-Stepwire-Token": [] }),
      401,
    ],
    ["6: a form", request("POST", "/api/plan", { ...throughNamed, "Content-Type": "text/plain" }), 415],
    [
      "no secret is taken where none was given",
      request("GET", "/", { Host: "hub.example", "X-Stepwire-Proxy": "" }),
      421,
    ],
  ])("lets in the Host and the Origin that it was told in place of its own: %s", (_name, raw, expected) => {
    expect(behind(named, raw)).toBe(expected);
  });

  it.each<[string, RawRequest, string | number]>([
    ["the page under any one Host", request("GET", "/", { Host: "hub.example", "X-Stepwire-Proxy": secret }), "in"],
    ["an operation whose Origin is of the Host", request("POST", "/api/plan", throughProved), "in"],
    ["by http too", request("POST", "/api/plan", { ...throughProved, Origin: "http://hub.example" }), "in"],
    ["a session", request("POST", "/api/session", { ...throughProved, "X-Stepwire-Token": [] }), "in"],
    ["whoever comes directly keeps to this server's own", request("POST", "/api/plan", api), "in"],
    ["1: two Hosts", request("GET", "/", { Host: ["hub.example", "hub.example"], "X-Stepwire-Proxy": secret }), 400],
    ["1: no Host", request("GET", "/", { Host: [], "X-Stepwire-Proxy": secret }), 400],
    ["1: a Host that is no name", request("GET", "/", { Host: "hub.example/x", "X-Stepwire-Proxy": secret }), 400],
    ["1: a wrong secret", request("GET", "/", { Host: "hub.example", "X-Stepwire-Proxy": `${secret}b` }), 421],
    ["1: the secret twice", request("GET", "/", { Host: "hub.example", "X-Stepwire-Proxy": [secret, secret] }), 421],
    [
      "2: an absolute target",
      request("GET", "https://hub.example/", { Host: "hub.example", "X-Stepwire-Proxy": secret }),
      400,
    ],
    ["3: another site", request("POST", "/api/session", { ...throughProved, "Sec-Fetch-Site": "cross-site" }), 403],
    [
      "3: another port of the same site",
      request("POST", "/api/session", { ...throughProved, "Sec-Fetch-Site": "same-site" }),
      403,
    ],
    ["4: another Origin", request("POST", "/api/session", { ...throughProved, Origin: "https://evil.example" }), 403],
    [
      "4: an Origin that only ends so",
      request("POST", "/api/session", { ...throughProved, Origin: "https://x.hub.example" }),
      403,
    ],
    ["4: no Origin", request("POST", "/api/session", { ...throughProved, Origin: [] }), 403],
    ["4: Origin null", request("POST", "/api/session", { ...throughProved, Origin: "null" }), 403],
    ["5: no token", request("POST", "/api/plan", { ...throughProved, "X-Stepwire-Token": [] }), 401],
    ["6: a form", request("POST", "/api/session", { ...throughProved, "Content-Type": "text/plain" }), 415],
  ])("lets in what comes through the proxy that proves itself: %s", (_name, raw, expected) => {
    expect(behind(proved, raw)).toBe(expected);
  });

  it("repeats nothing of a proxied request in a refusal", () => {
    const marked = { Host: "MARK", Origin: "http://MARK2", "X-Stepwire-Proxy": secret };
    expect(JSON.stringify(door(request("POST", "/api/MARK", marked), { ...keeper, proxy: proved }))).not.toContain(
      "MARK",
    );
  });

  it("says what to add where only the Host was told", () => {
    const decided = door(request("POST", "/api/plan", throughNamed), { ...keeper, proxy: { ...named, origins: [] } });
    expect(decided).toMatchObject({ status: 403, line: expect.stringContaining("--allow-origin") });
  });
});
