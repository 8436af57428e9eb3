import { describe, expect, it } from "vitest";
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
