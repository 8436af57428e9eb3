import { describe, expect, it } from "vitest";
import { createClient } from "./createClient";

/** A server that answers every call with the same, and keeps the last call. */
function answering(status: number, body: string) {
  const seen: { url?: string; init?: RequestInit | undefined } = {};
  const fetch: typeof globalThis.fetch = async (url, init) => {
    seen.url = String(url);
    seen.init = init;
    return new Response(body, { status });
  };
  return { fetch, seen };
}
const target = { kind: "local" } as const;

describe("the page's client", () => {
  it("calls an operation by name, with the token, and checks the answer", async () => {
    const { fetch, seen } = answering(200, JSON.stringify({ executionArn: "arn:1" }));
    const client = createClient({ fetch, token: () => "t" });
    const result = await client.stopExecution({ target, executionArn: "arn:1", token: "x".repeat(36) });
    expect(result).toEqual({ ok: true, value: { executionArn: "arn:1" } });
    expect(seen.url).toBe("api/stopExecution");
    expect(new Headers(seen.init?.headers).get("x-stepwire-token")).toBe("t");
    expect(new Headers(seen.init?.headers).get("content-type")).toBe("application/json");
    // Behind JupyterLab a call without its cookies is a stranger's.
    expect(seen.init?.credentials).toBe("same-origin");
  });

  it("asks the server nothing without a token, but for the session itself", async () => {
    const { fetch, seen } = answering(200, JSON.stringify({ token: "new", opened: null }));
    const client = createClient({ fetch, token: () => null });
    expect(await client.targets({})).toMatchObject({ ok: false, error: { kind: "session" } });
    expect(seen.url).toBeUndefined();
    expect(await client.session({ code: "c" })).toEqual({ ok: true, value: { token: "new", opened: null } });
  });

  it("gives the server's error as data, and drops a token that was not taken", async () => {
    const error = { kind: "session", name: "RefusedAtTheDoor", message: "Received a token that is not valid." };
    const { fetch } = answering(401, JSON.stringify({ error }));
    const refused: string[] = [];
    const client = createClient({ fetch, token: () => "old", tokenRefused: (token) => refused.push(token) });
    expect(await client.targets({})).toEqual({ ok: false, error });
    expect(refused).toEqual(["old"]);
  });

  it("never throws: no server, no JSON, another shape, given up", async () => {
    const broken = createClient({
      fetch: async () => Promise.reject(new TypeError("Failed to fetch")),
      token: () => "t",
    });
    expect(await broken.targets({})).toMatchObject({ ok: false, error: { kind: "unreachable" } });
    const html = createClient({ fetch: answering(502, "<html>").fetch, token: () => "t" });
    expect(await html.targets({})).toMatchObject({ ok: false, error: { kind: "unexpected", status: 502 } });
    const other = createClient({ fetch: answering(200, "{}").fetch, token: () => "t" });
    expect(await other.targets({})).toMatchObject({ ok: false, error: { kind: "unexpected" } });
    const abort = AbortSignal.abort();
    const given = createClient({ fetch: async () => Promise.reject(new Error("aborted")), token: () => "t" });
    expect(await given.targets({}, { signal: abort })).toMatchObject({ ok: false, error: { kind: "cancelled" } });
  });
});
