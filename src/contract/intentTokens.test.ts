import { expect, it } from "vitest";
import type { ErrorKind } from "./appError";
import { intentTokens } from "./intentTokens";

function setUp() {
  const stored = new Map<string, string>();
  let made = 0;
  const tokens = intentTokens(
    {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    },
    () => `token-${++made}`,
  );
  const seen: string[] = [];
  const call = (intent: string, kind: ErrorKind | null) =>
    tokens.with(intent, async (token) => {
      // The token is stored before the call goes out.
      expect([...stored.values()]).toContain(token);
      seen.push(token);
      if (kind === null) return { ok: true, value: null };
      return { ok: false, error: { kind, name: kind, message: kind } };
    });
  return { call, seen };
}

it("A call whose outcome is not known is repeated with its own token", async () => {
  const { call, seen } = setUp();
  for (const kind of ["unreachable", "broken", "timeout", "unreadable", "service", "uncertain"] as const) {
    await call("start", kind);
  }
  await call("start", null);
  expect(new Set(seen)).toEqual(new Set(["token-1"]));
});

it("A refusal does not settle the call before it: the token is kept until the intent is done", async () => {
  const { call, seen } = setUp();
  await call("start", "unreadable");
  await call("start", "credentials");
  await call("start", null);
  await call("start", null);
  expect(seen).toEqual(["token-1", "token-1", "token-1", "token-2"]);
});

it("The same again after an answer is a new intent", async () => {
  const { call, seen } = setUp();
  await call("start", null);
  await call("start", "validation");
  await call("start", null);
  expect(seen).toEqual(["token-1", "token-2", "token-3"]);
});

it("Different intents do not share a token", async () => {
  const { call, seen } = setUp();
  await call("start a", "unreachable");
  await call("start b", "unreachable");
  expect(seen).toEqual(["token-1", "token-2"]);
});
